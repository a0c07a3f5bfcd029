"""A plain-text dump as paragraphs: line ends, wrapped lines and list marks understood by their form."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from diemtin.text import squeeze, visible

Mark = Literal["", "bullet", "number", "heading", "quote"]

# Wider than any column that mail programs, editors and `fmt` wrap at: longer lines are whole paragraphs.
_WIDEST_COLUMN: Final = 130
# Word wrap leaves the last word of a line short of the column by less than this share of it.
_RAGGED: Final = 0.88
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\u0085\u2028\u2029]")
_BULLET: Final = re.compile(r"[-*+•●▪◦·‣∙○■□–—]\s+(?=\S)")
_NUMBER: Final = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_HEADING: Final = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTE: Final = re.compile(r">\s+(?=\S)")
_MARKS: Final[tuple[tuple[Mark, re.Pattern[str]], ...]] = (
    ("bullet", _BULLET),
    ("number", _NUMBER),
    ("heading", _HEADING),
    ("quote", _QUOTE),
)
_RULE: Final = re.compile(r"[=\-_*~]{3,}|(?:[-*_] ){2,}[-*_]")
_STOP: Final = re.compile(r"[.!?…:][”\"'’»)\]]*$")
_UNFINISHED: Final = re.compile(r"[\w,–-]$")
_PICTURE: Final = re.compile(r"!\[([^\]]{0,300})\]\([^)\s]{1,2000}(?: [^)]{0,300})?\)")
# An address may be broken where the converter wrapped its line, and a title stand behind it.
_LINK: Final = re.compile(r"\[([^\]]{1,300})\]\(<?(?:https?:|mailto:|[/#])[^)\[]{0,2000}\)")
_STRONG: Final = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*]+)(?<=\S)\1(?![\w*])")
_ITALIC: Final = re.compile(r"(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)")
# `lynx -dump` puts the number of a link before its words, and lists the addresses at the end.
_NUMBERED_LINK: Final = re.compile(r"#?\[\d{1,4}\](?=\S)")
_ADDRESSES: Final = re.compile(r"^ *\d{1,4}\. (?:https?|file|mailto):", re.MULTILINE)
_BROKEN_WORD: Final = re.compile(r"(?<=[^\W\d_]-)\n(\w)")
_SOFT_HYPHEN: Final = re.compile(r"\u00ad[^\S\n]*\r?\n[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that belong together, squeezed onto one line; ``line`` counts from 1.

    ``mark`` says what stood before its first word: a list's bullet or number, a heading's hashes (or a rule under
    it), a quotation's angle. The mark itself is not in ``text``; ``number`` is a list's number as it was written.
    """

    text: str
    line: int
    mark: Mark = ""
    number: str = ""


def paragraphs(dump: str) -> list[Paragraph]:
    """Return the paragraphs of *dump* in order: parted by blank lines, by single line ends, or wrapped at a column."""
    if _ADDRESSES.search(dump):
        dump = _NUMBERED_LINK.sub("", dump)
    dump = visible(_SOFT_HYPHEN.sub("", dump))
    lines = [line.rstrip() for line in _LINE_END.split(dump.replace("\t", "    "))]
    is_markdown = "](" in dump or "**" in dump
    column = _column(lines)
    found: list[Paragraph] = []
    for number, run in _runs(lines, column):
        first = run[0].strip()
        if _RULE.fullmatch(first):
            if first[0] in "=-" and found and len(found[-1].text) <= 200 and lines[number - 2].strip():
                found[-1] = Paragraph(found[-1].text, found[-1].line, "heading")
            continue
        mark, written, text = _without_mark(_joined(run))
        if is_markdown:
            text = _LINK.sub(r"\1", _PICTURE.sub("", text))
            text = _ITALIC.sub(r"\1", _STRONG.sub(r"\2", text))
        if text := squeeze(text):
            found.append(Paragraph(text, number, mark, written if mark == "number" else ""))
    return found


def _runs(lines: list[str], column: int | None) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each paragraph with the number of its first."""
    run: list[str] = []
    start = 0
    for number, line in enumerate(lines, 1):
        if run and not (line.strip() and _continues(run[-1], line, column)):
            yield start, run
            run = []
        if line.strip():
            start = start if run else number
            run.append(line)
    if run:
        yield start, run


def _joined(run: list[str]) -> str:
    """Return the lines of a paragraph as one; a word broken by a hyphen stays whole, its hyphen may be its own."""
    text = "\n".join(line.strip() for line in run)
    return _BROKEN_WORD.sub(lambda found: found[1] if found[1].islower() else found[0], text).replace("\n", " ")


def _column(lines: list[str]) -> int | None:
    """Return the column that the lines are wrapped at, or None if they are not: most lines then end because the next
    word would not have fitted.
    """
    prose = [line for line in lines if " " in line.strip()]
    width = max(map(len, prose), default=0)
    if width > _WIDEST_COLUMN:
        return None
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip() and len(a) > width / 3]
    full = [a for a, b in pairs if _full(a, b, width)]
    # Paragraphs of much the same length look like wrapped lines, but each ends with a sentence.
    sentences = sum(bool(_STOP.search(line)) for line in full)
    return width if len(pairs) >= 3 and len(full) >= len(pairs) / 2 and sentences <= len(full) / 2 else None


def _full(line: str, following: str, column: int) -> bool:
    word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > column * _RAGGED


def _continues(line: str, following: str, column: int | None) -> bool:
    """Say whether *following*, right under *line*, is the same paragraph."""
    start = following.strip()
    if _RULE.fullmatch(start) or _RULE.fullmatch(line.strip()) or any(form.match(start) for _, form in _MARKS):
        return False
    indented = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())
    if column and _full(line, following, column):
        return not (indented and line[-1:] in '.!?:”"')
    # A line end in the middle of a sentence is a break that some program put there.
    return len(line) >= 50 and start[0].islower() and bool(_UNFINISHED.search(line))


def _without_mark(text: str) -> tuple[Mark, str, str]:
    for mark, form in _MARKS:
        if found := form.match(text):
            return mark, found[0].strip(), text[found.end() :]
    return "", "", text
