"""Names: of products letter by letter, foreign ones that Vietnamese spells as they are, Vietnamese people's."""

import re
from collections.abc import Iterator
from typing import Final

from diemtin.text import fold_tones
from diemtin.translate.checks.language import Kind, kind
from diemtin.translate.checks.pair import Pair, Side, Word
from diemtin.translate.checks.tables import table

_NAMES: Final = table("names")
_DEMONYMS: Final[dict[str, str]] = _NAMES["demonyms"]
_VIETNAMESE: Final = frozenset(_NAMES["vietnamese"])
_FAMILY: Final = _VIETNAMESE | frozenset(_NAMES["also_chinese"])
# Letters and digits in one word (GPT-4o, F-16, U23), or a capital inside (OpenAI, iPhone). Ordinals and units are none.
_PRODUCT: Final = re.compile(r"(?<![\w@#/.-])[A-Za-z]+(?:-?\d+[A-Za-z]?|[A-Z][A-Za-z]*)(?![\w-]|[.,]\d)")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_STEM: Final = 4


def check_names(pair: Pair) -> Iterator[str]:
    """Yield the names of one side that the other does not have."""
    yield from _products(pair)
    if pair.source.lang == pair.target.lang:
        return
    yield from _foreign(pair)
    yield from _people(pair)


def _products(pair: Pair) -> Iterator[str]:
    """Yield names with digits or inner capitals that the target has changed."""
    source, target = _product_names(pair.source), _product_names(pair.target)
    if source == target:
        return
    plain = {_plain(pair.source.text), _plain(pair.target.text)}
    lost = [name for name in source - target if any(_plain(name) not in text for text in plain)]
    new = [name for name in target - source if any(_plain(name) not in text for text in plain)]
    if lost and new:
        yield f"{', '.join(sorted(lost))} → {', '.join(sorted(new))}"


def _product_names(side: Side) -> set[str]:
    """Return names such as GPT-4o and OpenAI; neither abbreviations (NATO) nor words with figures (under-23s)."""
    return {
        name for name in _PRODUCT.findall(side.prose) if not name.islower() and not (name.isalpha() and name.isupper())
    }


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", fold_tones(text))


def _foreign(pair: Pair) -> Iterator[str]:
    """Yield foreign names of the Vietnamese side that the English one lacks, with the names that it has instead.

    A Vietnamese text spells most foreign names as they are, and a word that is no Vietnamese syllable shows them. The
    names of an English text may well be words in Vietnamese (*Germany*, *White House*): alone they prove nothing.
    """
    vi, en = (pair.source, pair.target) if pair.source.lang == "vi" else (pair.target, pair.source)
    missing = [run for run in _runs(vi) if not any(_stands(word, en) for word in run)]
    if not missing:
        return
    instead = [run for run in _runs(en) if not any(_stands(word, vi) for word in run)]
    sure = [run for run in missing if len(run) > 1 or instead]
    if sure:
        lost, new = (sure, instead) if vi is pair.source else (instead, sure)
        yield f"{_listed(lost)} → {_listed(new)}"


def _runs(side: Side) -> list[list[Word]]:
    """Return the runs of capitalised words (not at an English sentence's start) with a word of no Vietnamese shape."""
    if not any(map(_foreign_name, side.words)):
        return []
    found: list[list[Word]] = [[]]
    for word in side.words:
        before = side.prose[max(0, word.start - 6) : word.start].rstrip(" \"'“‘(")
        starts = side.lang == "en" and (not before or before[-1] in ".?!:…")
        if word.capital and not starts:
            found[-1].append(word)
        elif found[-1]:
            found.append([])
    return [run for run in found if any(_foreign_name(word) for word in run)]


def _foreign_name(word: Word) -> bool:
    return word.capital and not word.text.isupper() and len(word.lower) >= _STEM and kind(word.lower) is Kind.FOREIGN


def _stands(word: Word, side: Side) -> bool:
    """Whether a name, or its stem (Argentina, Argentine), stands in a side."""
    name = fold_tones(_POSSESSIVE.sub("", word.lower))
    stem = name[:_STEM] if len(name) > _STEM else name
    return stem in side.folded or _DEMONYMS.get(name, name) in side.folded


def _listed(runs: list[list[Word]]) -> str:
    return ", ".join(" ".join(word.text for word in run) for run in runs) or "–"


def _people(pair: Pair) -> Iterator[str]:
    """Yield Vietnamese people's names whose syllables the English side has lost or changed."""
    vi, en = (pair.source, pair.target) if pair.source.lang == "vi" else (pair.target, pair.source)
    english = re.findall(r"\w+", en.folded)
    joined = "".join(english)
    for person in _persons(vi):
        missing = [word.text for word in person if fold_tones(word.lower) not in english]
        if not missing or "".join(fold_tones(word.lower) for word in person) in joined:
            continue
        if len(missing) < len(person) - 1 or (len(missing) == len(person) and person[0].text in _VIETNAMESE):
            yield f"{' '.join(word.text for word in person)}: {', '.join(missing)}"


def _persons(side: Side) -> Iterator[list[Word]]:
    """Yield runs of two to four capitalised syllables that open with a family name."""
    words = side.words
    at = 0
    while at < len(words):
        person = [words[at]]
        if words[at].text in _FAMILY:
            for word in words[at + 1 : at + 4]:
                between = side.prose[person[-1].start + len(person[-1].text) : word.start]
                if not word.capital or between != " " or kind(word.lower) is Kind.FOREIGN:
                    break
                person.append(word)
        if len(person) >= 3:
            yield person
        at += len(person)
