"""The codes before the fields of a story that a newspaper database exported: "HD" its headline, "TD" its text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES

_CODES: Final[dict[str, str]] = TABLES["exports"]
_HEADLINE: Final = "HD"
_TEXT: Final = "TD"


def read_codes(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """Return the paragraphs, a label for the code of each fact, and the places of the other fields.

    Only a headline and a text make an export: alone, two letters in capitals are a word of the story's. The codes of
    the text stand on lines of their own.
    """
    codes = [paragraph.text.split(maxsplit=1)[0] for paragraph in paragraphs]
    if not {_HEADLINE, _TEXT} <= set(codes):
        return list(paragraphs), set()
    read = list(paragraphs)
    others: set[int] = set()
    for place, code in enumerate(codes):
        value = read[place].text[len(code) :].strip()
        if label := _CODES.get(code):
            read[place] = replace(read[place], text=f"{label}: {value}", cells=())
        elif code in _CODES:
            others.add(place)
    return read, others
