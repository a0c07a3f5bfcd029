"""Footnotes: what a mark in the story leads to is the story's, wherever it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import Block, links_in
from diemtin.clean.body.elements import text_of
from diemtin.clean.body.surroundings import is_heading

#: How a text marks a note: a number or a letter, in brackets or not, a star.
_MARK: Final = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,4})\W{0,2}|[*†‡§]{1,3}", re.IGNORECASE)
#: Elements around a note's text among which one has the name that the mark leads to, and what such a one holds at most:
#: the number of readers' comments leads to all of them.
_AROUND, _BLOCKS = 3, 6


def notes_of(blocks: Sequence[Block], kept: Sequence[Block]) -> set[Block]:
    """Return those of *blocks* that marks in the *kept* ones lead to, and the heading above the first."""
    wanted = {name for block in kept if block.links for name in _marked(block)}
    notes: set[Block] = set()
    for place, block in enumerate(blocks if wanted else ()):
        if wanted.isdisjoint(_names(block)):
            continue
        if is_mark(block):  # the mark again, and the note in a box of its own beside it
            notes.update(b for b in blocks[place + 1 : place + _BLOCKS] if block.frame in b.frame.ancestors())
        else:
            notes.add(block)
    told = (block for block in blocks if not is_mark(block)) if notes else ()
    heading = next((before for before, block in pairwise(told) if block in notes), None)
    return notes | {heading} if heading is not None and is_heading(heading) else notes


def is_mark(block: Block) -> bool:
    """Say whether *block* is the mark of a note by itself, or a lone number or letter of something else."""
    return _MARK.fullmatch(block.text) is not None


def _marked(block: Block) -> Iterator[str]:
    """Yield the names that the marks in *block* lead to."""
    for link in links_in(block):
        href = link.get("href") or ""
        if href.startswith("#") and _MARK.fullmatch(text_of(link)):
            yield href[1:]


def _names(block: Block) -> Iterator[str]:
    """Yield the names of the elements close to *block*, and of the targets of links in it."""
    for frame in islice(block.frame.ancestors(), _AROUND):
        if frame.blocks <= _BLOCKS and (name := frame.element.get("id")):
            yield name
    for piece in block.pieces:
        if isinstance(piece, _Element):
            yield from filter(None, (piece.get("id"), piece.get("name")))
