"""What is known of single outlets: one small table each in ``clean/rules/``. Hints only; no page needs one."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final
from urllib.parse import urlsplit

from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.hints import HINT

_NAMED_BY: Final = ("class", "id", "type", "data-role")


@dataclass(frozen=True, slots=True)
class Site:
    """One outlet's rules: words of its class names, ids or types, lower case.

    ``body`` holds the story, ``lead`` is its lede, ``drop`` is never story. ``names`` are what the outlet calls itself
    in front of a story's first sentence.
    """

    body: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


_UNKNOWN: Final = Site()


@cache
def _sites() -> dict[str, Site]:
    sites: dict[str, Site] = {}
    for file in sorted(resources.files("diemtin.clean").joinpath("rules").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text("utf-8"))
            words = {key: frozenset(table.get(key, ())) for key in ("body", "lead", "drop")}
            site = Site(**words, names=tuple(table.get("names", ())))
            sites |= dict.fromkeys(table["hosts"], site)
    return sites


def site_of(url: str | None) -> Site:
    """Return the rules for *url*'s host or a domain above it; empty ones for an unknown outlet."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return _UNKNOWN
    while "." in host:
        if host in _sites():
            return _sites()[host]
        host = host.partition(".")[2]
    return _UNKNOWN


def apply_hints(blocks: Sequence[Block], site: Site) -> set[Block]:
    """Mark the frames that *site* names, and return the blocks that it says are never story."""
    if site is _UNKNOWN:
        return set()
    dropped: set[Block] = set()
    marks: dict[int, str] = {}
    for block in blocks:
        for frame in block.frame.ancestors():
            if id(frame) not in marks:
                marks[id(frame)] = _mark(frame, site)
            mark = marks[id(frame)]
            if mark == "drop":
                dropped.add(block)
            elif mark == "body":
                block.frame.kinds |= KINDS["articlebody"]
            elif mark == "lead":
                block.frame.hints |= HINT["lead"]
    return dropped


def _mark(frame: Frame, site: Site) -> str:
    names = {name for key in _NAMED_BY for name in (frame.element.get(key) or "").lower().split()}
    for mark in ("drop", "lead", "body"):
        if names & getattr(site, mark):
            return mark
    return ""
