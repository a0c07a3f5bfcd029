"""Bodies taken apart and put together again in another language."""

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.sanitize import BLOCKS, INLINE, safe_html
from diemtin.translate.markup import alternative_texts, parse, runs
from diemtin.translate.placeholders import canonical, escape, fault, key, plain
from diemtin.translate.rebuild import Translation, anchored, edition, translated
from diemtin.translate.repair import repaired
from diemtin.translate.segments import take_apart


def msgids(body: str) -> list[str]:
    return [run.msgid for run in runs(parse(body))]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>Giá xăng giảm.</p>", ["Giá xăng giảm."]),
        (
            '<p>Theo <a href="/a">Bộ Công Thương</a>, giá <b>giảm</b>.</p>',
            ["Theo <g1>Bộ Công Thương</g1>, giá <g2>giảm</g2>."],
        ),
        ("<p><strong><em>Cả câu</em></strong></p>", ["Cả câu"]),
        ("<p><b><i>Hai</i></b> thẻ là một</p>", ["<g1>Hai</g1> thẻ là một"]),
        ("<p>Trước<br>sau</p>", ["Trước<x1/>sau"]),
        ("<p>Đoạn một<br><br>Đoạn hai</p>", ["Đoạn một", "Đoạn hai"]),
        ('<p><img src="/a.png" alt=""> Chữ <img src="/b.png" alt=""></p>', ["Chữ"]),
        ("<p>Gõ <code>pip install</code> rồi chờ</p>", ["Gõ <x1/> rồi chờ"]),
        ('<p>Hãng <span translate="no">Việt Tiến</span> mở cửa</p>', ["Hãng <x1/> mở cửa"]),
        ('<pre>không dịch</pre><p translate="no">cũng không</p><p>có</p>', ["có"]),
        ("<ul><li>Một<ul><li>Hai</li></ul></li></ul>", ["Một", "Hai"]),
        ("<table><tbody><tr><th>Tỉnh</th><td>1.250</td><td>Huế</td></tr></tbody></table>", ["Tỉnh", "Huế"]),
        ("<blockquote><p>Lời trích</p><p>— Người nói</p></blockquote>", ["Lời trích", "— Người nói"]),
        ('<figure><img src="/a.png" alt="Chợ"><figcaption>Chợ nổi</figcaption></figure>', ["Chợ nổi"]),
        ('<a href="/x"><p>Khối trong liên kết</p></a>', ["Khối trong liên kết"]),
        ("<p>1 &lt; 2 &amp; R&amp;D</p>", ["1 &lt; 2 &amp; R&amp;D"]),
        ("<p>&lt;g1&gt; viết ra</p>", ["&lt;g1&gt; viết ra"]),
        ("<p>https://vi.example/a</p><p>***</p><p>28/6</p>", []),
        ("<p>Giá <b>1.250</b> đồng</p>", ["Giá <g1>1.250</g1> đồng"]),
        ("<p>a&nbsp;b \n c</p>", ["a b c"]),
    ],
)
def test_every_text_a_reader_meets_is_a_segment(body: str, wanted: list[str]) -> None:
    assert msgids(safe_html(body)) == wanted


def test_a_story_is_title_lede_blocks_and_pictures_in_reading_order() -> None:
    story = take_apart(
        "R&D ở Huế", "Tóm tắt riêng", '<p>Một</p><figure><img src="/a" alt="Ảnh chợ"></figure><p>Hai</p>', "Ảnh lớn"
    )
    assert [(item.place, item.msgid) for item in story] == [
        ("title", "R&amp;D ở Huế"),
        ("lede", "Tóm tắt riêng"),
        ("body", "Một"),
        ("alt", "Ảnh chợ"),
        ("body", "Hai"),
        ("alt", "Ảnh lớn"),
    ]


def test_a_lede_that_opens_the_body_is_one_segment() -> None:
    story = take_apart("T", "Giá xăng giảm", '<p class="lede">Giá <b>xăng</b> giảm</p>')
    assert [item.msgid for item in story] == ["T", "Giá <g1>xăng</g1> giảm"]


