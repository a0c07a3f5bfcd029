"""Each fault is seen by the check that is named for it, and can be silenced by that name."""

import tomllib
from pathlib import Path

import pytest

from diemtin.translate.checks import NAMES, check

CASES = tomllib.loads(Path(__file__).with_name("wrong_pairs.toml").read_text(encoding="utf-8"))["case"]
OTHER = {"vi": "en", "en": "vi"}


def named(case: dict[str, str], off: tuple[str, ...] = ()) -> set[str]:
    lang = case.get("lang", "vi")
    return {issue.name for issue in check(case["source"], case["target"], lang, OTHER[lang], off=off)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['check']}: {case['why']}")
def test_a_fault_is_named(case: dict[str, str]) -> None:
    assert case["check"] in named(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['check']}: {case['why']}")
def test_a_check_can_be_silenced_by_its_name(case: dict[str, str]) -> None:
    assert case["check"] not in named(case, off=(case["check"],))


def test_every_check_is_shown_by_a_fault() -> None:
    shown = {case["check"] for case in CASES}
    assert set(NAMES) - shown == {"glossary", "sibling"}  # shown in test_stories.py: they need more than a pair
