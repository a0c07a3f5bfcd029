"""What belongs to a story, and what does not, by where it stands: whatever its words are."""

import pytest

from diemtin.clean.body import extract_body
from diemtin.clean.body.choose import choose
from diemtin.clean.body.features import Context
from diemtin.clean.body.segment import segment
from diemtin.clean.body.wording import Known
from diemtin.clean.facts.model import Facts
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, OTHER, STORY, body_of, p, told


@pytest.mark.parametrize(
    "between",
    [
        '<div class="the"><a href="/x">Đua thuyền thúng trên vịnh</a><p>' + OTHER[0] + "</p></div>",
        '<div role="dialog"><p>' + OTHER[0] + "</p></div>",
        f'<form><p>{OTHER[0]}</p><label><input type="radio"> Có</label><label><input type="radio"> Chưa</label></form>',
        '<p><b>Xem thêm</b></p><p><a href="/x">Đua thuyền thúng trên vịnh Gành Sứa</a></p>',
        '<div><b>Tin đã đưa:</b><br>- <a href="/x">Chợ nổi họp lại sau hai mùa vắng khách</a><br>'
        '- <a href="/y">Bến thuyền mới mở cửa đón khách xa</a> (15/10)</div>',
        "<p>Quảng cáo - continue reading below</p>",
        '<div class="pull-quote"><p>“Đôi tay bà thuộc từng khúc tre như thuộc mặt con”</p><p>Hồ Thị Lụa</p></div>',
        '<div class="pullquote"><p>“Thuộc từng khúc tre.”</p></div>',
        f'<div><p>{OTHER[0]}</p><input placeholder="Email của bạn"><button>Gửi</button></div>',
        '<div style="display:none"><p>' + OTHER[0] + "</p></div>",
        "<div>128 lượt chia sẻ <span>Facebook</span> <span>Zalo</span></div>",
    ],
    ids=[
        "boxed teaser",
        "dialog",
        "poll",
        "link below its heading",
        "lines of links",
        "mark of a place",
        "pull quote",
        "short pull quote",
        "sign-up box",
        "hidden box",
        "share counts",
    ],
)
def test_between_paragraphs_stands_what_is_no_part_of_them(between: str) -> None:
    assert told(p(*STORY[:3]) + between + p(*STORY[3:])) == STORY


@pytest.mark.parametrize(
    "letter",
    [
        '<div class="chu-lon">G</div><p>',
        '<p class="chu-lon">G</p><p>\n  ',
        '<p><img src="/chu/g.png" alt="G" width="60" height="60">',
    ],
    ids=["an element", "a paragraph", "a picture"],
)
def test_a_first_letter_that_stands_alone_belongs_to_its_word(letter: str) -> None:
    body = body_of(f"{letter}{STORY[0][1:]}</p>" + p(*STORY[1:]))
    assert body.text.split("\n\n") == STORY
    assert body.html.startswith(f"<p>{STORY[0][:20]}")


@pytest.mark.parametrize("tag", ["h3", "li", "td"])
def test_the_letter_of_a_heading_an_item_or_a_cell_stands_for_itself(tag: str) -> None:
    body = body_of(
        p(*STORY[:3]) + f"<{tag}>G</{tag}>" + p("gành: ghềnh đá nhô ra biển, nơi dân chài phơi nan.", *STORY[3:])
    )
    assert "Ggành" not in body.text


def test_the_days_of_a_timeline_stay_above_their_events() -> None:
    days = ["<b>12/3/1998</b>", "Xưởng mở cửa.", "<b>5/9/2009</b>", "Bão cuốn mất mái."]
    assert told(p(*STORY[:4]) + p(*days) + p(*STORY[4:]))[4:8] == [
        line.replace("<b>", "").replace("</b>", "") for line in days
    ]


def test_a_date_that_is_no_heading_is_a_fact_of_the_page() -> None:
    assert told(p(STORY[0]) + p("12/3/2026 07:15") + p(*STORY[1:])) == STORY


