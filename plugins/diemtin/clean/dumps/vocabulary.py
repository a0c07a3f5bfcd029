"""The tables of ``dumps.toml``, ready to be compared with lines: phrases as words, beginnings as patterns."""

import functools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

TABLES: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("dumps.toml").read_text("utf-8"))
NUMBER: Final = re.compile(r"\d+(?:[.,:/]\d+)*(?:[km]\b|tr\b)?")
_WORD: Final = re.compile(r"\{n\}|[^\W\d_]+")


@functools.lru_cache(maxsize=1024)  # each line is compared with many tables
def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of *phrase* as they are compared: lower case, a number as ``{n}``, no marks."""
    return tuple(_WORD.findall(NUMBER.sub("{n}", phrase.casefold())))


def phrases(table: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return the phrases of *table* by their words."""
    return frozenset(map(words_of, table))


SECTIONS: Final = phrases(TABLES["sections"]["names"])


def any_of(table: Iterable[str]) -> str:
    """Return a pattern for the phrases of *table*, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))
