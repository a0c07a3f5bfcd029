"""Texts whose entities were escaped once more than they should have been: readers see ``&rsquo;`` for an apostrophe."""

from collections.abc import Sequence

from diemtin.clean.body.blocks import Block
from diemtin.clean.facts.entities import unescaped
from diemtin.text import on_one_line

#: Paragraphs with such entities, at least, and the share of all that they must be: a text may speak of entities.
_SEVERAL, _SHARE = 3, 0.5


def undo_escapes(blocks: Sequence[Block]) -> None:
    """Decode the entities that are left in *blocks* once more, if those of most paragraphs are."""
    escaped = [block for block in blocks if "&" in block.text and unescaped(block.text) != block.text]
    if len(escaped) < _SEVERAL:
        return
    prose = [block for block in blocks if block.is_prose]
    if sum(block.is_prose for block in escaped) < max(_SEVERAL, _SHARE * len(prose)):
        return
    for block in escaped:
        block.text = on_one_line(unescaped(block.text))
        block.pieces = [unescaped(piece) if isinstance(piece, str) else piece for piece in block.pieces]
