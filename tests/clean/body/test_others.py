"""What a page tells of other stories, and of itself, is none of the story's."""

import pytest

from diemtin.clean.body.choose import choose
from diemtin.clean.body.features import Context
from diemtin.clean.body.segment import segment
from diemtin.clean.body.wording import Known, words_of
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, OTHER, STORY, p


def rules_of(below: str, doubted: str = "") -> dict[str, str]:
    """Return what drops each line of *below*, which all look like story but for *doubted*, behind a story."""
    page = Context(segment(parse(f"<div>{p(*STORY)}</div><div>{below}</div>")), Known([HEADLINE]))
    rules = choose(page, [0.1 if block.text == doubted else 0.9 for block in page.blocks], set())
    return {block.text: rule for block, rule in rules.items() if block.text not in STORY}


@pytest.mark.parametrize("between", ["", "<p>2/4/2026 08:15</p>", "<p>2/4/2026 08:15</p><p>Chia sẻ</p>"])
def test_a_teaser_goes_with_its_headline_whatever_short_lines_stand_between(between: str) -> None:
    card = f'<h5><a href="/k">Trận mở màn trên cát</a></h5>{between}<p>{OTHER[0]}</p>'
    assert rules_of(f"<h4>Tin liên quan</h4>{card}")[OTHER[0]] == "related links"
    assert rules_of(f"<h4>Những bến thúng</h4>{card}")[OTHER[0]] == ""


def test_a_heading_goes_with_the_other_stories_that_it_heads() -> None:
    card = f'<h5><a href="/k">Trận mở màn trên cát</a></h5><p>{OTHER[0]}</p>'
    assert rules_of(f"<h4>Mới nhất</h4>{card}")["Mới nhất"] != ""


def test_items_that_are_each_a_link_and_a_date_are_other_stories() -> None:
    links = [f'<a href="/k/{n}">{line[:38]}</a>' for n, line in enumerate(OTHER)]
    dated = "".join(f"<li>{link} (10/04/2026)</li>" for link in links)
    assert set(rules_of(f"<p>Chuyện khác</p><ul>{dated}</ul>").values()) == {"", "related links"}
    told = "".join(f"<li>{link} bên bờ vịnh</li>" for link in links)
    assert set(rules_of(f"<p>Chuyện khác</p><ul>{told}</ul>").values()) == {""}


def test_in_a_box_without_paragraphs_all_below_such_a_heading_is_of_others() -> None:
    lines = p("Trận mở màn trên cát", "Ngày 20 tháng 5", "Trong mục Thể thao")
    assert set(rules_of(f"<div><h4>Tin liên quan</h4>{lines}</div>").values()) == {"related links"}
    assert set(rules_of(f"<div><h4>Những bến thúng</h4>{lines}</div>").values()) == {""}


@pytest.mark.parametrize(
    ("line", "is_the_storys"),
    [
        (
            "Bản quyền thuộc Báo Gành Sứa. Giấy phép số 12/GP-BTTTT, điện thoại 0900 000 000, thư về tòa soạn.",
            False,
        ),
        ("© 2026 The Harbour Courier. No part of this page may be printed elsewhere without a word from us.", False),
        ("Reporting by Lê Hạnh in Gành Sứa and Đỗ Yến in the capital; editing by Hồ Vân and Nguyễn Lụa.", False),
        ("Bản quyền của kiểu thúng này chưa ai giữ, ông Nghị nói, và ông cũng chẳng định xin cho riêng mình.", True),
    ],
)
def test_the_last_lines_may_be_the_houses_own(line: str, is_the_storys: bool) -> None:
    assert (rules_of(p(line))[line] == "") is is_the_storys


@pytest.mark.parametrize(
    ("listed", "item"), [("<ul>{}</ul>", "<li>{}</li>"), ("<table>{}</table>", "<tr><td>{}</td></tr>")]
)
def test_a_list_behind_a_line_that_says_only_that_other_stories_follow_is_of_those(listed: str, item: str) -> None:
    others = [f'<a href="/l/{n}">Chuyện thứ {n}</a> {line[:60]}' for n, line in enumerate(OTHER)]
    below = listed.format("".join(map(item.format, others)))
    assert set(rules_of(p("More coast stories") + below).values()) <= {"related links", "read also"}
    assert set(rules_of(p("Three more stories of the coast:") + below).values()) == {""}
    mixed = listed.format("".join(map(item.format, (others[0], *OTHER[1:]))))
    assert rules_of(p("More coast stories") + mixed)[OTHER[1]] == ""


@pytest.mark.parametrize(
    ("page", "dropped"),
    [
        ('<div id="header-wrapper"><p>{about}</p></div><div><h1>{headline}</h1>{story}</div>', "outlet"),
        ('<div class="article-header"><p>{about}</p><h1>{headline}</h1></div><div>{story}</div>', ""),
        ("<div><p>{about}</p></div><div><h1>{headline}</h1>{story}</div>", ""),
    ],
    ids=["a page's head", "the story's own", "neither"],
)
def test_what_a_blog_says_of_itself_above_the_headline_is_none_of_the_story(page: str, dropped: str) -> None:
    html = page.format(about=OTHER[0], headline=HEADLINE, story=p(*STORY))
    context = Context(segment(parse(html)), Known([HEADLINE]))
    context.headline = next(n for n, block in enumerate(context.blocks) if block.tag == "h1")
    for block in context.blocks:
        block.words = words_of(block.text)
    rules = choose(context, [0.9] * len(context.blocks), set())
    assert rules[next(block for block in context.blocks if block.text == OTHER[0])] == dropped


@pytest.mark.parametrize(
    ("field", "dropped"),
    [
        ('<input type="email">', "subscription"),
        ('<input type="text" name="EMAIL">', "subscription"),
        ('<input placeholder="Your e-mail">', "subscription"),
        ('<input name="q">', ""),
    ],
)
def test_what_stands_in_a_small_box_with_a_field_for_an_address_asks_for_it(field: str, dropped: str) -> None:
    assert rules_of(f"<div>{p(OTHER[0])}{field}</div>{p(OTHER[1])}")[OTHER[0]] == dropped


def test_what_a_subscriber_would_get_is_none_of_the_story() -> None:
    offer = f"<ul><li>{OTHER[0]}</li><li>Câu đố mỗi ngày</li></ul>"
    assert set(rules_of(p("Subscribe now to read the latest from the coast.") + offer).values()) == {"subscription"}
    assert set(rules_of(p("Sign in at the gate to see the boats:") + offer).values()) == {""}
