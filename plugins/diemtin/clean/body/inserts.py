"""What a story sets apart from its paragraphs: quotations, pull quotes, what a reader unfolds."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block
from diemtin.clean.body.classify import DOUBTFUL, THRESHOLD
from diemtin.clean.body.copies import sets_apart
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.phrases import PHRASE, openings_of

_FOLDS: Final = frozenset({"details", "amp-accordion"})
#: Lines of a quotation at most: what holds more is a page's own box.
_LINES: Final = 60
#: How far up a block the element is that a reader unfolds.
_AROUND: Final = 5


def is_folded(blocks: Sequence[Block], scores: Sequence[float], place: int, last: int) -> bool:
    """Say whether the block at *place* is a part of what a reader unfolds before *last*, the story's last paragraph: a
    question over an answer that may be story, or the answer. Elsewhere a question over an answer of the story is.
    """
    if blocks[place].links or not any(
        frame.element.tag in _FOLDS for frame in islice(blocks[place].frame.ancestors(), _AROUND)
    ):
        return False
    if blocks[place].tag != "summary":
        return place < last
    return place + 1 < len(scores) and scores[place + 1] >= (DOUBTFUL if place < last else THRESHOLD)


def is_pulled(block: Block) -> bool:
    """Say whether *block* is a pull quote. One that only repeats what the story says is dropped as a copy later."""
    return not block.links and sets_apart(block) and not block.frame.hints & HINT["caption"]


def is_quoted(blocks: Sequence[Block], scores: Sequence[float], place: int, last: int) -> bool:
    """Say whether the line at *place* is one of a quotation that a line of the story with a colon leads up to; or,
    before *last*, the story's last paragraph, of one of which another line is story, as the name of who said it is.
    """
    block = blocks[place]
    if not block.frame.kinds & KINDS["blockquote"] or block.links or not block.words:
        return False
    if openings_of(block.text) & PHRASE["related"]:
        return False
    quotation = next(frame for frame in block.frame.ancestors() if frame.tag == "blockquote")
    if quotation.blocks > _LINES:
        return False
    start = place
    while start > 0 and quotation in blocks[start - 1].frame.ancestors():
        start -= 1
    if start > 0 and scores[start - 1] >= THRESHOLD and blocks[start - 1].text[-1] == ":":
        return True
    return place < last and max(scores[start:place], default=0.0) >= THRESHOLD
