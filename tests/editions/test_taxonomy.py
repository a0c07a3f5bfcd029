"""Tags and sections have one address a term, whatever the order and the language."""

from pelican.contents import Category, Tag
from pelican.settings import DEFAULT_CONFIG

from diemtin.editions.taxonomy import OTHER, Taxonomy, link_counterparts, section_order
from diemtin.terms import Term, Terms

STORM = Term("tag", {"vi": "bão", "en": "storm"}, {"vi": "bao", "en": "storm"}, ("typhoon",))
PRESS = Term("tag", {"vi": "báo", "en": "press"})
TERMS = Terms((STORM, PRESS, Term("section", {"vi": "Kinh tế", "en": "Economy"}), Term("section", {"vi": "Văn hóa"})))


def tags(lang: str, *topics: tuple[str, str]) -> Taxonomy:
    taxonomy = Taxonomy("tag", lang, TERMS, Tag, dict(DEFAULT_CONFIG))
    taxonomy.settle(topics)
    return taxonomy


def test_one_term_by_any_of_its_names_is_one_tag() -> None:
    english = tags("en", ("bão", "vi"), ("Typhoon", "en"))
    assert [tag.name for tag in english.of(["bão", "Typhoon", "storm"])] == ["storm"]


def test_a_pinned_address_stands_and_its_twin_by_tone_gives_way() -> None:
    vietnamese = tags("vi", ("báo", "vi"), ("bão", "vi"), ("bảo", "vi"))
    slugs = {tag.name: tag.slug for tag in vietnamese.of(["bão", "báo", "bảo"])}
    assert slugs["bão"] == "bao"
    assert len(set(slugs.values())) == 3


def test_addresses_do_not_depend_on_the_order_of_stories() -> None:
    topics = [("C++", "en"), ("C#", "en"), ("báo", "vi"), ("bảo", "vi"), ("Ma", "vi"), ("ma", "vi")]
    names = [name for name, _ in topics]
    first, second = tags("vi", *topics), tags("vi", *reversed(topics))
    assert [tag.slug for tag in first.of(names)] == [tag.slug for tag in second.of(names)]
    assert len({tag.slug for tag in first.of(names)}) == 6


def test_a_topic_without_a_name_in_the_language_keeps_its_own_and_says_which_language_it_is() -> None:
    (tag,) = tags("en", ("gốm Bát Tràng", "vi")).of(["gốm Bát Tràng"])
    assert (tag.name, tag.lang, tag.slug) == ("gốm Bát Tràng", "vi", "gom-bat-trang")


def test_counterparts_are_found_by_term_and_are_mutual() -> None:
    vietnamese = tags("vi", ("bão", "vi"), ("muối", "vi")).of(["bão", "muối"])
    english = tags("en", ("storm", "en")).of(["storm"])
    link_counterparts(vietnamese, english)
    assert vietnamese[0].counterpart is english[0]
    assert english[0].counterpart is vietnamese[0]
    assert vietnamese[1].counterpart is None


def test_sections_come_as_the_publisher_lists_them_and_the_rest_last() -> None:
    sections = Taxonomy("section", "en", TERMS, Category, dict(DEFAULT_CONFIG))
    sections.settle([("", "en"), ("Zoo", "en"), ("Văn hóa", "vi"), ("Economy", "en")])
    named = sections.of(["", "Zoo", "Văn hóa", "Economy"])
    ordered = sorted(named, key=section_order(TERMS, "en"))
    assert [section.name for section in ordered] == ["Economy", "Văn hóa", "Zoo", OTHER.names["en"]]
