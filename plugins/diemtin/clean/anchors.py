"""Links within a page that only mark a place on it: a heading's own address, the way back from a note."""

from typing import Final, cast

from lxml.etree import XPath, _Element

_MARKS: Final = frozenset("#¶§🔗↩↑^⤴⏎")
#: Says of the character before how it is drawn.
_VARIANTS: Final = "\ufe0e\ufe0f"
_text: Final = XPath("string()")


def is_anchor(element: _Element) -> bool:
    """Say whether *element* is such a link."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    return cast(str, _text(element)).strip().strip(_VARIANTS) in _MARKS
