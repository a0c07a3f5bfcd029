"""Dates as pages write them: ISO 8601, RFC 2822, Unix time, and the ways of newsrooms, Vietnamese and English first.

Numbers are read day first (``3/4/2024`` is April 3), unless the weekday before them falls on the other day alone, or
American software wrote them (``3/4/2024 5:06:07 PM``). What cannot be taken for sure is refused with a reason: a year
before 1990 or after 2100, a Buddhist year (2567 = 2024), a year of two digits, a day that does not exist.
"""

import datetime as dt
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from diemtin.text import fold_tones, on_one_line

FIRST_YEAR: Final = 1990  # the year of the first web page
LAST_YEAR: Final = 2100
_BUDDHIST: Final = range(FIRST_YEAR + 543, LAST_YEAR + 543)
_MAX_LENGTH: Final = 160
#: The words of dates, in tables.
WORDS: Final = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))
_VIETNAMESE: Final[dict[str, int]] = WORDS["vietnamese_months"]
_NAMED: Final = {name: number for number, names in enumerate(WORDS["months"]["names"], 1) for name in names.split()}
_OFFSETS: Final[dict[str, float]] = WORDS["offsets"]
_CLOCKS: Final[dict[str, ZoneInfo]] = {name: ZoneInfo(key) for name, key in WORDS["clocks"].items()}
_RELATIVE: Final = re.compile(r"\b(?:" + "|".join(WORDS["relative"]["words"]) + r")\b")
_WEEKDAYS: Final = {name: number for number, names in enumerate(WORDS["weekdays"]["names"]) for name in names}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# "tháng 6", "thg 6", "Th6"
_MONTH: Final = rf"(?:thang |thg\.? ?|(?<!\d)th\.? ?(?=\d))(?P<m>\d{{1,2}}|{_any_of(_VIETNAMESE)})\b"
# A month by name in front of the day: most words need not be compared with them all.
_LEADING: Final = rf"\b(?=[^\W\d_]{{3,12}}\.?[ -]+\d)(?P<m>{_any_of(_NAMED)})"
# All patterns run over folded text: lower case, no marks, "đ" as "d".
_YEAR: Final = re.compile(r"\d{4}")  # is in every date: what has none need not be searched for each form
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d-])(?P<y>\d{4,5})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d/]|[-.]\d)",
        r"(?P<y>\d{4})[年년] ?(?P<m>\d{1,2})[月월] ?(?P<d>\d{1,2})[日일]",
        r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=t?\d{4}|t\d|z|$)",
        r"(?<![\d/.])(?P<d>\d{1,2}) ?(?P<s>[-/.]) ?(?P<m>\d{1,2}) ?(?P=s) ?(?P<y>\d{4})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}}) ?,? ?{_MONTH} ?[,/]? ?(?:nam )?(?P<y>\d{{4}})\b",
        rf"\b{_MONTH} (?P<d>\d{{1,2}}),? (?:nam )?(?P<y>\d{{4}})\b",
        r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|\.|er|º|°)?[ -](?:(?:of|de|di) )?(?P<m>"
        + _any_of(_NAMED)
        + r")\b\.?,?[ -](?:del? )?(?P<y>\d{4})\b",
        _LEADING + r"\b\.?[ -](?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})\b",
        rf"(?<!\d)(?P<y>\d{{4}}) (?P<m>{_any_of(_NAMED)})\b\.? (?P<d>\d{{1,2}})(?!\d|:)",
        _LEADING + r" +(?P<d>\d{1,2}) \d{1,2}:\d\d:\d\d (?:[a-z]+ |[+-]\d{4} )?(?P<y>\d{4})\b",
    )
)
_WEEKDAY: Final = re.compile(rf"\b(?P<name>{_any_of(_WEEKDAYS)})[ ,.|-]*(?:ngay )?$")
# American software writes "3/4/2024 5:06:07 PM": a number without a zero tells it from what others pad.
_AMERICAN: Final = re.compile(
    r"(?:[1-9]/[1-9]\d?/\d{4},? [1-9]\d?|[1-9]\d?/[1-9]/\d{4},? [1-9]\d?|[1-9]\d?/[1-9]\d?/\d{4},? [1-9])"
    r":\d\d:\d\d [ap]m\b"
)
_TWO_DIGITS: Final = re.compile(r"(?<![\d/.-])\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d|[-/.:])")
_CLOCK: Final = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2})(?::|[時时点시] ?| ?(?:gio|[hg])(?![a-z]) ?)"
    r"(?P<min>\d{2})?(?::(?P<sec>\d{2})(?:[.,]\d+)?)?(?!\d)"
    r"(?: ?phut)?(?: ?(?P<half>(?:am|pm|sa|ch)\b|[ap]\.m\b\.?))?"
)
# "8.30" may as well be a price: it is a time before am, pm or a zone, and right behind a date.
_DOTTED_CLOCK: Final = re.compile(
    r"(?<![\d:.])\d{1,2}\.\d\d(?= ?(?:[ap]\.?m|\(?(?:" + "|".join((*_OFFSETS, *_CLOCKS)) + r"))\b)"
    r"|(?<=\d{4})[ ,|-]+\d{1,2}\.\d\d(?![\d.%])"
)
_COMPACT_CLOCK: Final = re.compile(r"t?(?P<h>\d{2})(?P<min>\d{2})(?P<sec>\d{2})?")
_ENGLISH_CLOCK: Final = re.compile(r"(?<![\d:])(?P<h>\d{1,2})(?P<min>)(?P<sec>) ?(?P<half>am|pm|a\.m\.|p\.m\.)")
_OFFSET: Final = re.compile(r" ?[(\[]?(?:gmt|utc)? ?(?P<sign>[+-])(?P<h>\d{1,2})(?::?(?P<min>\d{2}))?(?![\d/.-])")
_ZONE_NAME: Final = re.compile(r" ?[(\[]?(?P<name>" + "|".join(_OFFSETS) + r")\b")
_CLOCK_NAME: Final = re.compile(r" ?[(\[]?(?P<name>" + "|".join(_CLOCKS) + r")\b")


