"""Lines near a headline in which a reader sees where the story stands: trails, kickers, lines of facts."""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from diemtin.clean.facts.visible import Line, Part
from diemtin.text import fold_tones

#: The words of sections and trails, folded, in lists.
WORDS: Final = tomllib.loads(Path(__file__).with_name("sections.toml").read_text("utf-8"))
#: What a trail begins with, folded.
HOME: Final = frozenset(WORDS["home"])
#: More links than this are a menu that begins with the section.
MAX_STEPS: Final = 4
_INTO: Final = tuple(f" {word}" for word in WORDS["into"])
_ARROWS: Final = frozenset("›>»→")
_NEAR: Final = 3  # lines above the headline that may be its kicker
_MAX_KICKER: Final = 40  # characters


def shown_trails(above: Sequence[Line], below: Sequence[Line]) -> list[list[str]]:
    """Return the trails in the lines *above* and *below* a headline, the surest first."""
    return [*_marked(above), *_marked(below), *_from_home([*above, *below]), *_joined_by_arrows(above)]


def kickers(above: Sequence[Line]) -> Iterator[Part]:
    """Yield the short lines right above the headline, the nearest first."""
    for line in reversed(above[-_NEAR:]):
        if len(line.parts) == 1 and len(line.text) <= _MAX_KICKER:
            yield line.parts[0]


def filed_under(near: Sequence[Line], below: Sequence[Line]) -> Iterator[str]:
    """Yield the link behind "trong" or "in" in a line of facts *near* the headline; *below*, such a line begins so."""
    for before, part in pairwise([part for line in near for part in line.parts]):
        if part.linked and "meta" in part.kinds and _leads_in(before.text):
            yield part.text
    for line in below:
        label, link = line.parts[0], line.parts[1:2]
        if link and link[0].linked and "meta" in label.kinds and _leads_in(label.text):
            yield link[0].text
            return


def _leads_in(text: str) -> bool:
    return f" {fold_tones(text)}".rstrip(" :").endswith(_INTO)


def _marked(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the links marked as a trail or a category, the nearest to the headline first."""
    trails: list[list[str]] = [[]]
    for line in lines:
        names = [part.text for part in line.parts_of("section") if part.linked and len(part.text) > 1]
        if names:
            trails[-1] += names
        elif trails[-1]:
            trails.append([])
    yield from reversed([trail for trail in trails if trail])


def _from_home(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield what follows the name of the front page: a trail by its form, however it is marked. Bars part a menu."""
    links = [(part.text.strip(" >›»/"), part.linked) for line in lines for part in line.parts]
    for place, (text, _) in enumerate(links):
        if fold_tones(text) in HOME:
            trail = []
            for name, is_link in links[place + 1 : place + 12]:
                if not is_link and (any(map(str.isalnum, name)) or "|" in name):
                    break
                trail += [name] if is_link else []
            if trail and len(trail) <= MAX_STEPS:
                yield trail


def _joined_by_arrows(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the links of a line that arrows join, the nearest to the headline first."""
    for line in reversed(lines):
        joints = {part.text for part in line.parts if not part.linked}
        if len(line.links) > 1 and joints and joints <= _ARROWS:
            yield list(line.links)
