"""Numbers by value: what one side states in figures, the other side must state too, in figures or in words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diemtin.translate.checks.numerals import Number, numbers, roman
from diemtin.translate.checks.pair import Pair, Side
from diemtin.translate.checks.tables import table

_MILLION: Final = 1_000_000
_ON_THE_HOUR: Final = frozenset({0.0})  # 5 a.m. is 05:00


def check_numbers(pair: Pair) -> Iterator[str]:
    """Yield ``"3,2 tỷ → 3.2 million"`` where figures of one side have no equal on the other."""
    source, target = numbers(pair.source.text, pair.source.lang), numbers(pair.target.text, pair.target.lang)
    if not source and not target:
        return
    lost = _unmatched(source, target, pair.target)
    new = _unmatched(target, source, pair.source)
    lost_scales, new_scales = _scales(source) - _scales(target), _scales(target) - _scales(source)
    if lost or new:
        yield f"{_named(lost)} → {_named(new)}"
    elif lost_scales and new_scales:
        yield f"{_named([n for n in source if n.scale in lost_scales])} → {_named([n for n in target if n.scale in new_scales])}"


def _unmatched(wanted: list[Number], given: list[Number], side: Side) -> list[Number]:
    """Return the firm numbers of *wanted* that neither *given* nor a looser word of *side* states."""
    values = frozenset[float]().union(*(number.values for number in given), loose(side))
    parts = values.union(*(part for number in given if len(number.parts) > 1 for part in number.parts))
    return [number for number in wanted if _firm(number) and not _stated(number, values, parts)]


def _firm(number: Number) -> bool:
    """Whether a translation must keep the number: figures, and words from a million on."""
    return bool(number.parts) or (number.scale >= _MILLION and not number.bare)


def _stated(number: Number, values: frozenset[float], parts: frozenset[float]) -> bool:
    if number.values & values:
        return True
    if number.scale > 1 or not number.parts:
        return False
    if len(number.parts) == 1:
        return bool(number.values & parts)
    return all(part & parts or part == _ON_THE_HOUR for part in number.parts)


def _scales(found: list[Number]) -> set[float]:
    """Return the scales from a million on that the numbers are told in."""
    return {number.scale for number in found if number.bare and number.scale >= _MILLION}


def _named(found: list[Number]) -> str:
    return ", ".join(number.text for number in found) or "–"


@cache
def _loose_words(lang: str) -> dict[str, frozenset[float]]:
    words = table("number_words")
    return {word: frozenset(map(float, values)) for word, values in words[lang]["loose"].items()}


def loose(side: Side) -> frozenset[float]:
    """Return the values that other words of a side may stand for: a dozen, June, Thursday, thế kỷ XI."""
    found, words = set(roman(side.text)), table("number_words")
    for word in side.words:
        plain = re.sub(r"['’]s?$", "", word.lower)
        found |= _loose_words(side.lang).get(plain, frozenset())
        if side.lang == "en" and word.capital:
            found |= {float(words[kind][plain]) for kind in ("months", "weekdays") if plain in words[kind]}
    for phrase in ("thập niên", "thập kỷ", "thế kỷ"):
        if phrase in side.lower:
            found |= _loose_words("vi")[phrase]
    return frozenset(found)
