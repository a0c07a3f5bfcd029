"""Where on the visible page the headline stands, and what stands around it."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from diemtin.clean.facts.authors import is_job
from diemtin.clean.facts.dateline import find_dateline, stands_apart
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.outlet import Outlet
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.signing import is_labelled, signs
from diemtin.clean.facts.stamps import Stamp, read_stamps
from diemtin.clean.facts.visible import HEADINGS, Line, key

#: The source of a headline that only its place tells, and the line may be another.
GUESSED: Final = "line before the text"
#: Lines behind the first paragraph, where that is a lede, in which the dateline and the byline may stand.
BEHIND_LEDE: Final = 4
_MIN_LENGTH: Final = 12
_MAX_LENGTH: Final = 500
_SHOWN: Final = 0.1
_MAX_DATELINE: Final = 100


class View:
    """The visible page around its headline. It is read only when something asks for it: that takes most of the time."""

    def __init__(self, page: Page, headlines: Sequence[str]) -> None:
        self.page = page
        self._headlines = headlines

    @cached_property
    def lines(self) -> list[Line]:
        """The visible lines."""
        return self.page.lines

    @cached_property
    def stamps(self) -> list[Stamp]:
        """The dates in elements, the nearest to the headline first."""
        return read_stamps(self.page)

    @property
    def shows_headline(self) -> bool:
        """Whether the headline stands in the lines."""
        return bool(self.lines) and key(self.lines[self.headline].text) in {key(text) for text in self._headlines}

    def is_headline(self, text: str) -> bool:
        """Whether *text* is the headline that was taken."""
        return key(text) in map(key, self._headlines[:1])

    @cached_property
    def headline(self) -> int:
        """Where in the lines the headline stands, 0 if it is not shown.

        A menu or a trail may repeat it: of two places, the one that is no link and is set off is taken. Below the
        headline that was taken, a heading is that of another box.
        """
        wanted = {key(text) for text in self._headlines}
        lengths = {len(text) for text in self._headlines}
        places = [n for n, line in enumerate(self.lines) if len(line.text) in lengths and key(line.text) in wanted]
        set_off = (n for n in places if self.lines[n].bold and not self.lines[n].links)
        taken = (n for n in set_off if self.is_headline(self.lines[n].text))
        return min([max(places, key=self._prominence), *taken]) if places else 0

    @property
    def below(self) -> list[Line]:
        """The lines from the headline on."""
        return self.lines[self.headline :]

    def _prominence(self, place: int) -> tuple[bool, ...]:
        line = self.lines[place]
        return line.tag == "h1", not line.links, self.is_headline(line.text), line.bold


def shown_headlines(lines: Sequence[Line], outlet: Outlet) -> list[Fact]:
    """Return what looks like the headline on a page without a first-level heading, best first.

    That is the heading, or the line set off or marked as a title, that stands right before the dateline or the lede,
    or before the first long paragraph.
    """
    start = next((place for place, line in enumerate(lines) if _opens_text(line)), len(lines))
    found = []
    for place in range(start - 1, max(-1, start - 25), -1):
        line = lines[place]
        if not _MIN_LENGTH <= len(line.text) <= _MAX_LENGTH or outlet.signs(line.text) or find_dateline(line.text):
            continue
        if line.text.endswith(".") and ". " in line.text:  # sentences are a lede's
            continue
        if is_job(line.text) or (is_labelled(line.text) and signs(line)):
            continue
        weight = (
            0.3 * (line.tag in HEADINGS)
            + 0.2 * bool(line.parts_of("title"))
            + 0.1 * line.bold
            - 0.3 * bool(line.links)
            + 0.3 * any(map(_is_dateline, lines[place + 1 : place + 2]))
        )
        if weight > 0:
            found.append(Fact("title", line.text, GUESSED, _SHOWN + weight - 0.01 * (start - place)))
    return sorted(found, key=lambda fact: -fact.confidence)[:3]


def _is_dateline(line: Line) -> bool:
    """Whether *line* is a date, or one that bars or marks set apart from other facts."""
    if len(line.text) >= _MAX_DATELINE:
        return False
    return stands_apart(line.text) or any(find_dateline(part.text) for part in line.parts_of("date"))


def _opens_text(line: Line) -> bool:
    """Whether a story's text begins with *line*: its lede, or a paragraph that is no headline and no list of links."""
    return (bool(line.parts_of("lede")) and len(line.text) > 60) or (
        len(line.text) > 120 and sum(map(len, line.links)) < len(line.text) / 3 and line.tag not in HEADINGS
    )
