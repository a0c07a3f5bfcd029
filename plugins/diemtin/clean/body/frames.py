"""From a block element to its frame: what its attributes say of the text inside."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import KINDS, Frame
from diemtin.clean.body.elements import HIDDEN_STYLE, READ_ALOUD, is_folded
from diemtin.clean.body.hints import HINT, hints_in

#: Frames nest no deeper: those below stand beside the last one, so that a walk upwards stays short.
_DEEPEST: Final = 120
_ALIGNED: Final = re.compile(r"text-align\s*:\s*(right|center)", re.IGNORECASE)
_HINT_ATTRIBUTES: Final = frozenset({"class", "id", "role", "itemprop", "data-role", "type", "data-testid"})
_NOTHING: Final = (0, 0, "")


def open_frame(parent: Frame, element: _Element, tag: str) -> Frame:
    """Return the frame that *element*, read as *tag*, opens inside of *parent*."""
    attributes: Sequence[tuple[str, str]] = element.items()  # type: ignore[assignment]
    hints, kinds, names = _told_by(tag, *attributes) if attributes else _NOTHING
    if kinds & KINDS["hidden"] and (parent.kinds & KINDS["details"] or is_folded(element)):
        kinds &= ~KINDS["hidden"]
    if parent.depth >= _DEEPEST and parent.parent is not None:
        parent = parent.parent
    return Frame(
        parent,
        parent.ancestors(),
        element,
        tag,
        hints,
        parent.around | parent.hints,
        parent.depth + 1,
        parent.kinds | kinds | KINDS.get(tag, 0),
        (tag, names),
    )


@lru_cache(maxsize=2_000)  # three of five frames of a page have the attributes of another
def _told_by(tag: str, *attributes: tuple[str, str]) -> tuple[int, int, str]:
    """Return the hints and the kinds that *attributes* of an element read as *tag* tell, and its class names."""
    hints = kinds = 0
    names = ""
    for name, value in attributes:
        if name in _HINT_ATTRIBUTES:
            hints |= hints_in(value)
            if name == "class":
                names = value
                if hints & HINT["hidden"] and READ_ALOUD.search(value):
                    kinds |= KINDS["hidden"]
            elif name == "itemprop" and value.lower() == "articlebody":
                kinds |= KINDS["articlebody"]
        elif name == "style":
            if HIDDEN_STYLE.search(value):
                kinds |= KINDS["hidden"]
            if aligned := _ALIGNED.search(value):
                kinds |= KINDS[aligned[1].lower()]
        elif name == "align" and tag != "table" and value.lower() in {"right", "center"}:  # a table so floats
            kinds |= KINDS[value.lower()]
        # A box that screen readers are not told of is most often closed; a paragraph is in sight.
        elif name == "hidden" or (name == "aria-hidden" and value == "true" and tag != "p"):
            kinds |= KINDS["hidden"]
    return hints, kinds, names
