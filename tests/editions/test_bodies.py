"""A body fitted into its page: no heading level left out, tables that scroll by themselves, no borrowed picture."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from diemtin.editions.bodies import fit
from diemtin.sanitize import safe_html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("h3 h3 h4 h2", "h2 h2 h3 h2"),
        ("h4 h5 h4", "h2 h3 h2"),
        ("h2 h3 h4", "h2 h3 h4"),
        ("h2 h5 h3 h6", "h2 h3 h3 h4"),
    ],
)
def test_headings_start_below_the_page_s_own_and_leave_no_level_out(written: str, shown: str) -> None:
    body = "".join(f'<{tag} id="p">Một</{tag}><p>Hai</p>' for tag in written.split())
    assert fit(body, "Bảng") == "".join(f'<{tag} id="p">Một</{tag}><p>Hai</p>' for tag in shown.split())


@given(st.lists(st.integers(2, 6)))
def test_no_level_is_left_out_whatever_the_story_has(levels: list[int]) -> None:
    shown = [int(level) for level in re.findall(r"<h(\d)", fit("".join(f"<h{n}>x</h{n}>" for n in levels), "Bảng"))]
    assert all(after <= before + 1 for before, after in zip([1, *shown], shown, strict=False))


def test_each_table_gets_a_named_region_that_the_keyboard_reaches() -> None:
    fitted = fit("<table><tbody></tbody></table><p>Giữa</p><table></table>", "Bảng")
    regions = html.fragment_fromstring(fitted, create_parent=True).xpath("./div[@role='region'][@tabindex='0'][table]")
    assert [region.get("aria-label") for region in regions] == ["Bảng 1", "Bảng 2"]


def test_a_table_s_name_cannot_end_its_attribute() -> None:
    assert 'aria-label="Bảng &#34;&lt;b&gt; 1"' in fit("<table></table>", 'Bảng "<b>')


def test_a_table_in_a_table_scrolls_with_it() -> None:
    assert fit("<table><tr><td><table></table></td></tr></table>", "Bảng").count("<div") == 1


def test_markup_in_an_attribute_stays_there() -> None:
    body = safe_html('<p title="<table onclick=alert(1)><h4>">Chữ</p><table><tr><td>1</td></tr></table>')
    parsed = html.fragment_fromstring(fit(body, "Bảng"), create_parent=True)
    assert dict(parsed.find("p").attrib) == {"title": "<table onclick=alert(1)><h4>"}
    assert len(parsed.xpath(".//div")) == 1


def test_a_body_without_any_of_these_is_left_alone() -> None:
    assert fit("<p>Chữ &amp; số</p><hr>", "Bảng") == "<p>Chữ &amp; số</p><hr>"
