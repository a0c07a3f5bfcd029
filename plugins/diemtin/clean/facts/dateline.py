"""Datelines: the line on a page that says when a story was published, as readers see it."""

import re
from dataclasses import dataclass
from typing import Final

from diemtin.clean.facts.dates import Moment, RefusedDateError, fold, read_moment

# What a line of a dateline may hold beside the date itself (folded): labels, weekdays, zones, separators.
_AROUND: Final = re.compile(
    r"(?:\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|"
    r"thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|ngay|luc|vao|hoi|dang|xuat ban|cap nhat|moi nhat|"
    r"lan cuoi|thoi gian|published|posted|updated|last|on|at|date|gmt|utc|ict|phut|gio)\b|[\W_])+"
)
_UPDATED: Final = re.compile(r"\b(?:cap nhat|sua lan cuoi|(?:last )?(?:updated|modified))\b")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date in a visible text.

    ``whole`` says that the text holds nothing else, ``updated`` that it is the date of a change.
    """

    moment: Moment
    whole: bool
    updated: bool


def find_dateline(text: str) -> Dateline | None:
    """Return the date that *text* states, or None where it states none that can be taken."""
    try:
        moment = read_moment(text)
    except RefusedDateError:
        return None
    if moment is None:
        return None
    folded = fold(text)
    start, end = moment.span
    rest = f"{folded[:start]} {folded[end:]}"
    whole = not _AROUND.sub("", rest) and len(text) <= len(folded) + 40
    return Dateline(moment, whole, bool(_UPDATED.search(folded[: start + 1])))
