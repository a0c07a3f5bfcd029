"""Lines that are none of a story by their form alone: every line here is as likely story as the paragraphs around."""

import pytest

from diemtin.clean.body.choose import choose
from diemtin.clean.body.features import Context
from diemtin.clean.body.segment import segment
from diemtin.clean.body.wording import Known
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, STORY, p


def rules_of(inside: str) -> dict[str, str]:
    page = Context(segment(parse(f"<div>{inside}</div>")), Known([HEADLINE]))
    return {block.text: rule for block, rule in choose(page, [0.9] * len(page.blocks), set()).items()}


def form_within(line: str) -> str:
    """Return the rule that drops *line* between two paragraphs."""
    rules = rules_of(p(*STORY[:3], line, *STORY[3:]))
    return next(rule for text, rule in rules.items() if text in line and text not in STORY)


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("A D V E R T I S E M E N T", "advertisement"),
        ("Advertisement 3", "advertisement"),
        ("1.204 lượt tải", "counter"),
        ("5,821 Accesses", "counter"),
        ("3 hours ago 10.15 GMT", "date line"),
        ("7:40 p.m. AEST", "date line"),
        ("Thời gian đọc: 4 phút", "facts"),
        ("3 Min. Lesezeit", "facts"),
        ("6 January, 14:59 - Reading time: about 4 minutes", "facts"),
        ("Already a member of the Bell? Please log in to go on.", "subscription"),
        ("Create an account or sign in to continue with your reading.", "subscription"),
        ("You have 2 free stories left this month.", "subscription"),
        ("Bạn đã đọc hết 5 bài miễn phí trong tháng này.", "subscription"),
        ("Please enable JavaScript in your browser to see the map.", "trouble"),
        ("Vui lòng bật JavaScript để xem bản đồ bến thúng.", "trouble"),
        ("Loading the map …", "trouble"),
        ("This guide may contain affiliate links, at no cost to you.", "disclosure"),
        ("Like this story? Sign up for our weekly newsletter.", "invitation"),
        ("Follow The Bell on Facebook for more of the coast.", "invitation"),
        ("Got a story? Write to our desk.", "invitation"),
        ('<a href="/x">[ Lê Hạnh: How the last coracle of the bay was made ]</a>', "read also"),
        ("If you buy through our links, we may earn a small commission.", "disclosure"),
    ],
)
def test_a_line_of_the_page_itself_is_none_of_the_story(line: str, form: str) -> None:
    assert form_within(line) == form


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement was what kept the village paper alive for all those years.",
        "The boats leave at 10.15 GMT and come back with the evening tide.",
        "His reading time was four minutes a day, at sea, by the lamp.",
        "He was already a member of the guild when his father took him out to sea.",
        "You have 2 stories left to hear, said the old man, and both are about the wind.",
        "Loading the boats takes an hour.",
        '<a href="/x">[The harbour museum]</a>',
        "[ He laughs for the first time since we came here in the morning. ]",
        "Three hundred people follow the old man on Facebook, where he shows his knots.",
        "Buyers sign up for the guild's newsletter and wait for a year.",
        "The guild is paid by affiliate members, who buy their bamboo through it.",
    ],
)
def test_a_sentence_that_speaks_of_such_things_is_the_storys(line: str) -> None:
    assert form_within(line) == ""


def test_a_lone_cell_is_judged_as_a_line_and_the_cells_of_a_table_are_data() -> None:
    mark = "<table><tr><td>Quảng cáo</td></tr></table>"
    assert rules_of(p(*STORY[:3]) + mark + p(*STORY[3:]))["Quảng cáo"] == "advertisement"
    costs = "<table><tr><td>Quảng cáo</td><td>4 triệu</td></tr><tr><td>Dầu rái</td><td>9 triệu</td></tr></table>"
    assert rules_of(p(*STORY[:3]) + costs + p(*STORY[3:]))["Quảng cáo"] == ""
