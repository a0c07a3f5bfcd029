"""What class names and other attributes hint at: groups of words in ``hints.toml``, as bits."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Final

_WORDS: Final[dict[str, str]] = tomllib.loads(resources.files(__package__).joinpath("hints.toml").read_text("utf-8"))

#: The bit of each group.
HINT: Final = {group: 1 << bit for bit, group in enumerate(_WORDS)}
#: Words up to this length must stand alone: "ad" is in "read" and "nav" in "naval".
_SHORT: Final = 4
_KEY: Final = _SHORT + 1
#: Characters of an attribute that are read.
_READ: Final = 200


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for group, words in _WORDS.items():
        for word in words.split():
            table[word] = table.get(word, 0) | HINT[group]
    return table


_TABLE: Final = _table()
#: Every run of letters in a name: most occur on many sites, which names of several do not.
_RUN: Final = re.compile("[a-z]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _by_beginning() -> dict[str, list[tuple[str, int]]]:
    """Return the long words of one run by their first letters: far faster to look up than one pattern of them all."""
    beginnings: dict[str, list[tuple[str, int]]] = {}
    for word, bits in _TABLE.items():
        if len(word) > _SHORT and word.isalpha():
            beginnings.setdefault(word[:_KEY], []).append((word, bits))
    return beginnings


_BEGINNINGS: Final = _by_beginning()
_KEYS: Final = frozenset(_BEGINNINGS)
#: Every so many letters in a row.
_SLICES: Final = tuple(slice(start, start + _KEY) for start in range(_READ - _SHORT))
#: The words of several runs, each behind its first one.
_COMPOUNDS: Final = [(_RUN.findall(word)[0], word, bits) for word, bits in _TABLE.items() if not word.isalpha()]
_FIRST: Final = tuple({first for first, _, _ in _COMPOUNDS})


@lru_cache(maxsize=50_000)
def hints_in(names: str) -> int:
    """Return the bits of every group that *names* (a class attribute, an id …) speaks of."""
    names = names[:_READ]  # a style sheet's name has a few words; a page may hold a megabyte of them
    if not names.islower():
        names = _CAMEL.sub("-", names).lower()
    bits = 0
    for run in _RUN.findall(names):
        its_bits, compounds = _told_by(run)
        bits |= its_bits
        for word, word_bits in compounds:
            if word in names:
                bits |= word_bits
    return bits


@lru_cache(maxsize=50_000)
def _told_by(run: str) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Return the bits of the words in *run*, and the words of several runs that may begin at its end."""
    bits = _TABLE.get(run, 0) if len(run) <= _SHORT else 0
    for key in _KEYS.intersection(map(run.__getitem__, _SLICES[: max(0, len(run) - _SHORT)])):
        for word, its_bits in _BEGINNINGS[key]:
            if word in run:
                bits |= its_bits
    if not run.endswith(_FIRST):
        return bits, ()
    return bits, tuple([(word, its_bits) for first, word, its_bits in _COMPOUNDS if run.endswith(first)])
