"""Captions: the lines that say what a picture shows, known by how they are set."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.features import Context
from diemtin.clean.body.grammar import opens_with_place
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import is_stated_lede

#: Characters of a line right behind a picture: longer ones are paragraphs, however they are set.
_CAPTION: Final = 250
#: What boxes a picture in with its caption, and the lines of that: what it shows, and whose it is.
_BOXES, _LINES = frozenset({"div", "table", "span"}), 2
#: Paragraphs beside such a box that make it one of the story's.
_STORY: Final = 3
#: How a line right behind a picture begins that says whose it is.
_CREDIT: Final = re.compile(r"(?:photos?|pictures?|images?|ảnh|hình|foto)(?: by\b|\s*:)", re.IGNORECASE)


def captions_by_form(page: Context, kept: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines that are set as captions, whatever they are called: a short one right behind a picture, centred
    or slanted as a whole, or named a caption by its element or its frame.

    A photo story may be told in the captions of its pictures: what is *kept* then stands mostly in such elements.
    """
    half = 0.5 * sum(block.size for block in kept)
    is_photo_story = half < sum(block.size for block in kept if block.frame.kinds & KINDS["figcaption"])
    # On a page that is centred or slanted throughout, that tells nothing.
    is_telling = half > sum(block.size for block in kept if _is_set_off(block))
    for block in page.blocks:
        parent = block.frame.parent
        own = block.frame.hints  # what is called a lede is none, though a word in it is called a source
        names = own | (parent.hints if parent else 0) | (0 if own & HINT["lead"] else block.hints)
        figcaption = block.frame.kinds & KINDS["figcaption"] and not is_photo_story
        if (figcaption or names & HINT["caption"]) and block.size <= _CAPTION and not opens_with_place(block.text):
            yield block
    for before, block in pairwise(page.all):
        if before.picture is None or block.picture is not None or block.size > _CAPTION or is_heading(block):
            continue
        if is_stated_lede(block, page.known):
            continue
        if (is_telling and _is_set_off(block)) or _CREDIT.match(block.text):
            yield block
    yield from _captions_in_boxes(page, kept)


def _captions_in_boxes(page: Context, kept: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines of each small box among paragraphs that holds a picture and nothing else behind it."""
    paragraphs = Counter(frame for block in kept if block.is_prose for frame in (block.frame, block.frame.parent))
    box: Frame | None = None
    for before, block in pairwise(page.all):
        if block.picture is not None:
            continue
        if before.picture is not None:
            box = None if is_heading(block) else _box_of(block, before, paragraphs)
        if box is not None and box in block.frame.ancestors():
            yield block


def _box_of(line: Block, picture: Block, paragraphs: Counter[Frame | None]) -> Frame | None:
    """Return the small box of *line* and *picture* that stands among the story's *paragraphs*, counted by frame."""
    among = (f for f in line.frame.ancestors() if f.parent is not None and paragraphs[f.parent] >= _STORY)
    box = next((f for f in among if f.tag in _BOXES and f in picture.frame.ancestors()), None)
    return box if box is not None and box.blocks <= _LINES and box.chars <= _CAPTION else None


def _is_set_off(block: Block) -> bool:
    """Say whether *block* is centred or slanted as a whole."""
    return block.frame.kinds & KINDS["center"] != 0 or block.italic_chars > 0.9 * len(block.text)
