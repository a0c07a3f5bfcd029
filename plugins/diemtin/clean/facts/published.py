"""When a story was published and last changed, chosen from all places that say so."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.dateline import each_date, find_dateline, has_place_or_name, stands_apart
from diemtin.clean.facts.dates import fold
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.readings import Stated, Statement, close, day_first, read_statements, settled
from diemtin.clean.facts.shown import BEHIND_LEDE, View
from diemtin.clean.facts.visible import Line

_SURE: Final = 0.7  # a timed statement of this weight needs no look at the visible page
_DATELINE: Final = 0.7
_IN_ADDRESS: Final = re.compile(
    r"(?<!\d)(?:199|20[0-4])\d([-/]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?=[-/]|\d{0,11}\b)"
)
_MAX_DATELINE: Final = 120  # characters of a line that may be nothing but a date
_PARAGRAPH: Final = 100  # characters of a line with which the text has begun
_ABOVE: Final = 3  # lines above the headline in which its date may stand
_RIGHT_ABOVE: Final = 2  # of them, those too near for another date
_MASTHEAD: Final = 0.3  # of a date with its weekday there: today's in a masthead, less sure than that in an address
_TOUCHING: Final = re.compile(r"\d[^\W\d_]{3}|\d{4,}:\d\d|[^\W\d_]{3}\d")  # what stands in two elements
_TODAY: Final = re.compile(r"\b(?:thu|chu nhat|t[2-7]|cn|\w+day)\b")  # a weekday, folded


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page's data state of its dates, and whether their numbers are written day first."""

    dates: Sequence[Statement]
    changes: Sequence[Statement]
    day_first: bool


def declared(page: Page, articles: Sequence[jsonld.Node], zone: ZoneInfo) -> Declared:
    """Return what the data of *page* and of its *articles* state of its dates."""
    dates, changes = _dates(page, articles), _changes(page, articles)
    return Declared(dates, changes, day_first(dates, changes, zone))


def published(
    data: Declared,
    view: View,
    *,
    zone: ZoneInfo,
    fetched: dt.datetime | None,
    local: bool,
) -> tuple[dt.datetime | None, list[Fact], list[str]]:
    """Return when the story was published, every statement of it (the one taken first), and notes on what was refused.

    Statements within a day and a half of each other are one date; the date that is stated with most weight is taken,
    from its strongest statement that tells time and offset. On a page of the site's own country (*local*), a
    machine-readable date with a foreign offset is mended where a reader sees the same clock time on it: many
    newsrooms' systems put their local time down as UTC.
    """
    stated, notes = read_statements("date", data.dates, zone, fetched, day_first=data.day_first)
    sure = any(one.moment.timed and one.fact.confidence >= _SURE and _own_offset(one, zone, local) for one in stated)
    if not sure:
        shown, refused = read_statements("date", [*_stamps(view), *_datelines(view)], zone, fetched)
        stated, notes = stated + shown, list(dict.fromkeys(notes + refused))
    if not stated:
        return None, [], notes
    if any(one.other for one in stated):
        changed, _ = read_statements("modified", data.changes, zone, fetched, day_first=data.day_first)
        stated = settled(stated, changed, zone)
    best = max(stated, key=lambda one: _support(one, stated, zone))
    group = [one for one in stated if close(one.moment, best.moment, zone)]
    taken = max(group, key=lambda one: (one.moment.timed, one.moment.when.tzinfo is not None, one.fact.confidence))
    if local and (clock := next((one for one in group if _same_clock(one, taken, zone)), None)):
        taken = clock
        notes.append(f"date {clock.fact.value!r}: the page's data give this clock time in another zone")
    return taken.moment.within(zone), [taken.fact, *(one.fact for one in stated if one is not taken)], notes


def _own_offset(one: Stated, zone: ZoneInfo, local: bool) -> bool:
    """Whether a date has the offset that its newsroom's clock has."""
    when = one.moment.when
    return when.tzinfo is not None and (not local or when.utcoffset() == when.astimezone(zone).utcoffset())


