"""Lines of a plain-text dump that a program tore from a paragraph at the links and the bold words inside it."""

import re
from collections.abc import Collection, Sequence
from itertools import count, pairwise
from typing import Final

from diemtin.clean.dumps import credits

MARK: Final = r"[,;.:!?)”…](?![.:])"  # no paragraph begins with one
_TORN: Final = re.compile(rf"{MARK}|(?![^\W\d_]\))[^\W\d_]")
_CLOSED: Final = re.compile(r"[.!?…:;][”\"'’»)\]]*$")
_DASH: Final = ("- ", "– ", "— ")
_LONG: Final = 50  # characters; a shorter line may be a heading, or a menu's item
_FEW: Final = 2  # words that are no heading


def torn_inside(lines: Sequence[str], spaced: Collection[int] = ()) -> set[int]:
    """Return the places of the lines that were torn from the next; beside the ends of those *spaced* a single space
    was left, as it stands before and behind a link.

    A line is torn from the one above if it begins as no paragraph does: with a comma, or with a small letter below an
    unfinished line; and so is the link between an unfinished line and a torn one. Tags and menus may be written
    small, too, but none of them has a long line or a comma, and the end of a sentence. Blank lines part paragraphs
    unless they stand between all lines.
    """
    is_spaced = not any(line.strip() and below.strip() for line, below in pairwise(lines))
    places = [place for place, line in enumerate(lines) if line.strip() or not is_spaced]
    texts = [lines[place].strip() for place in places]
    spaces = {index for index, place in enumerate(places) if place in spaced}
    torn: set[int] = set()
    start = 0
    while start < len(texts):
        stop = next(place for place in count(start + 1) if not _goes_on(texts, place, start, spaces))
        run = texts[start:stop]
        if len(run) > 1 and _CLOSED.search(run[-1]) and any(len(line) >= _LONG or line[0] == "," for line in run):
            torn.update(range(places[start], places[stop - 1]))
        start = stop
    return torn


def _goes_on(lines: Sequence[str], place: int, start: int, spaces: Collection[int]) -> bool:
    """Say whether the line at *place* belongs to the paragraph whose first line is at *start*."""
    if place >= len(lines) or not (line := lines[place]) or not (above := lines[place - 1]):
        return False
    if _is_torn(line):
        leads_on = above[-1] == ":" and place - 1 in spaces
        return not line[0].isalpha() or leads_on or not _CLOSED.search(above)
    below = lines[place + 1] if place + 1 < len(lines) else ""
    if line.startswith(_DASH):  # a list's first item, if there is another
        return place - 1 in spaces and not _CLOSED.search(above) and not below.startswith(_DASH)
    is_link = _is_torn(below) and not _CLOSED.search(above) and not _CLOSED.search(line)
    return is_link and (place - 1 > start or _leads_in(above, line, below))


def _is_torn(line: str) -> bool:
    return _TORN.match(line) is not None and not line[0].isupper()


def _leads_in(line: str, link: str, below: str) -> bool:
    """Say whether a paragraph may begin with *line* and go on with *link*, as a caption, a name or a date may not.

    The link of a heading's paragraph would be its beginning: it reads as a name then, or a mark goes on *below* it.
    """
    if credits.is_caption(line) or line[0].isdigit() or (" " in line and line.istitle() and line[-1] != ","):
        return False
    if not below[0].isalpha() or len(line.split()) <= _FEW or len(line) >= _LONG:
        return True
    words = link.split()
    return "," not in link and 2 * sum(word[0].isupper() for word in words) >= len(words)
