"""Numbers as a text states them: figures with their scales, and words that carry a number."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import zip_longest
from typing import Final, NamedTuple

from diemtin.translate.checks import figures
from diemtin.translate.checks.figures import FIGURES, Number, Place, exact, readings
from diemtin.translate.checks.tables import table

_TOKEN: Final = re.compile(rf"{FIGURES}|[^\W\d_]+")
_FIGURES: Final = re.compile(FIGURES)
_HALF: Final = frozenset(("half", "nửa"))
_TOUCHING: Final = frozenset(("k", "m", "b", "tr"))  # scales only where they touch a figure: 10k, 125m, 2,5tr
_CLOSE: Final = frozenset(("", " ", "-", " and ", " and a "))  # what may stand between the parts of one number
_THOUSAND: Final = 1000
_MILLION: Final = 1_000_000
_FIRM: Final = 3  # smaller number words are articles and pronouns too, or become "both" and "đôi"


class _Token(NamedTuple):
    text: str
    start: int
    end: int


class _Sum:
    """A number in words as it is read: *hai triệu ba trăm nghìn*, *two hundred and five*."""

    def __init__(self) -> None:
        self.total = 0.0  # what thousands and more have come to
        self.group = 0.0  # below a thousand, not yet multiplied
        self.unit = 0.0  # the last unit of the group: what a ten or a hundred multiplies
        self.scale = 1.0  # the last scale

    def takes(self, unit: float) -> bool:
        """Whether *unit* may follow: 20 and 5, 10 and 2, 300 and 45, but not 2 and 3."""
        return not self.group or any(self.group % step == 0 and unit < step for step in (10, 100))

    def add(self, unit: float) -> None:
        self.group, self.unit = self.group + unit, unit

    def multiply(self, scale: float) -> None:
        lone = bool(self.total) and not self.group  # nghìn tỷ, hundred million
        self.scale = self.scale * scale if lone else scale
        if scale < _THOUSAND:
            self.group += (self.unit or 1) * scale - self.unit
        elif lone:
            self.total *= scale
        else:
            self.total, self.group = self.total + (self.group or 1) * scale, 0.0
        self.unit = 0.0


class _Scanner:
    """Reads the numbers of one text, left to right."""

    def __init__(self, text: str, lang: str) -> None:
        words = table("number_words")[lang]
        self.text, self.lang = text, lang
        self.units: dict[str, float] = words["units"]
        self.scales: dict[str, float] = words["scales"]
        self.inner = frozenset(words.get("inner", {}).get("words", ()))
        self.soft = frozenset(words["soft"]["after"])
        self.tokens = list(_tokens(text, words.get("no_scale", {})))
        self.at = 0

    def numbers(self) -> Iterator[Number]:
        while self.at < len(self.tokens):
            word = self.tokens[self.at].text
            if _FIGURES.match(word):
                yield self._figures()
            elif word in self.units or word in self.scales or word in _HALF:
                yield from self._words()
            else:
                self.at += 1

    def _next(self) -> str:
        """The token at hand if it may belong to the number before it, else ``""``."""
        if self.at >= len(self.tokens):
            return ""
        token = self.tokens[self.at]
        gap = self.text[self.tokens[self.at - 1].end : token.start].lower()
        return "" if gap not in _CLOSE or (token.text in _TOUCHING and gap) else token.text

    def _scale(self) -> float:
        """Read the scale words at hand: *nghìn tỷ* is 10¹²."""
        scale = 1.0
        while (word := self._next()) in self.scales:
            scale *= self.scales[word]
            self.at += 1
        return scale

    def _figures(self) -> Number:
        token = self.tokens[self.at]
        place = Place(self.text, token.start, token.end)
        self.at += 1
        attached = self._next() in _TOUCHING
        scale = self._scale()
        read = readings(token.text, self.lang)
        values = {exact(value * scale) for value in read}
        parts = [frozenset({float(run)}) for run in re.findall(r"\d+", token.text)]
        if scale > 1:
            if attached and self.lang == "en" and scale == _MILLION:  # 125m: millions or metres
                values |= read
            rest = self._rest(scale) if scale >= _THOUSAND and self.lang == "vi" else 0.0
            values = {exact(value + rest) for value in values}
        else:
            if after := _ranges(self.lang).match(self.text, token.end):
                values |= {exact(value * self.scales[after.group(1).lower()]) for value in read}
            if parts:
                parts[0] |= {hour for value in parts[0] for hour in figures.hours(place, value)}
            if len(parts) == 1:
                values |= parts[0] | figures.years(place)
                parts = [frozenset(values)]
        return Number(
            self.text[token.start : self.tokens[self.at - 1].end],
            frozenset(values),
            tuple(parts),
            scale,
            firm=figures.firm(place),
            joined=figures.joined(place),
            apart=figures.apart(place),
            zeros=figures.zeros(place),
        )

    def _rest(self, scale: float) -> float:
        """Read what a Vietnamese number adds after its scale: *2 tỷ 300 triệu*, *3 triệu rưỡi*."""
        word, back = self._next(), self.at
        if word == "rưỡi":
            self.at += 1
            return scale / 2
        if not word or not _FIGURES.match(word):
            return 0.0
        self.at += 1
        smaller = self._scale()
        if 1 < smaller < scale and (value := readings(word, self.lang)):
            return max(value) * smaller + self._rest(smaller)
        self.at = back
        return 0.0

    def _words(self) -> Iterator[Number]:
        """Read a number in words; *năm* alone is none."""
        first, told, word = self.at, _Sum(), self.tokens[self.at].text
        while word:
            if word in self.units and not self._stands_alone(word, told.group) and told.takes(self.units[word]):
                told.add(self.units[word])
            elif word in _HALF and self.at == first:
                told.add(0.5)
            elif word in self.scales and word not in _TOUCHING:
                told.multiply(self.scales[word])
            elif word == "rưỡi" and told.scale > 1:
                told.group += told.scale / 2
            elif word != "a" or self.at != first + 1 or told.group != 1 / 2:  # half a million
                break
            self.at += 1
            word = self._next()
        if self.at == first:
            self.at += 1
            return
        text = self.text[self.tokens[first].start : self.tokens[self.at - 1].end]
        value, bare = exact(told.total + told.group), self.tokens[first].text in self.scales
        before = self.tokens[first - 1].text if first else ""
        kept = not bare and value >= _FIRM and before not in self.soft and (text.islower() or not first)
        yield Number(text, frozenset({value}), scale=told.scale, bare=bare, firm=kept)

    def _stands_alone(self, word: str, group: float) -> bool:
        """Whether a word that is a number only inside one is none here: *năm nay*, *đầu tư*, *mười năm*."""
        after = self.tokens[self.at + 1].text if self.at + 1 < len(self.tokens) else ""
        if word not in self.inner or after in self.scales:
            return False
        return word == "năm" or not group or group % 10 != 0


def _tokens(text: str, no_scale: Mapping[str, list[str]]) -> Iterator[_Token]:
    """Yield the figures and words of *text* in lower case; scale words that are no numbers (tỷ lệ) come as ``"-"``."""
    found = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    for (word, start, end), (after, _, _) in zip_longest(found, found[1:], fillvalue=("", 0, 0)):
        yield _Token("-" if word in no_scale and after in no_scale[word] else word, start, end)


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
