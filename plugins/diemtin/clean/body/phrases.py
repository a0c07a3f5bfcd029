"""How lines begin that are no story: groups of openings in ``phrases.toml``, as bits."""

import re
import tomllib
from importlib import resources
from typing import Final

_OPENINGS: Final[dict[str, list[str]]] = tomllib.loads(
    resources.files(__package__).joinpath("phrases.toml").read_text("utf-8")
)
#: The bit of each group.
PHRASE: Final = {group: 1 << bit for bit, group in enumerate(_OPENINGS)}
_MARKS: Final = re.compile(r"^[^\w(©®>]+")
_KEY: Final = 2


def _table() -> dict[str, list[tuple[str, bool, int]]]:
    """Return each opening by its first letters, with whether a word may go on behind it, and its group's bit."""
    table: dict[str, list[tuple[str, bool, int]]] = {}
    for group, openings in _OPENINGS.items():
        for opening in openings:
            is_open = opening.endswith("*") or not opening[-1].isalnum() or opening[-1] > "\u2e80"
            opening = opening.rstrip("*")
            table.setdefault(opening[:_KEY], []).append((opening, is_open, PHRASE[group]))
    return table


_TABLE: Final = _table()
_WITH: Final = {letters: tuple([opening for opening, _, _ in rows]) for letters, rows in _TABLE.items()}


def openings_of(text: str) -> int:
    """Return the bits of every group that *text* begins like."""
    start = text[:60].casefold()
    if not start[:1].isalnum():
        start = _MARKS.sub("", start)
    if not start.startswith(_WITH.get(start[:_KEY], ())):  # nearly every line
        return 0
    bits = 0
    for opening, is_open, bit in _TABLE[start[:_KEY]]:
        if start.startswith(opening) and (is_open or not start[len(opening) : len(opening) + 1].isalnum()):
            bits |= bit
    return bits
