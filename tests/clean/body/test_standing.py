"""What stands in a story is story though the classifier doubts it: the scores are given here, the page decides."""

import pytest

from diemtin.clean.body.choose import choose
from diemtin.clean.body.features import Context
from diemtin.clean.body.segment import segment
from diemtin.clean.body.standing import THRESHOLD
from diemtin.clean.body.wording import Known
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, STORY, p

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


@pytest.mark.parametrize(("its_press_prints_it", "stays"), [(True, True), (False, False)])
def test_a_stated_lede_is_the_first_paragraph_where_the_press_prints_it_so(
    its_press_prints_it: bool, stays: bool
) -> None:
    known = Known([HEADLINE], [LEDE], opens_with_lede=its_press_prints_it)
    assert kept(f"<div>{LEDE}</div>" + p(*STORY), "Một xưởng", 0.2, known) is stays


@pytest.mark.parametrize(("opening", "stays"), [("(Gành Sứa) - ", True), ("", False)])
def test_what_opens_with_the_papers_name_is_the_first_paragraph(opening: str, stays: bool) -> None:
    assert kept(f"<div>{opening}{LEDE}</div>" + p(*STORY), opening + "Một xưởng", 0.2) is stays
    assert not kept(p(*STORY) + f"<div>{opening}{LEDE}</div>", opening + "Một xưởng", 0.2)


def test_what_is_in_no_doubt_stays_as_it_is() -> None:
    assert kept(p(*STORY[:3]) + "<div>Ghi chú</div>" + p(*STORY[3:]), "Ghi chú", THRESHOLD)
