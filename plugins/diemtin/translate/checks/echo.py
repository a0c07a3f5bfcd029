"""A translation that is its own source, or another segment's text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from diemtin.translate.checks.language import Kind, english, kind
from diemtin.translate.checks.pair import Pair, Side, Word

_NAME: Final = 4  # words in capitals that may be a name and nothing else


def check_echo(pair: Pair) -> Iterator[str]:
    """Yield the text if the target is the source again, though the source is more than names and figures."""
    if pair.source.lang != pair.target.lang and _same(pair.source) == _same(pair.target) and _translatable(pair.source):
        yield pair.target.text


def check_siblings(pair: Pair) -> Iterator[str]:
    """Yield the text if the target is the source of another segment, untranslated, or tells what another one tells."""
    if not pair.siblings:
        return
    said = _same(pair.target)
    for other in pair.siblings:
        side = Side(other, pair.source.lang)
        if _same(side) == said and said != _same(pair.source) and _translatable(side):
            yield pair.target.text
            return
    own, marks = anchors(pair.source), anchors(pair.target)
    if own & marks or not own or not marks:
        return
    for other in pair.siblings:
        if len(marks & anchors(Side(other, pair.source.lang))) >= max(2, len(marks) // 2 + 1):
            yield pair.target.text
            return


def anchors(side: Side) -> frozenset[str]:
    """Return what both languages write alike: figures of two digits and more, and foreign names."""
    figures = {re.sub(r"\D", "", figure) for figure in re.findall(r"\d[\d.,]*\d", side.text)}
    names = {word.lower for word in side.words if word.capital and kind(word.lower) is Kind.FOREIGN}
    return frozenset(figures | {re.sub(r"['’]s?$", "", name) for name in names})


@lru_cache(maxsize=1024)
def _same(side: Side) -> str:
    """Return the letters and digits of a side in lower case; a story's segments are each other's siblings, so kept."""
    return re.sub(r"[\W_]+", " ", side.lower).strip()


def _translatable(side: Side) -> bool:
    """Whether a text holds more than names and figures, so that its translation must be another text."""
    words = side.words
    small = [word for word in words if not word.capital]
    if side.lang == "vi":
        return any(kind(word.lower) is Kind.VIETNAMESE for word in small) or _headline(words, Kind.VIETNAMESE, 5)
    if any(english(word.lower) for word in words):
        return len(words) > 1
    return (len(small) >= 1 and len(words) > 1) or len(words) > _NAME


def _headline(words: tuple[Word, ...], wanted: Kind, least: int) -> bool:
    """Whether a text all in capitals is too long to be a name."""
    return sum(kind(word.lower) is wanted for word in words) >= least
