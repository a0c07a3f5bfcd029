"""Where a reader sees when a story was published or changed: elements that hold dates, and datelines."""

import re
from collections.abc import Sequence
from typing import Final

from diemtin.clean.facts.dateline import each_date, find_dateline, has_place_or_name, stands_apart
from diemtin.clean.facts.dates import fold
from diemtin.clean.facts.readings import Statement
from diemtin.clean.facts.shown import BEHIND_LEDE, View
from diemtin.clean.facts.visible import Line

_DATELINE: Final = 0.7
_CHANGED: Final = 0.6  # of an element that holds the date of a change
_MAX_DATELINE: Final = 120  # characters of a line that may be nothing but a date
_PARAGRAPH: Final = 100  # characters of a line with which the text has begun
_ABOVE: Final = 3  # lines above the headline in which its date may stand
_RIGHT_ABOVE: Final = 2  # of them, those too near for another date
_MASTHEAD: Final = 0.3  # of a date with its weekday there: today's in a masthead, less sure than that in an address
_DIGIT: Final = re.compile(r"\d")
_TOUCHING: Final = re.compile(r"\d[^\W\d_]{3}|\d{4,}:\d\d|[^\W\d_]{3}\d")  # what stands in two elements
_TODAY: Final = re.compile(r"\b(?:thu|chu nhat|t[2-7]|cn|\w+day)\b")  # a weekday, folded


def shown_dates(view: View) -> list[Statement]:
    """Return what the page shows of the story's publication."""
    stamps = [(stamp.value, "time", 0.7 if stamp.published else 0.3) for stamp in view.stamps if not stamp.changed]
    return [*stamps, *_datelines(view)]


def shown_change(view: View) -> list[Statement]:
    """Return when the page shows that the story was last changed: by the first element, or else line, that says so."""
    if changed := [(stamp.value, "time", _CHANGED) for stamp in view.stamps if stamp.changed]:
        return changed[:1]
    parts = (part for line in view.below for part in _dated_parts(line.text))
    return [(part, "dateline", _DATELINE) for part in parts if _updated(part)][:1]


def _datelines(view: View) -> list[Statement]:
    """Return the datelines of the page, the surest first: right below the headline, right above it, below the text.

    What stands higher above the headline is today's date; of several below the text the first is the story's.
    """
    lines, place = view.lines, view.headline
    text = next((n for n in range(place + 1, len(lines)) if len(lines[n].text) > _PARAGRAPH), len(lines))
    zones = (
        (range(place, text), 1.0),
        (range(place - 1, max(-1, place - 1 - _ABOVE), -1), 0.9),
        (range(text, len(lines)), 0.7),
    )
    sure = _sure_places(lines, place, text) if view.shows_headline and text < len(lines) else set()
    found: list[Statement] = []
    for numbers, share in zones:
        for number in numbers:
            if stated := _dateline(lines[number], sure=number in sure):
                value, weight = stated
                if number < place - _RIGHT_ABOVE and _TODAY.search(fold(value)):
                    weight *= _MASTHEAD
                found.append((value, "dateline", weight * share / (1 + len(found) / 2)))
                if number in sure:  # what stands further below is of other stories
                    return found
                break
    return found


def _sure_places(lines: Sequence[Line], headline: int, text: int) -> set[int]:
    """Return where a date is the story's: between *headline* and *text*, where its first paragraph stands; by itself
    also right behind that, which may be a lede, and right above the headline if it is not today's, with its weekday.
    """
    above = range(max(0, headline - _RIGHT_ABOVE), headline)
    behind = range(text + 1, min(text + 1 + BEHIND_LEDE, len(lines)))
    near = [place for place in above if not _TODAY.search(fold(lines[place].text))]
    near += [place for place in behind if not lines[place].bold]
    return {*range(headline + 1, text), *(place for place in near if stands_apart(lines[place].text[:_MAX_DATELINE]))}


def _dateline(line: Line, *, sure: bool) -> tuple[str, float] | None:
    """Return the date that is all of *line* or of a part marked as one, and how sure that is.

    A date that nothing marks is all of the line and tells the time or has a label, or the place is *sure* to be a
    dateline's and the date is set apart, tells the time or has a label: "Written by … on 3 May 2024 at 14:05",
    "… | 3 May 2024".
    """
    marked = line.parts_of("date") or line.parts_of("meta")
    if len(line.text) > _MAX_DATELINE and not (marked or sure):  # nearly every line
        return None
    whole_line = line.spaced if _TOUCHING.search(line.text) else line.text
    parts = marked or (line.parts if sure and not _updated(whole_line) else ())
    places = dict.fromkeys([whole_line, *(part.text for part in parts)])
    for text in (part for place in places for part in _dated_parts(place)):
        dateline = find_dateline(text)
        if not dateline or dateline.updated:
            continue
        whole = dateline.whole or (sure and (stands_apart(text) or has_place_or_name(text)))
        timed = dateline.moment.timed
        if marked or (whole and (timed or dateline.labelled)) or (sure and (whole or timed or dateline.labelled)):
            return text, _DATELINE * (1 if whole else 0.5) * (1 if marked else 0.8)
    return None


def _dated_parts(text: str) -> list[str]:
    """Return the parts of a line that may each be a dateline."""
    return each_date(text) if len(text) <= _MAX_DATELINE and _DIGIT.search(text) else []


def _updated(text: str) -> bool:
    dateline = find_dateline(text)
    return dateline is not None and dateline.updated
