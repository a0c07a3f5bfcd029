"""Pages that a server sends in pieces: each waits hidden at the end until a script moves it to where its place is kept.

React's servers (Next.js among them) do: ``<template id="B:3">`` or ``"P:3"`` keeps the place of
``<div hidden id="S:3">``, which the functions ``$RC`` and ``$RS`` of React's Fizz runtime move there.
"""

from collections.abc import Sequence
from typing import Final, cast

from lxml.etree import XPath, _Element

#: Pieces that are moved: the newsrooms' pages that were looked at have some forty.
_MOST: Final = 1_000
_PIECES: Final = XPath("//*[@hidden and starts-with(@id, 'S:')]")


def place_streamed(root: _Element, templates: Sequence[_Element]) -> None:
    """Move each piece of the page under *root* to its place, one of its *templates*, where it is in sight."""
    places = [template for template in templates if (template.get("id") or "").startswith(("B:", "P:"))]
    if not places:
        return
    pieces = {str(piece.get("id"))[2:]: piece for piece in cast("list[_Element]", _PIECES(root))}
    for place in places[:_MOST]:
        piece = pieces.pop(str(place.get("id"))[2:], None)
        above = place.getparent()
        if piece is None or above is None or piece in place.iterancestors():
            continue
        _keep_tail(piece)
        del piece.attrib["hidden"]
        piece.tail = place.tail
        above.replace(place, piece)


def _keep_tail(element: _Element) -> None:
    """Leave the text behind *element*, which is about to move, where it is."""
    before, above = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif above is not None:
        above.text = (above.text or "") + (element.tail or "")
    element.tail = None