def _same_clock(shown: Stated, told: Stated, zone: ZoneInfo) -> bool:
    """Whether a reader sees the clock time of *told*, which lies at another moment by its offset."""
    if shown.fact.source != "dateline" or not shown.moment.timed or told.moment.when.tzinfo is None:
        return False
    clocks = [one.moment.when.replace(tzinfo=None, second=0, microsecond=0) for one in (shown, told)]
    return clocks[0] == clocks[1] and abs(shown.moment.within(zone) - told.moment.within(zone)) > dt.timedelta(
        minutes=2
    )


def modified(
    data: Declared,
    view: View | None,
    *,
    zone: ZoneInfo,
    fetched: dt.datetime | None,
) -> tuple[dt.datetime | None, list[Fact]]:
    """Return when the story was last changed by its strongest statement, and all statements.

    The visible page is looked at only if *view* is given.
    """
    statements = data.changes
    if view and not statements:
        statements = [(stamp.value, "time", 0.6) for stamp in view.stamps if stamp.changed][:1]
    if view and not statements:
        parts = (part for line in view.below for part in _dated_parts(line.text))
        statements = [(part, "dateline", _DATELINE) for part in parts if _updated(part)][:1]
    stated, _ = read_statements("modified", statements, zone, fetched, day_first=data.day_first)
    stated.sort(key=lambda one: (-one.moment.timed, -one.fact.confidence))
    return (stated[0].moment.within(zone) if stated else None), [one.fact for one in stated]


def _dated_parts(text: str) -> list[str]:
    """Return the parts of a line that may each be a dateline."""
    return each_date(text) if len(text) <= _MAX_DATELINE and any(map(str.isdigit, text)) else []


def _updated(text: str) -> bool:
    dateline = find_dateline(text)
    return dateline is not None and dateline.updated


def _dates(page: Page, articles: Sequence[jsonld.Node]) -> list[Statement]:
    pages = [node for kind in ("WebPage", "ItemPage") for node in page.graph.by_type.get(kind, ())]
    return [
        *_of_articles(articles, "datePublished", 1.0),
        *_of_articles(articles, "dateCreated", 0.4),
        *_of_articles(pages, "datePublished", 0.5),
        *metatags.stated(page, "date"),
        *((value, "microdata datePublished", 0.8) for value in page.items.get("datepublished", ())[:1]),
        *((day[0], "address", 0.25) for url in page.addresses[:1] if (day := _IN_ADDRESS.search(_innermost(url)))),
    ]


def _innermost(address: str) -> str:
    """Return the address that an archive's *address* holds behind its own, which tells when it was archived."""
    return address.rpartition("://")[2]


def _changes(page: Page, articles: Sequence[jsonld.Node]) -> list[Statement]:
    pages = () if articles else page.graph.by_type.get("WebPage", ())  # beside an article it tells of the page's frame
    return [
        *_of_articles(articles, "dateModified", 1.0),
        *_of_articles(pages, "dateModified", 0.5),
        *metatags.stated(page, "modified"),
    ]


def _of_articles(nodes: Iterable[jsonld.Node], name: str, weight: float) -> list[Statement]:
    return [
        (str(value), f"JSON-LD {name}", weight)
        for node in nodes
        for value in map(jsonld.literal, jsonld.listed(node.get(name))[:1])
        if isinstance(value, str | int)
    ][:2]


def _stamps(view: View) -> list[Statement]:
    return [(stamp.value, "time", 0.7 if stamp.published else 0.3) for stamp in view.stamps if not stamp.changed]


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


def _support(one: Stated, stated: Iterable[Stated], zone: ZoneInfo) -> float:
    """Return the weight of all sources that state the same date, each source once; its own decides between equals."""
    sources: dict[str, float] = {}
    for other in stated:
        if close(one.moment, other.moment, zone):
            sources[other.fact.source] = max(sources.get(other.fact.source, 0), other.fact.confidence)
    return sum(sources.values()) + one.fact.confidence / 100
