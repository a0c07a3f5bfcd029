"""No check may flag a right translation, in either direction."""

import tomllib
from pathlib import Path

import pytest

from diemtin.translate.checks import check

PAIRS = tomllib.loads(Path(__file__).with_suffix("").with_name("right_pairs.toml").read_text(encoding="utf-8"))["pair"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["why"])
@pytest.mark.parametrize(("source", "target"), [("vi", "en"), ("en", "vi")], ids=["to English", "to Vietnamese"])
def test_a_right_translation_is_left_alone(pair: dict[str, str], source: str, target: str) -> None:
    assert check(pair[source], pair[target], source, target) == []
