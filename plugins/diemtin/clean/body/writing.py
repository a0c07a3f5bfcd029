"""From kept blocks back to HTML: only what carries meaning, and nothing of the page's own attributes."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.inline import inline_html
from diemtin.clean.body.pictures import Image

#: Frames that mean something in a story, and what they are written as; all others are left out around their blocks.
_STRUCTURE: Final = {
    **{tag: tag for tag in ("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "p")},
    **{tag: tag for tag in ("table", "tr", "td", "th", "caption", "h2", "h3", "h4", "h5", "h6")},
    "menu": "ul", "dir": "ul", "h1": "h2",
}  # fmt: skip
_TEXTUAL: Final = frozenset(["p", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "td", "th", "caption"])
_IN_ITEM: Final = frozenset(["li", "dd", "dt", "td", "th"])


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to write: a block as ``text``, ``lede`` or ``caption``, or a picture."""

    role: str
    block: Block
    image: Image | None = None


def write_html(items: Sequence[Item], base: str | None) -> str:
    """Return *items* in order as HTML; links become absolute from *base*."""
    return _Writer(base).write(items)


class _Writer:
    def __init__(self, base: str | None) -> None:
        self.base = base
        self.out: list[str] = []
        self.open: list[tuple[object, str]] = []

    def write(self, items: Sequence[Item]) -> str:
        layout = _layout_tables(items)
        lines = _joined(items)
        position = 0
        while position < len(items):
            item = items[position]
            if item.image is not None:
                position = self._figure(items, position)
                continue
            if item.role == "caption":
                self._close_to([])
                self.out.append(f"<figure><figcaption>{inline_html(item.block, self.base)}</figcaption></figure>")
                position += 1
                continue
            end = position + 1
            while end < len(items) and items[end] in lines and lines[items[end]] is item:
                end += 1
            text = "<br>".join(filter(None, (inline_html(part.block, self.base) for part in items[position:end])))
            position = end
            if text:
                self._text(item, text, layout)
        self._close_to([])
        return "".join(self.out)

    def _figure(self, items: Sequence[Item], position: int) -> int:
        """Write the pictures at *position* with the caption that follows them; return where the next item is."""
        end = position + 1
        while end < len(items) and items[end].image is not None and _together(items[position].block, items[end].block):
            end += 1
        captions = end
        while captions < len(items) and items[captions].role == "caption":
            captions += 1
        if captions == end:
            end = captions = position + 1  # without a caption each picture stands for itself
        self._close_to([])
        pictures = "".join(_img(item.image) for item in items[position:end] if item.image is not None)
        texts = [inline_html(item.block, self.base) for item in items[end:captions]]
        caption = f"<figcaption>{' '.join(filter(None, texts))}</figcaption>" if any(texts) else ""
        self.out.append(f"<figure>{pictures}{caption}</figure>")
        return captions

    def _text(self, item: Item, text: str, layout: set[Frame]) -> None:
        if item.role == "lede":
            self._close_to([])
            self.out.append(f'<p class="lede">{text}</p>')
            return
        chain = _chain(item.block.frame, layout)
        self._close_to(chain)
        for key, tag in chain[len(self.open) :]:
            self.open.append((key, tag))
            self.out.append(f"<{tag}>" if tag not in {"td", "th"} else _cell(key, tag))
        innermost = self.open[-1][1] if self.open else ""
        if innermost in _TEXTUAL:
            # A second run of text in the same item is a paragraph of its own.
            fresh = self.out[-1].startswith(f"<{innermost}")
            self.out.append(text if fresh else f"<p>{text}</p>" if innermost in _IN_ITEM else "")
            if not fresh and innermost not in _IN_ITEM:
                self.open.pop()
                self.out[-1] = f"</{innermost}><{innermost}>{text}</{innermost}>"
        else:
            self.out.append(f"<p>{text}</p>")

    def _close_to(self, chain: Sequence[tuple[object, str]]) -> None:
        common = 0
        while common < min(len(chain), len(self.open)) and chain[common] == self.open[common]:
            common += 1
        while len(self.open) > common:
            self.out.append(f"</{self.open.pop()[1]}>")


def _together(first: Block, second: Block) -> bool:
    figures = [next((f for f in b.frame.ancestors() if f.tag in {"figure", "table"}), b.frame) for b in (first, second)]
    return figures[0] is figures[1]


