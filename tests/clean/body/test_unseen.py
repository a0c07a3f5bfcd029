"""A story that the page shows only to a reader with scripts, or to none, is read from where it waits."""

import json

import pytest

from diemtin.clean.body import extract_body
from diemtin.clean.facts.model import Facts
from diemtin.clean.facts.reading import read_facts
from diemtin.clean.parsing import parse
from tests.clean.facts.pages import ZONE

HEADLINE = "Trạm y tế xã đảo có máy siêu âm đầu tiên"
STORY = [
    "Sáng thứ hai, trạm y tế xã đảo Hòn Nưa mở thùng chiếc máy siêu âm mà bà con chờ suốt bốn mùa biển động.",
    "Trước nay thai phụ phải theo tàu cá vào đất liền, nhanh nhất cũng mất ba giờ, gặp sóng lớn thì đành quay lại.",
    "Bác sĩ Phan Thị Ngà nói ngay buổi đầu đã có mười một người tới khám, người lớn tuổi nhất tám mươi ba.",
    "Máy do một nhóm ngư dân góp tiền mua, mỗi chuyến biển bớt lại một giỏ cá, gom trong hai năm thì đủ.",
]
CONSENT = "<p role='dialog'>Trang này dùng cookie để ghi nhớ lựa chọn của bạn và để hiểu bạn đọc quan tâm điều gì.</p>"
TEASER = "Chuyến tàu chở nước ngọt cập đảo sớm hơn dự kiến hai ngày nhờ gió thuận và biển lặng."


def text_of(parts: str) -> str:
    page = f"<html><body><h1>{HEADLINE}</h1>{parts}{CONSENT}</body></html>"
    tree = parse(page)
    facts = read_facts(tree, "https://dao.example/tram-y-te", zone=ZONE)
    return extract_body(tree, facts).text


def data(**members: object) -> str:
    state = json.dumps({"title": HEADLINE, **members}, ensure_ascii=False)
    return f"<script type='application/json'>{state}</script>"


def pushed(text: str) -> str:
    """Return *text* as Next.js sends it: in pieces that end anywhere."""
    pieces = (text[:200], text[200:])
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
TREE = json.dumps([["$", "p", None, {"children": line}] for line in STORY], ensure_ascii=False)
DECLARED = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(STORY)}, ensure_ascii=False)


@pytest.mark.parametrize(
    "hidden",
    [
        f"<noscript>{PARAGRAPHS}</noscript>",
        data(body=PARAGRAPHS),
        data(blocks=[{"kind": "text", "value": line} for line in STORY], more=[{"summary": TEASER}]),
        data(lines=STORY),
        pushed(f'["$","h1",null,{{"children":"{HEADLINE}"}}],{TREE}'),
        f"<script type='application/ld+json'>{DECLARED}</script>",
    ],
    ids=["noscript", "HTML in a script", "blocks in a script", "a list in a script", "pushed in pieces", "JSON-LD"],
)
@pytest.mark.parametrize("shown", ["", f"<p>{STORY[0]}</p>"], ids=["nothing shown", "its opening shown"])
def test_a_story_that_waits_is_told_whole_and_alone(hidden: str, shown: str) -> None:
    assert text_of(shown + hidden).split("\n\n") == STORY


def test_what_the_page_tells_itself_is_preferred_to_its_data() -> None:
    others = [line.replace("đảo", "bãi ngang") for line in STORY * 3]
    assert text_of(f"<article>{PARAGRAPHS}</article>" + data(blocks=others)).split("\n\n") == STORY


@pytest.mark.parametrize(
    "other",
    [
        "<noscript><p>Hãy bật JavaScript để đọc trang này và để các nút bấm trên trang hoạt động.</p></noscript>",
        data(more=[{"summary": line} for line in STORY]).replace(HEADLINE, "Một trang khác"),
    ],
    ids=["a notice", "data of another page"],
)
def test_other_texts_are_no_story(other: str) -> None:
    page = f"<html><body>{other}</body></html>"
    assert extract_body(parse(page), Facts(headlines=(HEADLINE,), lang="vi")).text == ""


def test_a_copy_of_another_story_is_not_taken_for_the_declared_one() -> None:
    other = "".join(f"<p>{line.replace('đảo', 'bãi ngang').replace('Sáng', 'Chiều')}</p>" for line in STORY * 2)
    declared = f"<script type='application/ld+json'>{DECLARED}</script>"
    assert text_of(declared + data(next=other)).split("\n\n") == STORY


@pytest.mark.parametrize(
    "text",
    ['"' + "a" * 1_000_000, 'a"' + " a" * 500_000 + '"', "a" + ' :"' * 300_000, '{"a":"' + "\\u003c" * 200_000 + '"}'],
    ids=["one word", "words without an end", "quotes", "openings of tags"],
)
def test_a_script_of_a_million_characters_is_read_to_its_end(text: str) -> None:
    # Were a pattern to look at each of them again and again, this would take hours.
    assert STORY[0] in text_of(f"<script>{text}</script>" + data(body=PARAGRAPHS))


def test_what_is_for_subscribers_stays_unseen() -> None:
    paid = DECLARED.replace("{", '{"isAccessibleForFree": "False", ', 1)
    shown = f"<p>{STORY[0]}</p>"
    assert text_of(f"{shown}<script type='application/ld+json'>{paid}</script>") == STORY[0]