def test_a_cell_is_a_part_of_its_table_whatever_it_holds() -> None:
    rows = "".join(
        f"<tr><td>{day}</td><td>{count}</td></tr>" for day, count in (("12/3/2026", "4"), ("5/9/2026", "11"))
    )
    table = f"<table><tr><td>Ngày giao</td><td>Số thúng</td></tr>{rows}</table>"
    assert "<td>12/3/2026</td><td>4</td>" in body_of(p(*STORY[:4]) + table + p(*STORY[4:])).html


def test_a_list_of_links_belongs_to_the_line_that_leads_up_to_it() -> None:
    items = "".join(f'<li><a href="/l/{name}">{name}</a></li>' for name in ("Gành Sứa", "Mũi Én", "Bãi Trầu"))
    body = body_of(p(*STORY[:4]) + p("Ba làng còn dùng thúng tre:") + f"<ul>{items}</ul>" + p(*STORY[4:]))
    assert body.html.count("<li>") == 3
    related = body_of(p(*STORY[:4]) + p("Đọc thêm về nghề biển:") + f"<ul>{items}</ul>" + p(*STORY[4:]))
    assert related.html.count("<li>") == 0


@pytest.mark.parametrize(
    "facts",
    [
        "<p>Bài và ảnh: Lê Hạnh</p><p>Thứ Năm, 2 tháng 4 năm 2026, 08:15</p>",
        "<p>By Lê Hạnh | Published 2 April 2026</p>",
        "<ul><li>Lê Hạnh</li><li>2/4/2026</li><li>Làng nghề</li><li>12 bình luận</li></ul>",
        "<ul><li>Liên kết</li><li>Facebook</li><li>Sổ tay</li></ul>",
    ],
    ids=["two lines", "bars", "a list", "where to share it"],
)
def test_lines_of_facts_before_and_behind_the_text_are_none_of_it(facts: str) -> None:
    assert signed(facts + p(*STORY)) == STORY
    assert signed(p(*STORY) + facts) == STORY


def test_a_place_and_a_date_before_the_text_are_facts_and_behind_it_they_are_the_texts_own() -> None:
    line = "Gành Sứa, ngày 2/4/2026"
    assert signed(p(line, *STORY)) == STORY
    assert signed(p(*STORY, line)) == [*STORY, line]


def test_what_the_author_is_stands_between_name_and_date() -> None:
    line = "<td>{}<br>{}<br>Thứ Năm, 2/4/2026<br>{}</td>"
    page = f"<table><tr>{line}</tr></table>"
    assert signed(page.format("Bài: Lê Hạnh", "Người của báo", "<br>".join(STORY))) == STORY
    assert "Người của biển" in "\n".join(signed(page.format("Chuyện bên vịnh", "Người của biển", "<br>".join(STORY))))


def test_a_line_on_the_right_behind_the_text_signs_it() -> None:
    signature = '<p style="text-align: right">{}</p>'
    assert signed(p(*STORY) + signature.format("Phòng Nghề truyền thống")) == STORY
    assert signed(p(*STORY) + signature.format("Thuyền về, tre xanh lại.")) == [*STORY, "Thuyền về, tre xanh lại."]
    assert signed(p(*STORY) + "<p>Phòng Nghề truyền thống</p>") == [*STORY, "Phòng Nghề truyền thống"]


def test_a_line_that_is_all_link_in_a_box_named_for_other_stories_is_one() -> None:
    link = '<section class="{}"><a href="/k">Trận mở màn trên cát của đội bóng huyện</a></section>'
    assert signed(p(*STORY[:3]) + link.format("related-inline") + p(*STORY[3:])) == STORY


def signed(inside: str) -> list[str]:
    page = f"<body><main><article><h1>{HEADLINE}</h1>{inside}</article></main></body>"
    known = Facts(headlines=(HEADLINE,), authors=("Lê Hạnh",), lang="vi")
    return extract_body(parse(page), known).text.split("\n\n")


