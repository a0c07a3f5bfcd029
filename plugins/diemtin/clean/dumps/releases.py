"""What stands around the text of a press release: what it is called, a greeting to the press above that."""

from collections.abc import Sequence
from typing import Final

from diemtin.clean.dumps.lines import is_prose
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.vocabulary import TABLES, phrases, words_of

_HEADS: Final = phrases(TABLES["releases"]["heads"])
_GREETINGS: Final = tuple(TABLES["releases"]["greetings"])
_TOP: Final = 20  # lines in which a release says that it is one


def around_release(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the places of the lines that say "Press release" and nothing else, and of greetings and sentences above
    them; a headline may stand above, too.
    """
    heads = {place for place, one in enumerate(paragraphs[:_TOP]) if words_of(one.text) in _HEADS}
    head = max(heads, default=0)
    prose = [place for place, one in enumerate(paragraphs) if heads and is_prose(one.text)]
    above = [place for place in prose if place < head]
    if 2 * sum(len(paragraphs[place].text) for place in above) > sum(len(paragraphs[place].text) for place in prose):
        return set()  # a label below the text
    return heads.union(above, (place for place, one in enumerate(paragraphs[:head]) if greets(one.text)))


def greets(text: str) -> bool:
    """Say whether the line greets those whom it is sent to."""
    return text.casefold().startswith(_GREETINGS)
