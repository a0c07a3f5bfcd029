"""From a tree to its blocks, in one pass and without recursion."""

import re
from collections.abc import Mapping
from typing import Final, cast
from unicodedata import normalize

from lxml.etree import XPath, _Element, iterwalk

from diemtin.clean.body.blocks import (
    BLOCKS,
    BREAK,
    CHROME,
    CLOSE,
    KINDS,
    PICTURES,
    SKIPPED,
    Block,
    Frame,
    Piece,
    count_frames,
)
from diemtin.clean.body.elements import UNSURE, drop_cap, is_column, leaves_line, read_as, shown_text
from diemtin.clean.body.escapes import undo_escapes
from diemtin.clean.body.frames import open_frame
from diemtin.clean.body.hints import hints_in
from diemtin.clean.body.listings import listing
from diemtin.findings import DiemtinError, Finding
from diemtin.text import on_one_line, visible

#: The longest pages of the benchmark have some 4,000; each costs about 50 microseconds.
MAX_BLOCKS: Final = 25_000
_KNOWN: Final = SKIPPED | PICTURES
_BOLD: Final = frozenset({"b", "strong"})
_ITALIC: Final = frozenset({"i", "em", "cite"})
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: All menus that hold what no menu does.
_UNCLOSED: Final = XPath("(//main | //h1/ancestor::article)/ancestor::*[self::nav or self::footer]")


