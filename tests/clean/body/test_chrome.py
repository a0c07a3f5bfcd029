"""What is surely no story is not looked at: it has no row of figures."""

from diemtin.clean.body.features import Context, features
from diemtin.clean.body.segment import segment
from diemtin.clean.body.wording import Known
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, STORY, p

KICKERS = ("Sóng gió", "Chợ sớm", "Nghề cũ", "Ngư cụ", "Con nước")
CARDS = "".join(f'<div><span>{word}</span><h4><a href="/k">{word}: một chuyện khác</a></h4></div>' for word in KICKERS)
HOTLINE = "Đường dây nóng"


def looked_at(beside: str = "", *, above: str = "", behind: str = "") -> set[str]:
    """Return the lines that are looked at *beside* the box of a story, and far *above* and *behind* it."""
    story = f"<main><div><h1>{HEADLINE}</h1><div>{p(*STORY)}</div>{beside}</div></main>"
    page = Context(segment(parse(f"<body>{above}{story}{behind}</body>")), Known([HEADLINE]))
    rows = zip(page.blocks, features(page), strict=True)
    return {block.text for block, row in rows if row is not None} - {HEADLINE, *STORY}


def test_a_line_in_a_box_of_teasers_is_not_looked_at() -> None:
    assert looked_at(f"<div><div>{CARDS}</div></div>") == set()


def test_a_list_with_a_link_here_and_there_is() -> None:
    items = "".join(f'<li>{word}: ba phần <a href="/m">muối</a>, một phần nước</li>' for word in KICKERS)
    assert len(looked_at(f"<div><ul>{items}</ul></div>")) == len(KICKERS)


def test_a_box_of_teasers_that_holds_the_headline_is() -> None:
    heading = "Thuyền thúng về bến"
    assert heading in looked_at(f"<div><div><h1>{heading}</h1>{CARDS}</div></div>")


def test_short_lines_far_from_the_story_are_not_looked_at_but_those_near_it_are() -> None:
    assert looked_at(above=p("Số báo hôm nay"), behind=p(HOTLINE)) == set()
    assert looked_at(p(HOTLINE)) == {HOTLINE}


def test_a_part_of_the_page_whose_lines_are_broken_may_be_the_story() -> None:
    lines = [f"{line[:60].strip()} {number}" for number, line in enumerate(STORY * 3)]
    assert looked_at(behind=f"<div>{'<br>'.join(lines)}</div>") == set(lines)
