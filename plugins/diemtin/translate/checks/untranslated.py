"""A clause that was left in the source language: words that stand in the source just so, and are no name."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.language import Kind, english, kind
from diemtin.translate.checks.pair import Pair, Word
from diemtin.translate.checks.tables import table

# Words that stand inside names: University of Michigan, Palms Hotel and Casino, Roe v. Wade.
_IN_NAMES: Final = frozenset(table("languages")["en"]["in_names"])


def check_untranslated(pair: Pair) -> Iterator[str]:
    """Yield the longest run of words that stands in the source, too, and is told to be of its language."""
    if pair.source.lang == pair.target.lang:
        return
    told = _told_vietnamese if pair.source.lang == "vi" else _told_english
    size = len(pair.target.words)
    left = [run for run in runs(pair.source.words, pair.target.words) if told(run, size)]
    if left:
        longest = max(left, key=len)
        yield pair.target.prose[longest[0].start : longest[-1].start + len(longest[-1].text)]
    elif pair.source.lang == "en":
        yield from _stray(pair)


def runs(source: tuple[Word, ...], target: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the longest runs of *target*'s words that follow each other in *source*, too, from left to right."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(source):
        places[word.lower].append(place)
    at = 0
    while at < len(target):
        length = max((_common(source, place, target, at) for place in places.get(target[at].lower, ())), default=0)
        if length:
            yield target[at : at + length]
        at += max(length, 1)


def _common(source: tuple[Word, ...], place: int, target: tuple[Word, ...], at: int) -> int:
    """Return how many words are the same from *place* in *source* and from *at* in *target* on."""
    length = 0
    for said, kept in zip(source[place:], target[at:], strict=False):
        if said.lower != kept.lower:
            break
        length += 1
    return length


def _told_vietnamese(run: tuple[Word, ...], size: int) -> bool:
    """Whether *run*, in an English text of *size* words, is Vietnamese and neither a name nor a dish (*bánh mì*)."""
    marked = [word for word in run if kind(word.lower) is Kind.VIETNAMESE]
    small = sum(not word.capital for word in marked)
    part = len(run) / size
    return small >= 4 or (small >= 1 and len(marked) >= 2 and part >= 0.25) or (len(marked) >= 4 and part >= 0.3)


def _told_english(run: tuple[Word, ...], size: int) -> bool:
    """Whether *run*, in a Vietnamese text of *size* words, is English and no name, title or borrowed word."""
    plain = [word for i, word in enumerate(run) if _plain(run, i)]
    part = len(run) / size
    functions = sum(english(word.lower) for word in run)
    return (
        len(plain) >= 3
        or (len(plain) >= 2 and part >= 0.2 and (functions > 0 or part >= 0.4))
        or (len(plain) >= 1 and len(run) >= 3 and part >= 0.3)
        or (len(plain) >= 1 and len(run) >= 2 and functions > 0 and part >= 0.3)
        or (functions > 0 and len(run) >= 4 and part >= 0.4)
    )


def _plain(run: tuple[Word, ...], i: int) -> bool:
    """Whether a word of a run is a common word: no capital, and not one that binds the capitals beside it."""
    word = run[i]
    if word.capital:
        return False
    binds = word.lower in _IN_NAMES and 0 < i < len(run) - 1
    return not (binds and run[i - 1].capital)


def _stray(pair: Pair) -> Iterator[str]:
    """Yield an English function word that stands in a Vietnamese text outside names (*Ông was quyết tâm*)."""
    words = pair.target.words
    for i, word in enumerate(words):
        if kind(word.lower) is not Kind.ENGLISH or (word.text.isupper() and len(word.text) > 1):
            continue
        starts = _starts(pair.target.prose[: word.start])
        beside = words[i + 1 : i + 2] if starts else (*words[i - 1 : i], *words[i + 1 : i + 2])
        named = any(other.capital and kind(other.lower) is not Kind.VIETNAMESE for other in beside)
        if (starts or not word.capital) and not named:
            yield word.text
            return


def _starts(before: str) -> bool:
    """Whether a sentence or quotation starts after *before*."""
    return not before.strip() or before.rstrip()[-1] in ".?!:“\"‘'("
