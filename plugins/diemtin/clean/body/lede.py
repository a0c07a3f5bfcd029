"""The lede: which of the first blocks sums the story up."""

from collections.abc import Sequence
from typing import Final

from diemtin.clean.body.blocks import Block
from diemtin.clean.body.features import Context
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.wording import likeness

#: Characters of a lede. Shorter is a kicker; longer is a paragraph like the others.
_SHORTEST, _LONGEST = 50, 900
#: How many kept blocks may stand before it: a kicker, a place.
_REACH: Final = 3
#: Words shared (Dice) with what the page says its lede is.
_ALIKE: Final = 0.7


def find_lede(page: Context, kept: Sequence[Block]) -> Block | None:
    """Return the block of *kept* that is the story's lede; None where no block is set apart as one."""
    for block in kept[:_REACH]:
        if _SHORTEST <= block.size <= _LONGEST and _is_lede(page, block, kept):
            return block
    return None


def _is_lede(page: Context, block: Block, kept: Sequence[Block]) -> bool:
    parent = block.frame.parent
    named = block.frame.hints | block.hints | (parent.hints if parent and parent.blocks < 4 else 0)
    if named & HINT["lead"] and not block.frame.hints & HINT["caption"]:
        return True
    if block.tag in {"h2", "h3", "h4"} and block.size > 100:
        return True
    if likeness(frozenset(block.words), page.known.ledes) >= _ALIKE:
        return True
    return block is kept[0] and block.bold_chars > 0.9 * len(block.text) and block.size > 80
