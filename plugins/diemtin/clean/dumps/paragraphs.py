"""A plain-text dump as paragraphs: line ends, wrapped lines and list marks understood by their form."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from diemtin.clean.dumps.inline import MARK, torn_inside
from diemtin.clean.dumps.pages import is_torn, without_pages
from diemtin.text import squeeze, visible

Mark = Literal["", "bullet", "number", "heading", "quote"]

# Wider than any column that mail programs, editors and `fmt` wrap at: longer lines are whole paragraphs.
_WIDEST_COLUMN: Final = 130
# Characters in a hundred that may stand in longer lines than the column: an address, a page's stamp.
_LONGER: Final = 5
_ITEMS: Final = 3
# Word wrap leaves the last word of a line short of the column by less than this share of it.
_RAGGED: Final = 0.88
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\u0085\u2028\u2029]")
_BULLET: Final = re.compile(r"[-*+•●▪◦·‣∙○■□–—]\s+(?=\S)")
_NUMBER: Final = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_HEADING: Final = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTE: Final = re.compile(r">\s+(?=\S)")
_QUOTED: Final = re.compile(r"^ *>\s+", re.MULTILINE)
_MARKS: Final[tuple[tuple[Mark, re.Pattern[str]], ...]] = (
    ("bullet", _BULLET),
    ("number", _NUMBER),
    ("heading", _HEADING),
    ("quote", _QUOTE),
)
_RULE: Final = re.compile(r"[=\-_*~]{3,}|(?:[-*_] ){2,}[-*_]")
_STOP: Final = re.compile(r"[.!?…:][”\"'’»)\]]*$")
_BEFORE_MARK: Final = re.compile(rf"\n(?={MARK})")
_FIELD: Final = re.compile(r"[^\W\d_]\w*(?: \w+){0,2}: \S")
_PICTURE: Final = re.compile(r"!\[([^\]]{0,300})\]\([^)\s]{1,2000}(?: [^)]{0,300})?\)")
# An address may be broken where the converter wrapped its line, and a title stand behind it.
_LINK: Final = re.compile(r"\[([^\]]{0,300})\]\(<?(?:https?:|mailto:|[/#])[^)\[]{0,2000}\)")
_STRONG: Final = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*]+)(?<=\S)\1(?![\w*])")
_ITALIC: Final = re.compile(r"(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)")
# `lynx -dump` puts the number of a link before its words, and lists the addresses at the end.
_NUMBERED_LINK: Final = re.compile(r"#?\[\d{1,4}\](?=\S)")
_ADDRESSES: Final = re.compile(r"^ *\d{1,4}\. (?:https?|file|mailto):", re.MULTILINE)
_WHOLE_LINK: Final = re.compile(rf"(?:{_LINK.pattern}|\[\d{{1,4}}\][^\[\]]+)")
_BROKEN_WORD: Final = re.compile(r"\b(?P<start>[^\W\d_]+)-\n(?P<end>\w+)")
_HYPHENATED: Final = re.compile(r"\b[^\W\d_]+-[^\W\d_]+")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])-(?:(?=[^\W\d_])|(?P<end>\n)(?=\s*[a-zà-ỹđ]))")
_CELLS: Final = re.compile(r"\s{2,}|(?<=\])\s(?=\[)")
_SPACE_BEHIND: Final = re.compile(r"\S[ \u00a0]$")
_SPACE_BEFORE: Final = re.compile(r"[ \u00a0]\S")
_SOFT_HYPHEN: Final = re.compile(r"\u00ad[^\S\n]*\r?\n[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together, squeezed onto one line; ``line`` counts from 1.

    ``mark`` says what stood before its first word: a list's bullet or number, a heading's hashes (or a rule under
    it), a quotation's angle. The mark itself is not in ``text``, but in ``written``, as it was. ``cells`` are what wide
    spaces set apart on a line of its own; ``linked`` says that the whole of it was a link, ``apart`` that a blank line
    stands above.
    """

    text: str
    line: int
    mark: Mark = ""
    written: str = ""
    cells: tuple[str, ...] = ()
    linked: bool = False
    apart: bool = False


def paragraphs(dump: str) -> list[Paragraph]:
    """Return the paragraphs of *dump* in order: parted by blank lines, by single line ends, or wrapped at a column."""
    has_numbered_links = _ADDRESSES.search(dump) is not None
    is_markdown = "](" in dump or "**" in dump
    lines, torn, spaced = _lines(dump)
    column = _column(lines)
    if column is None:
        torn |= torn_inside(lines, spaced)
    own = _own_hyphens(lines)
    found: list[Paragraph] = []
    for number, run in _runs(lines, column, torn):
        first = run[0].strip()
        if _RULE.fullmatch(first):
            if first[0] in "=-" and found and len(found[-1].text) <= 200 and lines[number - 2].strip():
                found[-1] = replace(found[-1], mark="heading")
            continue
        mark, written, text = _without_mark(_joined(run, own))
        linked = (is_markdown or has_numbered_links) and _WHOLE_LINK.fullmatch(text.strip()) is not None
        if has_numbered_links:
            text = _NUMBERED_LINK.sub("", text)
        if is_markdown:
            text = _LINK.sub(r"\1", _PICTURE.sub("", text))
            text = _ITALIC.sub(r"\1", _STRONG.sub(r"\2", text))
        cells = tuple(map(squeeze, _CELLS.split(text.strip()))) if len(run) == 1 and _CELLS.search(text) else ()
        if text := squeeze(text):
            apart = number == 1 or not lines[number - 2].strip()
            found.append(Paragraph(text, number, mark, written, cells, linked, apart))
    return found


