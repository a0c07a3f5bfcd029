"""Dates in the lines of a plain-text dump, and what stands beside them."""

import re
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps.navigation import parts
from diemtin.clean.facts.dateline import Dateline, around_date, each_date, find_dateline

_YEAR: Final = re.compile(r"\d{4}")
_AGO: Final = re.compile(
    r"(?:updated |cập nhật )?(?:\d{1,2}|an?) (?:(?:minute|hour|day|week)s? ago|(?:phút|giờ|tiếng|ngày|tuần) trước)"
    r"|\d{1,2} ?(?:mins?|hrs?|[mhd]) ago"
    r"|\d{1,2} (?:phút|giờ|ngày|tuần)(?=\s*[·•]|$)",
    re.IGNORECASE,
)
_LONGEST_AGO: Final = 60  # characters
_GLUED: Final = re.compile(r"(?<=\d{4})(?=[^\W\d_])")
_LONGEST_DATELINE: Final = 160  # characters
_AND: Final = re.compile(r"[\s,|]+(?:and|và)?\s*$")
_BEFORE_DATE: Final = re.compile(r"\s(?:ngày|lúc|vào|hồi|on|at|published|updated|posted)\W*$", re.IGNORECASE)


def datelines_in(text: str) -> list[Dateline]:
    """Return the dates that a short line states: when the story was published, and when changed."""
    if len(text) > _LONGEST_DATELINE or not _YEAR.search(text):
        return []
    return [found for part in _dated(text) if (found := find_dateline(part))]


def dateline_in(text: str) -> Dateline | None:
    """Return the first date that a short line states; it is ``whole`` if the line holds nothing but dates."""
    found = datelines_in(text)
    return replace(found[0], whole=all(dateline.whole for dateline in found)) if found else None


def beside_dates(text: str) -> list[str]:
    """Return the parts of what a line says beside its dates: names, places, a section."""
    around = [
        f"{_BEFORE_DATE.sub('', sides[0])} | {sides[1]}"
        for part in _dated(text)
        if (found := find_dateline(part)) and not found.whole and (sides := around_date(part, found.moment))
    ]
    if not around and says_ago(text):
        around = [" | ".join(part for part in parts(text) if not _AGO.fullmatch(part))]
    return [part for part in parts(" | ".join(around)) if part and not _is_of_date(part)]


def _is_of_date(part: str) -> bool:
    """Say whether *part* belongs to the date beside it and says nothing more, as a weekday does."""
    found = find_dateline(f"1/1/2000 {part}")
    return found is not None and found.whole


def says_ago(text: str) -> bool:
    """Say whether the line tells how long ago it was published, beside at most a section or a name."""
    return len(text) <= _LONGEST_AGO and _AGO.search(text) is not None and any(map(_AGO.fullmatch, parts(text)))


def _dated(text: str) -> list[str]:
    """Return the pieces of *text* that each have a date of their own, also where one is glued to the next."""
    text = _GLUED.sub(" | ", text)
    if len(_YEAR.findall(text)) < 2:
        return [text]
    return [_AND.sub("", piece) for piece in each_date(text)]
