"""What is out of sight: boxes that a page hides, and dialogs that it opens over its story."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame, frames_of
from diemtin.clean.body.grammar import form_of
from diemtin.clean.body.hints import HINT

#: The share of paragraphs in a hidden box that holds the rest of a story, which may have a list.
_REST: Final = 0.5
#: Paragraphs that tell a story by themselves: fewer may be all that is shown of one.
_STORY: Final = 3
_DIALOGS: Final = frozenset({"dialog", "alertdialog"})
_DIALOG_NAME: Final = re.compile(r"modal|popup|pop-up|lightbox|(?<![a-z])dialog", re.IGNORECASE)


def drop_hidden(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what the page hides, unless nearly all of the story is hidden until a script shows it, or what is hidden
    goes on where the story in sight ends: the part behind "read more". What waits for subscribers is told only where
    all that is in sight is a teaser.
    """
    kept = [block for block in blocks if not rules[block]]
    hidden = [block for block in kept if block.frame.kinds & KINDS["hidden"]]
    unseen = sum(block.size for block in hidden)
    if not hidden or sum(block.size for block in kept) - unseen <= 0.3 * unseen:
        return
    told = [b for b in kept if not b.frame.kinds & KINDS["hidden"] and b.is_prose and not form_of(b, at_end=False)]
    last = told[-1] if told else kept[0]
    beside = set(islice(last.frame.ancestors(), 1, 3))
    boxes = [[frame for frame in block.frame.ancestors() if frame.kinds & KINDS["hidden"]][-1] for block in hidden]
    alike = Counter((box.parent, box.key) for box in boxes)
    is_teaser = len(told) < _STORY and sum(block.size for block in told) < unseen
    for block, box in zip(hidden, boxes, strict=True):
        is_rest = box.tag != "p" and alike[box.parent, box.key] > 1 and box.prose > _REST * box.chars
        is_open = is_teaser or not box.hints & HINT["subscribe"]
        goes_on = is_rest and is_open and block.index > last.index and box.parent in beside
        rules[block] = "" if goes_on else "hidden"


def drop_dialogs(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what stands in a dialog, as a page asks for consent by it, where a story stands outside."""
    kept = [block for block in blocks if not rules[block]]
    dialogs = set(filter(_is_dialog, frames_of(kept)))
    if not dialogs:
        return
    asking = {block for block in kept if not dialogs.isdisjoint(block.frame.ancestors())}
    if any(block.is_prose for block in kept if block not in asking):
        rules |= dict.fromkeys(asking, "consent")


def _is_dialog(frame: Frame) -> bool:
    """Say whether *frame* is a dialog by its element, its role or the names that it has."""
    element = frame.element
    if frame.tag == "dialog" or element.get("role") in _DIALOGS:
        return True
    if frame.tag != "div" or not frame.hints & (HINT["consent"] | HINT["media"]):
        return False
    return _DIALOG_NAME.search(f"{frame.key[1]} {element.get('id')}") is not None
