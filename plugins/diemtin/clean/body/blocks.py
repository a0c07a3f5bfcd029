"""The words for a page's parts: a block of running text or a picture, and the frames (block elements) around it."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Final

from lxml.etree import _Element

#: What a block is made of: text, an inline element that opens, ``CLOSE`` for the innermost open one, a line break.
CLOSE: Final = object()
BREAK: Final = object()
Piece = str | _Element | object


#: A paragraph's characters at least, and the linked share that it has not.
_PARAGRAPH, _LINKED = 80, 0.4


@dataclass(slots=True, eq=False)
class Frame:
    """A block element, with what was counted in its whole subtree. Lengths are in characters.

    ``hints`` are the groups of hints.toml that its own attributes speak of, as bits; ``around`` those of its ancestors.
    ``above`` are the frames around it, innermost first. ``asks`` says that a field for an e-mail address or a form with
    a choice is in it.
    """

    parent: "Frame | None"
    above: "tuple[Frame, ...]"
    element: _Element
    tag: str
    hints: int
    around: int
    depth: int
    kinds: int
    key: tuple[str, str]
    chars: int = 0
    link_chars: int = 0
    prose: int = 0
    blocks: int = 0
    pictures: int = 0
    asks: bool = False

    def ask(self) -> None:
        """Note that such a field is in this frame, and so in all around it."""
        frame: Frame | None = self
        while frame is not None and not frame.asks:
            frame.asks = True
            frame = frame.parent

    def ancestors(self) -> "tuple[Frame, ...]":
        """Return this frame and those around it, innermost first."""
        return (self, *self.above)


@dataclass(slots=True, eq=False)
class Block:
    """A run of text without a block element inside, or a picture (``picture``), in document order.

    ``tag`` is the nearest block element's. ``size`` is the length in characters, an ideogram counted as three;
    ``link_density`` is the share of the text that is linked. ``is_prose`` says that it looks like a paragraph.
    """

    frame: Frame
    text: str
    pieces: list[Piece]
    hints: int = 0
    index: int = 0
    broken: bool = False  # a single <br> parts it from the block before
    picture: _Element | None = None
    size: int = 0
    link_chars: int = 0
    link_density: float = 0.0
    is_prose: bool = False
    links: int = 0
    bold_chars: int = 0
    italic_chars: int = 0
    words: list[str] = field(default_factory=list)
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        self.tag = self.frame.tag


def links_in(block: Block) -> Iterator[_Element]:
    """Yield the ``a`` elements that open in *block*."""
    return (piece for piece in block.pieces if isinstance(piece, _Element) and piece.tag == "a")


def frames_of(blocks: Iterable[Block]) -> set[Frame]:
    """Return all frames around *blocks*."""
    frames: set[Frame] = set()
    for block in blocks:
        frame: Frame | None = block.frame
        while frame is not None and frame not in frames:
            frames.add(frame)
            frame = frame.parent
    return frames


def count_frames(blocks: Sequence[Block]) -> None:
    """Count on every frame what *blocks* hold of it, and tell which are paragraphs; pictures aside."""
    texts = [block for block in blocks if block.picture is None]
    for block in texts:
        frame = block.frame
        block.is_prose = block.size >= _PARAGRAPH and block.link_density < _LINKED
        frame.chars += block.size
        frame.link_chars += block.link_chars
        frame.prose += block.size if block.is_prose else 0
        frame.blocks += 1
    for frame in sorted(frames_of(texts), key=lambda frame: -frame.depth):  # from the inside to the outside
        parent = frame.parent
        if parent is not None:
            parent.chars += frame.chars
            parent.link_chars += frame.link_chars
            parent.prose += frame.prose
            parent.blocks += frame.blocks


_ELEMENTS: Final[dict[str, str]] = tomllib.loads(
    resources.files(__package__).joinpath("elements.toml").read_text("utf-8")
)
SKIPPED: Final = frozenset(_ELEMENTS["skipped"].split())
BLOCKS: Final = frozenset(_ELEMENTS["block"].split())
CHROME: Final = frozenset(_ELEMENTS["chrome"].split())
PICTURES: Final = frozenset(_ELEMENTS["picture"].split())
#: What a frame may be or stand in, as bits of ``Frame.kinds``: elements, and what attributes make of one.
KINDS: Final = {
    name: 1 << bit for bit, name in enumerate((*_ELEMENTS["kind"].split(), "hidden", "articlebody", "right", "center"))
}
