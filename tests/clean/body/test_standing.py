"""What stands in a story is story though the classifier doubts it: the scores are given here, the page decides."""

import pytest

from diemtin.clean.body.choose import choose
from diemtin.clean.body.features import Context
from diemtin.clean.body.segment import segment
from diemtin.clean.body.standing import THRESHOLD
from diemtin.clean.body.wording import Known
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, OTHER, STORY, p

LEDE = "Một xưởng đan thuyền thúng bằng tre giữa làng chài Gành Sứa vẫn giao bốn mươi chiếc mỗi năm."
CHROME = "".join(f"<li>Mục {number}</li>" for number in range(12))


def kept(inside: str, doubted: str, score: float, known: Known | None = None) -> bool:
    """Say whether the block that begins with *doubted*, of this *score*, is kept; the others are sure."""
    page = f'<body><ul class="menu">{CHROME}</ul><div><h1>{HEADLINE}</h1>{inside}</div></body>'
    context = Context(segment(parse(page)), known or Known([HEADLINE]))
    context.headline = next(n for n, block in enumerate(context.blocks) if block.tag == "h1")
    block = next(block for block in context.blocks if block.text.startswith(doubted))
    scores = [0.95 if b.text in STORY else score if b is block else 0.01 for b in context.blocks]
    for b in context.blocks:
        b.words = b.text.casefold().split()
    return choose(context, scores, set())[block] == ""


PROGRAM = "<pre>tre = 12\nfor nan in range(tre):\n    phoi(nan)</pre>"


@pytest.mark.parametrize(("score", "stays"), [(0.2, True), (0.02, False)])
def test_a_program_among_paragraphs_is_story_unless_all_speaks_against_it(score: float, stays: bool) -> None:
    assert kept(p(*STORY[:3]) + PROGRAM + p(*STORY[3:]), "tre = 12", score) is stays
    assert kept(p(*STORY) + PROGRAM, "tre = 12", score) is stays


def test_a_program_elsewhere_is_judged_by_itself() -> None:
    assert not kept(p(*STORY) + f"<div><div><div>{PROGRAM}</div></div></div>", "tre = 12", 0.2)


def test_a_heading_between_paragraphs_heads_a_part_of_the_story() -> None:
    heading = "<h3>Tre già, tay quen</h3>"
    assert kept(p(*STORY[:3]) + heading + p(*STORY[3:]), "Tre già", 0.2)
    assert not kept(p(*STORY) + heading, "Tre già", 0.2)
    assert not kept(p(*STORY[:3]) + "<h3>Tin liên quan</h3>" + p(*STORY[3:]), "Tin liên", 0.2)
    assert not kept(p(*STORY[:3]) + '<h3><a href="/x">Tre già</a></h3>' + p(*STORY[3:]), "Tre già", 0.2)


@pytest.mark.parametrize(("score", "stays"), [(0.3, True), (0.1, False)])
def test_a_long_paragraph_among_many_is_like_them_links_and_all(score: float, stays: bool) -> None:
    linked = f'{OTHER[0]} <a href="/bai">Bãi cát</a> mới dựng, {OTHER[1]}'
    assert kept(p(*STORY, *STORY, linked, *STORY), OTHER[0], score) is stays
    assert not kept(p(*STORY, *STORY, linked), OTHER[0], score)  # behind them it may be who wrote it
    assert not kept(p(*STORY[:3], linked, *STORY[3:]), OTHER[0], score)


@pytest.mark.parametrize(("its_press_prints_it", "stays"), [(True, True), (False, False)])
def test_a_stated_lede_is_the_first_paragraph_where_the_press_prints_it_so(
    its_press_prints_it: bool, stays: bool
) -> None:
    known = Known([HEADLINE], [LEDE], opens_with_lede=its_press_prints_it)
    assert kept(f"<div>{LEDE}</div>" + p(*STORY), "Một xưởng", 0.2, known) is stays


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        (f"<div>{LEDE}</div>", True),
        (f"<div>Nghe bài viết</div><div>{LEDE}</div><ul><li>Tin khác</li></ul>", True),
        (f"<div>{LEDE}</div><div>{OTHER[0]}</div>", False),
        (f'<div>{LEDE} <a href="/lang-chai">Làng chài</a>.</div>', False),
        (f'<img src="/thung.jpg"><div>{LEDE}</div>', False),
        (f'<div class="photo-caption">{LEDE}</div>', False),
        (f"<div>{LEDE[:-1]}</div>", False),
    ],
)
def test_the_only_paragraph_below_a_vietnamese_headline_is_the_lede(above: str, stays: bool) -> None:
    known = Known([HEADLINE], opens_with_lede=True)
    assert kept(above + p(*STORY), "Một xưởng", 0.2, known) is stays
    assert not kept(above + p(*STORY), "Một xưởng", 0.2, Known([HEADLINE]))


@pytest.mark.parametrize(("opening", "stays"), [("(Gành Sứa) - ", True), ("", False)])
def test_what_opens_with_the_papers_name_is_the_first_paragraph(opening: str, stays: bool) -> None:
    assert kept(f"<div>{opening}{LEDE}</div>" + p(*STORY), opening + "Một xưởng", 0.2) is stays
    assert not kept(p(*STORY) + f"<div>{opening}{LEDE}</div>", opening + "Một xưởng", 0.2)


ROWS = "".join(f'<tr><td><a href="/l/{n}">Lò thúng {n}</a></td><td>{n}0 chiếc</td></tr>' for n in range(1, 5))


@pytest.mark.parametrize("wrapped", ["{}", '<div class="cuon">{}</div>'])
@pytest.mark.parametrize(("heads", "stays"), [("<tr><th>Xưởng</th><th>Năm ngoái</th></tr>", True), ("", False)])
def test_a_table_whose_columns_have_heads_is_story_though_its_cells_are_links(
    wrapped: str, heads: str, stays: bool
) -> None:
    table = wrapped.format(f"<table>{heads}{ROWS}</table>")
    assert kept(p(*STORY[:3]) + table + p(*STORY[3:]), "Lò thúng 1", 0.01) is stays
    assert not kept(p(*STORY) + table, "Lò thúng 1", 0.01)


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://bao-tang.example/{}", True),
        ("https://anh.gieng.example/{}", False),
        ("/{}", False),
    ],
)
def test_a_list_of_links_is_story_where_all_of_them_lead_to_other_sites(address: str, stays: bool) -> None:
    items = "".join(f'<li><a href="{address.format(n)}">Sưu tập thuyền {n}</a></li>' for n in range(3))
    known = Known([HEADLINE], url="https://gieng.example/xuong")
    assert kept(p(*STORY[:3]) + f"<ul>{items}</ul>" + p(*STORY[3:]), "Sưu tập thuyền 0", 0.01, known) is stays
    assert not kept(p(*STORY) + f"<ul>{items}</ul>", "Sưu tập thuyền 0", 0.01, known)


def test_what_is_in_no_doubt_stays_as_it_is() -> None:
    assert kept(p(*STORY[:3]) + "<div>Ghi chú</div>" + p(*STORY[3:]), "Ghi chú", THRESHOLD)
