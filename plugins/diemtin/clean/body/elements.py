"""What an element is to the text around it, where its name alone does not tell."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, cast

from lxml.etree import XPath, _Element

from diemtin.clean.anchors import is_anchor
from diemtin.clean.body.blocks import BLOCKS, Block
from diemtin.clean.body.hints import HINT, hints_in
from diemtin.text import squeeze

#: Element names that do not tell by themselves; a publisher's own (with a hyphen) does not either.
UNSURE: Final = frozenset({"button", "footer", "span"})
HIDDEN_STYLE: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|"
    r"clip\s*:\s*rect\((?:\s*,?\s*[01](?:px)?\b){4}|clip-path\s*:\s*inset\((?:50|100)%",
    re.IGNORECASE,
)
#: Classes of text for screen readers alone.
READ_ALOUD: Final = re.compile(r"visually-?hidden|sr-only|screen-?reader|katex-mathml|assistive-mml", re.IGNORECASE)
#: In its class: VnExpress prints the place before the lede's first word, smaller and apart.
_STAMP: Final = "location-stamp"
_BLOCK_STYLE: Final = re.compile(r"display\s*:\s*block", re.IGNORECASE)
_NO_SIZE: Final = re.compile(r"font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_LINES: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "p", "li"})
#: Characters: what is hidden in a line is a word or a label; a longer text waits for a script to show it.
_ASIDE: Final = 300
#: Characters of a table's cell that is no figure and no note: an old page's column.
_COLUMN: Final = 600
_text: Final = XPath("string()")
_SHOWN_TEXT: Final = XPath("descendant::text()[not(parent::script or parent::style or parent::noscript)]")
_HOLDS_SCRIPT: Final = XPath("boolean(.//script or .//style or .//noscript)")


def text_of(element: _Element) -> str:
    """Return all text inside *element*, on one line."""
    return squeeze(cast(str, _text(element)))


def shown_text(element: _Element) -> str:
    """Return the text inside *element* without that of scripts, on one line."""
    if not _HOLDS_SCRIPT(element):
        return text_of(element)
    return squeeze("".join(cast("list[str]", _SHOWN_TEXT(element))))


def read_as(element: _Element) -> str:
    """Return the name of the element that *element* reads like: its own, ``span`` (in a line) or ``div`` (a block)."""
    tag = str(element.tag)
    if tag == "span":
        return "div" if _BLOCK_STYLE.search(element.get("style") or "") else tag
    if tag == "footer":  # a quotation's names who said it
        return "div" if next(element.iterancestors("blockquote"), None) is not None else tag
    if tag == "button":  # a question that opens its answer, a word that opens a note
        parent = element.getparent()
        if element.find(".//p") is not None or (opens_fold(element) and text_of(element).endswith("?")):
            return "div"
        return "span" if _has_text_beside(element) or (parent is not None and parent.tag in _LINES) else tag
    return "span" if _has_text_beside(element) and not _holds_block(element) else "div"


def opens_fold(element: _Element) -> bool:
    """Say whether *element* is the button that opens and closes what stands behind it."""
    return element.tag == "button" and "aria-expanded" in element.attrib


def is_folded(element: _Element) -> bool:
    """Say whether what hides *element* is a button before it, by itself or in a heading: a reader opens it by that."""
    before = element.getprevious()
    if before is not None and len(before) == 1 and not (before.text or "").strip():
        before = before[0]
    return before is not None and opens_fold(before)


def leaves_line(element: _Element, attributes: Mapping[str, str]) -> bool:
    """Say whether an inline *element*, which has *attributes*, is no part of its line for the eye: hidden, read aloud
    alone, an anchor, a card over a link, the label of the place that the story was sent from.
    """
    tag, names, style = element.tag, attributes.get("class"), attributes.get("style")
    unseen = (
        (names is not None and hints_in(names) & HINT["hidden"] and READ_ALOUD.search(names))
        or (style is not None and (HIDDEN_STYLE.search(style) or _NO_SIZE.search(style)))
        or "hidden" in attributes
    )
    if unseen or (names is not None and _STAMP in names):
        return len(text_of(element)) < _ASIDE
    return (tag == "a" and is_anchor(element)) or (tag == "span" and _is_link_card(element))


def drop_cap(before: Block) -> str:
    """Return the letter that is all of *before*, as text or as a picture; a line that goes on small begins with it. The
    letter of a heading, an item or a cell stands for itself.
    """
    letter = before.text if before.picture is None else before.picture.get("alt") or ""
    return letter if len(letter) == 1 and letter.isupper() and before.tag in {"p", "div"} else ""


def is_column(cell: _Element) -> bool:
    """Say whether a table's *cell* is an old page's column: it holds paragraphs, by whatever parts them, no data."""
    if cell.find(".//p") is not None:
        return True
    breaks: Sequence[_Element] = cell.findall(".//br")
    if any((after := line.getnext()) is not None and after.tag == "br" and not _has_tail(line) for line in breaks):
        return True
    return bool(breaks) and len(text_of(cell)) > _COLUMN


def _is_link_card(span: _Element) -> bool:
    """Say whether *span* is the card that opens over the link right before it: all of its text is linked, twice or
    more.
    """
    link = span.getprevious()
    if link is None or link.tag != "a" or _has_tail(link):
        return False
    links = span.findall(".//a")
    return len(links) > 1 and sum(len(text_of(inner)) for inner in links) > 0.9 * len(text_of(span))


def _has_text_beside(element: _Element) -> bool:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return _has_tail(before) or _has_tail(element)
    return _has_tail(element) or (parent is not None and bool((parent.text or "").strip()))


def _has_tail(element: _Element) -> bool:
    return bool(element.tail and not element.tail.isspace())


def _holds_block(element: _Element) -> bool:
    return any(inner.tag in BLOCKS for inner in element.iterdescendants())