@pytest.mark.parametrize(
    "notes",
    [
        '<h4>Chú thích</h4><ol><li id="n1">Sổ giao hàng của xưởng. <a href="#m1">↩</a></li></ol>',
        '<h4>Chú thích</h4><p><a name="n1"></a>Sổ giao hàng của xưởng.</p>',
        '<h4>Chú thích</h4><div id="n1"><p>Sổ giao hàng của xưởng.</p></div>',
        '<h4>Chú thích</h4><div><a id="n1" href="#m1">1</a><div><p>Sổ giao hàng của xưởng.</p></div></div>',
    ],
    ids=["an item", "a target in the line", "a box", "beside its mark"],
)
def test_a_note_belongs_to_the_story_that_marks_it(notes: str) -> None:
    marked = STORY[4][:-1] + ' <sup><a id="m1" href="#n1">[1]</a></sup>.'
    below = f'<div class="footer-widget"><div class="related">{notes}</div></div>'
    assert told(p(*STORY[:4], marked, STORY[5]), below)[-2:] == ["Chú thích", "Sổ giao hàng của xưởng."]
    assert "Sổ giao hàng của xưởng." not in told(p(*STORY), below)


def test_the_number_of_comments_marks_no_note() -> None:
    comments = "".join(
        f"<p>Tôi đã đi thúng của ông Nghị hồi năm {year}, chắc và nhẹ lắm.</p>" for year in range(2010, 2020)
    )
    counted = STORY[4][:-1] + ' <a href="#binh-luan">10</a>.'
    below = f'<div id="binh-luan" class="comment-list">{comments}</div>'
    assert not any("2015" in line for line in told(p(*STORY[:4], counted, STORY[5]), below))


@pytest.mark.parametrize(
    ("below", "dropped"),
    [
        ('<div class="comment-list">{}</div>', "comments"),
        ("<div><h3>Ý kiến bạn đọc (3)</h3>{}</div>", "comments"),
        ("<div><div>3 Comments</div></div><div>{}</div>", "comments"),
        ("<div>{}</div>", ""),
        ("<div><h3>Bình luận của tổ đan nan</h3>{}</div>", ""),
        ("<div>12 comments</div>" * 4 + "<div>{}</div>", ""),
    ],
    ids=["named", "headed", "headed outside", "neither", "a part of the story", "a list with counters"],
)
def test_what_readers_write_below_the_story_is_none_of_it(below: str, dropped: str) -> None:
    page = Context(segment(parse(f"<div>{p(*STORY)}</div>{below.format(p(*OTHER))}")), Known([HEADLINE]))
    rules = {block.text: rule for block, rule in choose(page, [0.9] * len(page.blocks), set()).items()}
    assert {rules[line] for line in OTHER} == {dropped}
    assert not any(rules[line] for line in STORY)


def test_the_story_goes_on_behind_a_link_to_its_comments() -> None:
    assert told(p(*STORY[:3], "12 bình luận", *STORY[3:])) == STORY


def test_a_line_behind_the_story_goes_with_the_box_that_it_stands_in() -> None:
    def rule_of(box: str) -> str:
        page = Context(segment(parse(f"<div>{p(*STORY)}</div><div>{box}</div>")), Known([HEADLINE]))
        lines = {"Bạn muốn đan thử?": 0.6, "Gửi thư cho xưởng": 0.1}
        rules = choose(page, [lines.get(block.text, 0.9) for block in page.blocks], set())
        return next(rule for block, rule in rules.items() if block.text == "Bạn muốn đan thử?")

    assert rule_of("<h4>Bạn muốn đan thử?</h4><p>Gửi thư cho xưởng</p>") == "rest of a box"
    assert rule_of("<h4>Bạn muốn đan thử?</h4><p>Ai cũng học được</p><p>Gửi thư cho xưởng</p>") == ""
    assert rule_of("<h4>Bạn muốn đan thử?</h4>") == ""


@pytest.mark.parametrize(("heading", "dropped"), [("Tin khác", "related links"), ("Những bến thúng khác", "")])
def test_linked_lines_under_a_heading_that_says_only_that_other_stories_follow(heading: str, dropped: str) -> None:
    other = f'<h5><a href="/k">Đua thuyền thúng trên vịnh</a></h5><p>{OTHER[0]}</p>'
    page = Context(segment(parse(f"<div>{p(*STORY)}</div><div><h4>{heading}</h4>{other}</div>")), Known([HEADLINE]))
    rules = choose(page, [0.1 if block.text == heading else 0.9 for block in page.blocks], set())
    assert {rule for block, rule in rules.items() if block.text.startswith(("Đua", "Chiều"))} == {dropped}


