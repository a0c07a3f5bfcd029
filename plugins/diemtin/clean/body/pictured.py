"""Pictures of a story and the captions under them."""

from collections.abc import Mapping, Sequence
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.hints import HINT

#: Characters: a caption is no longer; what stands under a picture and is longer is a paragraph.
_LONGEST: Final = 600
#: Blocks between a picture and its caption: an enlarging button or a credit may stand between them.
_REACH: Final = 2


class Pictures:
    """Which pictures belong to the story, and which of the dropped texts caption them."""

    def __init__(self, blocks: Sequence[Block], rules: Mapping[Block, str], start: int) -> None:
        self._blocks = blocks
        self._rules = rules
        kept = [block.index for block in blocks if block.picture is None and not rules[block]]
        self._first, self._last = (min(kept), max(kept)) if kept else (0, -1)
        self._start = min(start, self._first)
        self._kept_in: set[int] = set()
        for block in blocks:
            if block.picture is None and not rules[block]:
                self._kept_in.update(id(frame) for frame in block.frame.ancestors())
        self.captions = self._find_captions()
        self._captioned = {id(frame) for block in self.captions for frame in _near(block.frame)}

    def belongs(self, picture: Block) -> bool:
        """Say whether *picture* is one of the story's: between its first and last text and in no card of another."""
        if not self._start <= picture.index <= self._last + _REACH:
            return False
        if picture.index > self._last and not any(c.index > picture.index for c in self.captions):
            return False
        outside = KINDS["nav"] | KINDS["footer"] | KINDS["aside"] | KINDS["form"]
        if picture.frame.kinds & outside or (picture.frame.hints | picture.hints) & (HINT["author"] | HINT["promo"]):
            return False
        for frame in picture.frame.ancestors():
            if id(frame) in self._captioned or id(frame) in self._kept_in:
                return True
            if frame.chars:  # the closest text around it is none of the story's
                return False
        return True

    def _find_captions(self) -> set[Block]:
        found: set[Block] = set()
        picture: Block | None = None
        since = 0
        for block in self._blocks:
            if block.picture is not None:
                picture, since = block, 0
                continue
            since += 1
            if not self._rules[block] or block.size > _LONGEST or not self._start <= block.index <= self._last + _REACH:
                if not self._rules[block]:
                    picture = None
                continue
            if picture is not None and self._captions(block, picture, since):
                found.add(block)
                since -= 1
        return found

    def _captions(self, block: Block, picture: Block, since: int) -> bool:
        if block.link_density > 0.6 or self._rules[block] in {
            "read also",
            "share words",
            "headline repeated",
            "outlet",
        }:
            return block.frame.kinds & KINDS["figcaption"] != 0 and self._rules[block] != "outlet"
        parent = block.frame.parent
        named = (block.frame.hints | block.hints | (parent.hints if parent else 0)) & HINT["caption"]
        if block.frame.kinds & (KINDS["figcaption"] | KINDS["figure"]):
            return True
        if since > _REACH:
            return False
        if named:
            return True
        if self._rules[block] == "credit" and block.index > self._last:
            return False
        around = {id(frame) for frame in _near(picture.frame)}
        return since == 1 and any(id(frame) in around for frame in _near(block.frame)) and block.tag[0] != "h"


def _near(frame: Frame) -> list[Frame]:
    """Return *frame* and the two around it, as long as they hold little else: a figure in all but name."""
    near: list[Frame] = []
    for around in frame.ancestors():
        if len(near) == 3 or (near and around.blocks > 6):
            break
        near.append(around)
    return near
