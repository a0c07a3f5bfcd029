"""Dates and times by value: 28/6 is June 28, 3/4 is April 3 in Vietnamese, thứ 5 is Thursday, 21h40 is 9.40 p.m."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from diemtin.translate.checks.language import told
from diemtin.translate.checks.pair import Pair, Side
from diemtin.translate.checks.tables import table

_EN: Final = table("dates")["en"]
_VI: Final = table("dates")["vi"]


def _any(words: dict[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_EN_MONTH: Final = re.compile(rf"\b({_any(_EN['months'])})\b\.?( \d)?", re.IGNORECASE)
_EN_WEEKDAY: Final = re.compile(rf"\b({_any(_EN['weekdays'])})\b", re.IGNORECASE)
_VI_MONTH: Final = re.compile(rf"\btháng (?:(\d{{1,2}})(?!\d|[.,]\d)|({_any(_VI['months'])})\b)", re.IGNORECASE)
_VI_WEEKDAY: Final = re.compile(
    rf"\bthứ (?:([2-7])(?!\d)|({_any(_VI['weekdays'])})\b)|\b(chủ nhật)\b|\b(cn)\b", re.IGNORECASE
)
# 28/6, 28/6/2024, 28-6-2024, 6/2024. Behind these words it is a date for sure; else it may be a fraction or a score.
_FIGURES: Final = re.compile(
    r"(?<![\d/.,-])(\d{1,2})([.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/]|[.,-]\d)"
    r"|(?<![\d/.,])(\d{1,2})(/)(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/]|[.,]\d)"
)
_MONTH_YEAR: Final = re.compile(r"(?<![\d/.,-])(\d{1,2})/(\d{4})(?!\d)")
_SURE: Final = re.compile(r"(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|thứ \w+,?|chủ nhật,?) \(?$", re.IGNORECASE)
_EN_TIME: Final = re.compile(r"\b(\d{1,2})(?:[.:](\d\d))? ?([ap])\.?m\b", re.IGNORECASE)
_VI_TIME: Final = re.compile(
    rf"\b(\d{{1,2}})(?: ?(?:giờ|[hg]|:) ?(\d\d)?| ?[.:](\d\d)(?: giờ)?)(?: phút)?(?: ({_any(_VI['halves'])}))?\b",
    re.IGNORECASE,
)
_LUNAR: Final = re.compile(r"\bâm lịch\b|\blunar\b", re.IGNORECASE)  # months without a name
_AFTER: Final = frozenset(_EN["month_after"])
_EN_MONTH_WORDS: Final = frozenset(_EN["months"]) | {f"{month}{end}" for month in _EN["months"] for end in ("'s", "’s")}
_EN_WEEKDAY_WORDS: Final = frozenset(_EN["weekdays"]) | {
    f"{day}{end}" for day in _EN["weekdays"] for end in ("'s", "’s")
}
_SUNDAY: Final = 8
_NOON: Final = 12
_MONTHS: Final = 12
_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class Calendar:
    """The months (1 to 12) and weekdays (2 is Monday, 8 is Sunday) that a side names for sure, and may name."""

    months: frozenset[int]
    maybe: frozenset[int]
    weekdays: frozenset[int]


@lru_cache(maxsize=4)
def calendar(side: Side) -> Calendar:
    """Return what a side says of months and weekdays."""
    sure, maybe = _figures(side)
    if side.lang == "en":
        found = [(_EN["months"][m.group(1).lower()], _is_month(m)) for m in _months(side)]
        months = {month for month, certain in found if certain}
        days = {_EN["weekdays"][word] for word in _en_weekdays(side)}
        return Calendar(frozenset(months), frozenset({month for month, _ in found} | maybe | sure), frozenset(days))
    months = {int(m.group(1) or _VI["months"][m.group(2).lower()]) for m in _months(side)} | sure
    days = {
        int(m.group(1)) if m.group(1) else _VI["weekdays"].get((m.group(2) or "").lower(), _SUNDAY)
        for m in _VI_WEEKDAY.finditer(side.text)
    }
    return Calendar(frozenset(months), frozenset(months | maybe), frozenset(days))


def _months(side: Side) -> Iterator[re.Match[str]]:
    if side.lang == "vi":
        return _VI_MONTH.finditer(side.text)
    return iter(()) if side.vocabulary.isdisjoint(_EN_MONTH_WORDS) else _EN_MONTH.finditer(side.text)


def _is_month(match: re.Match[str]) -> bool:
    """Whether *May* is the month and no verb or name."""
    name = match.group(1)
    if not name[0].isupper():
        return False
    before = re.split(r"[ -]", match.string[max(0, match.start() - 12) : match.start()].rstrip().lower())[-1]
    return name.lower() not in _EN["doubtful"] or bool(match.group(2)) or before.isdecimal() or before in _AFTER


def _en_weekdays(side: Side) -> Iterator[str]:
    if side.vocabulary.isdisjoint(_EN_WEEKDAY_WORDS):
        return
    for match in _EN_WEEKDAY.finditer(side.text):
        word = match.group(1)
        if word[0].isupper() and word.lower() not in _EN["doubtful"]:
            yield word.lower()


def _figures(side: Side) -> tuple[set[int], set[int]]:
    """Return the months that figures name for sure (*ngày 28/6*, *28/6/2024*), and may name (*24/7*)."""
    sure, maybe = set[int](), set[int]()
    if not any(map(str.isdecimal, side.text)):
        return sure, maybe
    for match in _FIGURES.finditer(side.text):
        first, mark, second, year = match.groups()[:4] if match.group(1) else match.groups()[4:]
        day, month = int(first), int(second)
        if side.lang == "en":
            maybe |= {day, month}
        elif 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
            dated = year or (mark == "/" and _SURE.search(side.text, 0, match.start()))
            (sure if dated else maybe).add(month)
    maybe |= {int(match.group(1)) for match in _MONTH_YEAR.finditer(side.text)}
    return sure, maybe


def check_dates(pair: Pair) -> Iterator[str]:
    """Yield months, weekdays and halves of the day that only one side names."""
    if not told(pair.target):
        return
    source, target = calendar(pair.source), calendar(pair.target)
    lost, new = source.months - target.maybe, target.months - source.maybe
    if (lost or new) and not _LUNAR.search(pair.source.text) and not _LUNAR.search(pair.target.text):
        yield f"month {_listed(lost)} → {_listed(new)}"
    lost, new = source.weekdays - target.weekdays, target.weekdays - source.weekdays
    if lost and new:
        yield f"weekday {_weekdays(lost)} → {_weekdays(new)}"
    yield from _halves(pair)


def _halves(pair: Pair) -> Iterator[str]:
    """Yield times whose half of the day has turned: 9 p.m. → 9 giờ sáng."""
    if not any(map(str.isdecimal, pair.source.text)):
        return
    source, target = _times(pair.source), _times(pair.target)
    for (hour, minute), half in source.items():
        other = target.get((hour, minute))
        if half and other and half != other:
            yield f"{hour}:{minute:02} {half} → {other}"


def _times(side: Side) -> dict[tuple[int, int], str]:
    """Return each time on the twelve-hour clock with its half of the day, ``""`` where none is told or two are."""
    found: dict[tuple[int, int], str] = {}
    for match in (_EN_TIME if side.lang == "en" else _VI_TIME).finditer(side.text):
        hour = int(match.group(1))
        if side.lang == "en":
            minute, half = int(match.group(2) or 0), match.group(3).lower() + "m"
        else:
            minute = int(match.group(2) or match.group(3) or 0)
            half = _VI["halves"].get((match.group(4) or "").lower(), "pm" if hour > _NOON else "")
            if hour == _NOON:
                half = ""
        key = (hour % _NOON, minute)
        found[key] = half if found.get(key, half) == half else ""
    return found


def _listed(months: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(months))) or "–"


def _weekdays(days: frozenset[int]) -> str:
    names = {number: name for name, number in reversed(_EN["weekdays"].items())}
    return ", ".join(names[day].capitalize() for day in sorted(days))
