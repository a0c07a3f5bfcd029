"""Settings are typed, and a wrong key is named with its remedy."""

from dataclasses import dataclass, field

import pytest

from diemtin import settings
from diemtin.findings import DiemtinError


@settings.keys
@dataclass(frozen=True)
class Sample:
    sample_count: int = 3
    sample_names: tuple[str, ...] = ()
    sample_secret: str = field(default="", metadata={"environment_only": True})


def test_defaults_settings_and_environment_in_rising_strength(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.parse(Sample, {}) == Sample()
    given = {"DIEMTIN_SAMPLE_COUNT": 4, "DIEMTIN_SAMPLE_NAMES": ["a"]}
    assert settings.parse(Sample, given) == Sample(4, ("a",))
    monkeypatch.setenv("DIEMTIN_SAMPLE_COUNT", "5")
    monkeypatch.setenv("DIEMTIN_SAMPLE_NAMES", "b, c")
    assert settings.parse(Sample, given) == Sample(5, ("b", "c"))


def test_a_list_may_be_one_text_with_commas() -> None:
    assert settings.parse(Sample, {"DIEMTIN_SAMPLE_NAMES": "b, c"}) == Sample(sample_names=("b", "c"))


@pytest.mark.parametrize("value", ["4", True, 4.5, None])
def test_a_wrong_type_is_named(value: object) -> None:
    with pytest.raises(DiemtinError, match="DIEMTIN_SAMPLE_COUNT"):
        settings.parse(Sample, {"DIEMTIN_SAMPLE_COUNT": value})


def test_a_secret_belongs_into_the_environment() -> None:
    with pytest.raises(DiemtinError, match="environment"):
        settings.parse(Sample, {"DIEMTIN_SAMPLE_SECRET": "x"})


def test_an_unknown_key_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(DiemtinError, match="did you mean DIEMTIN_SAMPLE_COUNT"):
        settings.refuse_unknown({"DIEMTIN_SAMPLE_COUNTS": 1})
