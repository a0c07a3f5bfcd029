"""Names of sections and tags in the other language."""

import pytest

from diemtin.translate.naming import accept_name
from diemtin.translate.run import Rejection, Request


@pytest.mark.parametrize(
    ("source", "answer", "name"),
    [
        ("kinh tế", "economy.", "economy"),
        ("Kinh tế", "economy", "Economy"),
        ("OpenAI", "OpenAI", "OpenAI"),
        ("Tô Lâm", "Tô Lâm", "Tô Lâm"),
        ("iPhone 17", "iPhone 17", "iPhone 17"),
        ("AI", "Trí tuệ nhân tạo", "Trí tuệ nhân tạo"),
    ],
)
def test_a_name_is_taken(source: str, answer: str, name: str) -> None:
    assert accept_name(Request("0", source, "vi", "en"), answer) == name


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("Kinh tế", "Kinh tế"),
        ("Đồng bằng sông Cửu Long", "Đồng bằng sông Cửu Long"),
        ("metro", "tàu điện tàu điện"),
        ("metro", "Metro metro"),
        ("Du lịch", "A long sentence about tourism in the rivers of the south"),
        ("Kinh tế", "1986"),
    ],
)
def test_what_is_no_name_is_not(source: str, answer: str) -> None:
    assert isinstance(accept_name(Request("0", source, "vi", "en"), answer), Rejection)
