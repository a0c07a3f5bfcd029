"""Which language words are in: Vietnamese by the shape and marks of its syllables, English by its function words."""

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from diemtin.translate.checks.pair import WORD, Side, Word, folded
from diemtin.translate.checks.tables import table

_TABLE: Final = table("languages")
_SYLLABLE: Final = re.compile(f"(?:{'|'.join(_TABLE['vi']['onsets'])})(?:{'|'.join(_TABLE['vi']['rimes'])})")
_SYLLABLES: Final = re.compile(f"(?:{_SYLLABLE.pattern}){{2,}}")
_FUNCTION: Final = frozenset(_TABLE["en"]["function"])
_SHARED: Final = frozenset(_TABLE["en"]["shared"])
_ENDINGS: Final = tuple(_TABLE["en"]["endings"])
_PLAIN: Final = frozenset(_TABLE["vi"]["plain"])
_OTHER: Final = frozenset(word for words in _TABLE["other"].values() for word in words)
_HOURS: Final = ("h", "g")  # 19h, 8g30
_LONE_Q: Final = re.compile("q(?!u)")
_CLUSTER: Final = re.compile("q[b-df-hj-np-tv-z]")
_VOWEL: Final = re.compile("[aeiouy]")
# Least share of words that running text is told by. Headlines and table cells have fewer: there every word that may be
# English counts for it.
_TOLD: Final = {"en": 0.12, "vi": 0.55}
_DOCUMENT: Final = 40_000  # characters that are enough to tell a document's language


class Kind(Enum):
    """What a word's letters say of its language."""

    VIETNAMESE = "a Vietnamese syllable with marks"
    SYLLABLE = "shaped like a Vietnamese syllable, without marks"
    ENGLISH = "an English function word that is no Vietnamese syllable"
    FOREIGN = "none of these"


@lru_cache(maxsize=1 << 16)
def kind(lower: str) -> Kind:
    """Return the kind of a word in lower case."""
    plain = folded(lower)
    if not _SYLLABLE.fullmatch(plain):
        return Kind.ENGLISH if lower in _FUNCTION else Kind.FOREIGN
    return Kind.SYLLABLE if plain == lower else Kind.VIETNAMESE


def glued(lower: str) -> bool:
    """Whether a word in lower case is two or more Vietnamese syllables, some with marks: *chínhphủ*."""
    return not lower.isascii() and kind(lower) is Kind.FOREIGN and bool(_SYLLABLES.fullmatch(folded(lower)))


def english(lower: str) -> bool:
    """Whether a word is an English function word, also one that is a Vietnamese syllable, too."""
    return lower in _FUNCTION or lower in _SHARED


def vietnamese(lower: str) -> bool:
    """Whether a word is a Vietnamese syllable with marks, or one of the frequent ones without."""
    return kind(lower) is Kind.VIETNAMESE or lower in _PLAIN


def other(lower: str) -> bool:
    """Whether a word is a function word of a third language."""
    return lower in _OTHER


def share(words: list[Word], lang: str) -> float:
    """Return which part of *words* is told to be of *lang* (0 to 1); running text has 0.3 to 0.9."""
    told = english if lang == "en" else vietnamese
    return sum(told(word.lower) for word in words) / max(len(words), 1)


@lru_cache(maxsize=8)
def told(side: Side) -> bool:
    """Whether a side's words show that it is in its language.

    Where they do not, words prove nothing: a month or a number word is not missed in a text that nobody can read. Then
    `language` speaks (or is silenced), and the checks of words keep still.
    """
    if not side.words:
        return True
    if side.lang == "en":
        shown = sum(english(word.lower) or word.lower.endswith(_ENDINGS) for word in side.words)
        return shown >= _TOLD["en"] * len(side.words) or not any(map(_unspeakable, side.words))
    words = [word for word in side.words if not word.capital and word.lower not in _HOURS] or list(side.words)
    return share(words, "vi") >= _TOLD["vi"]


def _unspeakable(word: Word) -> bool:
    """Whether a word cannot be English: no vowel, or a *q* that no *u* follows (names may have one: Iraq, Qatar)."""
    if word.capital:
        return bool(_CLUSTER.search(word.lower))
    return bool(_LONE_Q.search(word.lower)) or (len(word.lower) > len("pvc") and not _VOWEL.search(word.lower))


def document_language(text: str) -> str:
    """Return the language of an article's text: ``"vi"``, ``"en"``, or ``""`` where it is neither or cannot be told.

    A Vietnamese article is told by its marked syllables, an English one by its function words; names and quotations of
    the other language do not outweigh them.
    """
    words = [match.group().lower() for match in WORD.finditer(text[:_DOCUMENT])]
    marked = sum(kind(word) is Kind.VIETNAMESE for word in words)
    functions = sum(english(word) and kind(word) is not Kind.VIETNAMESE for word in words)
    foreign = sum(map(other, words))
    # Of Vietnamese words two thirds are marked, of English ones two fifths are function words.
    if 2 * marked > 3 * functions and 4 * marked >= len(words):
        return "vi"
    if functions > foreign and 8 * functions >= len(words):
        return "en"
    return ""
