"""Pages that lie, lack or overflow: facts are read or left out, never an error, and the tree stays as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from diemtin.clean.decoding import decode
from diemtin.clean.facts.model import Facts
from diemtin.clean.facts.reading import read_facts
from diemtin.clean.parsing import parse
from tests.clean.facts.pages import TEXT, TITLE, URL, ZONE, meta, read

NAMES = [
    "og:title",
    "author",
    "keywords",
    "article:published_time",
    "og:url",
    "og:image",
    "og:image:width",
    "description",
]
CLASSES = ["author", "date", "tags", "breadcrumb", "sapo", "comment", "title", "meta", "sidebar", ""]
WORDS = st.text(max_size=40) | st.sampled_from(
    [TITLE, "17/05/2024 08:30", "Thu Hà", "Theo Thu Hà", "http://[", "a" * 500]
)
ELEMENTS = st.builds(
    "<{0} class='{1}' itemprop='{2}' datetime='{3}'>{4}</{0}>".format,
    st.sampled_from(["p", "h1", "h2", "span", "a", "time", "li", "b"]),
    st.sampled_from(CLASSES),
    st.sampled_from(["author", "datePublished", "headline", ""]),
    WORDS.map(lambda text: text.replace("'", "")),
    WORDS,
)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(NAMES), WORDS.map(lambda text: text.replace('"', ""))), max_size=6),
    st.lists(ELEMENTS, max_size=12),
    st.text(max_size=60),
)
def test_no_page_makes_it_fail_and_none_is_changed(
    metas: list[tuple[str, str]], elements: list[str], script: str
) -> None:
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in metas)
    tree = parse(f"<head>{head}<script type='application/ld+json'>{script}</script></head><body>{''.join(elements)}")
    before = etree.tostring(tree)
    facts = read_facts(tree, URL, zone=ZONE)
    assert isinstance(facts, Facts)
    assert etree.tostring(tree) == before


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Tin A</h1>" * 20_000,
        "<div class=comment>" * 800 + "<h1>x</h1>",
        "<div itemprop=author>" * 800 + "x",
        f"<title>{'a - ' * 50_000}</title><h1>{'c : ' * 50_000}</h1>",
        f'<p class="{"author-" * 50_000}">x</p>',
        f"<span class=date>{'1/' * 100_000}</span>",
        f"<h1>T</h1><p class=author>{'By A and ' * 50_000}</p>",
        f"<p>{'<span>a</span>' * 50_000}</p>",
        "",
    ],
)
def test_a_page_of_a_size_or_depth_that_no_newsroom_writes_is_read(body: str) -> None:
    assert isinstance(read("", body), Facts)


def test_values_of_any_length_are_bounded() -> None:
    facts = read(meta(og__title="Tiêu đề " * 5_000, author="Thu Hà, " * 5_000, keywords="thẻ, " * 5_000))
    assert all(len(fact.value) <= 4_000 for fact in facts.evidence)
    assert len(facts.tags) <= 60


def test_two_thousand_topics_are_cut_to_a_number_that_a_page_can_show() -> None:
    assert len(read(meta(keywords=", ".join(f"thẻ {n}" for n in range(2_000)))).tags) == 60


def test_zero_width_and_bidirectional_characters_are_in_no_value() -> None:
    facts = read(meta(og__title="Cầu\u200b mới\u202e thông\u2066 xe"), TEXT)
    assert facts.title == "Cầu mới thông xe"


def test_no_page_of_the_shared_yardsticks_makes_it_fail(yardsticks: Path) -> None:
    for page in sorted(yardsticks.glob("bench/cleaning/data/vietnamese/html/*.gz")):
        assert read_facts(parse(decode(page.read_bytes()).text), None, zone=ZONE).title
