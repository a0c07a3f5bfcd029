"""Checks of a translation against its source, each with a name that an editor can read and silence.

Every check looks at both sides: what would be a fault of an engine ("Here is the translation", a repeated word, a
three-fold length) may be the news itself. A check is a function from a `Pair` to the evidence it found, one line each.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from diemtin.translate.checks.dates import check_dates
from diemtin.translate.checks.numbers import check_numbers
from diemtin.translate.checks.pair import Pair, Side

_CHECKS: Final[Mapping[str, Callable[[Pair], Iterable[str]]]] = {
    "numbers": check_numbers,
    "dates": check_dates,
}
NAMES: Final = ("empty", *_CHECKS)


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found: its name, and the evidence (``"3,2 tỷ → 3.2 million"``), one line."""

    name: str
    evidence: str


def check(
    source: str,
    target: str,
    source_lang: str,
    target_lang: str,
    *,
    glossary: Mapping[str, str] = {},
    off: Collection[str] = (),
    siblings: Collection[str] = (),
) -> list[Issue]:
    """Return what is wrong with *target* as a translation of *source*, in the order of `NAMES`; nothing if all is well.

    Both may hold ``<g1>…</g1>`` and ``<x2/>``. *glossary* maps terms of the source language to their translations;
    *off* names checks to leave out; *siblings* are the source texts of the other segments of the story or batch.
    """
    pair = Pair(Side(source, source_lang), Side(target, target_lang), glossary, siblings)
    return [Issue(name, evidence) for name, find in _CHECKS.items() if name not in off for evidence in find(pair)]


def document_language(text: str) -> str:
    return "vi"
