"""What the classifier sees around a block: the frames that hold it, its neighbours, its place on the page."""

import math
from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Final

from diemtin.clean.body.blocks import Block, Frame

_LEVELS: Final = 4
_BESIDE: Final = (-2, -1, 1, 2)
#: Frames between a block and the one that holds most of the prose: more are rare on the pages that the trees grew from.
_FAR: Final = 12
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Frames that repeat by nature: the rows of a table say nothing of cards.
_ROWS: Final = frozenset({"tr", "tbody", "table", "ul", "ol"})

FRAME_NAMES: Final = (
    *(f"f{level}_{what}" for level in range(_LEVELS) for what in ("prose", "links", "blocks", "size")),
    "f0_pictures", "f1_pictures", "sig_prose", "sig_blocks", "sig_mean", "sig_links", "key_prose", "key_blocks",
    "twins", "twins_links", "twins_linked", "twins_mean", "twins_up", "twins_prose",
    "best_inside", "best_distance", "best_prose",
)  # fmt: skip
BESIDE_NAMES: Final = tuple(
    f"n{offset:+d}_{what}" for offset in _BESIDE for what in ("size", "links", "same", "head", "open", "tag")
)


def is_heading(block: Block) -> bool:
    """Say whether *block* is a heading by its tag."""
    return block.frame.tag in _HEADINGS


class Frames:
    """The frames of a page, and how alike their texts are."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.prose = sum(block.size for block in blocks if block.is_prose) or 1
        self.best = best_frame(blocks)
        self._best_chain = set(self.best.ancestors()) if self.best else set()
        #: What frames that look alike hold: characters of prose, blocks, linked characters.
        self._held: dict[Hashable, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._twins: dict[Frame, list[Frame]] = {}
        self._rows: dict[Frame, list[float]] = {}
        self._described: dict[Frame, tuple[float, ...]] = {}
        alike: dict[Hashable, list[Frame]] = {}
        for block in blocks:
            prose = block.size if block.is_prose else 0
            for look in (signature_of(block.frame), block.frame.key):
                held = self._held[look]
                held[0] += prose
                held[1] += 1
                held[2] += block.link_chars
            frame = block.frame
            while frame.parent is not None and frame not in self._twins:
                self._twins[frame] = group = alike.setdefault(_twin_key(frame), [])
                group.append(frame)
                frame = frame.parent

    def around(self, frame: Frame) -> list[float]:
        """Return *frame*'s values of ``FRAME_NAMES``."""
        row = self._rows.get(frame)
        if row is None:
            row = self._rows[frame] = [
                *self._levels(frame),
                *self._alike(frame),
                *self._repeated(frame),
                *self._from_best(frame),
            ]
        return row

    def _levels(self, frame: Frame) -> list[float]:
        row: list[float] = []
        around: Frame | None = frame
        for _ in range(_LEVELS):
            if around is None:
                row += (1.0, 0.0, 9.0, 15.0)
            else:
                row += (
                    around.prose / self.prose, around.link_chars / (around.chars or 1),
                    math.log2(1 + around.blocks), math.log2(1 + around.chars),
                )  # fmt: skip
                around = around.parent
        return [*row, min(3, frame.pictures), min(3, (frame.parent or frame).pictures)]

    def _alike(self, frame: Frame) -> list[float]:
        prose, blocks, links = self._held[signature_of(frame)]
        by_name, named, _ = self._held[frame.key]
        return [
            prose / self.prose, math.log2(1 + blocks), prose / blocks, links / blocks, by_name / self.prose,
            math.log2(1 + named),
        ]  # fmt: skip

    def _repeated(self, frame: Frame) -> list[float]:
        """Describe the nearest frame of several blocks that repeats beside itself, as cards and comments do."""
        for up, around in enumerate(frame.ancestors()):
            if around.blocks < 2 or around.tag in _ROWS or around.parent is None:
                continue
            group = self._twins[around]
            if len(group) > 2:
                first = group[0]
                if first not in self._described:
                    self._described[first] = _describe(group)
                count, links, linked, mean, prose = self._described[first]
                return [count, links, linked, mean, up, prose]
        return [0.0, 0.0, 0.0, 0.0, 20.0, 0.0]

    def _from_best(self, frame: Frame) -> list[float]:
        distance = 0
        for around in frame.ancestors():
            if around is self.best:
                return [1.0, min(_FAR, distance), self.best.prose / self.prose]
            if around in self._best_chain:
                break
            distance += 1
        return [0.0, 20 + distance, self.best.prose / self.prose if self.best else 0.0]


def _describe(twins: Sequence[Frame]) -> tuple[float, ...]:
    """Return how many *twins* there are, their share of links, how many have any, their size, how many have prose."""
    count, chars = len(twins), sum(twin.chars for twin in twins) or 1
    return (
        min(30, count), sum(twin.link_chars for twin in twins) / chars,
        sum(twin.link_chars > 10 for twin in twins) / count, math.log2(1 + chars / count),
        sum(twin.prose > 0 for twin in twins) / count,
    )  # fmt: skip


def _twin_key(frame: Frame) -> Hashable:
    return frame.parent, frame.tag, frame.key[1].split(" ", 1)[0].rstrip("0123456789")


def signature_of(frame: Frame) -> Hashable:
    """Return what makes frames look alike: tag and class of the frame and of the one around it."""
    return frame.parent.key if frame.parent else None, frame.key


def best_frame(blocks: Sequence[Block]) -> Frame | None:
    """Return the frame that holds most of the prose closely: each paragraph speaks for the frame around it, for half
    and a third as much of the two around that."""
    scores: dict[Frame, float] = {}
    for block in blocks:
        if not block.is_prose:
            continue
        weight = (1 - block.link_density) * min(block.size, 600)
        frame: Frame | None = block.frame if block.tag == "div" or block.broken else block.frame.parent
        for share in (1.0, 0.5, 0.3):
            if frame is None:
                break
            scores[frame] = scores.get(frame, 0.0) + weight * share
            frame = frame.parent
    return max(scores, key=lambda frame: scores[frame], default=None)


class Neighbours:
    """What each block of a page is to those beside it; *opens* says which lines open like chrome."""

    def __init__(self, blocks: Sequence[Block], opens: Sequence[float]) -> None:
        self._frames = [block.frame for block in blocks]
        self._seen = [
            (math.log2(1 + block.size), block.link_density, float(is_heading(block)), opening)
            for block, opening in zip(blocks, opens, strict=True)
        ]

    def beside(self, place: int) -> list[float]:
        """Return the values of ``BESIDE_NAMES`` for the block at *place*."""
        frame = self._frames[place]
        row: list[float] = []
        for offset in _BESIDE:
            other = place + offset
            if not 0 <= other < len(self._frames):
                row += (-1.0, -1.0, -1.0, 0.0, 0.0, 0.0)
                continue
            near = self._frames[other]
            if near is frame:
                same = 3.0
            elif near.parent is frame.parent:
                same = 2.0
            else:
                same = float(signature_of(near) == signature_of(frame))
            size, links, heading, opening = self._seen[other]
            row += (size, links, same, heading, opening, float(near.tag == frame.tag))
        return row
