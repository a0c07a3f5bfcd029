"""Numbers by value: what one side states in figures, the other side must state too, in figures or in words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from diemtin.translate.checks.dates import calendar
from diemtin.translate.checks.figures import Number, roman
from diemtin.translate.checks.language import told
from diemtin.translate.checks.numerals import number_words, numbers
from diemtin.translate.checks.pair import Pair, Side
from diemtin.translate.checks.tables import table

_MILLION: Final = 1_000_000
_DIGITS: Final = re.compile(r"\d+")
_ON_THE_HOUR: Final = frozenset({0.0})  # 5 a.m. is 05:00


@dataclass(frozen=True, slots=True)
class Loose:
    """Values that words may stand for: all of them, and those that are months (which may stand in a date's figures)."""

    all: frozenset[float]
    months: frozenset[float]


def check_numbers(pair: Pair) -> Iterator[str]:
    """Yield ``"3,2 tỷ → 3.2 million"`` where figures of one side have no equal on the other."""
    if not told(pair.target):
        yield from _figures(pair)
        return
    source, target = _numbers(pair.source), _numbers(pair.target)
    if not source and not target:
        return
    lost = _unmatched(source, target, pair.target)
    new = _unmatched(target, source, pair.source)
    new += [number for number in target if number not in new and _padded(number, source)]
    if not lost and not new:
        lost, new = _scales(source), _scales(target)
        lost, new = _without(lost, new), _without(new, lost)
        if not lost or not new:
            lost = [] if any(number.scale >= _MILLION for number in target) else lost
            new = [] if any(number.scale >= _MILLION for number in source) else new
    if lost or new:
        yield f"{_named(lost)} → {_named(new)}"


def _figures(pair: Pair) -> Iterator[str]:
    """Yield the runs of digits that only one side has: all that can be compared where words prove nothing."""
    source, target = (Counter(_DIGITS.findall(side.text)) for side in (pair.source, pair.target))
    if source != target:
        yield f"{', '.join(source - target) or '–'} → {', '.join(target - source) or '–'}"


def _numbers(side: Side) -> list[Number]:
    stated = any(map(str.isdecimal, side.text)) or not side.vocabulary.isdisjoint(number_words(side.lang))
    return numbers(side.text, side.lang) if stated else []


def _unmatched(wanted: list[Number], given: list[Number], side: Side) -> list[Number]:
    """Return the firm numbers of *wanted* that neither *given* nor a looser word of *side* states.

    Each statement of a value answers for one: of two 72 per cent none may go. Looser words answer for any number.
    """
    free = list(given)
    missing = []
    for number in wanted:
        if not number.firm:
            continue
        equal = next((other for other in free if number.values & other.values), None)
        if equal:
            free.remove(equal)
        else:
            missing.append(number)
    if not missing:
        return []
    words = loose(side)
    parts = {value for number in given if len(number.parts) > 1 for part in number.parts for value in part}
    return [number for number in missing if not _stated_otherwise(number, free, words, parts)]


def _stated_otherwise(number: Number, free: list[Number], words: Loose, parts: set[float]) -> bool:
    """Whether a loose word states the number, or its figures stand apart: 28.6.2024 as 28, June and 2024."""
    if number.values & (words.months if number.joined else words.all):
        return True
    if number.scale > 1 or not number.parts:
        return False
    if len(number.parts) == 1:
        return bool(number.values & parts)
    if not number.apart:
        return False
    values = parts.union(words.all, *(other.values for other in free))
    return all(part & values or part == _ON_THE_HOUR for part in number.parts)


def _padded(number: Number, source: list[Number]) -> bool:
    """Whether a decimal has gained a zero (7,5 → 7.50), as no translator writes: most often a digit has slipped in."""
    equal = [other for other in source if other.values & number.values]
    return number.zeros > 0 and bool(equal) and all(other.zeros < number.zeros for other in equal)


def _scales(found: list[Number]) -> list[Number]:
    """Return the scales from a million on that stand without a number (*hàng triệu*)."""
    return [number for number in found if number.bare and number.scale >= _MILLION]


def _without(some: list[Number], others: list[Number]) -> list[Number]:
    return [number for number in some if all(number.scale != other.scale for other in others)]


def _named(found: list[Number]) -> str:
    return ", ".join(number.text for number in found) or "–"


@cache
def _loose_words(lang: str) -> dict[str, frozenset[float]]:
    words = table("number_words")
    return {word: frozenset(map(float, values)) for word, values in words[lang]["loose"].items()}


def loose(side: Side) -> Loose:
    """Return the values that other words of a side may stand for: a dozen, June, Thursday, thế kỷ XI."""
    words, named = _loose_words(side.lang), calendar(side)
    months = frozenset(map(float, named.maybe)) if side.lang == "en" else frozenset[float]()
    found = set(months | roman(side.text)) | {float(day) for day in named.weekdays}
    for word in side.words:
        found |= words.get(re.sub(r"['’]s?$", "", word.lower), frozenset())
    for phrase in ("thập niên", "thập kỷ", "thế kỷ"):
        if phrase in side.lower:
            found |= words.get(phrase, frozenset())
    return Loose(frozenset(found), months)
