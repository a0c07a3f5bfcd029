"""The codes before the fields of a story that a newspaper database exported: "HD" its headline, "TD" its text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES

_LABELS: Final[dict[str, str]] = TABLES["exports"]["labels"]
_TEXTS: Final = frozenset(TABLES["exports"]["texts"])
_OTHERS: Final = frozenset(TABLES["exports"]["others"])


def read_codes(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """Return the paragraphs, those of facts with a label for their code, and the places of the other fields.

    Only a headline and a text make an export: alone, two letters in capitals are a word of the story's.
    """
    codes = [paragraph.text.split(maxsplit=1)[0] for paragraph in paragraphs]
    if "HD" not in codes or _TEXTS.isdisjoint(codes):
        return list(paragraphs), set()
    read = list(paragraphs)
    others: set[int] = set()
    for place, code in enumerate(codes):
        value = read[place].text.removeprefix(code).strip()
        if code in _LABELS:
            read[place] = replace(read[place], text=f"{_LABELS[code]}: {value}", cells=())
        elif code in _TEXTS and value:
            read[place] = replace(read[place], text=value, cells=())
        elif code in _TEXTS | _OTHERS:
            others.add(place)
    return read, others
