"""Datelines: the line on a page that says when a story was published, as readers see it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from diemtin.clean.facts.dates import WORDS, Moment, RefusedDateError, fold, read_moment

_WORDS: Final = WORDS["dateline"]
_PUBLISHED: Final = "|".join(_WORDS["published"])
_CHANGED: Final = "|".join(_WORDS["changed"])
_LABEL: Final = re.compile(rf"[(\[]?(?:ngay )?(?:{_PUBLISHED})\b")
_UPDATED: Final = re.compile(rf"\b(?:{_CHANGED})\b")
# Before these another date of the same line may begin.
_CUT: Final = re.compile(rf"\b(?:{_PUBLISHED}|{_CHANGED})\b|[|·•]")
_BAR: Final = re.compile(r"[|·•・]|\s(?:[-–—]|//?)\s")
# Where a story was written, before its date, and who wrote it, behind that.
_PLACE: Final = re.compile(r"[^\W\d_][^,.:;\d]{1,30},\s*(?:ngày )?")
_NAME: Final = re.compile(r"\s*,\s*[^\W\d_][^,:;!?\d]{2,40}")
# What a line of a dateline may hold beside the date itself (folded): labels, weekdays, zones, the time that reading
# takes, separators.
_AROUND: Final = re.compile(
    rf"(?:\b(?:{_PUBLISHED}|{_CHANGED}|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|"
    rf"\d{{1,2}}[ -]?(?:min(?:ute)?s?|phut)(?: read| doc)?|{'|'.join(_WORDS['around'])})\b|[\W_])+"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date in a visible text.

    ``whole`` says that the text holds nothing else, ``labelled`` that it begins by saying what was published or posted
    then ("Posted by … on …"), ``updated`` that it is the date of a change.
    """

    moment: Moment
    whole: bool
    labelled: bool
    updated: bool


@lru_cache(maxsize=512)  # of one line it is asked whether it is one, is set apart, stands beside a name
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
    return Dateline(moment, whole, bool(_LABEL.match(folded)), bool(_UPDATED.search(folded[: start + 1])))


def around_date(text: str, moment: Moment) -> tuple[str, str] | None:
    """Return what *text* says before and behind *moment*, the date it states; None if folding moved the letters."""
    if len(fold(text)) != len(text):
        return None
    start, end = moment.span
    return text[:start], text[end:]


def stands_apart(text: str) -> bool:
    """Whether *text* is a date, or bars or dashes set one apart from all that stands beside it."""
    dates = map(find_dateline, (text, *_BAR.split(text)))
    return any(map(str.isdigit, text)) and any(date is not None and date.whole for date in dates)


def has_place_or_name(text: str) -> bool:
    """Whether *text* is a date with a place before it ("Linsfort, 2 November 2021") or a name behind it."""
    dateline = find_dateline(text)
    sides = around_date(text, dateline.moment) if dateline else None
    if sides is None:
        return False
    (before, bare_before), (behind, bare_behind) = ((side, not _AROUND.sub("", fold(side))) for side in sides)
    return bool((bare_before or _PLACE.fullmatch(before)) and (bare_behind or _NAME.fullmatch(behind)))


def each_date(text: str) -> list[str]:
    """Return *text* cut where another date begins, at a label or a bar: each part with its own clock time."""
    folded = fold(text)
    cuts = [found.start() for found in _CUT.finditer(folded)] if len(folded) == len(text) else []
    parts = [""]
    for start, end in pairwise((0, *cuts, len(text))):
        piece = text[start:end]
        if find_dateline(parts[-1]) and find_dateline(piece):
            parts.append(piece)
        else:
            parts[-1] += piece
    return parts