def test_a_rule_below_the_story_sets_apart_what_is_none_of_it() -> None:
    contact = ["Xưởng thúng Gành Sứa", "Hotline: 0900 000 000"]
    assert told(p(*STORY, "* * *", OTHER[0], "———", *contact)) == [*STORY, "* * *", OTHER[0]]
    assert told(p(*STORY, contact[0])) == [*STORY, contact[0]]


@pytest.mark.parametrize(
    "line", ["— TTXHL", "Ảnh: Xưởng cung cấp", "(HẾT)", "le.hanh@gieng.example", "Share this story"]
)
def test_what_signs_off_a_story_is_none_of_it(line: str) -> None:
    assert told(p(*STORY, line)) == STORY


def test_how_to_cite_a_journals_article_is_none_of_it() -> None:
    cited = f"<h2>Cite this article</h2>{p(OTHER[0])}"
    parts = f"<section><h2>Kết quả</h2>{p(*STORY[3:])}</section><section>{cited}</section>"
    assert told(p(*STORY[:3]) + parts) == [*STORY[:3], "Kết quả", *STORY[3:]]
    kept_on = f"{cited}<h2>Cảm ơn</h2>{p(OTHER[1])}"
    assert told(p(*STORY) + kept_on) == [*STORY, "Cảm ơn", OTHER[1]]


def test_the_story_goes_on_behind_a_list_of_other_stories() -> None:
    links = "".join(f'<li><a href="/l/{n}">{line[:40]}</a></li>' for n, line in enumerate(OTHER))
    assert told(p(*STORY[:3]) + f"<h3>Tin liên quan</h3><ul>{links}</ul>" + p(*STORY[3:])) == STORY


@pytest.mark.parametrize(
    "following",
    [
        '<h2 class="ten-bai"><a href="/k">Trận mở màn trên cát</a></h2>',
        '<h1 class="ten-bai">Trận mở màn trên cát</h1><div>Hải Yến, 2/4/2026</div>',
    ],
    ids=["linked headline", "dated headline"],
)
def test_the_story_ends_where_the_next_one_begins(following: str) -> None:
    assert told(p(*STORY), f'<div>{following}<div class="bai">{p(*OTHER)}</div></div>') == STORY


def test_the_story_ends_with_its_article_where_a_headline_follows() -> None:
    page = f"<article>{p(*STORY)}</article><div><h1>Trận mở màn trên cát</h1>{p(*OTHER)}</div>"
    assert extract_body(parse(page)).text.split("\n\n") == STORY


def test_parts_that_are_headed_like_the_story_are_its_own() -> None:
    part = f'<h1 class="ten-bai">Chuyện của dầu rái</h1>{p(*OTHER)}'
    assert told(p(*STORY) + part) == [*STORY, "Chuyện của dầu rái", *OTHER]


def test_parts_in_boxes_whose_headings_lead_elsewhere_are_its_own() -> None:
    parts = (STORY[:2], STORY[2:4], STORY[4:], OTHER)
    boxes = (f'<section><h2 class="ten-bai"><a href="/p">Phần kể thêm</a></h2>{p(*lines)}</section>' for lines in parts)
    assert [line for line in told("".join(boxes)) if line != "Phần kể thêm"] == [*STORY, *OTHER]


def test_a_choice_outside_of_a_form_opens_a_tab_of_the_story() -> None:
    tab = f'<div><input type="radio" id="t"><label for="t">Ngày trước</label><p>{OTHER[0]}</p></div>'
    assert OTHER[0] in told(p(*STORY[:3]) + tab + p(*STORY[3:]))


@pytest.mark.parametrize(("others", "kept"), [(3, True), (20, False)])
def test_what_is_in_doubt_is_story_where_a_page_has_no_room_for_more(others: int, kept: bool) -> None:
    lines = [*STORY[:2], "Ghi chú", *STORY[2:4], *(f"Mục {number}" for number in range(others))]
    page = Context(segment(parse(p(*lines))), Known())
    scores = [0.9, 0.9, 0.45, 0.9, 0.9, *([0.1] * others)]
    assert (choose(page, scores, set())[page.blocks[2]] == "") is kept