def test_a_key_does_not_depend_on_white_space_invisible_characters_or_composition() -> None:
    assert key(canonical("Giá  xăng\n")) == key(canonical("Gia\u0301 xa\u0306ng\u200b"))


TAGS = sorted((BLOCKS | INLINE) - {"source", "col", "colgroup", "picture"})
LEAVES = st.sampled_from(["Giá xăng ", "1.250", " & ", "<g1>", "a<b", " ", '<img src="/a" alt="Chợ">', "<br>", "<wbr>"])


@st.composite
def elements(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    tag = draw(st.sampled_from(TAGS))
    attribute = draw(st.sampled_from(["", ' title="a &gt; b"', ' lang="en"', ' translate="no"', ' id="x"']))
    return f"<{tag}{attribute}>{''.join(draw(st.lists(inner, max_size=4)))}</{tag}>"


BODIES = st.recursive(LEAVES, elements, max_leaves=25).map(safe_html)


def shape(body: str) -> Counter[tuple[str, frozenset[tuple[str, str]]]]:
    """Every element with its attributes (but alternative texts), and how often it is there."""
    tree = BeautifulSoup(body, "html.parser")
    return Counter(
        (element.name, frozenset((name, str(value)) for name, value in element.attrs.items() if name != "alt"))
        for element in tree.find_all(True)
        if isinstance(element, Tag)
    )


def shouted(msgid: str) -> str:
    """A "translation": the text in capitals, placeholders where they were."""
    return re.sub(r"(</?[gx]\d+/?>)|([^<]+)", lambda match: match[1] or match[2].upper(), msgid)


@given(BODIES)
@settings(deadline=None, max_examples=150)
def test_translation_keeps_every_element_and_attribute_of_any_body(body: str) -> None:
    parsed = parse(body)
    found = tuple(runs(parsed))
    texts = {number: shouted(run.msgid) for number, run in enumerate(found)}
    assert all(fault(run.msgid, texts[number]) is None for number, run in enumerate(found))
    result = translated(parsed, found, texts, {index: "Market" for index, _ in alternative_texts(parsed)})
    assert shape(result) == shape(body)
    assert shape(safe_html(result)) == shape(safe_html(body))


@given(BODIES, st.text(max_size=30))
@settings(deadline=None)
def test_no_answer_adds_an_element(body: str, answer: str) -> None:
    parsed = parse(body)
    found = tuple(runs(parsed))
    texts = {
        number: answer for number, run in enumerate(found) if fault(run.msgid, repaired(run.msgid, answer)) is None
    }
    assert shape(safe_html(translated(parsed, found, texts, {}))) == shape(body)


@given(BODIES)
@settings(deadline=None)
def test_an_edition_adds_only_its_own_marks_and_the_original(body: str) -> None:
    parsed = parse(body)
    found = tuple(runs(parsed))
    half = {number: Translation(shouted(run.msgid), "machine") for number, run in enumerate(found) if number % 2 == 0}
    result = safe_html(edition(parsed, found, half, {}, "vi", "en"))
    tree = BeautifulSoup(result, "html.parser")
    for disclosure in tree.select("details.original"):
        disclosure.decompose()
    ours = [tag.name for tag in tree.find_all(True) if tag.name != "span" or "data-state" not in tag.attrs]
    theirs = [tag.name for tag in BeautifulSoup(body, "html.parser").find_all(True)]
    assert Counter(ours) == Counter(theirs)


def test_an_edition_marks_states_anchors_languages_and_shows_the_original() -> None:
    body = safe_html('<p class="lede">Giá <b>xăng</b> giảm</p><h2>Vì sao</h2><ul><li>Một</li></ul>')
    parsed = parse(body)
    found = tuple(runs(parsed))
    texts = {0: Translation("<g1>Petrol</g1> falls", "machine"), 2: Translation("One", "reviewed")}
    assert safe_html(edition(parsed, found, texts, {}, "vi", "en")) == (
        '<p class="lede" data-state="machine" id="p-1"><b>Petrol</b> falls</p>'
        '<details class="original"><summary>Original</summary><p lang="vi">Giá <b>xăng</b> giảm</p></details>'
        '<h2 data-state="source" lang="vi" id="p-2">Vì sao</h2>'
        '<ul><li data-state="reviewed" id="p-3">One'
        '<details class="original"><summary>Original</summary><p lang="vi">Một</p></details></li></ul>'
    )
    assert anchored(parsed, found).count(" id=") == 3


def test_a_link_or_summary_never_holds_a_disclosure() -> None:
    body = safe_html('<a href="/x"><p>Khối</p></a><details><summary>Tóm</summary><p>Kín</p></details>')
    parsed = parse(body)
    found = tuple(runs(parsed))
    texts = {number: Translation("text", "machine") for number in range(len(found))}
    assert "original" not in edition(parsed, found, texts, {}, "vi", "en")


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("Petrol <g1>price</g1> falls <x2/> today", None),
        ("<g1>Price</g1> of petrol <x2/> falls", None),
        ("Petrol price falls <x2/> today", "<g1> is missing"),
        ("<g1>a</g1> <g1>b</g1> <x2/> c", "<g1> is not in the source or doubled"),
        ("<g1></g1> Petrol price falls <x2/> today", "<g1> is emptied"),
        ("<g1>Petrol price falls <x2/> today</g1>", "placeholder 2 is inside another one than in the source"),
        ("Petrol <g1>price</g1> falls today. <x2/>", "<x2/> is moved to the end"),
        ("Petrol </g1>price<g1> falls <x2/>", "</g1> crosses another pair"),
        ("Petrol <g1>price</g1> <x2/> <b>falls</b>", "a tag that is no placeholder"),
        ("Petrol <g1>price</g1> <x2/> <script>", "a tag that is no placeholder"),
        ("Petrol <g1>price</g1> <x2/> a < b & c", None),
    ],
)
def test_placeholders_must_stand_as_in_the_source(answer: str, wrong: str | None) -> None:
    found = fault("Giá <g1>xăng</g1> giảm <x2/> hôm nay", answer)
    assert (found or "none")[: len(wrong or "none")] == (wrong or "none")


