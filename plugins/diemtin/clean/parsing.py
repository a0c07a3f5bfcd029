"""From a page's text to a tree, within limits that no honest page reaches."""

import re
from typing import Final

from lxml import etree

from diemtin.clean.streaming import place_streamed
from diemtin.findings import DiemtinError, Finding

#: Bytes, pictures written into the page aside. The largest article page of a benchmark of 340 has 2.1 million.
MAX_LENGTH: Final = 10_000_000
#: Elements, half the number of tags. The longest pages of encyclopaedias have some 50,000.
MAX_ELEMENTS: Final = 150_000
#: Bytes of a tag: on a page of fewer they need not be counted.
_SHORTEST: Final = 3
#: libxml2 stops at this depth, and would leave out what lies deeper without a word.
MAX_DEPTH: Final = 2048

# A saved page may hold its pictures as text: twenty megabytes that nothing here looks at.
_EMBEDDED: Final = re.compile(rb"data:[\w./+-]{1,100};base64,[A-Za-z0-9+/=%]{1000,}")
# What most pages hold once, or not at all: one search finds where each begins first.
_SELDOM: Final = re.compile(rb"<(?:/html|template)", re.IGNORECASE)
_ENDS: Final = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
#: Bytes of scripts and white space that may follow the end of a page.
_TAIL: Final = 1000
_CONTROLS: Final = bytes({*range(32), 127} - set(b"\t\n\r"))
_EMPTY: Final = "<html><body></body></html>"


def parse(page: str | bytes, name: str = "the page") -> etree._Element:
    """Return the root of the tree of *page*, a text or its UTF-8; a page without any element gives an empty body.

    Raises DiemtinError, naming *name*, for a page that is too long, has too many elements or nests too deeply to be
    read whole: half a tree would look like a shorter story.
    """
    # Bytes, because lxml refuses a str with an XML declaration.
    source = page.encode("utf-8", "replace") if isinstance(page, str) else page
    if len(source) > MAX_LENGTH:
        source = _EMBEDDED.sub(b"data:,", source)
    if len(source) > MAX_LENGTH:
        raise _refused(name, f"a page of {len(source):,} bytes, over {MAX_LENGTH:,}")
    if len(source) > 2 * MAX_ELEMENTS * _SHORTEST and (tags := source.count(b"<")) > 2 * MAX_ELEMENTS:
        raise _refused(name, f"a page of {tags:,} tags, over {2 * MAX_ELEMENTS:,}")
    if any(control in source for control in _CONTROLS):  # NUL would end the document, the others show as U+FFFD
        source = source.translate(None, _CONTROLS)
    seldom: dict[bytes, int] = {}
    for found in _SELDOM.finditer(source):
        seldom.setdefault(found[0].lower(), found.start())
    if seldom.get(b"</html", len(source)) < len(source) - _TAIL:  # a browser reads on where a page ends too early
        source = _ENDS.sub(b"", source)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = _root(source or _EMPTY.encode(), parser)
    if any(error.type_name == "ERR_INTERNAL_ERROR" or "depth" in error.message for error in parser.error_log):
        raise _refused(name, f"elements nested more than {MAX_DEPTH:,} deep")
    if b"<template" in seldom:
        _show_templates(root)
    return root


def _show_templates(root: etree._Element) -> None:
    """Put what a browser shows of templates where it shows it: pieces sent late, shadow trees."""
    templates = list(root.iter("template"))
    place_streamed(root, templates)
    for template in templates:
        if template.get("shadowrootmode"):  # a shadow tree: a browser shows it in its host's place
            template.tag = "div"


def _root(source: bytes, parser: etree.HTMLParser) -> etree._Element:
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:  # no element at all
        root = None
    return etree.fromstring(_EMPTY, etree.HTMLParser()) if root is None else root


def _refused(name: str, found: str) -> DiemtinError:
    return DiemtinError(Finding(name, found, "save the story alone, without the page around it"))
