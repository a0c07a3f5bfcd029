"""Printed pages inside a plain-text dump: what stands at their heads and feet, and the paragraphs that they tear."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.dumps import credits
from diemtin.text import on_one_line

_NUMBER: Final = re.compile(
    r"(?:.{0,100}\s)?(?:trang|page)\s*(?P<page>\d{1,3})(?:\s*(?:/|of|trên)\s*\d{1,3})?\W*"
    r"|(?:\S*[./]\S*\s+)?(?P<of>\d{1,3})\s*/\s*\d{1,3}|[-–—]\s*(?P<dashed>\d{1,3})\s*[-–—]",
    re.IGNORECASE,
)
_NEAR: Final = 4  # lines with text of a page's head or foot
_WINDOW: Final = 2 * _NEAR  # lines, with blank ones
_LONGEST: Final = 200  # characters of such a line
_UNFINISHED: Final = re.compile(r"[\w,–-]$")


def without_pages(lines: Sequence[str], ends: Sequence[int] = ()) -> tuple[list[str], set[int]]:
    """Return *lines* without what a printer put at the edges of pages: numbers that count up, and what stands beside
    more than one of them. Those lines become blank, so that the rest keep their numbers; a sentence that one page began
    goes on right below, and the places of its lines that the pages tore from the next are returned too. *ends* are the
    lines above which, as the dump itself says, a page ends.
    """
    numbers = _numbers(lines)
    edges = sorted({*numbers, *ends})
    if len(edges) < 2:
        return list(lines), set()
    pages = [lines[start:stop] for start, stop in pairwise((0, *edges, len(lines)))]
    heads = Counter(form for page in pages for form in _forms(page))
    feet = Counter(form for page in pages for form in _forms(page[::-1]))
    running = {form for count in (heads, feet) for form in count if count[form] > 1}
    found = list(lines)
    torn: set[int] = set()

    def is_running(place: int) -> bool:
        line = lines[place].strip()
        return place in numbers or not line or _form(line) in running or (len(ends) > 1 and line.isdecimal())

    above = len(lines) + 1
    for edge in reversed(edges):
        if edge >= above:  # a number and a page's end beside it: one edge
            continue
        first, last = edge, edge
        while max(0, edge - _WINDOW) < first and is_running(first - 1):
            first -= 1
        while last < min(edge + _WINDOW, len(lines)) and is_running(last):
            last += 1
        above = first
        found[first:last] = [""] * (last - first)
        if first > 0 and last < len(lines) and is_torn(found[first - 1], found[last]):
            stop = next((place for place in range(last, len(lines)) if not found[place].strip()), len(lines))
            found[first:stop] = [*found[last:stop], *[""] * (last - first)]
            torn = {place - (last - first) if last <= place < stop else place for place in torn} | {first - 1}
    return _without_head(found, running), torn


def _numbers(lines: Sequence[str]) -> set[int]:
    """Return the places of page numbers, if they count up from one line to the next."""
    found = [(place, match) for place, line in enumerate(lines) if (match := _NUMBER.fullmatch(line.strip()))]
    counted = [int(match["page"] or match["of"] or match["dashed"]) for _, match in found]
    counts_up = len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted)))
    return {place for place, _ in found} if counts_up else set()


def _forms(page: Sequence[str]) -> set[str]:
    """Return the forms of the first few lines of *page*."""
    return {_form(line) for line in [line for line in page[:_WINDOW] if line.strip()][:_NEAR]} - {""}


def _form(line: str) -> str:
    """Return *line* as it is compared with those of other pages: without numbers, which stand on either side. Who took
    a picture is said below each, and the pictures may be counted.
    """
    if len(line) > _LONGEST or credits.names_taker(line.strip()):
        return ""
    return on_one_line(re.sub(r"\d+", " ", line))


def is_torn(above: str, below: str) -> bool:
    """Say whether a sentence that *above* does not end goes on in *below*."""
    return bool(_UNFINISHED.search(above)) and below.lstrip()[:1].islower()


def _without_head(lines: list[str], running: set[str]) -> list[str]:
    """Return *lines* without the head of the first page, but with the headline that it may say again."""
    said: set[str] = set()
    for place, line in enumerate(lines):
        form = _form(line)
        if line.strip() and (form not in running or form in said):
            break
        said.add(form)
        lines[place] = ""
    return lines
