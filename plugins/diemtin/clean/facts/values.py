"""What an element says, on one line, and the values of one name, within limits."""

from itertools import islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.anchors import is_anchor
from diemtin.clean.facts.visible import INLINE, SILENT
from diemtin.text import squeeze

_MAX_VALUE: Final = 4_000  # characters of one value; a longer one is cut
MAX_NODES: Final = 2_000  # elements that are looked at for one value
MAX_VALUES: Final = 64  # values of one name: tags and authors, each in an element of its own


def visible_text(element: _Element) -> str:
    """Return the text that a reader sees inside *element* on one line, at most some thousand characters."""
    if len(element) == 0:
        return short(element.text or "")
    parts: list[str] = []
    size = 0
    for node in islice(element.iter(), MAX_NODES):
        if isinstance(node.tag, str):
            if node.tag not in INLINE:
                parts.append(" ")
            if node.text and node.tag not in SILENT and not is_anchor(node):
                parts.append(node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
        size += len(parts[-1]) if parts else 0
        if size > _MAX_VALUE:
            break
    return short("".join(parts))


def short(value: str) -> str:
    """Return *value* on one line, cut where no honest one is as long."""
    return squeeze(value[:_MAX_VALUE])


def add(values: dict[str, list[str]], name: str, value: str) -> None:
    """Add *value* to those of *name*, unless it is empty, known, or one too many."""
    known = values.setdefault(name, [])
    if value and len(known) < MAX_VALUES and value not in known:
        known.append(value)
