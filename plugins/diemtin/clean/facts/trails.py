"""Lines near a headline in which a reader sees where the story stands: trails, kickers, lines of facts."""

import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from diemtin.clean.facts.directories import may_name_section, path_of
from diemtin.clean.facts.visible import Line, Part
from diemtin.text import fold_tones

#: The words of sections and trails, folded, in lists.
WORDS: Final = tomllib.loads(Path(__file__).with_name("sections.toml").read_text("utf-8"))
#: What a trail begins with, folded.
HOME: Final = frozenset(WORDS["home"])
#: More links than this are a menu that begins with the section.
MAX_STEPS: Final = 4
_PAGES: Final = frozenset(WORDS["pages"])
_INTO: Final = tuple(f" {word}" for word in WORDS["into"])
_ARROWS: Final = frozenset("›>»→")
_NEAR: Final = 3  # lines above the headline that may be its kicker
_MAX_KICKER: Final = 40  # characters
_PARAGRAPH: Final = 100  # characters of a line with which the text has begun


def shown_trails(above: Sequence[Line], below: Sequence[Line]) -> list[list[str]]:
    """Return the trails in the lines *above* and *below* a headline, the surest first."""
    near = [*above, *below]
    return [*_marked(above), *_marked(below), *_from_home(near), *_joined_by_arrows(above), *_nested(above)]


def kickers(above: Sequence[Line]) -> Iterator[Part]:
    """Yield the short lines right above the headline, the nearest first."""
    for line in reversed(above[-_NEAR:]):
        if len(line.parts) == 1 and len(line.text) <= _MAX_KICKER:
            yield line.parts[0]


def topic_kicker(above: Sequence[Line]) -> str:
    """Return the topic that is all of the line right above the headline, and the only one near it: a blog's section."""
    topics = [part for line in above[-_NEAR:] for part in line.parts_of("tags") if part.linked]
    return topics[0].text if len(topics) == 1 and above[-1].parts == (topics[0],) else ""


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
    """Yield the links marked as a trail or a category, the nearest to the headline first. One of several links in a
    line is whole by itself: a menu may stand right above it, a link to a line.
    """
    trails: list[list[str]] = [[]]
    is_whole = False
    for line in lines:
        names = [part.text for part in line.parts_of("section") if _leads_on(part) and len(part.text) > 1]
        if len(line.text) > _PARAGRAPH and sum(map(len, names)) < len(line.text) / 2:
            names = []
        if trails[-1] and (not names or is_whole or len(names) > 1 or fold_tones(names[0]) in HOME):
            trails.append([])
        trails[-1] += names
        is_whole = len(names) > 1
    yield from reversed([trail for trail in trails if trail])


def _leads_on(part: Part) -> bool:
    """Whether *part* is a link, and not to a place on the page itself: "Skip to content"."""
    return part.address is not None and not (part.address.startswith("#") and len(part.address) > 1)


def _from_home(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield what follows the name of the front page: a trail by its form, however it is marked. Bars part a menu."""
    links = [(part.text.strip(" >›»/"), part.linked) for line in lines for part in line.parts]
    for place, (text, _) in enumerate(links):
        if fold_tones(text) in HOME:
            trail = []
            for name, is_link in links[place + 1 : place + 12]:
                if fold_tones(name) in HOME or (not is_link and (any(map(str.isalnum, name)) or "|" in name)):
                    break
                trail += [name] if is_link else []
            if trail and len(trail) <= MAX_STEPS and _PAGES.isdisjoint(map(fold_tones, trail)):
                yield trail


def _nested(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the links of a line, the nearest to the headline first, each of which leads into the directory of the one
    before: "Kinh tế", "Vàng" for ``/kinh-te`` and ``/kinh-te/vang``.
    """
    for line in reversed(lines):
        steps = [(part.text, path_of(part.address)) for part in line.parts if part.address]
        paths = [path for _, path in steps]
        if len(paths) > 1 and all(below.startswith(f"{path}/") for path, below in pairwise(paths)):
            yield [name for name, path in steps if may_name_section(path.rpartition("/")[2])]


def _joined_by_arrows(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Yield the links of a line that arrows join, the nearest to the headline first."""
    for line in reversed(lines):
        joints = {part.text for part in line.parts if not part.linked}
        if len(line.links) > 1 and joints and joints <= _ARROWS:
            yield list(line.links)
