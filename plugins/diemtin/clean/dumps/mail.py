"""The header of an e-mail, above a story that came as one, and what those wrote who sent it on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps.lines import is_prose
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES, any_of, phrases, words_of

_TOP: Final = 10  # lines in which a header stands
_MARK: Final = 80  # characters
_FIELD: Final = {
    name: re.compile(rf"\**(?:{any_of(words)})\**\s*:\**\s*(?P<value>.+)", re.IGNORECASE)
    for name, words in TABLES["mail"].items()
    if name not in {"answers", "forwarded"}
}
_FORWARDED: Final = phrases(TABLES["mail"]["forwarded"])
_KINDS: Final = any_of(TABLES["releases"]["kinds"])
# "Fwd: ", "News release: ", "[TCBC] "
_ANSWER: Final = re.compile(
    rf"^(?:(?:{any_of(TABLES['mail']['answers'])}|{_KINDS})\s*:\s*|\[(?:{_KINDS})\]\s*)+", re.IGNORECASE
)


def read_header(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], set[int]]:
    """Return the paragraphs, of the header the subject as a heading and the date without their labels, and the places
    of its lines but the subject; of a mail that was sent on, those above its own header, too. A mail that quotes
    another quotes the story.

    Only a sender and a subject near each other make a header: alone, "Từ:" and "Chủ đề:" are a story's own words.
    """
    start = _forwarded(paragraphs)
    found = _fields(paragraphs, start)
    if start and not found:
        start, found = 0, _fields(paragraphs, 0)
    if not found:
        return list(paragraphs), set()
    read = _unquoted(paragraphs)
    for place, (name, value) in found.items():
        if name == "subject":
            read[place] = replace(read[place], text=_ANSWER.sub("", value), mark="heading")
        elif name == "date":
            read[place] = replace(read[place], text=value)
    return read, {*range(start), *(place for place, (name, _) in found.items() if name != "subject")}


def _fields(paragraphs: Sequence[Paragraph], start: int) -> dict[int, tuple[str, str]]:
    """Return the header's fields from the line at *start* on by place; none if they make no header."""
    found = {
        place: (name, match["value"])
        for place, paragraph in enumerate(paragraphs[start : start + _TOP], start)
        for name, form in _FIELD.items()
        if (match := form.fullmatch(paragraph.text))
    }
    return found if {"sender", "subject"} <= {name for name, _ in found.values()} else {}


def _forwarded(paragraphs: Sequence[Paragraph]) -> int:
    """Return the last place below which a mail that was sent on tells more than is told above; 0 if none was."""
    marks = [
        place for place, one in enumerate(paragraphs) if len(one.text) <= _MARK and words_of(one.text) in _FORWARDED
    ]
    told = [len(one.text) if is_prose(one.text) else 0 for one in paragraphs] if marks else []
    return max((place for place in marks if 2 * sum(told[place:]) > sum(told)), default=0)


def _unquoted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs without the marks of quotations, if most of what they tell is one."""
    quoted = sum(len(one.text) for one in paragraphs if one.mark == "quote")
    if 2 * quoted <= sum(len(one.text) for one in paragraphs):
        return list(paragraphs)
    return [replace(one, mark="") if one.mark == "quote" else one for one in paragraphs]
