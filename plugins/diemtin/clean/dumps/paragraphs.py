"""A plain-text dump as paragraphs: line ends, wrapped lines and list marks understood by their form."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from diemtin.clean.dumps.inline import torn_inside
from diemtin.clean.dumps.lines import label
from diemtin.clean.dumps.marks import Mark, is_end, is_rule, without_mark
from diemtin.clean.dumps.markup import (
    PICTURE,
    SWALLOWED,
    below_pictures,
    breaks_links,
    has_divs,
    is_converted,
    markup_of,
    without_divs,
    without_entities,
    without_list_of_links,
)
from diemtin.clean.dumps.pages import without_pages
from diemtin.clean.dumps.wrapping import CELLS, column_of, continues, goes_on, joined, own_hyphens
from diemtin.text import squeeze, visible

_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\u0085\u2028\u2029]")
_SPACE_BEHIND: Final = re.compile(r"\S[ \u00a0]$")
_SPACE_BEFORE: Final = re.compile(r"[ \u00a0]\S")
_SOFT_HYPHEN: Final = re.compile(r"\u00ad[^\S\n]*\r?\n[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together, squeezed onto one line; ``line`` counts from 1.

    ``mark`` says what stood before its first word: a list's bullet or number, a heading's hashes (or a rule under
    it), a quotation's angle. The mark itself is not in ``text``, but in ``written``, as it was. ``cells`` are what wide
    spaces set apart on a line of its own, or addresses in a row of links; ``linked`` says that the whole of it was a
    link, ``apart`` that a blank line or a rule stands above, ``pictured`` that a picture of Markdown does;
    ``topics`` and ``authors`` are the words of links of Markdown to their pages, the first of nothing but links.
    """

    text: str
    line: int
    mark: Mark = ""
    written: str = ""
    cells: tuple[str, ...] = ()
    linked: bool = False
    apart: bool = False
    pictured: bool = False
    emphasis: Literal["", "strong", "italic"] = ""
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


class _Lines(NamedTuple):
    """Lines of a dump, without what stands at the edges of printed pages, and their numbers; the places of those that a
    page's edge tore from the next, of those beside whose end a single space stands, and of those below pictures.
    """

    lines: list[str]
    torn: set[int]
    spaced: set[int]
    numbers: list[int]
    pictured: set[int]


def paragraphs(dump: str) -> list[Paragraph]:
    """Return the paragraphs of *dump* in order: parted by blank lines, by single line ends, or wrapped at a column."""
    markup = markup_of(dump)
    dump = without_entities(without_list_of_links(dump))
    flows = is_converted(dump) and (breaks_links(dump) or column_of(dump.split("\n")) is not None)
    lines, torn, spaced, numbers, pictured = _lines(markup.on_lines(dump), flows=flows)
    column = None if flows else column_of(lines)
    if column is None:
        torn |= torn_inside(lines, spaced)
    own = own_hyphens(lines)
    found: list[Paragraph] = []
    for number, run in _runs(lines, column, torn):
        first = run[0].strip()
        if is_rule(first):
            if first[0] in "=-" and found and len(found[-1].text) <= 200 and lines[number - 2].strip():
                found[-1] = replace(found[-1], mark="heading")
            continue
        mark, written, text = without_mark(joined(run, own))
        emphasis, cells = markup.emphasis(text.strip()), markup.links_in_row(text.strip())
        linked = markup.is_link(text.strip()) or bool(cells)
        topics, authors = markup.leads_to(text, "tags"), markup.leads_to(text, "author")
        written_out, text = text, markup.plain(text)
        if not cells and text != written_out and (names := label(text)) and names[0] == "tags":
            cells = markup.links_behind_label(written_out.strip())
        if len(run) == 1 and CELLS.search(text):
            cells = tuple(map(squeeze, CELLS.split(text.strip())))
        # Marks alone draw something, or part links.
        if any(map(str.isalnum, text := squeeze(text))) or is_end(first):
            above = lines[number - 2].strip() if number > 1 else ""
            apart = not above or is_rule(above)
            found.append(
                Paragraph(
                    text,
                    numbers[number - 1],
                    mark,
                    written,
                    cells,
                    linked,
                    apart,
                    pictured=number - 1 in pictured,
                    emphasis=emphasis,
                    topics=topics if linked else (),
                    authors=authors,
                )
            )
    return found


def _lines(dump: str, *, flows: bool) -> _Lines:
    """Return the lines of *dump*.

    Where Markdown *flows*, each line is torn from the next but before a blank one, a mark, or where two spaces or a
    backslash break it.
    """
    lines: list[str] = []
    ends: list[int] = []
    for page in _SOFT_HYPHEN.sub("", dump).split("\f"):
        lines += _LINE_END.split(visible(page).replace("\t", "    "))
        ends.append(len(lines))
    swallowed = itertools.accumulate((line.count(SWALLOWED) for line in lines), initial=1)
    numbers = [place + more for place, more in zip(range(len(lines)), swallowed, strict=False)]
    if has_divs(dump):
        lines = without_divs(lines)
    pictured = below_pictures(lines) if PICTURE in dump else set()
    lines = [line.replace(SWALLOWED, "").replace(PICTURE, "") for line in lines]
    pairs = list(enumerate(itertools.pairwise(lines)))
    spaced = {place for place, (line, below) in pairs if _SPACE_BEHIND.search(line[-2:]) or _SPACE_BEFORE.match(below)}
    whole, torn = without_pages([line.rstrip() for line in lines], ends)
    if flows:
        torn |= {place for place, (line, below) in pairs if goes_on(line, below)}
    return _Lines(whole, torn, spaced, numbers, pictured)


def _runs(lines: list[str], column: int | None, torn: set[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each paragraph with the number of its first."""
    margin = Counter(_indent(line) for line in lines if line.strip()).most_common(1)
    run: list[str] = []
    start = 0
    for number, line in enumerate(lines, 1):
        # Below one line alone that is indented as another's first is, there is nothing yet to compare with.
        indented = bool(run) and _indent(line) > (_indent(run[-1]) if len(run) > 1 else margin[0][0])
        goes_on = number - 2 in torn or (run and line.strip() and continues(run[-1], line, column, indented=indented))
        if run and not goes_on:
            yield start, run
            run = []
        if line.strip():
            start = start if run else number
            run.append(line)
    if run:
        yield start, run


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
