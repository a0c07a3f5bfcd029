"""Foreign articles of an edition, filled from their catalogs or left in their own language."""

import datetime as dt
import logging
from pathlib import Path
from types import SimpleNamespace

import pytest

from diemtin.stories import Picture
from diemtin.translate.filling import fill_edition
from diemtin.translate.provenance import fingerprint
from tests.translate.conftest import article

BODY = '<p class="lede">Xăng <b>giảm</b>.</p><p>Dầu cũng giảm giá từ hôm nay.</p><p>Gas giữ giá.</p>'
CATALOG = f"""\
#. mt engine=google date=2024-06-29 sha={fingerprint("Petrol price falls")}
#, fuzzy
msgid "Giá xăng giảm"
msgstr "Petrol price falls"

msgid "Xăng <g1>giảm</g1>."
msgstr "Petrol <g1>falls</g1>."

#. mt engine=google date=2024-06-28 sha={fingerprint("Diesel falls from today too.")}
#, fuzzy
msgid "Dầu cũng giảm giá từ hôm nay."
msgstr "Diesel falls from today too."

msgid "Cây xăng"
msgstr "A filling station"
"""


def edition(lang: str, *articles: SimpleNamespace) -> SimpleNamespace:
    generator = SimpleNamespace(settings={"DEFAULT_LANG": lang}, articles=list(articles), context={})
    fill_edition(generator)
    return generator


def test_a_story_that_is_translated_enough_is_in_the_other_language(tmp_path: Path) -> None:
    (tmp_path / "gia-xang.en.po").write_text(CATALOG)
    story = article(tmp_path, BODY, lede="Xăng giảm.")
    edition("en", story)
    assert (story.title, story.lang, story.lede, story._summary) == (
        "Petrol price falls",
        "en",
        "Petrol falls.",
        "Petrol falls.",
    )
    assert story.image == Picture("/a.png", "A filling station")
    assert '<p data-state="source" lang="vi" id="p-3">Gas giữ giá.</p>' in story._content
    assert story.provenance.untranslated == 1
    assert (story.provenance.state, story.provenance.engine) == ("mixed", "google")
    assert story.provenance.date == dt.date(2024, 6, 29)
    assert story.provenance.updated == dt.datetime(2024, 6, 29, tzinfo=story.date.tzinfo)
    assert [segment.state for segment in story.provenance.segments] == [
        "machine",
        "reviewed",
        "machine",
        "source",
        "reviewed",
    ]


def test_a_lede_that_has_no_translation_says_what_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "gia-xang.en.po").write_text(CATALOG)
    story = article(tmp_path, "<p>Dầu cũng giảm giá từ hôm nay.</p>" * 3, lede="Giá mới từ 15 giờ.")
    edition("en", story)
    assert (story.lang, story.lede, story.lede_lang) == ("en", "Giá mới từ 15 giờ.", "vi")
    story = article(tmp_path, BODY, lede="Xăng giảm.")
    edition("en", story)
    assert (story.lede, story.lede_lang) == ("Petrol falls.", "en")


def test_originals_have_the_anchors_of_their_translations(tmp_path: Path) -> None:
    story = article(tmp_path, BODY)
    edition("vi", story)
    assert story._content == (
        '<p class="lede" id="p-1">Xăng <b>giảm</b>.</p><p id="p-2">Dầu cũng giảm giá từ hôm nay.</p>'
        '<p id="p-3">Gas giữ giá.</p>'
    )
    assert not hasattr(story, "provenance")


@pytest.mark.parametrize(
    "catalog",
    [
        None,
        "",
        CATALOG.replace('"Petrol price falls"\n\n', '""\n\n'),
        CATALOG.replace('"Diesel falls from today too."\n\n', '""\n\n'),
        CATALOG.replace('msgid "Dầu', '#~ msgid "Dầu').replace('msgstr "Diesel', '#~ msgstr "Diesel'),
    ],
    ids=["no catalog", "an empty one", "no title", "too little", "obsolete entries"],
)
def test_a_story_that_is_not_stays_in_its_own_language(tmp_path: Path, catalog: str | None) -> None:
    if catalog is not None:
        (tmp_path / "gia-xang.en.po").write_text(catalog)
    story = article(tmp_path, BODY)
    edition("en", story)
    assert (story.title, story.lang, story._content) == ("Giá xăng giảm", "vi", BODY)
    assert not hasattr(story, "provenance")


@pytest.mark.parametrize(
    ("damage", "line", "found"),
    [
        (('msgstr "Diesel', 'msgstr "Diesel "x'), 12, "text outside quotes"),
        (("Petrol <g1>falls</g1>.", "Petrol <g1>falls."), 6, "</g1> is missing"),
        (("Petrol <g1>falls</g1>.", "Petrol <g1khac>falls</g1>."), 6, "a tag that is no placeholder"),
    ],
)
def test_a_damaged_catalog_is_named_by_line_left_as_it_is_and_nothing_of_it_is_shown(
    tmp_path: Path, damage: tuple[str, str], line: int, found: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "gia-xang.en.po"
    path.write_text(CATALOG.replace(*damage))
    before = path.read_bytes()
    story = article(tmp_path, "<p>Xăng <b>giảm</b>.</p>", image=None)
    logging.getLogger("diemtin").propagate = True
    edition("en", story)
    assert story.lang == "vi"
    assert f"gia-xang.en.po:{line}: {found}" in caplog.text
    assert path.read_bytes() == before


def test_what_a_catalog_says_is_text(tmp_path: Path) -> None:
    (tmp_path / "gia-xang.en.po").write_text(
        'msgid "Giá xăng giảm"\nmsgstr "Petrol &lt;script&gt;alert(1)&lt;/script&gt;"\n\n'
        'msgid "Xăng giảm."\nmsgstr "1 < 2 & &lt;img src=x onerror=alert(1)&gt; \u202eevil"\n'
    )
    story = article(tmp_path, "<p>Xăng giảm.</p>", image=None)
    edition("en", story)
    assert story.title == "Petrol <script>alert(1)</script>"
    assert "1 &lt; 2 &amp; &lt;img src=x onerror=alert(1)&gt; evil</p>" in story._content


def test_a_catalog_that_spells_a_source_otherwise_is_found(tmp_path: Path) -> None:
    (tmp_path / "gia-xang.en.po").write_text(
        'msgid "Gia\u0301 xa\u0306ng  gia\u0309m"\nmsgstr "Petrol price falls"\n\n'
        'msgid "R&D và <g1>a < b</g1>"\nmsgstr "R&D and <g1>a < b</g1>"\n'
    )
    story = article(tmp_path, "<p>R&amp;D và <b>a &lt; b</b></p>", image=None)
    edition("en", story)
    assert "R&amp;D and <b>a &lt; b</b>" in story._content
