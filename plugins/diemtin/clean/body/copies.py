"""What a page says twice: a second copy of its story, and a sentence of it that is set large between the paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from diemtin.clean.body.blocks import Block, Frame
from diemtin.clean.body.hints import HINT

#: Characters: a line this long that stands on the page twice was printed twice (a lede for a reading mode, a second
#: layout for telephones); a shorter one may be a refrain.
_REPEATED: Final = 60
#: Paragraphs said before that make the frame around them a copy.
_COPY: Final = 3
#: How far up a block the frame is that sets it apart.
_NEAR: Final = 3
#: Characters: a shorter line may stand in two paragraphs by chance, even in a box that is named for it.
_SHORTEST: Final = 20
#: Names of a pull quote; a box that is pulled to the right is only set there.
_PULLED: Final = re.compile(r"pull[-_]?quote|(?<![a-z-])pull(?![-_a-z])")
_MARKS: Final = " \"“”„«»'‘’.…"


def drop_copies(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what *rules* keep of *blocks* and say twice: lines said before in another frame, the short ones between
    paragraphs that were all said before, and quotations of the story's own words.
    """
    _drop_repeated([block for block in blocks if not rules[block]], rules)
    kept = [block for block in blocks if not rules[block]]
    copied = Counter(block.frame.parent for block in blocks if rules[block] == "said before")
    copies = {frame for frame, count in copied.items() if count >= _COPY}
    if copies:
        copies -= {block.frame.parent for block in kept if block.is_prose}
        said = {block.text for block in kept if block.frame.parent not in copies}
        twice = (block for block in kept if block.frame.parent in copies and block.text in said)
        rules |= dict.fromkeys(twice, "said before")
    quoted: set[Frame] = set()
    for block in kept:
        if not (block.frame.hints | block.frame.around) & HINT["quote"]:
            continue
        box = _pulled_box(block)
        if box is not None and block.size >= _SHORTEST:
            words = block.text.strip(_MARKS).casefold()
            if any(words in other.text.casefold() for other in kept if other.size > block.size):
                quoted.add(box)
        if box in quoted:
            rules[block] = "said before"


def _drop_repeated(kept: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop those of *kept* that another frame says before, unless both frames tell as much of their own as they repeat:
    a question that is put to everybody is no copy.
    """
    times = Counter(block.text for block in kept if block.size >= _REPEATED)
    own = Counter(block.frame.parent for block in kept if block.is_prose and times[block.text] == 1)
    again = Counter(block.frame.parent for block in kept if times[block.text] > 1)
    said: dict[str, Frame | None] = {}
    for block in kept:
        home = block.frame.parent
        first = said.setdefault(block.text, home) if times[block.text] > 1 else home
        if first is not home and any(own[frame] < again[frame] for frame in (first, home)):
            rules[block] = "said before"


def sets_apart(block: Block) -> bool:
    """Say whether *block* stands in a small box that is named for a quotation of the text around it."""
    return _pulled_box(block) is not None


def _pulled_box(block: Block) -> Frame | None:
    return next((frame for frame in islice(block.frame.ancestors(), _NEAR) if _is_pulled(frame)), None)


def _is_pulled(frame: Frame) -> bool:
    names = frame.key[1].lower()
    if frame.blocks > _NEAR or "pull" not in names:
        return False
    return frame.tag == "blockquote" or _PULLED.search(names) is not None
