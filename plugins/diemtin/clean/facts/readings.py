"""What a page's statements of a date say: which of them are refused, and which number is the month."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from zoneinfo import ZoneInfo

from diemtin.clean.facts.dates import Moment, RefusedDateError, parse_date, read_moment
from diemtin.clean.facts.model import Fact, Name

Statement = tuple[str, str, float]  # what is said, where, and how far it is to be believed
_SAME: Final = dt.timedelta(hours=36)  # two statements of one date, one without an offset, may lie this far apart
_MONTH_FIRST: Final = re.compile(r"(?<![\d/.-])(?:0?[1-9]|1[0-2])([-/.])(?:1[3-9]|2\d|3[01])\1\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that can be taken, and where it was stated.

    ``other`` is the date with day and month exchanged, where the numbers may mean that as well.
    """

    moment: Moment
    fact: Fact
    other: Moment | None = None


def read_statements(
    name: Name,
    statements: Iterable[Statement],
    zone: ZoneInfo,
    fetched: dt.datetime | None,
    *,
    day_first: bool = True,
) -> tuple[list[Stated], list[str]]:
    """Return the dates that *statements* make of the fact *name*, and notes on those that were refused."""
    stated: list[Stated] = []
    refused: dict[str, str] = {}
    latest = (fetched if fetched.tzinfo else fetched.replace(tzinfo=zone)) + dt.timedelta(days=1) if fetched else None
    for value, source, weight in statements:
        try:
            moments = _moments(value, zone, latest, day_first)
        except RefusedDateError as refusal:
            refused.setdefault(value, f"{name} {value[:40]!r} ({source}) refused: {refusal}")
            continue
        if moments:
            stated.append(Stated(moments[0], Fact(name, value[:80], source, weight), *moments[1:]))
    return stated, list(refused.values())


def _moments(value: str, zone: ZoneInfo, latest: dt.datetime | None, day_first: bool) -> list[Moment]:
    """Return the dates that *value* may mean, the likelier first: two where either number can be the month."""
    moment = read_moment(value, day_first=day_first)
    if moment is None:
        if any(map(str.isdigit, value)):
            raise RefusedDateError("it is in no known form")
        return []
    other = read_moment(value, day_first=not day_first) if moment.when.day <= 12 else None
    moments = [moment, other] if other and other != moment else [moment]
    possible = [moment for moment in moments if not latest or moment.within(zone) <= latest]
    if not possible:
        raise RefusedDateError("it lies after the page was fetched")
    return possible


def day_first(dates: Sequence[Statement], changes: Sequence[Statement], zone: ZoneInfo) -> bool:
    """Whether the numeric dates in a page's data are written day first, as in Vietnam.

    They are not where one of them can only be read month first, or where the story would have been changed before it
    was published.
    """
    if any(_MONTH_FIRST.search(value) for value, _, _ in (*dates, *changes)):
        return False
    return _in_order(dates, changes, zone, True) or not _in_order(dates, changes, zone, False)


def _in_order(dates: Sequence[Statement], changes: Sequence[Statement], zone: ZoneInfo, day_first: bool) -> bool:
    """Whether the first of *changes* does not lie before the first of *dates*."""
    date, change = (parse_date(of[0][0], zone, day_first=day_first) if of else None for of in (dates, changes))
    return not (date and change and change < date)


def settled(stated: Iterable[Stated], known: Iterable[Stated], zone: ZoneInfo) -> list[Stated]:
    """Return *stated*, day and month exchanged where another statement, or one of *known*, supports only that.

    A statement supports others if it can be read in one way only. What readers see is written for them, day first:
    that supports the page's data, which software may have written month first.
    """
    found = list(stated)
    for place, one in enumerate(found):
        if one.other is None:
            continue
        others = [
            other.moment
            for other in (*found, *known)
            if other is not one and (other.other is None or other.fact.source == "dateline")
        ]
        supported = [any(close(moment, other, zone) for other in others) for moment in (one.moment, one.other)]
        if supported == [False, True]:
            found[place] = replace(one, moment=one.other, other=None)
    return found


def close(one: Moment, other: Moment, zone: ZoneInfo) -> bool:
    """Whether two moments can be two statements of one date."""
    return abs(one.within(zone) - other.within(zone)) < _SAME
