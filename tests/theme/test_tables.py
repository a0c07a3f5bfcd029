"""Tables of a story scroll in a region of their own, and nothing inside an attribute is taken for a table."""

from lxml import html

from diemtin.editions.tables import table_regions


def test_each_table_gets_a_named_region_that_the_keyboard_reaches() -> None:
    body = html.fragment_fromstring(
        table_regions("<table><tbody></tbody></table><p>Giữa</p><table></table>", "Bảng"), create_parent=True
    )
    regions = body.xpath("./div[@role='region'][@tabindex='0'][table]")
    assert [region.get("aria-label") for region in regions] == ["Bảng 1", "Bảng 2"]


def test_a_table_in_a_table_scrolls_with_it() -> None:
    assert table_regions("<table><tr><td><table></table></td></tr></table>", "Bảng").count("<div") == 1


def test_markup_in_an_attribute_stays_there() -> None:
    body = '<p title="<table onclick=alert(1)>">Chữ</p><table></table>'
    parsed = html.fragment_fromstring(table_regions(body, "Bảng"), create_parent=True)
    assert parsed.find("p").attrib == {"title": "<table onclick=alert(1)>"}
    assert len(parsed.xpath(".//div")) == 1


def test_a_body_without_tables_is_left_alone() -> None:
    assert table_regions("<p>Chữ &amp; số</p>", "Bảng") == "<p>Chữ &amp; số</p>"
