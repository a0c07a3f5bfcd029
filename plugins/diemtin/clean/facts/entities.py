"""Entities that a publisher's system escaped once more than it should have."""

import re
from html import unescape
from typing import Final

#: One without its semicolon may be a part of an address.
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,10}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def unescaped(text: str) -> str:
    """Return *text* with the whole entities that are left in it decoded."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text