def test_a_pair_that_swallowed_the_sentence_is_refused() -> None:
    assert fault("Theo <g1>Bộ</g1>, giá giảm", "<g1>According to the ministry prices fall</g1>") is not None


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("< g1 > Petrol < / g1 > falls", "<g1>Petrol</g1> falls"),
        ("<G1>Petrol</G1> falls", "<g1>Petrol</g1> falls"),
        ("&lt;g1&gt;Petrol&lt;/g1&gt; falls", "<g1>Petrol</g1> falls"),
        ("＜g1＞Petrol＜/g1＞ falls", "<g1>Petrol</g1> falls"),
        ("<g1>Petrol<g1> falls", "<g1>Petrol</g1> falls"),
        ("<g1>Petrol falls", "<g1>Petrol falls"),
    ],
)
def test_what_engines_do_to_placeholders_is_mended_where_it_is_certain(answer: str, wanted: str) -> None:
    assert repaired("<g1>Xăng</g1> giảm", answer) == wanted


def test_a_pair_that_ends_the_source_is_closed_at_the_end() -> None:
    assert repaired("Giảm <g1>xăng</g1>", "Cheaper <g1>petrol") == "Cheaper <g1>petrol</g1>"


def test_a_source_that_speaks_of_tags_is_not_repaired_into_them() -> None:
    source = "<g1>Thẻ</g1> &lt;g1&gt; là gì"
    assert repaired(source, "What is the <g1>tag</g1> &lt;g1&gt;") == "What is the <g1>tag</g1> &lt;g1&gt;"


@given(st.text(max_size=60))
def test_canonical_text_is_settled_and_reads_the_same(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert plain(once) == plain(text)
    assert "<" not in escape(text)


def test_a_body_ten_thousand_elements_deep_is_taken_apart() -> None:
    body = safe_html("<b><i>" * 5000 + "x y" + "</i></b>" * 5000)
    assert msgids(body) == ["x y"]
