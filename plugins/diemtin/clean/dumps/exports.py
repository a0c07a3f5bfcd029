"""What exports have beside a story: a newspaper database its codes ("HD" the headline, "TD" the text) or labels, an app
for reading later what its user marked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps import lines
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES, phrases, words_of

_LABELS: Final[dict[str, str]] = TABLES["exports"]["labels"]
_TEXTS: Final = frozenset(TABLES["exports"]["texts"])
_OTHERS: Final = frozenset(TABLES["exports"]["others"])
_ABOVE_TEXT: Final = phrases(TABLES["exports"]["above_text"])
_MARKED: Final = phrases(TABLES["exports"]["marked"])
_FIELD: Final = re.compile(r"[A-ZĐ][\w-]*(?: [\w-]+){0,3}:(?:\s|$)")
_FEW: Final = 2  # fields
_QUOTES: Final = "\"“”'‘’… "
_SOON: Final = 3  # lines


def read_codes(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """Return the paragraphs, those of facts with a label for their code, and the places of the other fields.

    Only a headline and a text make an export: alone, two letters in capitals are a word of the story's.
    """
    codes = [paragraph.text.split(maxsplit=1)[0] for paragraph in paragraphs]
    if "HD" not in codes or _TEXTS.isdisjoint(codes):
        return list(paragraphs), set()
    read = list(paragraphs)
    others: set[int] = set()
    times = [paragraph.text for paragraph, code in zip(paragraphs, codes, strict=True) if code == "ET"]
    for place, code in enumerate(codes):
        value = read[place].text.removeprefix(code).strip()
        if code == "PD":  # the day, and in a field of its own the time
            value = " ".join((value, *(time.removeprefix("ET").strip() for time in times[:1])))
        if code in _LABELS:
            read[place] = replace(read[place], text=f"{_LABELS[code]}: {value}", cells=())
        elif code in _TEXTS and value:
            read[place] = replace(read[place], text=value, cells=())
        elif code in _TEXTS | _OTHERS:
            others.add(place)
    return read, others


def fields_above_text(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the places of the fields above a line that says only that the text follows ("Full text:"), and of that
    line; of fields that tell facts none.
    """
    above = next((place for place, one in enumerate(paragraphs) if words_of(one.text) in _ABOVE_TEXT), 0)
    fields = {place for place, one in enumerate(paragraphs[:above]) if _FIELD.match(one.text)}
    others = (one.text for place, one in enumerate(paragraphs[:above]) if place not in fields)
    if len(fields) < _FEW or any(map(lines.is_prose, others)):
        return set()
    return {place for place in fields if lines.label(paragraphs[place].text) is None} | {above}


def marked_by_reader(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the places of headings over what a reader marked in an app: soon below them stands a sentence of the
    story's once more.
    """
    heads = [place for place, one in enumerate(paragraphs) if _is_head_of_marked(one.text)]
    told = [one.text for one in paragraphs]
    return {
        place
        for place in heads
        if any(text.strip(_QUOTES) in above for text in told[place + 1 : place + 1 + _SOON] for above in told[:place])
    }


def _is_head_of_marked(text: str) -> bool:
    return tuple(word for word in words_of(text) if word != "{n}") in _MARKED
