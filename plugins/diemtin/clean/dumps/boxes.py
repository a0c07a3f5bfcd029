"""Boxes between the paragraphs of a plain-text dump: what readers may skip, votes, offers of newsletters and shops."""

import itertools
import re
from typing import Final

from diemtin.clean.dumps import notices
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.reading import Reading

_BOX: Final = 3  # lines above a field
_PROMISE: Final = 160  # characters of what a newsletter promises
_OFFER: Final = 2  # lines between a paragraph and a button
_CIRCLES: Final = frozenset("○◯□☐")  # to click on
_ANSWERS: Final = 2
_ANSWER: Final = 8  # words
_SKIPPED: Final = 30  # lines of what a reader may skip
# "Skip Most read and continue reading", "skip past newsletter promotion", "Bỏ qua Đọc nhiều nhất và tiếp tục đọc": for
# who has the page read aloud, above a box and with its name.
_SKIP: Final = re.compile(
    r"bỏ qua (?P<box>.{2,60}) và tiếp tục đọc|skip (?P<read>.{2,60}) and continue reading|skip past (?P<past>.{2,60})"
)


def leave_out_skipped(reading: Reading) -> None:
    """Leave out what stands between a line that offers to skip a box and the one that says where it ends."""
    for place, paragraph in enumerate(reading.paragraphs):
        found = _SKIP.fullmatch(paragraph.text.casefold())
        if found is None or reading.rules[place] == "skipped box":
            continue
        name = found["box"] or found["read"] or found["past"]
        ends = {f"end of {name}", f"kết thúc {name}", f"after {name}"}
        below = range(place + 1, min(place + 1 + _SKIPPED, len(reading.rules)))
        end = next((other for other in below if reading.paragraphs[other].text.casefold() in ends), place)
        reading.rules[place : end + 1] = ["skipped box"] * (end + 1 - place)


def leave_out_votes(reading: Reading) -> None:
    """Leave out a question to readers and the answers that they may choose."""
    for place, paragraph in enumerate(reading.paragraphs):
        if not paragraph.text.endswith("?") or paragraph.mark:
            continue
        below = range(place + 1, len(reading.rules))
        answers = list(itertools.takewhile(lambda other: _is_answer(reading.paragraphs[other]), below))
        if len(answers) >= _ANSWERS:
            reading.rules[place : answers[-1] + 1] = ["vote"] * (len(answers) + 1)


def _is_answer(paragraph: Paragraph) -> bool:
    """Say whether a circle or a box to click on stands before a few words."""
    return paragraph.written in _CIRCLES and len(paragraph.text.split()) <= _ANSWER


def leave_out_newsletters(reading: Reading) -> None:
    """Leave out what stands above a field for an e-mail address: the newsletter's name, and below that what it
    promises.
    """
    for place, paragraph in enumerate(reading.paragraphs):
        if notices.is_field(paragraph.text):
            is_box = False
            for above in range(max(0, place - _BOX), place):
                text = reading.paragraphs[above].text
                is_box = notices.promises(text) or (is_box and len(text) <= _PROMISE)
                if is_box:
                    reading.rules[above] = reading.rules[above] or "newsletter"


def leave_out_offers(reading: Reading) -> None:
    """Leave out an advertisement's button below the headline and what it offers: the line above, or two that stand
    between a paragraph and the button.
    """
    start = 0 if reading.title is None else reading.title + 1
    for place in range(start, len(reading.rules)):
        if not notices.is_call(reading.paragraphs[place].text):
            continue
        above = place
        while above > start and not reading.rules[above - 1] and not reading.is_story(above - 1):
            above -= 1
        if place - above > _OFFER:
            above = place - 1
        reading.rules[above : place + 1] = ["advertisement"] * (place + 1 - above)
