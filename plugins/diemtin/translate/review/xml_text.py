"""A segment's text inside XML files of translation tools: placeholders as those formats' inline elements."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from diemtin.findings import DiemtinError, Finding
from diemtin.translate.placeholders import Mark, split
from diemtin.translate.placeholders import escape as escape_text

_NUMBER: Final = re.compile(r"\d+")
_PAIRS: Final = frozenset({"g", "pc", "mrk", "hi", "sub"})
_TRANSPARENT: Final = frozenset({"mrk", "hi", "sub"})
_SINGLES: Final = frozenset({"x", "ph"})

Marks = Mapping[str, str]
#: How each kind of placeholder is written; ``{n}`` is its number.
XLIFF_MARKS: Final[Marks] = {"open": '<g id="{n}">', "close": "</g>", "single": '<x id="{n}"/>'}
TMX_MARKS: Final[Marks] = {
    "open": '<bpt i="{n}">&lt;g{n}&gt;</bpt>',
    "close": '<ept i="{n}">&lt;/g{n}&gt;</ept>',
    "single": '<ph x="{n}">&lt;x{n}/&gt;</ph>',
}


def to_xml(text: str, marks: Marks) -> str:
    """Return *text* (as in a msgid) as the content of an XML element."""
    return "".join(
        marks[piece.kind].format(n=piece.number) if isinstance(piece, Mark) else escape(piece) for piece in split(text)
    )


def attribute(value: str) -> str:
    """Return *value* as an attribute's value, quotes included."""
    return quoteattr(value)


def from_xml(element: etree._Element) -> str:
    """Return the content of an XML element as the text of a msgid."""
    out = [escape_text(element.text or "")]
    for child in element:
        name = local_name(child)
        number = _number(child)
        if name in _TRANSPARENT:
            out.append(from_xml(child))
        elif name in _PAIRS:
            out.append(f"<g{number}>{from_xml(child)}</g{number}>")
        elif name in _SINGLES:
            out.append(f"<x{number}/>")
        elif name in {"bpt", "sc"}:
            out.append(f"<g{number}>")
        elif name in {"ept", "ec"}:
            out.append(f"</g{number}>")
        out.append(escape_text(child.tail or ""))
    return "".join(out)


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for a comment or the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def line_of(element: etree._Element) -> int | None:
    """Return the line of the file that *element* begins at."""
    return element.sourceline if isinstance(element.sourceline, int) else None


def parse_xml(path: Path) -> etree._Element:
    """Read an XML file: no network, no entities of its own. Raises DiemtinError for what is no XML, with the line."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise DiemtinError(
            Finding(path, error.msg or "no XML", "export the file again", error.lineno or None)
        ) from None


def _number(element: etree._Element) -> str:
    for name in ("id", "i", "x", "startRef"):
        if match := _NUMBER.search(element.get(name, "")):
            return str(int(match[0]))
    return "0"
