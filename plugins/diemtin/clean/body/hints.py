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


def _by_beginning() -> dict[str, list[tuple[str, int]]]:
    """Return the long words by their first letters: far faster to look up than one pattern of them all."""
    beginnings: dict[str, list[tuple[str, int]]] = {}
    for word, bits in _TABLE.items():
        if len(word) > _SHORT:
            beginnings.setdefault(word[:_KEY], []).append((word, bits))
    return beginnings


_BEGINNINGS: Final = _by_beginning()
_KEYS: Final = frozenset(_BEGINNINGS)
#: Every run of so many letters in a name.
_RUNS: Final = tuple(slice(start, start + _KEY) for start in range(_READ - _SHORT))
_SHORT_WORD: Final = re.compile(rf"(?<![a-z])[a-z]{{1,{_SHORT}}}(?![a-z])")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=50_000)
def hints_in(names: str) -> int:
    """Return the bits of every group that *names* (a class attribute, an id …) speaks of."""
    # A style sheet's name has a few words; a page may hold a megabyte of them.
    bits = 0
    for name in names[:_READ].split():
        bits |= _hints_of(name)
    return bits


@lru_cache(maxsize=50_000)
def _hints_of(name: str) -> int:
    if not name.islower():
        name = _CAMEL.sub("-", name).lower()
    bits = 0
    for key in _KEYS.intersection(map(name.__getitem__, _RUNS[: max(0, len(name) - _SHORT)])):
        for word, its_bits in _BEGINNINGS[key]:
            if word in name:
                bits |= its_bits
    for word in _SHORT_WORD.findall(name):
        bits |= _TABLE.get(word, 0)
    return bits
