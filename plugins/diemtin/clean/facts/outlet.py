"""What an outlet calls itself, and headlines without that name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from diemtin.clean.facts.dateline import find_dateline
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.visible import key
from diemtin.text import fold_tones

# Parts of host names that are no outlet's name.
_COMMON_LABELS: Final = frozenset({"news", "mobile", "edition", "tienganh", "english"})
_SEPARATOR: Final = re.compile(r"\s[-–—|·•»›‹«<>/\\~*⁄⋆★☆]+\s|\s?[|｜ㅣ]\s?|\s::+\s|：|\s›\s|-(?=[^-\s]+ㅣ)")
# What else parts a title from what was added to it; only where one of the two is known for what it is.
_LOOSE: Final = re.compile(_SEPARATOR.pattern + r"|\s?:\s|:(?=\S)|\s(?=\([^()]+\)$)")
_MIN_LABEL: Final = 4  # letters of a host's label that tells its outlet's name
_MIN_HEADLINE: Final = 8  # characters of a headline that may be cut out of a longer title
#: Characters from which on a line is a headline by itself: what a colon adds is no second half of it.
WHOLE_HEADLINE: Final = 25


@dataclass(frozen=True, slots=True)
class Outlet:
    """The names by which an outlet may stand behind a title, folded to letters and digits."""

    names: frozenset[str]
    labels: frozenset[str]
    sections: frozenset[str]

    def signs(self, part: str) -> bool:
        """Whether *part* of a title is the outlet's name."""
        key = _letters(part)
        return bool(key) and (
            key in self.names or any(label in key and len(key) <= 3 * len(label) for label in self.labels)
        )

    def ends(self, part: str) -> bool:
        """Whether *part* of a title is the outlet's name or, as in "Delta" for readdelta.com, an end of its host's."""
        key = _letters(part)
        alike = (label for label in self.labels if label.startswith(key) or label.endswith(key))
        return self.signs(part) or (len(key) >= _MIN_LABEL and any(alike))

    def is_called(self, part: str) -> bool:
        """Whether *part* is just a name of the outlet."""
        return _letters(part) in self.names

    def names_section(self, part: str) -> bool:
        """Whether *part* is the name of the story's section."""
        return _letters(part) in self.sections


def outlet_of(page: Page, names: Iterable[str]) -> Outlet:
    """Return what the outlet is called: by itself in *names*, and by its host."""
    host = _host(page.addresses[0]) if page.addresses else ""
    labels = [label for label in host.split(".")[:-1] if len(label) >= _MIN_LABEL and label not in _COMMON_LABELS]
    known = {_letters(name) for name in (*names, host, *host.split(".")[:-1])}
    sections = {_letters(name) for name in page.meta("article:section")}
    return Outlet(frozenset(known - {""}), frozenset(labels), frozenset(sections))


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


@lru_cache(maxsize=512)  # a page's titles are compared with many names
def _letters(text: str) -> str:
    return "".join(char for char in fold_tones(text) if char.isalnum())


def without_outlet(title: str, outlet: Outlet, headlines: Iterable[str]) -> str:
    """Return *title* without the outlet's name, its section and a date behind it (or the name in front).

    A part goes only if it is known to be one of these, or if the rest is a headline that stands alone elsewhere on
    the page: a dash or colon of the headline's own stays.
    """
    for headline in headlines:
        extra = len(title) - len(headline)
        if extra > 0 and len(headline) > _MIN_HEADLINE:
            between = _LOOSE if len(headline) >= WHOLE_HEADLINE else _SEPARATOR
            if key(title).startswith(key(headline)) and between.match(title, len(headline)):
                return title[: len(headline)]
            if key(title).endswith(key(headline)) and _SEPARATOR.search(f"{title[:extra]}x", extra - 3):
                return title[extra:]
    rest = title
    loose = _last(_LOOSE, rest)
    if loose and _letters(rest[loose.end() :]) in outlet.names:
        rest = rest[: loose.start()]
    while found := _last(_SEPARATOR, rest):
        part = rest[found.end() :]
        dateline = find_dateline(part) if any(map(str.isdigit, part)) else None
        known = outlet.ends(part) or (dateline is not None and dateline.whole)
        if not (known or (rest != title and _letters(part) in outlet.sections)):
            break
        rest = rest[: found.start()]
    first = _LOOSE.search(rest)
    if rest == title and first and _letters(rest[: first.start()]) in outlet.names:
        rest = rest[first.end() :]
    return rest.strip() or title


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=re.Match.start, default=None)
