"""Labels that stand on a line of their own, above the line that they name."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from diemtin.clean.dumps import credits, lines
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES, phrases, words_of

_CREDITS: Final = phrases(TABLES["captions"]["credits"])
_CAPTIONS: Final = phrases(TABLES["captions"]["captions"])
_AND: Final = {"and", "và"}
_LABEL: Final = 20  # characters
_SHORT: Final = 8  # words of a fact
_CAPTION: Final = 300  # characters


def join_labels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return *paragraphs*, each label ("By", "Image caption,") on one line with what it names: a program that writes
    every element of a page on a line of its own parts them.
    """
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        if joined and (_is_named(joined[-1].text, paragraph.text) or _goes_on(joined[-1].text, paragraph.text)):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {paragraph.text}", cells=())
        else:
            joined.append(paragraph)
    return joined


def _is_named(label: str, text: str) -> bool:
    """Say whether *label* is one alone, and *text* what it names."""
    is_label = label[-1] in ".,:…" and len(label) <= _LABEL
    if is_label and words_of(label) in _CAPTIONS:
        return len(text) <= _CAPTION
    names = lines.is_label(label) or (is_label and words_of(label) in _CREDITS)
    return names and len(text.split()) <= _SHORT and not lines.is_prose(text)


def _goes_on(byline: str, text: str) -> bool:
    """Say whether *byline* names another author on the next line, behind "and"."""
    return not _AND.isdisjoint({byline.split()[-1], text}) and credits.is_labelled(byline)
