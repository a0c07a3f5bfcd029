"""When a story was published and last changed, chosen from all places that say so."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.readings import Stated, Statement, close, day_first, read_statements, settled
from diemtin.clean.facts.shown import View
from diemtin.clean.facts.shown_dates import shown_change, shown_dates

_SURE: Final = 0.7  # a timed statement of this weight needs no look at the visible page
# A template's own date in JSON-LD, which should be in numbers, is often that of the page's last delivery.
_DAY_IN_WORDS: Final = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}")
_FILLED_IN: Final = 0.4
_IN_ADDRESS: Final = re.compile(
    r"(?<!\d)(?:199|20[0-4])\d([-/]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?=[-/]|\d{0,11}\b)"
)


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
        shown, refused = read_statements("date", shown_dates(view), zone, fetched)
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
    statements = data.changes or (shown_change(view) if view else ())
    stated, _ = read_statements("modified", statements, zone, fetched, day_first=data.day_first)
    stated.sort(key=lambda one: (-one.moment.timed, -one.fact.confidence))
    return (stated[0].moment.within(zone) if stated else None), [one.fact for one in stated]


def _dates(page: Page, articles: Sequence[jsonld.Node]) -> list[Statement]:
    pages = [node for kind in ("WebPage", "ItemPage") for node in page.graph.by_type.get(kind, ())]
    metas = page.meta("datepublished")  # a meta element with that property is no second voice
    return [
        *_of_articles(articles, "datePublished", 1.0),
        *_of_articles(articles, "dateCreated", 0.4),
        *_of_articles(pages, "datePublished", 0.5),
        *metatags.stated(page, "date"),
        *(
            (value, "microdata datePublished", 0.8)
            for value in page.items.get("datepublished", ())[:1]
            if value not in metas
        ),
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
        (str(value), f"JSON-LD {name}", weight * (_FILLED_IN if _DAY_IN_WORDS.fullmatch(str(value)) else 1))
        for node in nodes
        for value in map(jsonld.literal, jsonld.listed(node.get(name))[:1])
        if isinstance(value, str | int)
    ][:2]


def _support(one: Stated, stated: Iterable[Stated], zone: ZoneInfo) -> float:
    """Return the weight of all sources that state the same date, each source once; its own decides between equals."""
    sources: dict[str, float] = {}
    for other in stated:
        if close(one.moment, other.moment, zone):
            sources[other.fact.source] = max(sources.get(other.fact.source, 0), other.fact.confidence)
    return sum(sources.values()) + one.fact.confidence / 100