def _lines(dump: str) -> tuple[list[str], set[int], set[int]]:
    """Return the lines of *dump*, without what stands at the edges of printed pages, the places of those that a page's
    edge tore from the next, and of those beside whose end a single space stands.
    """
    lines: list[str] = []
    ends: list[int] = []
    for page in _SOFT_HYPHEN.sub("", dump).split("\f"):
        lines += _LINE_END.split(visible(page).replace("\t", "    "))
        ends.append(len(lines))
    spaced = {
        place
        for place, (line, below) in enumerate(itertools.pairwise(lines))
        if _SPACE_BEHIND.search(line[-2:]) or _SPACE_BEFORE.match(below)
    }
    return *without_pages([line.rstrip() for line in lines], ends), spaced


def _runs(lines: list[str], column: int | None, torn: set[int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each paragraph with the number of its first."""
    margin = Counter(_indent(line) for line in lines if line.strip()).most_common(1)
    run: list[str] = []
    start = 0
    for number, line in enumerate(lines, 1):
        # Below one line alone that is indented as another's first is, there is nothing yet to compare with.
        indented = bool(run) and _indent(line) > (_indent(run[-1]) if run[1:] else margin[0][0])
        goes_on = number - 2 in torn or (run and line.strip() and _continues(run[-1], line, column, indented=indented))
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


def _joined(run: list[str], own: set[str] | None) -> str:
    """Return the lines of a paragraph as one. A word broken by a hyphen keeps it, as it may be its own, but where a
    program broke words on purpose, and the word is none of those that have their *own*.
    """
    text = "\n".join(line.strip() for line in run)
    if _QUOTE.match(text):
        text = f"> {_QUOTED.sub('', text)}"

    def whole(found: re.Match[str]) -> str:
        kept = f"{found['start']}-{found['end']}"
        return (
            kept if own is None or kept in own or not found["end"][0].islower() else f"{found['start']}{found['end']}"
        )

    return _BEFORE_MARK.sub("", _BROKEN_WORD.sub(whole, text)).replace("\n", " ")


def _own_hyphens(lines: list[str]) -> set[str] | None:
    """Return the words that have hyphens of their own, if a program broke others at line ends: more hyphens stand there
    than chance would have put there. None if it did not.
    """
    text = "\n".join(lines)
    found = list(_HYPHEN.finditer(text))
    ends = sum(match["end"] is not None for match in found)
    return set(_HYPHENATED.findall(text)) if ends > 1 and 3 * ends > len(found) else None


def _column(lines: list[str]) -> int | None:
    """Return the column that the lines are wrapped at, or None if they are not: most lines then end because the next
    word would not have fitted. Lists and addresses have line ends of their own.
    """
    prose = [line for line in lines if " " in line.strip() and "://" not in line]
    width = _width(prose)
    if width > _WIDEST_COLUMN:
        return None
    wrapped = [(a, b) for a, b in itertools.pairwise(lines) if width / 3 < len(a) <= width and b.strip()]
    pairs = [(a, b) for a, b in wrapped if "://" not in b and not _is_marked(b.lstrip().removeprefix("> "))]
    full = [a for a, b in pairs if _full(a, b, width)]
    # Paragraphs of much the same length look like wrapped lines, but each ends with a sentence.
    sentences = sum(bool(_STOP.search(line)) for line in full)
    return width if len(pairs) >= 3 and len(full) >= len(pairs) / 2 and sentences <= len(full) / 2 else None


def _width(lines: list[str]) -> int:
    """Return how wide the lines are, without the few that are longer than all the others."""
    lengths = sorted(map(len, lines), reverse=True)
    longer = sum(lengths) * _LONGER / 100
    for length in lengths:
        longer -= length
        if longer < 0:
            return length
    return 0


def _full(line: str, following: str, column: int) -> bool:
    word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > column * _RAGGED


def _continues(line: str, following: str, column: int | None, *, indented: bool) -> bool:
    """Say whether *following*, right under *line*, is the same paragraph."""
    start = following.strip()
    if _QUOTE.match(start) and _QUOTE.match(line.lstrip()):
        start = start[1:].lstrip()
    if _RULE.fullmatch(start) or _RULE.fullmatch(line.strip()) or _is_marked(start):
        return False
    if _is_loud(line) != _is_loud(following) or (_is_row(line) and not start[0].islower()):
        return False
    if start[0].isupper() and _FIELD.match(start) and _FIELD.match(line.strip()):
        return False
    if column and len(line) <= column and _full(line, following, column):
        return not (indented and line[-1:] in '.!?:”"')
    # A line end in the middle of a sentence is a break that some program put there.
    return len(line) >= 50 and is_torn(line, start)


def _is_marked(start: str) -> bool:
    """Say whether a line that begins with *start* is an item, a heading or a quotation."""
    return any(form.match(start) for _, form in _MARKS)


def _is_row(line: str) -> bool:
    """Say whether *line* is a row of short items, set apart by wide spaces."""
    cells = _CELLS.split(line.strip()) if "   " in line.strip() else []
    return len(cells) >= _ITEMS and all(len(cell.split()) <= _ITEMS for cell in cells)


def _is_loud(line: str) -> bool:
    """Say whether the line is in capitals, as headlines and bylines are: it does not go on with one that is not."""
    return line.isupper() and len(line.split()) >= 3


def _without_mark(text: str) -> tuple[Mark, str, str]:
    for mark, form in _MARKS:
        if found := form.match(text):
            return mark, found[0].strip(), text[found.end() :]
    return "", "", text