class RefusedDateError(ValueError):
    """A date was stated, but cannot be taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text says of a date: ``when`` is naive if it tells no offset, at midnight if it tells no time."""

    when: dt.datetime
    timed: bool
    span: tuple[int, int] = (0, 0)

    def within(self, zone: ZoneInfo) -> dt.datetime:
        """Return the moment in *zone*; a time without an offset is one of *zone*'s own clocks."""
        return self.when.replace(tzinfo=zone) if self.when.tzinfo is None else self.when.astimezone(zone)


def parse_date(text: str, zone: ZoneInfo, *, day_first: bool = True) -> dt.datetime | None:
    """Return the moment that *text* states, in *zone*; None if it states none or one that must be refused."""
    try:
        moment = read_moment(text, day_first=day_first)
    except RefusedDateError:
        return None
    return moment.within(zone) if moment else None


def read_moment(text: str, *, day_first: bool = True) -> Moment | None:
    """Return the first date that *text* states, with its time and offset if they stand beside it.

    ``span`` is where the date and its time stand in the folded text (see `fold`). None if there is no date; raises
    RefusedDateError for one that cannot be taken.
    """
    if quick := _iso(text):
        return quick
    folded = fold(text)
    if re.fullmatch(r"\d{10}|\d{13}", folded):
        seconds = int(folded) / (1000 if len(folded) == 13 else 1)
        return _checked(Moment(dt.datetime.fromtimestamp(seconds, dt.UTC), timed=True, span=(0, len(folded))))
    folded = _DOTTED_CLOCK.sub(lambda clock: clock[0].replace(".", ":"), folded)
    dates = (m for pattern in _DATES if (m := pattern.search(folded))) if _YEAR.search(folded) else ()
    found = min(dates, key=re.Match.start, default=None)
    if found is None:
        if _TWO_DIGITS.search(folded):
            raise RefusedDateError("a year of two digits")
        if _RELATIVE.search(folded):
            raise RefusedDateError("it counts from the day of reading")
        return None
    day = _calendar_day(found, day_first)
    return _with_time(folded, found, day)


def fold(text: str) -> str:
    """Return the beginning of *text* as dates are looked for in it: on one line, lower case, plain digits, no marks."""
    folded = fold_tones(unicodedata.normalize("NFKC", text[:_MAX_LENGTH]))
    return unicodedata.normalize("NFC", on_one_line(folded))  # Korean syllables fell apart with the marks


def _iso(text: str) -> Moment | None:
    """Read the plain ISO form, which nearly every machine-readable date has, without any search."""
    text = text.strip()
    if len(text) < 16 or not text.isascii() or text[10] not in "T ":
        return None
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return _checked(Moment(when, timed=True, span=(0, len(text))))


