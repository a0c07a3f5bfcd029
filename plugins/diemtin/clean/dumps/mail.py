"""The header of an e-mail, above a story that came as one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES, any_of

_TOP: Final = 10  # lines in which a header stands
_FIELD: Final = {
    name: re.compile(rf"\**(?:{any_of(words)})\**\s*:\**\s*(?P<value>.+)", re.IGNORECASE)
    for name, words in TABLES["mail"].items()
    if name != "answers"
}
_ANSWER: Final = re.compile(rf"(?:(?:{any_of(TABLES['mail']['answers'])})\s*:\s*)+", re.IGNORECASE)


def read_header(paragraphs: Sequence[Paragraph]) -> dict[int, Paragraph | None]:
    """Return the header's lines by their place: the subject as a heading, the date as it is, None for the others.

    Only a sender and a subject near each other make a header: alone, "Từ:" and "Chủ đề:" are a story's own words.
    """
    found = {
        place: (name, paragraph, match["value"])
        for place, paragraph in enumerate(paragraphs[:_TOP])
        for name, form in _FIELD.items()
        if (match := form.fullmatch(paragraph.text))
    }
    if not {"sender", "subject"} <= {name for name, _, _ in found.values()}:
        return {}
    header: dict[int, Paragraph | None] = dict.fromkeys(found)
    for place, (name, paragraph, value) in found.items():
        if name == "subject":
            header[place] = replace(paragraph, text=_ANSWER.sub("", value), mark="heading")
        elif name == "date":
            header[place] = replace(paragraph, text=value)
    return header
