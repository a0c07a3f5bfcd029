"""Figures: what a run of digits may be worth, and what stands around it says of that."""

import re
from dataclasses import dataclass
from typing import Final

FIGURES: Final = r"\d+(?:[.,]\d+)*|[½¼¾⅓⅔]"  # 1.500, 2,8, 28.6.2024, a vulgar fraction
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_GROUPING: Final = {"en": ",", "vi": "."}
# What makes a figure an hour, so that 9 p.m. may be 21.
_HOUR: Final = re.compile(r"\s?(?:[ap]\.?m\b|h\d|h\b|giờ|g\d|sáng|trưa|chiều|tối|đêm|o['’]clock|:\d\d)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[.,][0-5]\d")
_DAY: Final = 24
_HALF_DAY: Final = 12
_DECADE: Final = re.compile(r"['’]?s\b")
_DECADE_BEFORE: Final = re.compile(r"(?:(?:thập niên|thập kỷ|năm|['’]) ?|[-–/])$", re.IGNORECASE)
_GENERATION: Final = re.compile(r"[xX]\b")
_ZEROS: Final = re.compile(r"[.,]\d*?(0+)$")
_MONEY: Final = re.compile(r"[$£€¥]\s?$")
_JOINED: Final = re.compile(r"\d[-–:]$")
_JOINS: Final = re.compile(r"[-–:]\d")
_ROMAN: Final = re.compile(r"\b[IVXLC]{1,7}\b")
_ROMAN_FORM: Final = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: as it is written, and what it may be worth.

    ``parts`` are its runs of digits (28.6.2024 is 28, 6 and 2024), each with what it may stand for; a number in words
    has none. ``scale`` is what the words after it multiply by (1 for none); ``bare`` tells a scale without a number
    before it (*millions of*, *hàng triệu*). ``firm`` is a number that a translation must keep; ``joined`` a figure
    that hangs on another (*2-1*); ``apart`` one whose figures may stand apart elsewhere (4.40 as *4 giờ 40*);
    ``zeros`` counts the zeros that a decimal ends in (none in money and times of day, where they mean nothing).
    """

    text: str
    values: frozenset[float]
    parts: tuple[frozenset[float], ...] = ()
    scale: float = 1
    bare: bool = False
    firm: bool = True
    joined: bool = False
    apart: bool = False
    zeros: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where figures stand in a text."""

    text: str
    start: int
    end: int

    @property
    def figures(self) -> str:
        """The figures themselves."""
        return self.text[self.start : self.end]


def exact(value: float) -> float:
    """Return *value* without the dust of binary fractions: 2.8 × 10⁹ is 2800000000."""
    return float(f"{value:.12g}")


def readings(figures: str, lang: str) -> frozenset[float]:
    """Return what a run of figures may be worth: ``1.500`` is 1500 in Vietnamese, 1.5 in English; 28.6.2024 nothing."""
    if figures in _FRACTIONS:
        return frozenset({_FRACTIONS[figures]})
    points = re.sub(r"\d", "", figures)
    if not points:
        return frozenset({float(figures)})
    *whole, last = re.split(r"[.,]", figures)
    alike = len(set(points)) == 1
    grouped, decimal = float("".join(whole) + last), exact(float(f"{''.join(whole)}.{last}"))
    if alike and _GROUPED.match(figures) and (len(points) > 1 or points == _GROUPING[lang]):
        return frozenset({grouped})
    if lang == "vi" and _GROUPED.match(figures) and figures[0] != "0":  # 10,000 is also written by the Vietnamese press
        return frozenset({grouped, decimal})
    if points == "," and lang == "en":
        return frozenset()
    return frozenset({decimal}) if len(points) == 1 or (not alike and points[-1] not in points[:-1]) else frozenset()


def hours(place: Place, value: float) -> frozenset[float]:
    """Return the hour that figures may name on the other clock, if what follows them makes them an hour."""
    if not _HOUR.match(place.text, place.end):
        return frozenset()
    return frozenset(value + turn for turn in (_HALF_DAY, -_HALF_DAY) if 0 <= value + turn <= _DAY)


def years(place: Place) -> frozenset[float]:
    """Return the years that two figures may mean (the '80s, 2018-19) or one (thế hệ 9X), the decade that four do."""
    if not place.figures.isdecimal():
        return frozenset()
    value, ends = float(place.figures), bool(_DECADE.match(place.text, place.end))
    before = place.text[max(0, place.start - 10) : place.start]
    if _GENERATION.match(place.text, place.end) and len(place.figures) == len("9"):
        return frozenset({1900 + 10 * value, 10 * value})
    if len(place.figures) == len("80") and (ends or _DECADE_BEFORE.search(before)):
        return frozenset({1900 + value, 2000 + value})
    return frozenset({value % 100}) if len(place.figures) == len("1980") and ends else frozenset()


def firm(place: Place) -> bool:
    """Whether figures must be kept: all but the minutes of a full hour (5 a.m. is 05:00)."""
    return place.figures != "00" or place.text[max(0, place.start - 1) : place.start] != ":"


def joined(place: Place) -> bool:
    """Whether figures hang on others, as in a score."""
    before = _JOINED.search(place.text, max(0, place.start - 2), place.start)
    return bool(before or _JOINS.match(place.text, place.end))


def apart(place: Place) -> bool:
    """Whether figures may be a time of day or a date."""
    return bool(_CLOCK.fullmatch(place.figures)) or len(re.findall(r"\d+", place.figures)) > len(("day", "month"))


def zeros(place: Place) -> int:
    """Count the zeros that a decimal ends in, 0 in money and times of day."""
    found = _ZEROS.search(place.figures)
    if not found or _GROUPED.match(place.figures) or _HOUR.match(place.text, place.end):
        return 0
    return 0 if _MONEY.search(place.text, max(0, place.start - 2), place.start) else len(found.group(1))


def roman(text: str) -> frozenset[float]:
    """Return the values of the Roman numerals in *text* (*quý II*, *thế kỷ XI*)."""
    found = set()
    for numeral in _ROMAN.findall(text):
        if _ROMAN_FORM.fullmatch(numeral):
            digits = [_ROMAN_VALUE[char] for char in numeral]
            found.add(float(sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))))
    return frozenset(found)
