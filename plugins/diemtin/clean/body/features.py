"""A row of figures for each block, from which the classifier tells story from the rest of the page."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from diemtin.clean.body import wording
from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.chrome import chrome_of
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.body.surroundings import BESIDE_NAMES, FRAME_NAMES, Frames, Neighbours, is_heading
from diemtin.clean.body.wording import Known

_PLACE_NAMES: Final = (
    "pos", "pos_chars", "from_head", "chars_from_head", "after_head", "page_blocks", "page_prose", "prose_share_page",
    "has_article", "depth", "seen", "seen_before", "to_prose_before", "to_prose_after", "after_picture",
    "to_head_up", "to_head_prose", "to_head_blocks", "to_first_up", "to_first_prose", "to_first_blocks", "from_first",
    "linked_headings", "dates_passed", "relateds_passed", "comments_passed", "heading_opens", "heading_links",
    "heading_distance",
)  # fmt: skip
#: Frames nest deeper on hardly any page that the trees grew from: what lies below is as likely story.
_DEEP: Final = 30
NAMES: Final = (*wording.NAMES, *FRAME_NAMES, *BESIDE_NAMES, *_PLACE_NAMES)


class Context:
    """A page's blocks (``blocks`` are those of text, ``all`` also the pictures) and what it says of its story.

    ``headline`` is the headline's place among ``blocks``, known after `features`.
    """

    def __init__(self, blocks: Sequence[Block], known: Known) -> None:
        self.all = blocks
        self.blocks = [block for block in blocks if block.picture is None]
        self.known = known
        self.headline = 0


def features(page: Context) -> list[list[float] | None]:
    """Return each block's values of ``NAMES`` in the order of ``page.blocks``, None for chrome.

    Finds the headline on the way.
    """
    blocks = page.blocks
    frames = Frames(blocks)
    chrome = chrome_of(blocks, frames.best)
    own = [
        None if is_chrome else wording.wording(block, page.known)
        for block, is_chrome in zip(blocks, chrome, strict=True)
    ]
    page.headline = headline_index(page, own)
    opens = [
        row[wording.OPENS] if row is not None else float(openings_of(block.text) != 0)
        for block, row in zip(blocks, own, strict=True)
    ]
    neighbours = Neighbours(blocks, opens)
    places = _Places(page, own, opens, frames)
    rows: list[list[float] | None] = []
    for place, (block, row) in enumerate(zip(blocks, own, strict=True)):
        if row is not None:
            row += [*frames.around(block.frame), *neighbours.beside(place), *places.row(place)]
        rows.append(row)
        places.pass_by(place)
    return rows


def headline_index(page: Context, own: Sequence[Sequence[float] | None]) -> int:
    """Return the place of the headline among ``page.blocks``, of which *own* is known: the line most like it, or the
    first h1, or 0.
    """
    best, found = 0.5, -1
    for place, (block, row) in enumerate(zip(page.blocks, own, strict=True)):
        if row is not None and row[wording.HEADLINE]:
            score = row[wording.HEADLINE]
            # Of two lines that are equally alike the heading is it: the other is a breadcrumb or a link.
            score += {"h1": 0.3, "h2": 0.1, "h3": 0.1}.get(block.tag, 0.0)
            if score > best:
                best, found = score, place
    if found < 0:
        found = next((place for place, block in enumerate(page.blocks) if block.tag == "h1"), 0)
    return found


class _Places:
    """Where each block stands, and what a reader passed on the way down to it: blocks are passed by in order."""

    def __init__(
        self, page: Context, own: Sequence[Sequence[float] | None], opens: Sequence[float], frames: Frames
    ) -> None:
        blocks = page.blocks
        self._blocks, self._own, self._opens = blocks, own, opens
        self._prose, self._head = frames.prose, page.headline
        self._total = sum(block.size for block in blocks) or 1
        self._seen = Counter([block.text for block in blocks])
        self._passed: dict[str, int] = dict.fromkeys(self._seen, 0)
        head = page.headline
        self._first = next(
            (i for i in range(head + 1, len(blocks)) if blocks[i].is_prose and blocks[i].link_density < 0.2), head
        )
        self._chains = [set(blocks[i].frame.ancestors()) for i in (head, self._first)] if blocks else []
        self._meetings: dict[Frame, list[float]] = {}
        self._head_before = sum(block.size for block in blocks[:head])
        self._has_article = float(any(block.frame.kinds & KINDS["article"] for block in blocks))
        self._next_prose = _next_prose(blocks)
        self._after_picture = _after_picture(page.all)
        self._before = self._linked_headings = self._dates = self._relateds = self._comments = 0
        self._last_prose, self._heading_at = -99, -30
        self._heading = (0.0, 0.0)

    def row(self, place: int) -> list[float]:
        """Return the values of ``_PLACE_NAMES`` for the block at *place*."""
        block, count = self._blocks[place], len(self._blocks)
        from_head = self._before - self._head_before
        return [
            place / count, self._before / self._total, max(-60, min(200, place - self._head)),
            math.copysign(math.log2(1 + abs(from_head)), from_head), float(place > self._head),
            math.log2(1 + count), math.log2(1 + self._prose), self._prose / self._total, self._has_article,
            min(_DEEP, block.frame.depth), self._seen[block.text], self._passed[block.text],
            min(30, place - self._last_prose), min(30, self._next_prose[place] - place), self._after_picture[place],
            *self._meeting(block.frame), max(-30, min(100, place - self._first)),
            min(20, self._linked_headings), min(20, self._dates), min(10, self._relateds), min(10, self._comments),
            *self._heading, min(30, place - self._heading_at),
        ]  # fmt: skip

    def _meeting(self, frame: Frame) -> list[float]:
        """Say how far up *frame* meets the headline's frames and the first paragraph's, and how large that is."""
        row = self._meetings.get(frame)
        if row is None:
            row = []
            for chain in self._chains:
                up, meeting = 0, frame
                for around in frame.ancestors():
                    if around in chain:
                        meeting = around
                        break
                    up += 1
                row += (min(_DEEP, up), meeting.prose / self._prose, math.log2(1 + meeting.blocks))
            self._meetings[frame] = row
        return row

    def pass_by(self, place: int) -> None:
        """Remember the block at *place* for those behind it."""
        block, row = self._blocks[place], self._own[place]
        frame = block.frame
        self._passed[block.text] += 1
        self._before += block.size
        if block.is_prose:
            self._last_prose = place
        heads = is_heading(block) or (block.bold_chars > 0.9 * len(block.text) and block.size < 120)
        if place > self._head:
            self._linked_headings += heads and block.link_density > 0.8
            self._dates += block.size < 60 and row is not None and row[wording.DATE] > 0
            self._relateds += (
                block.size < 80 and self._opens[place] > 0 and openings_of(block.text) & PHRASE["related"] != 0
            )
            self._comments += (frame.hints | frame.around) & HINT["comment"] != 0
        if heads:
            self._heading_at = place
            self._heading = (self._opens[place], block.link_density)


def _next_prose(blocks: Sequence[Block]) -> list[int]:
    result = [0] * len(blocks)
    upcoming = len(blocks) + 30
    for place in range(len(blocks) - 1, -1, -1):
        result[place] = upcoming
        if blocks[place].is_prose:
            upcoming = place
    return result


def _after_picture(blocks: Sequence[Block]) -> list[float]:
    """Say of each text block whether a picture stands right before it: 2 in its own or a neighbouring frame, else 1."""
    result: list[float] = []
    previous: Block | None = None
    for block in blocks:
        if block.picture is None:
            value = 0.0
            if previous is not None and previous.picture is not None:
                outer = previous.frame.parent
                near = previous.frame is block.frame or outer is block.frame.parent or outer is block.frame
                value = 2.0 if near else 1.0
            result.append(value)
        previous = block
    return result
