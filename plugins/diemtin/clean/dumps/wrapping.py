"""Which line ends of a plain-text dump part paragraphs, and which a program put there: wrapped lines, broken words."""

import itertools
import re
from typing import Final

from diemtin.clean.dumps import credits
from diemtin.clean.dumps.inline import MARK
from diemtin.clean.dumps.marks import is_marked, is_quoted, is_rule, without_angles
from diemtin.clean.dumps.pages import is_torn

# Wider than any column that mail programs, editors and `fmt` wrap at: longer lines are whole paragraphs.
_WIDEST_COLUMN: Final = 130
# Characters in a hundred that may stand in longer lines than the column: an address, a page's stamp.
_LONGER: Final = 10
_ITEMS: Final = 3
# Characters; where a longer word stands below, an address or a picture's name, a short line may be a whole one.
_LONGEST_WORD: Final = 25
# Of a wrapped text so much stands in full lines; the rest ends paragraphs, or is a menu.
_WRAPPED: Final = 0.3
# Word wrap leaves the last word of a line short of the column by less than this share of it.
_RAGGED: Final = 0.88
_STOP: Final = re.compile(r"[.!?…:][”\"'’»)\]]*$")
_BEFORE_MARK: Final = re.compile(rf"\n(?={MARK})")
_FIELD: Final = re.compile(r"[^\W\d_]\w*(?: \w+){0,2}: \S")
_BUTTONS: Final = re.compile(r"\[[^\[\]]{1,30}\](?:\s+\[[^\[\]]{1,30}\])+")  # "[share] [save]"
_BROKEN_WORD: Final = re.compile(r"\b(?P<start>[^\W\d_]+)-\n(?P<end>\w+)")
_HYPHENATED: Final = re.compile(r"\b[^\W\d_]+-[^\W\d_]+")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])-(?:(?=[^\W\d_])|(?P<end>\n)(?=\s*[a-zà-ỹđ]))")
# Columns that wide spaces set apart, and what stands in brackets beside each other.
CELLS: Final = re.compile(r"\s{2,}|(?<=\])\s(?=\[)")


def column_of(lines: list[str]) -> int | None:
    """Return the column that the lines are wrapped at, or None if they are not: most lines then end because the next
    word would not have fitted. Lists and addresses have line ends of their own.
    """
    prose = [line for line in lines if " " in line.strip() and "://" not in line]
    width = _width(prose)
    if width > _WIDEST_COLUMN:
        return None
    wrapped = [(a, b) for a, b in itertools.pairwise(lines) if width / 3 < len(a) <= width and b.strip()]
    pairs = [(a, b) for a, b in wrapped if "://" not in b and not is_marked(b.lstrip().removeprefix("> "))]
    full = [a for a, b in pairs if _full(a, b, width)]
    # Paragraphs of much the same length look like wrapped lines, but each ends with a sentence.
    sentences = sum(bool(_STOP.search(line)) for line in full)
    if len(pairs) < 3 or len(full) < len(pairs) / 2 or sentences > len(full) / 2:
        return None
    long = sum(len(line) for line in prose if len(line) > width / 3 and not is_marked(line.lstrip()))
    return width if sum(map(len, full)) >= _WRAPPED * long else None


def continues(line: str, following: str, column: int | None, *, indented: bool) -> bool:
    """Say whether *following*, right under *line*, is the same paragraph."""
    start = following.strip()
    if is_quoted(start) and is_quoted(line):
        start = start[1:].lstrip()
    if is_rule(start) or is_rule(line.strip()) or is_marked(start) or _BUTTONS.fullmatch(start):
        return False
    if _is_loud(line) != _is_loud(following) or (_is_row(line) and not start[0].islower()):
        return False
    if start[0].isupper() and _FIELD.match(start) and _FIELD.match(line.strip()):
        return False
    if column and len(line) <= column and _full(line, following, column):
        return not (indented and line[-1:] in '.!?:”"')
    # A line end in the middle of a sentence is a break that some program put there; "by: Ann Lee" is a byline.
    return len(line) >= 50 and is_torn(line, start) and not credits.is_labelled_byline(start)


def _is_row(line: str) -> bool:
    """Say whether *line* is a row of short items, set apart by wide spaces."""
    cells = CELLS.split(line.strip()) if "   " in line.strip() else []
    return len(cells) >= _ITEMS and all(len(cell.split()) <= _ITEMS for cell in cells)


def goes_on(line: str, following: str) -> bool:
    """Say whether Markdown's *following* goes on with *line*: blank lines, marks and breaks on purpose part them."""
    start, above = following.strip(), line.strip()
    if not start or not above or line.endswith(("  ", "\\")) or is_rule(start) or is_rule(above):
        return False
    return (is_quoted(start) and is_quoted(above)) or not (is_marked(start) or above.startswith("#"))


def joined(run: list[str], own: set[str] | None) -> str:
    """Return the lines of a paragraph as one. A word broken by a hyphen keeps it, as it may be its own, but where a
    program broke words on purpose, and the word is none of those that have their *own*.
    """
    text = without_angles("\n".join(line.strip() for line in run))

    def whole(found: re.Match[str]) -> str:
        kept = f"{found['start']}-{found['end']}"
        return (
            kept if own is None or kept in own or not found["end"][0].islower() else f"{found['start']}{found['end']}"
        )

    return _BEFORE_MARK.sub("", _BROKEN_WORD.sub(whole, text)).replace("\n", " ")


def own_hyphens(lines: list[str]) -> set[str] | None:
    """Return the words that have hyphens of their own, if a program broke others at line ends: more hyphens stand there
    than chance would have put there. None if it did not.
    """
    text = "\n".join(lines)
    found = list(_HYPHEN.finditer(text))
    ends = sum(match["end"] is not None for match in found)
    return set(_HYPHENATED.findall(text)) if ends > 1 and 3 * ends > len(found) else None


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
    return len(line) + 1 + min(len(word), _LONGEST_WORD) > column * _RAGGED


def _is_loud(line: str) -> bool:
    """Say whether the line is in capitals, as headlines and bylines are: it does not go on with one that is not."""
    return line.isupper() and len(line.split()) >= 3
