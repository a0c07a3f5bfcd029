"""Pictures of a story and the captions under them."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import KINDS, Block, Frame, frames_of
from diemtin.clean.body.elements import HIDDEN_STYLE
from diemtin.clean.body.grammar import form_of
from diemtin.clean.body.hints import HINT

#: Characters: a caption is no longer; what stands under a picture and is longer is a paragraph.
_LONGEST: Final = 600
#: Blocks between a picture and its caption: an enlarging button or a credit may stand between them.
_REACH: Final = 2
_OUTSIDE: Final = KINDS["nav"] | KINDS["footer"] | KINDS["aside"]
#: What a picture with one of these hints at it shows: a face, an advertisement, a button.
_NO_PICTURE: Final = HINT["author"] | HINT["promo"] | HINT["social"] | HINT["comment"] | HINT["subscribe"]
#: Rules that say more of a line than that a picture stands near it.
_NO_CAPTION: Final = frozenset(
    {"read also", "share words", "headline repeated", "outlet", "comments", "audio", "keywords"}
)


class Pictures:
    """Which pictures belong to the story, and which of the dropped texts (``captions``) caption them.

    *rules* names what drops each text; *start* is the index of the headline, above which nothing is the story's.
    """

    def __init__(self, blocks: Sequence[Block], rules: Mapping[Block, str], start: int) -> None:
        self._rules = rules
        kept = [block for block in blocks if block.picture is None and not rules[block]]
        self._kept_in = frames_of(kept)
        self._start = min(start, kept[0].index) if kept else 0
        self._end = self._find_end(blocks, kept[-1].index) if kept else -1
        self.captions = self._find_captions(blocks)
        self._captioned = {frame for block in self.captions for frame in self._figure(block.frame)}

    def belongs(self, picture: Block) -> bool:
        """Say whether *picture* is one of the story's: beside its text, and in no card of another story."""
        if not self._start <= picture.index <= self._end or picture.frame.kinds & _OUTSIDE:
            return False
        if _is_furniture(picture):
            return False
        for frame in picture.frame.ancestors():
            if frame not in self._kept_in and HIDDEN_STYLE.search(frame.element.get("style") or ""):
                return False
            if frame in self._captioned or frame in self._kept_in:
                return True
            if frame.chars:  # the closest text around it is none of the story's
                return False
        return True

    def _find_end(self, blocks: Sequence[Block], last: int) -> int:
        """Return the index of the last block that may be a picture of the story, or its caption.

        A photo story may end in pictures: they count as long as they stand in a frame that holds the story's text and
        only texts of the size and place of a caption stand between them.
        """
        end = last
        for block in blocks[last + 1 :]:
            home = next((frame for frame in block.frame.ancestors() if frame in self._kept_in), None)
            if block.picture is None:
                if (
                    block.frame.tag[0] == "h"
                    or block.link_density > 0.3
                    or block.size > _LONGEST
                    or block.index - end > _REACH
                ):
                    break
            elif (
                not _is_furniture(block)
                and home is not None
                and home.parent is not None
                and home.prose
                and home.tag not in {"html", "body"}
            ):
                end = block.index + _REACH
            else:
                break
        return end

    def _figure(self, frame: Frame) -> list[Frame]:
        """Return the frames around a caption that hold no text of the story: its figure, whatever the tags."""
        figure: list[Frame] = []
        for around in frame.ancestors():
            if around in self._kept_in:
                break
            figure.append(around)
        return figure

    def _find_captions(self, blocks: Sequence[Block]) -> set[Block]:
        found: set[Block] = set()
        picture: Block | None = None
        since = 0
        for block in blocks:
            if block.picture is not None:
                picture, since = block, 0
            elif not self._rules[block]:
                picture = None
            elif block.size <= _LONGEST and self._start <= block.index <= self._end:
                since += 1
                if self._is_caption(block, picture, since):
                    found.add(block)
                    since -= 1
        return found

    def _is_caption(self, block: Block, picture: Block | None, since: int) -> bool:
        if (
            self._rules[block] in _NO_CAPTION
            or block.frame.kinds & _OUTSIDE
            or form_of(block, at_end=True) in _NO_CAPTION
        ):
            return False
        if block.frame.kinds & (KINDS["figcaption"] | KINDS["figure"]):
            return True
        if (block.frame.hints | block.hints) & (HINT["author"] | HINT["social"]) or block.frame.kinds & KINDS["right"]:
            return False  # what is set to the right is a signature
        if block.link_density > 0.6:
            return False
        parent = block.frame.parent
        names = block.frame.hints | block.hints | (parent.hints if parent else 0)
        if names & HINT["caption"] and not _is_dated(block):  # of a film that is not kept, where no picture is
            return True
        if picture is None or since > _REACH:
            return False
        return since == 1 and not set(_near(picture.frame)).isdisjoint(_near(block.frame))


def _is_dated(block: Block) -> bool:
    """Say whether *block* says when the story was published: a byline, whatever it is called."""
    return block.tag == "time" or any(isinstance(piece, _Element) and piece.tag == "time" for piece in block.pieces)


def _is_furniture(picture: Block) -> bool:
    """Say whether *picture* is a face, an advertisement or a button, by what the frames close to it are called."""
    names = picture.hints
    for around in islice(picture.frame.ancestors(), 3):
        names |= around.hints
    return names & _NO_PICTURE != 0


def _near(frame: Frame) -> list[Frame]:
    """Return *frame* and up to four around it, as long as they hold little else: a figure in all but name."""
    near: list[Frame] = []
    for around in frame.ancestors():
        if len(near) == 5 or (near and around.blocks > 6):
            break
        near.append(around)
    if near and near[-1].parent is not None:
        near.append(near[-1].parent)
    return near
