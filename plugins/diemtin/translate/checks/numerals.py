"""Numbers as a text states them: figures with their scales, and words that carry a number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Final, NamedTuple

from diemtin.translate.checks.tables import table

# Figures (1.500, 2,8, 28.6.2024), a vulgar fraction, or a word.
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[½¼¾⅓⅔]|[^\W\d_]+")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_GROUPING: Final = {"en": ",", "vi": "."}
_HALF: Final = frozenset(("half", "nửa"))
_TOUCHING: Final = frozenset(("k", "m", "b", "tr"))
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_ROMAN: Final = re.compile(r"\b[IVXLC]{1,7}\b")
_ROMAN_FORM: Final = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# What makes a figure an hour, so that 9 p.m. may be 21.
_HOUR: Final = re.compile(r"\s?(?:[ap]\.?m\b|h\d|h\b|giờ|g\d|sáng|trưa|chiều|tối|đêm|o['’]clock|:\d\d)", re.IGNORECASE)
_DECADE: Final = re.compile(r"['’]?s\b")
_DECADE_BEFORE: Final = re.compile(r"(?:thập niên|thập kỷ|năm|['’]) ?$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[.,][0-5]\d")
_ZEROS: Final = re.compile(r"[.,]\d*?(0+)$")
_MONEY: Final = re.compile(r"[$£€¥]\s?$")
_JOINED: Final = re.compile(r"\d[-–:]$")
_JOINS: Final = re.compile(r"[-–:]\d")
# Between the parts of one number: nothing, a space or a hyphen.
_CLOSE: Final = frozenset(("", " ", "-", " and ", " and a "))
_THOUSAND: Final = 1000
_DAY: Final = 24
_FIRM: Final = 3  # smaller number words are articles and pronouns too, or become "both" and "đôi"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: as it is written, what it may be worth, and the figures that it is written with.

    ``parts`` are its runs of digits (28.6.2024 is 28, 6 and 2024), each with what it may stand for; a number in words
    has none. ``scale`` is what the words after it multiply by (1 for none); ``bare`` tells a scale without a number
    before it (*millions of*, *hàng triệu*), ``firm`` one that a translation must keep, ``joined`` a figure that hangs on another (*2-1*), ``apart`` one whose
    figures may stand apart elsewhere (4.40 as *4 giờ 40*, 28.6.2024), ``zeros`` how many zeros a decimal ends in (money and
    times of day aside, where they mean nothing).
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


def _exact(value: float) -> float:
    """Return *value* without the dust of binary fractions: 2.8 × 10⁹ is 2800000000."""
    return float(f"{value:.12g}")


def readings(figures: str, lang: str) -> frozenset[float]:
    """Return what a run of figures may be worth: ``1.500`` is 1500 in Vietnamese and 1.5 in English, 28.6.2024 nothing."""
    if figures in _FRACTIONS:
        return frozenset({_FRACTIONS[figures]})
    points = re.sub(r"\d", "", figures)
    if not points:
        return frozenset({float(figures)})
    *whole, last = re.split(r"[.,]", figures)
    alike = len(set(points)) == 1
    if alike and _GROUPED.match(figures) and (len(points) > 1 or points == _GROUPING[lang]):
        return frozenset({float("".join(whole) + last)})
    if lang == "vi" and _GROUPED.match(figures) and figures[0] != "0":  # 10,000 is also written by the Vietnamese press
        return frozenset({float("".join(whole) + last), float(f"{''.join(whole)}.{last}")})
    if points == "," and lang == "en":
        return frozenset()
    if len(points) == 1 or (not alike and points[-1] not in points[:-1]):
        return frozenset({_exact(float(f"{''.join(whole)}.{last}"))})
    return frozenset()


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def _tokens(text: str, no_scale: Mapping[str, list[str]]) -> Iterator[_Token]:
    """Yield the figures and words of *text* in lower case; scale words that are no numbers (tỷ lệ) come as ``"-"``."""
    found = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    for (word, start, end), (after, _, _) in zip_longest(found, found[1:], fillvalue=("", 0, 0)):
        yield _Token("-" if word in no_scale and after in no_scale[word] else word, start, end)


class _Scanner:
    """Reads the numbers of one text, left to right."""

    def __init__(self, text: str, lang: str) -> None:
        self.text, self.lang = text, lang
        words = table("number_words")
        self.units: dict[str, float] = words[lang]["units"]
        self.scales: dict[str, float] = words[lang]["scales"]
        self._ranged = _ranges(lang)
        self.inner = frozenset(words[lang].get("inner", {}).get("words", ()))
        self.soft = frozenset(words[lang]["soft"]["after"])
        self.tokens = list(_tokens(text, words[lang].get("no_scale", {})))
        self.at = 0

    def numbers(self) -> Iterator[Number]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.text[0].isdecimal() or token.text in _FRACTIONS:
                yield self._figures(token)
            elif token.text in self.units or token.text in self.scales or token.text in _HALF:
                number = self._words(token)
                if number:
                    yield number
            else:
                self.at += 1

    def _gap(self) -> str:
        """What stands between the token at hand and the one before it."""
        return self.text[self.tokens[self.at - 1].end : self.tokens[self.at].start].lower()

    def _next(self) -> str:
        """The token at hand if it may belong to the number before it, else ``""``."""
        if self.at >= len(self.tokens):
            return ""
        token, gap = self.tokens[self.at], self._gap()
        if gap not in _CLOSE or (token.text in _TOUCHING and gap):
            return ""
        return token.text

    def _scale(self) -> float:
        """Read the scale words at hand: *nghìn tỷ* is 10¹²."""
        scale = 1.0
        while (word := self._next()) in self.scales:
            scale *= self.scales[word]
            self.at += 1
        return scale

    def _figures(self, token: _Token) -> Number:
        self.at += 1
        values = set(readings(token.text, self.lang))
        parts = [frozenset({float(run)}) for run in re.findall(r"\d+", token.text)]
        ranged = self._ranged.match(self.text, token.end)
        attached = self._next() in _TOUCHING
        scale = self._scale()
        scaled = {_exact(value * scale) for value in values}
        if attached and self.lang == "en" and scale == 1_000_000:  # 125m: millions or metres
            scaled |= values
        if ranged and scale == 1:
            scaled |= {_exact(value * self.scales[ranged.group(1).lower()]) for value in values}
        if scale >= _THOUSAND and self.lang == "vi":
            scaled = {_exact(value + self._rest(scale)) for value in scaled}
        if scale == 1 and len(parts) <= 2 and _HOUR.match(self.text, token.end):
            parts[0] |= {value + turn for value in parts[0] for turn in (12, -12) if 0 <= value + turn <= _DAY}
            scaled |= parts[0] if len(parts) == 1 else set()
        if scale == 1 and len(parts) == 1:
            scaled |= self._years(token)
            parts = [frozenset(scaled)]
        end = self.tokens[self.at - 1].end
        joined = bool(
            _JOINED.search(self.text, max(0, token.start - 2), token.start) or _JOINS.match(self.text, token.end)
        )
        apart = bool(_CLOCK.fullmatch(token.text)) or len(parts) > 2
        firm = token.text != "00" or self.text[token.start - 1 : token.start] != ":"  # 5 a.m. is 05:00
        return Number(
            self.text[token.start : end],
            frozenset(scaled),
            tuple(parts),
            scale,
            False,
            firm,
            joined,
            apart,
            self._zeros(token),
        )

    def _zeros(self, token: _Token) -> int:
        """Count the zeros that a decimal ends in, 0 in money and times of day."""
        zeros = _ZEROS.search(token.text)
        if not zeros or _GROUPED.match(token.text) or _HOUR.match(self.text, token.end):
            return 0
        return 0 if _MONEY.search(self.text, max(0, token.start - 2), token.start) else len(zeros.group(1))

    def _rest(self, scale: float) -> float:
        """Read what a Vietnamese number adds after its scale: *2 tỷ 300 triệu*, *3 triệu rưỡi*."""
        if self._next() == "rưỡi":
            self.at += 1
            return scale / 2
        word = self._next()
        if not word or not word[0].isdecimal():
            return 0.0
        back = self.at
        self.at += 1
        smaller = self._scale()
        if 1 < smaller < scale and (value := readings(word, self.lang)):
            return max(value) * smaller + self._rest(smaller)
        self.at = back
        return 0.0

    def _years(self, token: _Token) -> set[float]:
        """The years that two figures may mean (the '80s, thập niên 80, 2018-19), and the decade that four do."""
        value, before = float(token.text) if token.text.isdecimal() else -1, self.text[: token.start][-10:]
        if len(token.text) == 2 and (_DECADE_BEFORE.search(before) or _DECADE.match(self.text, token.end)):
            return {1900 + value, 2000 + value}
        if len(token.text) == 2 and before[-1:] in ("-", "–", "/"):
            return {1900 + value, 2000 + value}
        if len(token.text) == 4 and _DECADE.match(self.text, token.end):
            return {value % 100}
        return set()

    def _words(self, token: _Token) -> Number | None:
        total, group, last, scale = 0.0, 0.0, 0.0, 1.0
        bare, word = token.text in self.scales, token.text
        first = self.at
        while word:
            if word in self.units and not (word in self.inner and self._stands_alone(word, group)):
                unit = self.units[word]
                if group and not _adds_up(group, unit):
                    break
                group, last = group + unit, unit
            elif word in _HALF and self.at == first:
                group = last = 0.5
            elif word in self.scales and word not in _TOUCHING:
                step = self.scales[word]
                scale = step if group or not total else scale * step
                if step < _THOUSAND:
                    group, last = group - last + (last or 1) * step, 0.0
                elif group or not total:
                    total, group, last = total + (group or 1) * step, 0.0, 0.0
                else:
                    total *= step
            elif word == "rưỡi" and scale > 1:
                group += scale / 2
            elif not (word == "a" and group == 0.5):
                break
            self.at += 1
            word = self._next()
        if self.at == first:
            self.at += 1
            return None
        text = self.text[token.start : self.tokens[self.at - 1].end]
        value = _exact(total + group)
        before = self.tokens[first - 1].text if first else ""
        firm = not bare and value >= _FIRM and before not in self.soft and (text.islower() or not first)
        return Number(text, frozenset({value}), (), scale, bare, firm)

    def _stands_alone(self, word: str, group: float) -> bool:
        """Whether a word that is a number only inside one is none here: *năm nay*, *đầu tư*, *mười năm*."""
        after = self.tokens[self.at + 1].text if self.at + 1 < len(self.tokens) else ""
        if after in self.scales:
            return False
        return word == "năm" or group < 10 or group % 10 != 0


def _adds_up(group: float, unit: float) -> bool:
    """Whether *unit* may follow *group* in one number: 20 and 5, 10 and 2, 300 and 45, but not 2 and 3."""
    return any(group % step == 0 and unit < step for step in (10, 100))


@cache
def _ranges(lang: str) -> re.Pattern[str]:
    """Return what follows the first figure of a range whose scale stands after the second: *10-15 million*."""
    scales = "|".join(word for word in table("number_words")[lang]["scales"] if word not in _TOUCHING)
    return re.compile(rf" ?(?:[-–]|to|or|and|đến|tới|hoặc|và) ?\d+(?:[.,]\d+)? ?({scales})\b", re.IGNORECASE)


@cache
def number_words(lang: str) -> frozenset[str]:
    """Return the words of *lang* that numbers are told with."""
    words = table("number_words")[lang]
    return frozenset(words["units"]) | frozenset(words["scales"]) | _HALF


def numbers(text: str, lang: str) -> list[Number]:
    """Return the numbers that *text* states, in order."""
    return list(_Scanner(text, lang).numbers())


def roman(text: str) -> frozenset[float]:
    """Return the values of the Roman numerals in *text* (*quý II*, *thế kỷ XI*)."""
    found = set()
    for numeral in _ROMAN.findall(text):
        if _ROMAN_FORM.fullmatch(numeral):
            digits = [_ROMAN_VALUE[char] for char in numeral]
            found.add(float(sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))))
    return frozenset(found)
