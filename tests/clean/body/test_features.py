"""What is surely no story is not looked at: it has no row of figures."""

from diemtin.clean.body.features import Context, features
from diemtin.clean.body.segment import segment
from diemtin.clean.body.wording import Known
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, STORY, p

KICKERS = ("Sóng gió", "Chợ sớm", "Nghề cũ", "Ngư cụ", "Con nước")


def looked_at(beside: str) -> set[str]:
    """Return the lines of *beside*, a part of a page beside its story, that are looked at."""
    page = Context(
        segment(parse(f"<body><div>{p(*STORY)}</div><div><div>{beside}</div></div></body>")), Known([HEADLINE])
    )
    rows = zip(page.blocks, features(page), strict=True)
    return {block.text for block, row in rows if row is not None} - set(STORY)


def cards(heading: str = "h4") -> str:
    linked = '<div><span>{0}</span><{1}><a href="/k">{0}: một chuyện khác</a></{1}></div>'
    return "".join(linked.format(kicker, heading) for kicker in KICKERS)


def test_a_line_in_a_box_of_teasers_is_not_looked_at() -> None:
    assert looked_at(cards()) == set()


def test_a_box_of_lines_with_a_link_here_and_there_is() -> None:
    items = [f"{kicker}: ba phần <a href='/m'>muối</a>, một phần nước" for kicker in KICKERS]
    assert len(looked_at(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")) == len(KICKERS)


def test_a_box_that_holds_the_pages_headline_is() -> None:
    assert HEADLINE in looked_at(f"<h1>{HEADLINE}</h1>{cards()}")
