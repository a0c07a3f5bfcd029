"""A msgid as an engine reads it best: plain text where nothing in it can be taken for markup."""

import html
import re
from typing import Final

_TAG: Final = re.compile(r"<[a-zA-Z/!?]")
_PLACEHOLDER: Final = re.compile(r"</?g\d+>|<x\d+/>")
_PAIRED: Final = re.compile(r"<x(\d+)>\s*</x\1>")


def has_placeholders(text: str) -> bool:
    """Whether *text*, a msgid, holds placeholders; every other ``<`` of it is an entity."""
    return "<" in text


def unescaped(text: str) -> str:
    """Return *text* with its entities resolved, or as it is where that would make a tag of a word about tags."""
    if "&" not in text:
        return text
    resolved = html.unescape(text)
    return text if _TAG.search(_PLACEHOLDER.sub("", resolved)) else resolved


def single(text: str) -> str:
    """Return *text* with ``<x2></x2>``, which HTML parsers make of it, as ``<x2/>`` again."""
    return _PAIRED.sub(r"<x\1/>", text)
