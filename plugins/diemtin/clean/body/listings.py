"""Programs as pages print them: each line in an element of its own, the lines numbered, or the numbers beside them."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Final, NamedTuple

from lxml.etree import _Element, iterwalk

from diemtin.clean.body.blocks import BLOCKS, SKIPPED
from diemtin.text import visible

#: Digits of a line's number.
_DIGITS: Final = 6
#: Elements around the numbers, beside which the program stands: a cell, a box in it.
_AROUND: Final = 3


class _Piece(NamedTuple):
    """A run of text in a ``pre``; ``numbers`` says that it is a number by itself with which a line begins."""

    text: str
    numbers: bool = False


def listing(pre: _Element) -> str | None:
    """Return the program that *pre* shows, without the numbers of its lines: "" where it holds nothing but those of
    the program that follows, None where there is nothing to leave out and its lines are lines of text.
    """
    pieces = list(_pieces(pre))
    lines = _lines(pieces)
    numbers = [piece.text for piece in pieces if piece.numbers]
    if _count_up(lines):
        program = _beside(pre)  # an empty last line of it may be numbered
        is_gutter = program is not None and len(lines) - len(_lines(list(_pieces(program)))) in {0, 1}
        return "" if is_gutter else None
    if len(numbers) > 1 and len(numbers) == len(lines) and _count_up(numbers):
        return visible("".join([piece.text for piece in pieces if not piece.numbers])).strip("\n")
    if any(inner.tag in BLOCKS for inner in pre.iterdescendants()):
        return visible("".join([piece.text for piece in pieces])).strip("\n")
    return None


def _beside(numbers: _Element) -> _Element | None:
    """Return the ``pre`` right behind *numbers*, or in what stands right behind a cell or a box around them."""
    for around in islice(chain([numbers], numbers.iterancestors()), _AROUND):
        if (following := around.getnext()) is not None:
            return next(following.iter("pre"), None)
    return None


def _lines(pieces: Sequence[_Piece]) -> list[str]:
    return "".join([piece.text for piece in pieces]).strip("\n").split("\n")


def _count_up(lines: Sequence[str]) -> bool:
    if not all(len(line) <= _DIGITS and line.strip().isdecimal() for line in lines):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(lines))


def _pieces(pre: _Element) -> Iterator[_Piece]:
    """Yield the text of *pre*. A block in it begins and ends a line, its line's number only begins it."""
    line, numbered = "", False  # what stands in the line already, its number aside
    walker = iterwalk(pre, events=("start", "end"))
    for event, element in walker:
        begins = event == "start"
        if element is pre and not begins:
            return
        if begins and element.tag in SKIPPED:  # a button that copies the program
            walker.skip_subtree()
            continue
        is_block = element.tag in BLOCKS and element is not pre
        ends_line = bool(line.strip()) or (numbered and not begins and not _is_number(element))
        if (begins and element.tag == "br") or (is_block and ends_line):
            yield _Piece("\n")
            line, numbered = "", False
        text = (element.text if begins else element.tail) or ""
        if begins and len(element) == 0 and element is not pre and not line.strip() and _is_number(element):
            yield _Piece(text, numbers=True)
            numbered = True
        elif text:
            yield _Piece(text)
            line, numbered = (line + text).rpartition("\n")[2], numbered and "\n" not in text


def _is_number(element: _Element) -> bool:
    """Say whether *element* holds a number alone, maybe in a box of its own."""
    for _ in range(_AROUND):
        if len(element) != 1 or (element.text and not element.text.isspace()):
            break
        element = element[0]
    return len(element) == 0 and (element.text or "").strip().isdecimal()