def _calendar_day(found: re.Match[str], day_first: bool) -> dt.date:
    year, day = int(found["y"]), int(found["d"])
    word = found["m"]
    month = int(word) if word.isdecimal() else _VIETNAMESE.get(word) or _NAMED[word]
    if year in _BUDDHIST and not FIRST_YEAR <= year <= LAST_YEAR:
        raise RefusedDateError(f"{year} looks like a Buddhist year")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RefusedDateError(f"the year {year} is impossible")
    numeric = word.isdecimal() and found.start("d") < found.start("m") < found.start("y")
    exchangeable = numeric and "s" in found.groupdict() and day <= 12
    if exchangeable and (month > 12 or not _is_day_first(found, year, (day, month), day_first)):
        day, month = month, day
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise RefusedDateError("there is no such day") from None


def _is_day_first(found: re.Match[str], year: int, numbers: tuple[int, int], usual: bool) -> bool:
    """Whether the first of two *numbers* is the day: the weekday before them tells it where only one order falls on
    that, or the form in which American software writes them, or else it is as *usual*.
    """
    if _AMERICAN.match(found.string, found.start()):
        return False
    named = _WEEKDAY.search(found.string, 0, found.start()) if min(numbers) > 0 else None
    if named is None:
        return usual
    weekdays = [dt.date(year, month, day).weekday() for day, month in (numbers, numbers[::-1])]
    fits = [weekday == _WEEKDAYS[named["name"]] for weekday in weekdays]
    return usual if fits[0] == fits[1] else fits[0]


def _with_time(folded: str, found: re.Match[str], day: dt.date) -> Moment:
    """Add the clock time that stands right after or before the date, and the offset after that."""
    start, end = found.span()
    clock = _COMPACT_CLOCK.match(folded, end) if re.fullmatch(r"\d{8}", found[0]) else None
    clock = clock or _CLOCK.search(folded, end, end + 32) or _ENGLISH_CLOCK.search(folded, end, end + 24)
    if clock is None and not re.fullmatch(r"\d{8}", found[0]):
        earlier = list(_CLOCK.finditer(folded, max(0, start - 40), start))
        clock = earlier[-1] if earlier else _CLOCK.search(found[0])
        if clock and not earlier:
            clock = _CLOCK.search(folded, start, end)
    if clock is None or int(clock["h"]) > 24 or int(clock["min"] or 0) > 59:
        return Moment(dt.datetime.combine(day, dt.time()), timed=False, span=(start, end))
    half = clock.groupdict().get("half") or ""
    hour = _hour(int(clock["h"]), half)
    second = min(int(clock["sec"] or 0), 59)  # a leap second is shown as the last of its minute
    zone: dt.tzinfo | None
    zone, after = _offset(folded, clock.end())
    named = _CLOCK_NAME.match(folded, clock.end())
    if named and (half or named["name"] != "cst"):  # China's time has that name too, and counts to 24
        zone, after = _CLOCKS[named["name"]], named.end()
    elif zone is None and clock.end() <= start:  # "16:20, 03/06/2019 (GMT+7)": the offset stands behind the date
        zone, after = _offset(folded, end)
    when = dt.datetime.combine(day, dt.time(hour % 24, int(clock["min"] or 0), second), zone)
    when += dt.timedelta(days=hour // 24)
    return _checked(Moment(when, timed=True, span=(min(start, clock.start()), max(end, after))))


def _hour(hour: int, half: str) -> int:
    """Return the hour of a 24-hour clock; "14:05 PM" and "00:01 AM" are such clocks with a mark too many."""
    if half in {"pm", "p.m", "p.m.", "ch"} and hour < 12:
        return hour + 12
    return 0 if half in {"am", "a.m", "a.m.", "sa"} and hour == 12 else hour


def _offset(folded: str, start: int) -> tuple[dt.timezone | None, int]:
    if numeric := _OFFSET.match(folded, start):
        minutes = int(numeric["h"]) * 60 + int(numeric["min"] or 0)
        if minutes > 14 * 60:
            raise RefusedDateError("no place on earth has that offset from UTC")
        return dt.timezone(dt.timedelta(minutes=minutes if numeric["sign"] == "+" else -minutes)), numeric.end()
    if named := _ZONE_NAME.match(folded, start):
        return dt.timezone(dt.timedelta(hours=_OFFSETS[named["name"]])), named.end()
    return None, start


def _checked(moment: Moment) -> Moment:
    """Return *moment*; raises RefusedDateError if its year cannot be."""
    offset = moment.when.utcoffset()
    if offset is not None and abs(offset) > dt.timedelta(hours=14):
        raise RefusedDateError("no place on earth has that offset from UTC")
    if moment.when.year in _BUDDHIST and moment.when.year > LAST_YEAR:
        raise RefusedDateError(f"{moment.when.year} looks like a Buddhist year")
    if not FIRST_YEAR <= moment.when.year <= LAST_YEAR:
        raise RefusedDateError(f"the year {moment.when.year} is impossible")
    return moment
