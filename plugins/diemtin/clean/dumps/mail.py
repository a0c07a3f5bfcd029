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
_KINDS: Final = any_of(TABLES["releases"]["kinds"])
# "Fwd: ", "News release: ", "[TCBC] "
_ANSWER: Final = re.compile(
    rf"^(?:(?:{any_of(TABLES['mail']['answers'])}|{_KINDS})\s*:\s*|\[(?:{_KINDS})\]\s*)+", re.IGNORECASE
)


def read_header(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """Return the paragraphs, of the header the subject as a heading and the date without their labels, and the places
    of its lines but the subject.

    Only a sender and a subject near each other make a header: alone, "Từ:" and "Chủ đề:" are a story's own words.
    """
    found = {
        place: (name, match["value"])
        for place, paragraph in enumerate(paragraphs[:_TOP])
        for name, form in _FIELD.items()
        if (match := form.fullmatch(paragraph.text))
    }
    if not {"sender", "subject"} <= {name for name, _ in found.values()}:
        return list(paragraphs), set()
    read = list(paragraphs)
    for place, (name, value) in found.items():
        if name == "subject":
            read[place] = replace(read[place], text=_ANSWER.sub("", value), mark="heading")
        elif name == "date":
            read[place] = replace(read[place], text=value)
    return read, {place for place, (name, _) in found.items() if name != "subject"}
