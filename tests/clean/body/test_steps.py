"""Steps of a how-to are story as a whole: the lines that count them, and what is to be done."""

import pytest

from diemtin.clean.body.segment import segment
from diemtin.clean.body.steps import with_steps
from diemtin.clean.parsing import parse
from tests.clean.body.pages import STORY


def lifted(labels: list[str], score: float, sure: int) -> list[bool]:
    """Say for each line of a page of *labels*, a paragraph behind each, whether it is story. The first *sure* of the
    paragraphs are; all else has *score*.
    """
    page = "".join(f"<div>{label}</div><p>{text}</p>" for label, text in zip(labels, STORY, strict=False))
    blocks = segment(parse(f"<body>{page}</body>"))
    sure_texts = STORY[:sure]
    return [value >= 0.5 for value in with_steps(blocks, [0.9 if b.text in sure_texts else score for b in blocks])]


@pytest.mark.parametrize("word", ["Bước", "Step", "Schritt", "Étape"])
def test_steps_are_story_where_half_of_what_they_tell_is(word: str) -> None:
    labels = [f"{word} {number}" for number in range(1, 5)]
    assert lifted(labels, 0.2, sure=2) == [True] * 8
    assert lifted(labels, 0.2, sure=1) == [False, True, *[False] * 6]
    assert lifted(labels, 0.02, sure=3) == [False, True, False, True, False, True, False, False]


@pytest.mark.parametrize(
    "labels",
    [
        ["Bước 1", "Bước 2"],  # too few
        ["Tập 7", "Tập 8", "Tập 9"],  # do not count from one
        ["1", "2", "3"],  # ranks
        ["#muc1", "#muc2", "#muc3"],
        ["Bước 1", "Khâu 2", "Đoạn 3"],
    ],
)
def test_lines_that_count_no_steps_are_judged_by_themselves(labels: list[str]) -> None:
    assert lifted(labels, 0.2, sure=len(labels)) == [False, True] * len(labels)


def test_a_linked_line_is_another_page() -> None:
    labels = [f'<a href="/trang-{number}">Trang {number}</a>' for number in range(1, 5)]
    assert lifted(labels, 0.2, sure=4) == [False, True] * 4