def _chain(frame: Frame, layout: set[Frame]) -> list[tuple[object, str]]:
    """Return the structure around a block, outermost first, valid as HTML nests it."""
    chain: list[tuple[object, str]] = []
    for around in reversed(list(frame.ancestors())):
        tag = _STRUCTURE.get(around.tag)
        if tag is None or _table_of(around) in layout:
            continue
        inner = chain[-1][1] if chain else ""
        if tag == "li" and inner not in {"ul", "ol"}:
            chain.append((around.parent, "ul"))
        elif tag in {"dt", "dd"} and inner != "dl":
            chain.append((around.parent, "dl"))
        elif (tag == "p" and inner in _IN_ITEM) or inner in {"p", "pre", "h2", "h3", "h4", "h5", "h6"}:
            continue
        chain.append((around, tag))
    while chain and chain[-1][1] in {"ul", "ol", "dl", "table", "tr"}:
        chain.pop()  # text between the items of a list
    return chain


def _table_of(frame: Frame) -> Frame | None:
    if frame.tag not in {"table", "tr", "td", "th", "caption"}:
        return None
    return next((f for f in frame.ancestors() if f.tag == "table"), frame)


def _layout_tables(items: Sequence[Item]) -> set[Frame]:
    """Return the tables that lay a page out: one with a long text in a cell, or with one cell a row."""
    cells: dict[Frame, dict[Frame, set[Frame]]] = {}
    layout: set[Frame] = set()
    for item in items:
        if not item.block.frame.kinds & KINDS["table"]:
            continue
        row = cell = None
        for frame in item.block.frame.ancestors():
            if frame.tag in {"td", "th"} and cell is None:
                cell = frame
            elif frame.tag == "tr" and row is None:
                row = frame
            elif frame.tag == "table":
                if row is None or cell is None or item.block.size > 400 or cell.blocks > 4:
                    layout.add(frame)
                else:
                    cells.setdefault(frame, {}).setdefault(row, set()).add(cell)
                row = cell = None
    layout |= {table for table, rows in cells.items() if max(map(len, rows.values())) < 2}
    return layout


def _joined(items: Sequence[Item]) -> dict[Item, Item]:
    """Return for each line that follows another after a single <br> the first line of its paragraph.

    Lines of verse, addresses and the like stay together; long lines are paragraphs that a page parts by <br>, and lines
    that begin with a number or a mark are items, each by itself.
    """
    first: dict[Item, Item] = {}
    for before, item in itertools.pairwise(items):
        if (
            item.block.broken
            and item.role == before.role == "text"
            and item.block.frame is before.block.frame
            and item.block.index == before.block.index + 1
            and max(item.block.size, before.block.size) <= _VERSE
            and not _ITEM.match(item.block.text)
        ):
            first[item] = first.get(before, before)
    return first


#: Characters: a longer line is no verse.
_VERSE: Final = 90
_ITEM: Final = re.compile(r"(?:\d{1,3}[.)]|[-–—•+*▪●►✓✔])\s+\S")


def _cell(key: object, tag: str) -> str:
    spans = ""
    if isinstance(key, Frame):
        for name in ("colspan", "rowspan"):
            value = key.element.get(name) or ""
            if value.isdigit() and 1 < int(value[:4]) < 1000:
                spans += f' {name}="{int(value[:4])}"'
    return f"<{tag}{spans}>"


def _img(image: Image) -> str:
    picture = image.picture
    attributes = [("src", picture.src), ("srcset", image.srcset), ("alt", picture.alt)]
    attributes += [("width", str(picture.width or "")), ("height", str(picture.height or ""))]
    return "<img" + "".join(f' {name}="{escape(value)}"' for name, value in attributes if value or name == "alt") + ">"


def plain_text(items: Sequence[Item]) -> str:
    """Return the text of *items*: a blank line between paragraphs, captions and pictures left out."""
    lines = _joined(items)
    paragraphs: list[str] = []
    for item in _texts(items):
        text = item.block.text
        if item in lines:
            paragraphs[-1] += "\n" + text
        else:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def _texts(items: Sequence[Item]) -> Iterator[Item]:
    return (item for item in items if item.role in {"text", "lede"})
