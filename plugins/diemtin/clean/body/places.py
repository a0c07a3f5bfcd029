"""What stands where no story stands, whatever its words are: rules about the places of blocks that seem to be story."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.body.blocks import Block, Frame
from diemtin.clean.body.features import Context
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.notes import is_mark
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import likeness

#: The share of a story that one column of an old page holds.
_COLUMN: Final = 0.8
#: The longest box that asks for an address, in characters, and the largest beside its story.
_BOX, _BOX_SHARE = 500, 0.3
#: Paragraphs that tell a story by themselves.
_STORY: Final = 3
#: From here on a line is the headline.
_SAME: Final = 0.9
_RULE: Final = re.compile(r"[^\w\s]{3,}|_{3,}")
#: What heads the part below an article of a journal that tells how to cite it and who may print it.
_CITATION: Final = re.compile(
    r"(?:rights and permissions|(?:about|cite|citing|how to cite) this (?:article|paper|story)"
    r"|(?:cách )?trích dẫn bài (?:báo|viết)(?: này)?)\W*",
    re.IGNORECASE,
)


def drop_by_place(page: Context, rules: dict[Block, str]) -> None:
    """Drop what *rules* keep of *page*'s blocks in a place that is none of the story's."""
    blocks = page.blocks
    _drop_masthead(page, rules)
    _drop_side_columns(blocks, rules)
    _drop_sign_up_boxes(blocks, rules)
    _drop_below_rule(blocks, rules)
    _drop_citation(blocks, rules)
    _drop_box_remains(blocks, rules)


def _drop_masthead(page: Context, rules: dict[Block, str]) -> None:
    """Drop what stands above the headline in a frame that is named for a page's head: what a blog is about."""
    headline = page.blocks[page.headline] if page.blocks else None
    if headline is None or not likeness(frozenset(headline.words), page.known.headlines[:1]) > _SAME:
        return
    if sum(not rules[block] and block.is_prose for block in page.blocks[page.headline :]) < _STORY:
        return
    own = set(headline.frame.ancestors())
    for block in page.blocks[: page.headline]:
        if not rules[block] and any(f.hints & HINT["nav"] and f not in own for f in block.frame.ancestors()):
            rules[block] = "outlet"


def _drop_side_columns(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what stands in the cells beside the one that holds nearly all of the story: an old page's other columns."""
    kept = [block for block in blocks if not rules[block]]
    held: Counter[Frame] = Counter()
    for block in kept:
        for frame in block.frame.ancestors():
            if frame.tag == "td":
                held[frame] += block.size
    enough = _COLUMN * sum(block.size for block in kept)
    columns = {cell for cell, size in held.items() if size >= enough}
    for block in kept if columns else ():
        around = set(block.frame.ancestors())
        if any(cell.parent in around for cell in columns - around):
            rules[block] = "sidebar"


def _drop_sign_up_boxes(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what stands in a small box with a field for an e-mail address, whatever its words are."""
    kept = [block for block in blocks if not rules[block]]
    longest = min(_BOX, _BOX_SHARE * sum(block.size for block in kept))
    for block in kept:
        box = next((frame for frame in block.frame.ancestors() if frame.asks), None)
        if box is not None and box.chars <= longest:
            rules[block] = "subscription"


def _behind(blocks: Sequence[Block], rules: dict[Block, str]) -> list[Block]:
    """Return those of *blocks* that *rules* keep behind the last paragraph that they keep."""
    kept = [block for block in blocks if not rules[block]]
    last = max((place for place, block in enumerate(kept) if block.is_prose), default=len(kept))
    return kept[last + 1 :]


def _drop_below_rule(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the lines below the last paragraph that a line of dashes sets apart: contacts, notes of the house."""
    behind = _behind(blocks, rules)
    rule = next((place for place, block in enumerate(behind) if _RULE.fullmatch(block.text)), len(behind))
    rules |= dict.fromkeys(behind[rule:], "set apart")


def _drop_citation(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the parts of an article that tell how to cite it, each from its heading to the next or to its box's end."""
    box: Frame | None = None
    for block in blocks:
        if is_heading(block):
            box = block.frame.parent if _CITATION.fullmatch(block.text) else None
        if box is not None and not rules[block] and box in block.frame.ancestors():
            rules[block] = "citation"


def _drop_box_remains(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop a line behind the last paragraph whose box holds nothing else of the story, and that heads nothing: all that
    stands beside it there was dropped.
    """
    behind = _behind(blocks, rules)
    if not behind:
        return
    following = dict(pairwise(blocks))
    told = Counter(block.frame.parent for block in blocks if not rules[block])
    held = Counter(block.frame.parent for block in blocks if not is_mark(block))
    for block in behind:
        heads = block in following and not rules[following[block]]
        if not heads and told[block.frame.parent] == 1 < held[block.frame.parent]:
            rules[block] = "rest of a box"
