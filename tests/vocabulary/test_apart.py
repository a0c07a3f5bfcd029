"""Work in processes of its own: results in order, reports and errors heard."""

import logging
import os
from collections.abc import Sequence

import pytest

from diemtin.apart import Apart, can_fork, together
from diemtin.findings import LOGGER, Finding, report

pytestmark = pytest.mark.skipif(not can_fork(), reason="one processor, or no fork")


def squares(numbers: Sequence[int]) -> list[tuple[int, int]]:
    return [(number * number, os.getpid()) for number in numbers]


def test_results_stand_in_the_order_of_the_items_whoever_made_them() -> None:
    made = together(squares, range(100))
    assert [square for square, _ in made] == [number * number for number in range(100)]
    assert len({process for _, process in made}) > 1


def test_a_few_items_need_no_other_process() -> None:
    assert {process for _, process in together(squares, range(5))} == {os.getpid()}


class Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def test_what_is_reported_apart_is_heard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    monkeypatch.setattr(LOGGER, "handlers", [heard])
    Apart(lambda: report(Finding("tin.html", "no date found", "add one"))).result()
    assert heard.messages == ["tin.html: no date found; add one"]


def test_an_error_apart_is_raised_where_the_result_is_asked_for() -> None:
    def fail() -> None:
        raise ValueError("nine")

    with pytest.raises(ValueError, match="nine"):
        Apart(fail).result()


def test_a_process_that_dies_is_noticed() -> None:
    with pytest.raises(ChildProcessError):
        Apart(lambda: os._exit(1)).result()