class Segmenter:
    """Gathers the blocks and frames of one tree; ``blocks`` holds them after ``run``."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        #: Open block elements, and the frames made of the first of them, behind the root's: a quarter hold nothing.
        self._open: list[tuple[_Element, str]] = []
        self._frames: list[Frame]
        #: Open inline elements, each with its hints and whether it is a link.
        self._inline: list[tuple[_Element, int, bool]] = []
        self._inside: list[Block] = []
        self._columns: dict[_Element, bool] = {}
        self._unclosed: set[_Element] | None = None
        self._start_block(broken=False)
        self._links = self._bold = self._italic = 0

    def _start_block(self, *, broken: bool) -> None:
        # Inline elements that stay open over a block's border wrap the next block's text too.
        self._pieces: list[Piece] = [element for element, _, _ in self._inline]
        self._chars = self._link_chars = self._bold_chars = self._italic_chars = self._link_count = 0
        self._hints = 0
        self._broken = broken

    def run(self, root: _Element) -> list[Block]:
        """Return the blocks of *root*'s subtree."""
        self._frames = [Frame(None, (), root, "html", 0, 0, 0, 0, ("", ""))]
        walker = iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                tag = element.tag
                if tag in UNSURE or ("-" in tag and tag not in _KNOWN):
                    tag = read_as(element)
                if tag in SKIPPED:
                    walker.skip_subtree()
                    if tag == "noscript":
                        self._lazy_fallback(element)
                    elif tag == "input" and self._asks(element):
                        self._frame().ask()
                    continue
                if tag in PICTURES:
                    walker.skip_subtree()
                    self._add_picture(element)
                    continue
                if tag in CHROME and not self._is_unclosed(element):
                    walker.skip_subtree()
                    self._add_chrome(element, tag)
                    continue
                if tag in BLOCKS:
                    if tag == "pre" and (program := listing(element)) is not None:
                        walker.skip_subtree()
                        self._add_whole(element, tag, program)
                        continue
                    if self._pieces:
                        self._flush()
                    self._open.append((element, "div" if tag in CHROME else tag))
                elif tag == "br":
                    self._break()
                else:
                    attributes: dict[str, str] = dict(element.items())
                    if leaves_line(element, attributes):
                        walker.skip_subtree()
                        continue
                    self._open_inline(element, tag, attributes)
                if (text := element.text) and (self._chars or not text.isspace()):
                    self._add_text(text)
            else:
                if self._open and element is self._open[-1][0]:
                    if self._pieces:
                        self._flush()
                    self._open.pop()
                    del self._frames[len(self._open) + 1 :]
                elif self._inline and self._inline[-1][0] is element:
                    self._close_inline(element)
                if (text := element.tail) and (self._chars or not text.isspace()):
                    self._add_text(text)
        self._flush()
        return self.blocks

    def _frame(self) -> Frame:
        """Return the innermost frame around."""
        frames, around = self._frames, self._open
        while len(frames) <= len(around):
            frames.append(open_frame(frames[-1], *around[len(frames) - 1]))
        return frames[-1]

    def _is_unclosed(self, menu: _Element) -> bool:
        """Say whether *menu* holds what no menu does: it was never closed."""
        if self._unclosed is None:
            if next(menu.iter("main", "article"), None) is None:  # nearly always
                return False
            # All at once: nested menus, asked one by one, would take a minute.
            self._unclosed = set(cast("list[_Element]", _UNCLOSED(menu)))
        return menu in self._unclosed

    def _open_inline(self, element: _Element, tag: str, attributes: Mapping[str, str]) -> None:
        bits = hints_in(attributes.get("class", ""))
        linked = tag == "a" and bool(attributes.get("href"))  # without an address it is the target of a link
        self._inline.append((element, bits, linked))
        self._pieces.append(element)
        if linked:
            self._links += 1
            self._link_count += 1
        elif tag in _BOLD:
            self._bold += 1
        elif tag in _ITALIC:
            self._italic += 1
        if not self._chars:
            self._hints |= bits

    def _close_inline(self, element: _Element) -> None:
        tag = element.tag
        _, _, linked = self._inline.pop()
        self._pieces.append(CLOSE)
        if linked:
            self._links -= 1
        elif tag in _BOLD:
            self._bold -= 1
        elif tag in _ITALIC:
            self._italic -= 1

    def _add_text(self, text: str) -> None:
        shown = text if text.isspace() else visible(text)
        if not shown or shown.isspace():
            if self._chars:  # white space before the first word is none
                self._pieces.append(shown)
            return
        self._pieces.append(shown)
        length = len(shown)
        self._chars += length
        if self._links:
            self._link_chars += length
        if self._bold:
            self._bold_chars += length
        if self._italic:
            self._italic_chars += length

    def _break(self) -> None:
        kinds = self._frame().kinds
        if kinds & KINDS["pre"] or (kinds & KINDS["table"] and not self._in_layout()):
            self._pieces.append(BREAK)
            return
        if self._chars:
            self._flush(broken=True)
        else:  # a second break in a row: the blocks on both sides are paragraphs
            self._broken = False

    def _in_layout(self) -> bool:
        """Say whether the innermost cell around is an old page's column."""
        cell = next((frame.element for frame in self._frame().ancestors() if frame.tag == "td"), None)
        if cell is None:
            return False
        if cell not in self._columns:
            self._columns[cell] = is_column(cell)
        return self._columns[cell]

    def _flush(self, *, broken: bool = False) -> None:
        if self._chars:
            self._add_block()
        elif not broken and not self._pieces:
            return
        if len(self.blocks) > MAX_BLOCKS:
            found = f"a page of more than {MAX_BLOCKS:,} lines and pictures"
            raise DiemtinError(Finding("the scrape", found, "save the story alone, without the page around it"))
        self._start_block(broken=broken)
        for _, bits, linked in self._inline:
            self._link_count += linked
            self._hints |= bits

    def _add_block(self) -> None:
        frame = self._frame()
        raw = "".join([piece if type(piece) is str else "\n" if piece is BREAK else "" for piece in self._pieces])
        raw = normalize("NFC", raw)  # a mark may stand in another element than its letter
        text = raw.strip("\n") if frame.tag == "pre" else on_one_line(raw)
        if self.blocks and text[:1].islower() and (cap := drop_cap(self.blocks[-1])):
            self.blocks.pop()
            first = next(place for place, piece in enumerate(self._pieces) if isinstance(piece, str))
            self._pieces[first] = cap + str(self._pieces[first]).lstrip()
            text = cap + text
        length = len(text)
        if text.strip():
            block = Block(frame, text, self._pieces, self._hints, index=len(self.blocks), broken=self._broken)
            block.links = self._link_count
            if self._link_chars:
                block.link_chars = min(length, self._link_chars)
                block.link_density = block.link_chars / length
            if self._bold_chars:
                block.bold_chars = min(length, self._bold_chars)
            if self._italic_chars:
                block.italic_chars = min(length, self._italic_chars)
            block.size = length if text.isascii() else length + 2 * len(_WIDE.findall(text))
            self.blocks.append(block)
        for picture in self._inside:  # a picture in a line stands behind it
            picture.index = len(self.blocks)
            self.blocks.append(picture)
        self._inside.clear()

    def _add_chrome(self, element: _Element, tag: str) -> None:
        """Add all text of a menu or a page's footer as one block, all of it counted as links: none of it is prose."""
        if block := self._add_whole(element, tag, shown_text(element)):
            block.link_chars, block.link_density = block.size, 1.0

    def _add_whole(self, element: _Element, tag: str, text: str) -> Block | None:
        """Add *text* as all that *element* holds; return its block, None where there is none."""
        self._flush()
        if not text.strip():
            return None
        block = Block(open_frame(self._frame(), element, tag), text, [text], index=len(self.blocks))
        block.size = len(text)
        self.blocks.append(block)
        return block

    def _add_picture(self, element: _Element) -> None:
        frame = self._frame()
        frame.pictures += 1
        block = Block(frame, "", [], picture=element, index=len(self.blocks))
        for _, bits, _ in self._inline:
            block.hints |= bits
        if self._chars:
            self._inside.append(block)
            if len(self._inside) > MAX_BLOCKS:
                self._flush()
        else:
            self.blocks.append(block)

    def _asks(self, field: _Element) -> bool:
        """Say whether *field* asks the reader for something; a choice outside of a form opens a tab."""
        kind = field.get("type", "text")
        if kind == "text":
            return "mail" in f"{field.get('name')} {field.get('placeholder')}".lower()
        return kind == "email" or (kind == "radio" and self._frame().kinds & KINDS["form"] != 0)

    def _lazy_fallback(self, noscript: _Element) -> None:
        """Keep the picture of a ``noscript`` for a reader without scripts, which a lazy one before it may need."""
        if noscript.find(".//img") is not None:
            self._add_picture(noscript)


def segment(root: _Element) -> list[Block]:
    """Return the blocks of *root*'s subtree in document order.

    Raises DiemtinError for more than MAX_BLOCKS.
    """
    blocks = Segmenter().run(root)
    count_frames(blocks)
    undo_escapes(blocks)
    return blocks
