"""The page as a reader sees it: its lines in order, each with what the markup around it says it is."""

import re
import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple, cast

from lxml.etree import XPath, _Element, iterwalk

from diemtin.clean.anchors import is_anchor
from diemtin.text import squeeze

_MARKS: Final = tomllib.loads(Path(__file__).with_name("marks.toml").read_text("utf-8"))
# The first kind that has a word decides.
_KINDS: Final = {word: kind for kind, row in reversed(_MARKS.items()) for word in row["words"]}
_BEGINNINGS: Final = tuple(_MARKS["aside"]["beginnings"])
_WORD: Final = re.compile(r"[A-Za-z][a-z]*|[A-Z]+(?![a-z])")
_ELEMENTS: Final = tomllib.loads(Path(__file__).with_name("elements.toml").read_text("utf-8"))
SILENT: Final = frozenset(_ELEMENTS["silent"])
INLINE: Final = frozenset(_ELEMENTS["inline"])
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD: Final = frozenset(_ELEMENTS["bold"])
# Attributes that tell, by rank: the first that tells anything counts.
_MARKED: Final = {"class": 0, "id": 1, "itemprop": 2, "rel": 3, "data-role": 4, "data-testid": 5}
_TELLING: Final = frozenset({"time", "a", "nav"})
_FRAME: Final = frozenset({"html", "body", "head"})  # their classes tell of the kind of page, not of a place on it
# The address of a topic's own page, which a link to it has whatever its class is.
_TOPIC: Final = re.compile(
    r"/(?:tags?|topics?|thema|themen|temas?|tema|chu-de|tu-khoa|keywords?|hashtag|label|su-kien|t-\d+)(?:[-/?.]|$)"
)
# The address of an author's own page.
_AUTHOR: Final = re.compile(r"/(?:authors?|auteurs?|autor(?:en|es)?|tac-gia|contributors?|profiles?|journalists?)/[^/]")
# The address of a section's own page.
_SECTION: Final = re.compile(r"/(?:category|categories|sections?|chuyen-muc|rubrik|rubrique)/[^/]")
_PLACE: Final = re.compile("|".join(pattern.pattern for pattern in (_AUTHOR, _SECTION, _TOPIC)))
_length: Final = XPath("string-length(.)")
_DEEP: Final = 60  # levels below which a frame's name is believed without a look inside
_MAX_MARKS: Final = 300  # characters of one of them
_LONG: Final = 800  # characters of text that no teaser has
_QUOTES: Final = str.maketrans(dict.fromkeys("‘’‚‛′`", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("–—−", "-"))
_DOTS: Final = ("…", "...")
_ELLIPSIS: Final = re.compile(r"\s*(?:…|\.\.\.)$")
_MAX_LINES: Final = 2_000
_MAX_LINE: Final = 2_000  # characters kept of one line


class Part(NamedTuple):
    """A run of text with one markup: the kinds of its marks, innermost first, and where it leads, if it is a link."""

    text: str
    kinds: tuple[str, ...]
    address: str | None

    @property
    def linked(self) -> bool:
        """Whether the part is a link, or stands in one."""
        return self.address is not None

    def is_a(self, kind: str) -> bool:
        """Whether the part is marked as *kind*, and not as something else inside of that."""
        return self.kinds[:1] == (kind,)


class Line(NamedTuple):
    """One visible line: its text, the block it stands in, its parts, and whether all of it is set off in bold."""

    text: str
    tag: str
    parts: tuple[Part, ...]
    bold: bool

    def parts_of(self, kind: str) -> tuple[Part, ...]:
        """Return the parts marked as *kind*, by themselves or by what is around the line."""
        return tuple(part for part in self.parts if kind in part.kinds)

    def is_a(self, kind: str) -> bool:
        """Whether all of the line is marked as *kind*."""
        return all(kind in part.kinds for part in self.parts)

    @property
    def spaced(self) -> str:
        """The text with a space between the parts, which may touch where a page sets them apart by its style."""
        return " ".join([part.text for part in self.parts])

    @property
    def links(self) -> tuple[str, ...]:
        """The texts of the line's links."""
        return tuple(part.text for part in self.parts if part.linked)


@lru_cache(maxsize=1_000)  # every line as long as a headline is compared with all of them
def key(title: str) -> str:
    """Return *title* as titles are compared: case, kinds of quotes and dashes, and a cut-off's dots aside."""
    title = title.translate(_QUOTES)
    return (_ELLIPSIS.sub("", title) if cut_off(title) else title).casefold()


def cut_off(text: str) -> bool:
    """Whether *text* ends in dots that stand for a rest."""
    return text.endswith(_DOTS)


@lru_cache(maxsize=8192)
def kind_of(marks: str) -> str:
    """Return the kind that an element's class names and the like tell by their first telling word, or ""."""
    words = [word.lower() for word in _WORD.findall(marks)]
    for word, following in pairwise((*words, "")):
        joined = word + following
        if joined.startswith(_BEGINNINGS):
            return "aside"
        if found := _KINDS.get(joined) or _KINDS.get(word):
            return found
    return ""


#: An open element's tag, with what it hands down to the text inside: its kinds, where it leads, whether it is bold.
_Open = tuple[str, tuple[str, ...], str | None, bool]
_NOTHING: Final[_Open] = ("", (), None, False)


def read_lines(tree: _Element) -> list[Line]:
    """Return the visible lines of *tree*: blocks and what stands between line breaks, without what lies aside."""
    lines: list[Line] = []
    run: list[tuple[str, _Open]] = []
    stack = [_NOTHING]
    walker = iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            tag = element.tag
            is_silent = tag in SILENT or (tag == "a" and is_anchor(element))
            kind = "" if is_silent else mark_of(element)
            if is_silent or (kind == "aside" and (len(stack) > _DEEP or is_aside(element))):
                walker.skip_subtree()
                stack.append(_NOTHING)
                continue
            if run and tag not in INLINE:
                _end_line(run, lines)
            # What holds the headline as well is no list of tags, no trail and no byline.
            if tag == "h1" and stack[-1][1]:
                stack = [(around, (), address, bold) for around, _, address, bold in stack]
            place = stack[-1]
            if kind or tag != place[0]:
                _, kinds, address, bold = place
                if kind and kind != "aside" and kind not in kinds:
                    kinds = (kind, *kinds)
                place = (tag, kinds, element.get("href", "") if tag == "a" else address, bold or tag in _BOLD)
            stack.append(place)
            if (text := element.text) and (run or not text.isspace()):
                run.append((text, place))
        else:
            if stack.pop()[0] not in INLINE and run:
                _end_line(run, lines)
            if (text := element.tail) and (run or not text.isspace()):
                run.append((text, stack[-1]))
        if len(lines) > _MAX_LINES:
            break
    _end_line(run, lines)
    return lines


def is_aside(element: _Element) -> bool:
    """Whether *element* lies beside the story; a frame that holds the headline or a long article only has the name, and
    so has an ``aside`` in an article's own header.
    """
    if element.tag == "aside" and (header := next(element.iterancestors("header"), None)) is not None:
        return next(header.iterancestors("article"), None) is None
    return next(element.iter("h1"), None) is None and all(
        cast(float, _length(article)) < _LONG for article in element.iter("article")
    )


def _end_line(run: list[tuple[str, _Open]], lines: list[Line]) -> None:
    """Make a line of what was read since the last one ended."""
    seen = [(text, place) for raw, place in run if not raw.isspace() and (text := squeeze(raw[:_MAX_LINE]))]
    if seen:
        whole = seen[0][0] if len(seen) == 1 else squeeze("".join([text for text, _ in run])[:_MAX_LINE])
        tag = next((tag for _, (tag, _, _, _) in seen if tag not in INLINE), "")
        parts = tuple([Part(text, kinds, address) for text, (_, kinds, address, _) in seen])
        lines.append(Line(whole, tag, parts, all(bold for _, (_, _, _, bold) in seen)))
    run.clear()


def mark_of(element: _Element) -> str:
    """Return what the marks of *element*, or the address it links to, say of its text."""
    tag = element.tag
    if tag in _FRAME:
        return ""
    address, found, rank = "", "", len(_MARKED)
    attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]
    for name, value in attributes:
        if name == "href":
            address = value
        elif (its_rank := _MARKED.get(name, rank)) < rank and (kind := kind_of(value[:_MAX_MARKS])):
            found, rank = kind, its_rank
    if found or tag not in _TELLING:
        return found
    if tag == "a":
        return place_of(address)
    if tag == "time":
        return "date"
    return "section" if kind_of(element.get("aria-label", "")) == "section" else ""


def place_of(address: str) -> str:
    """Return what the *address* of a link says of its words: an author's, a section's, a topic's page is there."""
    if not _PLACE.search(address):  # most links: one search instead of three
        return ""
    if _AUTHOR.search(address):
        return "author"
    return "section" if _SECTION.search(address) else "tags"
