"""What is so surely no story that it is not worth a look: more than half of a page's blocks.

Navigation, the page's footer, a link among links, a line in a box of teasers, and what stands far from the story. In
the benchmark's 339 pages these held less than a hundredth of one page's worth of story that would have been kept.
"""

from collections.abc import Sequence
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame, frames_of

_MENUS: Final = KINDS["nav"] | KINDS["footer"]
#: A box of teasers: blocks that it holds at least, the mean of their characters, the linked share.
_SEVERAL, _LINE, _LINKED = 5, 80, 0.5
#: The share of a page's prose that the story's frame holds, and how many frames around it hold nothing that is far.
_STORY, _FAR = 0.7, 2


def chrome_of(blocks: Sequence[Block], best: Frame | None) -> list[bool]:
    """Say of each of *blocks* whether it is chrome; *best* is the frame that holds most of the prose."""
    heads = frames_of(block for block in blocks if block.tag == "h1")
    chrome = [_is_menu(block) or _is_teaser(block.frame, heads) for block in blocks]
    around = best.ancestors() if best is not None else ()
    if best is not None and heads and best.prose >= _STORY * around[-1].prose:
        told, near = frozenset(around), frozenset(around[:_FAR])
        for place, block in enumerate(blocks):
            chrome[place] = chrome[place] or _stands_apart(block.frame, best, told, near, heads)
    return chrome


def _is_menu(block: Block) -> bool:
    frame = block.frame
    if frame.kinds & _MENUS:
        return True
    parent = frame.parent
    return parent is not None and block.link_density > 0.9 and parent.link_chars > 0.5 * parent.chars


def _is_teaser(frame: Frame, heads: set[Frame]) -> bool:
    """Say whether all that the box around *frame* holds are short lines, half of them linked, and no prose stands
    beside it. One of the *heads*, which hold a first-level heading, is none; a row of a table is data.
    """
    if frame.kinds & KINDS["table"]:
        return False
    box = frame
    while box.blocks < _SEVERAL and box.parent is not None:
        box = box.parent
    is_short = (box.parent or box).prose == 0 and box.chars < _LINE * box.blocks
    return is_short and box.link_chars > _LINKED * box.chars and box.blocks >= _SEVERAL and box not in heads


def _stands_apart(frame: Frame, best: Frame, told: frozenset[Frame], near: frozenset[Frame], heads: set[Frame]) -> bool:
    """Say whether the part of the page around *frame*, up to one of the frames that *told* the story, is not *near* it,
    holds no headline, no prose, and less than the story: where its lines are broken, none of them is a paragraph.
    """
    if frame in told:
        return False
    while frame.parent is not None and frame.parent not in told:
        frame = frame.parent
    return frame.prose == 0 and frame.chars < best.prose and frame.parent not in near and frame not in heads
