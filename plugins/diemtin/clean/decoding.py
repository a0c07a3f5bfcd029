"""From bytes to text."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text in NFC, the encoding it was read with, and notes on what had to be mended."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode a page or a plain-text dump."""
    return Decoded(unicodedata.normalize("NFC", data.decode("utf-8-sig", "replace")), "utf-8")
