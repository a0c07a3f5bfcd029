"""Injected faults are caught at the stated rates: in our own pairs always, in the shared ones where they are here."""

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from diemtin.translate.checks import NAMES, check, document_language

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
# The least share of faults caught, in per cent. "With stop" has none: a cut that keeps the full stop shows little.
FLOORS = {
    "number dropped": 85,  # small numbers may be "a", "first" or "the decade" on the other side
    "digit changed": 92,
    "digit dropped": 92,
    "times ten": 92,
    "times ten by separator": 92,
    "scale changed": 88,
    "quarter cut": 89,
    "quarter cut by letters": 89,
    "second half source": 90,
    "first half source": 90,
    "phrase looped": 99,
    "loop at the end": 99,
    "echo": 100,
    "empty": 100,
    "preamble": 100,
}
_SAMPLING = 3  # per cent that a sample of every eighth pair may fall short by chance
FLAGGED = 3  # per cent of right translations, at most


def _injector() -> ModuleType:
    spec = importlib.util.spec_from_file_location("inject", ROOT / "tests" / "bench" / "inject.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


inject = _injector()


def own_pairs() -> list[dict[str, str]]:
    """Return our own sentences, those that are long enough to be damaged as news sentences are."""
    pairs = tomllib.loads((HERE / "right_pairs.toml").read_text(encoding="utf-8"))["pair"]
    return [pair for pair in pairs if len(pair["en"].split()) >= 8 and pair["en"][-1] == "."]


def rate(name: str, source: str, target: str, pairs: list[dict[str, str]]) -> float:
    """Return the share of faults caught, in per cent."""
    found = [bool(check(said, wrong, source, target)) for said, wrong in inject.cases(pairs, source, target, name)]
    return 100 * sum(found) / len(found) if found else 100.0


@pytest.mark.parametrize(("source", "target"), inject.DIRECTIONS)
@pytest.mark.parametrize("name", FLOORS)
def test_faults_in_our_own_pairs_are_caught(name: str, source: str, target: str) -> None:
    assert rate(name, source, target, own_pairs()) >= FLOORS[name]


@pytest.mark.skipif(not inject.PAIRS.exists(), reason="the shared translations (DIEMTIN_SHARED) are not here")
@pytest.mark.parametrize(("source", "target"), inject.DIRECTIONS)
def test_the_shared_translations_are_judged_as_stated(source: str, target: str) -> None:
    pairs = inject.read_pairs(inject.PAIRS)
    assert rate("clean", source, target, pairs) <= FLAGGED
    low = {
        name: found for name, floor in FLOORS.items() if (found := rate(name, source, target, pairs[::5])) < floor - 1
    }
    assert not low
    assert inject.languages_wrong(pairs) == []


def test_a_documents_language_is_told() -> None:
    pairs = own_pairs()
    for lang in ("vi", "en"):
        assert document_language(" ".join(pair[lang] for pair in pairs)) == lang


def test_the_manual_has_a_section_for_every_check_in_order() -> None:
    manual = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^### (\w+)$", manual, re.M)) == NAMES
