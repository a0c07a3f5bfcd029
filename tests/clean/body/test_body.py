"""What holds for any page: a body is safe, its text and HTML agree, and no input makes it fail without a word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.clean.body import extract_body, model, smoothing
from diemtin.clean.body.features import NAMES
from diemtin.clean.body.grammar import outlet_prefix
from diemtin.clean.body.links import absolute
from diemtin.clean.body.segment import MAX_BLOCKS
from diemtin.clean.facts.model import Facts
from diemtin.clean.parsing import MAX_LENGTH, parse
from diemtin.findings import DiemtinError
from diemtin.sanitize import safe_html

PARAGRAPH = "Bến phà mới nằm cách bến cũ hai cây số, rộng gấp đôi và có mái che cho người đi bộ chờ tàu."
_PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<div class='related'>", "</div>", "<ul><li>", "</ul>", "<b>", "</b>", "<pre>", "<br>"),
        *("<table><tr><td>", "</table>", "<figure>", "<figcaption>", "</figure>", "<blockquote>", "<x-y>"),
        *("<img src=a.jpg>", "<img data-src='//b/c.png' width=1>", "<noscript><img src=n.jpg></noscript>"),
        *("<a href='{slug}x'>", "<a href='javascript:x'>", "</a>", "<script>var x='<p>'</script>", "<h2>", "</h2>"),
        *("\0", "&lt;", PARAGRAPH, "Ảnh: Minh Tâm", "Xem thêm", " ", "&shy;&#8203;"),
    )
)


def article(*parts: str) -> str:
    return f"<html><body><article><h1>Thêm một bến phà</h1>{''.join(parts)}</article></body></html>"


@given(st.lists(_PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_markup_gives_a_safe_body(pieces: list[str]) -> None:
    body = extract_body(
        parse("".join(pieces)), Facts(headlines=("Thêm một bến phà",), url="https://bao.example/a", lang="vi")
    )
    assert safe_html(body.html) == body.html
    assert "{" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', body.html))


@given(st.lists(_PIECES, max_size=40))
@settings(max_examples=100, deadline=None)
def test_the_text_is_what_the_html_shows_without_captions(pieces: list[str]) -> None:
    body = extract_body(parse(article(f"<p>{PARAGRAPH}</p>", *pieces)), Facts(url="https://bao.example/a"))
    shown = re.sub(r"<figcaption>.*?</figcaption>", "", body.html, flags=re.DOTALL)
    shown = re.sub(r"<(?:/?(?:p|h\d|li|td|th|tr|div|dd|dt|pre|figure|table)\b[^>]*|br)>", " ", shown)
    words = re.sub(r"<[^>]+>", "", shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split()
    assert words == body.text.split()


@pytest.mark.parametrize("page", ["", "   ", "<p>", "<html></html>", "<!-- -->", "<img src=x.jpg>", "<p>&#8203;"])
def test_a_page_without_text_has_no_body(page: str) -> None:
    body = extract_body(parse(page))
    assert (body.text, body.lede, body.html) == ("", "", "")


@pytest.mark.parametrize(
    "page",
    ["<div>" * 100_000 + PARAGRAPH, "<b>" * 3_000 + PARAGRAPH, "x" * (MAX_LENGTH + 1), "<p>a" * (MAX_BLOCKS + 1)],
    ids=["deep blocks", "deep inline", "long", "many blocks"],
)
def test_a_page_beyond_the_limits_is_refused_in_one_line(page: str) -> None:
    with pytest.raises(DiemtinError, match=r"\d,\d{3}"):
        extract_body(parse(page))


def test_a_text_that_only_a_script_makes_a_button_of_is_no_link() -> None:
    body = extract_body(parse(f"<body><a href='JavaScript:void(0)'><p>{PARAGRAPH}</p><p>Hết.</p></a></body>"))
    assert body.text == f"{PARAGRAPH}\n\nHết."


def test_pictures_written_into_the_page_do_not_count_for_its_length() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * MAX_LENGTH}'>"
    assert PARAGRAPH in extract_body(parse(article(picture, f"<p>{PARAGRAPH}</p>" * 3))).text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/a?utm_source=x&id=3", "https://bao.example/a?id=3"),
        ("a.html#m", "https://bao.example/muc/a.html#m"),
        ("{filename}/a.md", "https://bao.example/muc/%7Bfilename%7D/a.md"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("javascript:alert(1)", None),
        (" java\tscript:alert(1)", None),
        ("#top", None),
        ("http://[x", None),
        ("", None),
    ],
)
def test_links_lead_where_a_reader_would_go(address: str, expected: str | None) -> None:
    assert absolute(address, "https://bao.example/muc/b") == expected


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("(Dân trí) - Chiều nay, cầu mới thông xe.", "Chiều nay, cầu mới thông xe."),
        ("VOV.VN - Chiều nay, cầu mới thông xe.", "Chiều nay, cầu mới thông xe."),
        ("TTO - Chiều 28-6, cầu mới thông xe.", "Chiều 28-6, cầu mới thông xe."),
        ("BTV24 - Chiều nay, cầu mới thông xe.", "Chiều nay, cầu mới thông xe."),
        ("TinTheThao.com.vnChiều nay, cầu mới thông xe.", "Chiều nay, cầu mới thông xe."),
        (
            "FPT - tập đoàn công nghệ lớn nhất nước - công bố lãi.",
            "FPT - tập đoàn công nghệ lớn nhất nước - công bố lãi.",
        ),
        ("Hà Nội - thành phố của hồ - vào thu.", "Hà Nội - thành phố của hồ - vào thu."),
    ],
)
def test_only_the_papers_own_name_is_taken_from_the_first_sentence(opening: str, rest: str) -> None:
    assert opening[outlet_prefix(opening) :] == rest


def test_a_story_keeps_its_repeated_lines() -> None:
    refrain = "<p>Người ta gọi con đường ấy là đường về, dù nó dẫn ra biển chứ không dẫn về đâu cả.</p>"
    body = extract_body(parse(article(f"<p>{PARAGRAPH}</p>", refrain, f"<p>{PARAGRAPH[::-1]}.</p>", refrain)))
    assert body.text.count("đường về") == 2


def test_a_paragraph_far_down_in_the_tree_is_story_like_any_other() -> None:
    deep = "<div>" * 400 + f"<p>{PARAGRAPH}</p>" + "</div>" * 400
    body = extract_body(parse(article(f"<p>{PARAGRAPH[::-1]}.</p>", deep, f"<p>Từ hôm nay, {PARAGRAPH}</p>")))
    assert body.html.count("<p>") == 3


@pytest.mark.parametrize("end", ["</div></body></html>", "</html>", "</BODY></html >"])
def test_a_page_goes_on_behind_an_early_end(end: str) -> None:
    paragraphs = [f"<p>Từ bến {number}, {PARAGRAPH}</p>" for number in range(20)]
    body = extract_body(parse(article(f"<div>{paragraphs[0]}{end}", *paragraphs[1:]) + "</html>"))
    assert body.html.count("<p>") == len(paragraphs)


def test_a_declared_shadow_tree_is_seen_and_any_other_template_is_not() -> None:
    paragraphs = f"<p>{PARAGRAPH}</p><p>{PARAGRAPH[::-1]}.</p>"
    shadow = f'<story-body><template shadowrootmode="open">{paragraphs}</template></story-body>'
    body = extract_body(parse(article(shadow, f"<template><p>Mẫu: {PARAGRAPH}</p></template>")))
    assert (body.html.count("<p"), "Mẫu" in body.text) == (2, False)


@pytest.mark.parametrize("kind", ["B", "P"])
def test_a_piece_that_was_sent_later_is_read_where_its_place_is(kind: str) -> None:
    page = (
        f'<div><p>One.</p><template id="{kind}:1a"></template> two<p>Four.</p></div>'
        '<div hidden id="S:1a"><p>In between.</p></div> end <div hidden id="S:2"><p>Nowhere.</p></div>'
    )
    root = parse(page)
    assert "".join(root.itertext()).split() == ["One.In", "between.", "twoFour.", "end", "Nowhere."]
    assert extract_body(root).text.split("\n\n")[:2] == ["One.", "In between."]


@pytest.mark.parametrize(
    "page",
    [
        '<div hidden id="S:1"><p>One.</p><template id="B:1"></template></div>',
        '<template id="B:1"></template><template id="P:1"></template><div hidden id="S:1">One.</div>',
    ],
    ids=["its own place inside", "two places"],
)
def test_pieces_that_contradict_themselves_lose_no_text(page: str) -> None:
    assert "".join(parse(page).itertext()) == "One."


def test_a_letter_and_its_mark_are_one_whatever_parts_them() -> None:
    body = extract_body(
        parse(article(f"<p>Nga\u0300<b>y mơ</b><b>\u0301</b>i: {PARAGRAPH}</p>", f"<p>{PARAGRAPH[::-1]}.</p>"))
    )
    assert "Ngày mới: " in body.text


@pytest.mark.parametrize("escaped", [2, 3])
def test_entities_that_most_paragraphs_escape_twice_are_read_as_meant(escaped: int) -> None:
    texts = ["The boatyard&rsquo;s last order", "&ldquo;Tar it&rdquo;, said Nan &amp; sons", "Bamboo &mdash; and tar"]
    lines = [f"{text}, and the tide that had brought it left again before anybody at all had woken." for text in texts]
    twice = [line.replace("&", "&amp;") for line in lines[:escaped]]
    body = extract_body(parse(article(*(f"<p>{line}</p>" for line in (*twice, *lines[escaped:])))))
    assert ("&rsquo;" in body.text) is (escaped == 2)  # so few may speak of entities


def test_a_formula_that_is_written_for_eyes_and_for_ears_is_told_once() -> None:
    formula = "<span class='katex'><span class='katex-mathml'>T = 2</span><span aria-hidden='true'>T=2</span></span>"
    body = extract_body(parse(article(f"<p>{PARAGRAPH} {formula}.</p>", f"<p>{PARAGRAPH[::-1]}.</p>")))
    assert body.text.count("T=2") == 1
    assert "T = 2" not in body.text


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_the_model_was_grown_from_these_features() -> None:
    assert (model.NAMES, tuple(model.SECOND)) == (NAMES, smoothing.NAMES)


def test_lines_of_verse_stay_together_and_items_stand_by_themselves() -> None:
    verse = "<p>Phà đi sớm nước còn mờ<br>Phà về mang cả chuyến đò sang thu</p>"
    items = "<p>- Vé người: 5.000 đồng<br>- Vé xe máy: 10.000 đồng</p>"
    paragraphs = "".join(f"<p>{PARAGRAPH} Chuyến thứ {n} trong ngày.</p>" for n in range(4))
    text = extract_body(parse(article(paragraphs, verse, items, paragraphs.replace("ngày", "đêm")))).text
    assert "\n\nPhà đi sớm nước còn mờ\nPhà về" in text
    assert "\n\n- Vé người: 5.000 đồng\n\n- Vé xe máy: 10.000 đồng\n\n" in text
