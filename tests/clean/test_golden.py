"""Whole scrapes: what comes out is what came out before, and near enough to what an editor would keep."""

import tomllib
from pathlib import Path

import pytest

from tests.clean.golden import cases, produced
from tests.clean.scores import scores

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_scrape_gives_the_expected_article(case: Path) -> None:
    for path, text in produced(case):
        assert text == path.read_text("utf-8"), (
            "if this is better: python -m tests.clean.refresh, and read the difference"
        )


def test_no_score_is_below_its_floor() -> None:
    found = scores()
    assert found.keys() == FLOORS.keys()
    below = {name: f"{found[name]:.3f} < {floor}" for name, floor in FLOORS.items() if found[name] < floor}
    assert not below
