"""Which line of a plain-text dump is the headline."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from diemtin.clean.body.grammar import outlet_prefix
from diemtin.clean.dumps import credits, dated, lines, wires
from diemtin.clean.dumps.posts import names_starter
from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.vocabulary import TABLES, any_of

_LOOK: Final = 30  # lines above the story in which the headline is looked for
_NEAR: Final = 8  # lines right above the story
_NOTE: Final = 12  # lines of a note above a story that is sent on
_WORDS: Final = 5  # of most headlines
_FEW: Final = 3  # words; fewer name a section
_APART: Final = frozenset("|-–—·")
_BEFORE: Final = _APART | frozenset(":]/>›»→")  # an outlet or a trail
_BUTTONS: Final = re.compile(rf"\b(?:{any_of(TABLES['above_headline']['says'])})", re.IGNORECASE)
_ON_WEB: Final = re.compile(r"(?:view|read) this (?:post|email) (?:on the web|in your browser) at \S+", re.IGNORECASE)
_STOPS: Final = "?!."
_ENDS: Final = frozenset(".:,;")
_LONGEST: Final = 160  # characters of a sentence that may be a headline


def find_headline(reading: Reading, known: set[str]) -> int | None:
    """Return the place of the headline: a line of *known*, a labelled one, or the likeliest above the story's run.

    Where nothing stands above the story, its first sentence is the headline if it is short.
    """
    for place, paragraph in enumerate(reading.paragraphs):
        found = lines.label(paragraph.text)
        if paragraph.text.casefold() in known or (found and found[0] == "title"):
            return _said_again(reading, place)
    begins = _beginning(reading)
    if _is_long_headline(reading, begins):
        return begins
    said = _places(reading)
    above = [place for place in range(max(0, begins - _LOOK), begins) if not reading.rules[place]]
    if above:
        menu = max((place for place in range(begins) if reading.rules[place] in {"items", "menu"}), default=-1)
        release = _release(reading, begins)

        def likeness(place: int) -> int:
            # What stands above a menu is the outlet's name, or a notice; above a release the subject of its mail.
            points = (place in above[-_NEAR:]) - 2 * (place < menu) - 5 * (place < release)
            return _likeness(reading, place, said) + points

        return _said_again(reading, max(above, key=lambda place: (likeness(place), -place)))
    first = next((place for place, rule in enumerate(reading.rules) if not rule), None)
    if first is None or len(text := reading.paragraphs[first].text) > _LONGEST:
        return None
    if outlet_prefix(text) or wires.dateline(text):  # the lede
        return None
    return first if any(reading.is_story(place) for place in range(first + 1, len(reading.rules))) else None


def _release(reading: Reading, begins: int) -> int:
    """Return where a mail says that what follows is a press release, -1 if it does not."""
    above = reading.rules[:begins]
    if "mail header" not in above:
        return -1
    return max((place for place, rule in enumerate(above) if rule == "press release"), default=-1)


def _said_again(reading: Reading, place: int) -> int:
    """Return the headline's place, or that where it is said again above the date: over the first stands then who sends
    the story on, and a note of theirs.
    """
    text = reading.paragraphs[place].text
    again = [
        other
        for other in range(place + 1, min(place + _NOTE, len(reading.rules)))
        if reading.paragraphs[other].text == text and _heads_facts(reading, other)
    ]
    return again[0] if again else place


def _beginning(reading: Reading) -> int:
    """Return where the story's run begins, without a notice to readers above the headline: a lone sentence, parted
    from the story by a headline and its dateline.
    """
    run = reading.main_run()
    told = [place for place in run if reading.is_story(place)][:2]
    if len(told) < 2 or any(_is_headline(reading, place) for place in range(run.start)):
        return run.start
    between = range(told[0] + 1, told[1])
    dated = max((place for place in between if _is_dated(reading, place)), default=0)
    return told[1] if any(_is_headline(reading, place) for place in between if place < dated) else run.start


def _is_headline(reading: Reading, place: int) -> bool:
    text = reading.paragraphs[place].text
    return (
        not reading.rules[place]
        and len(text.split()) >= _WORDS
        and not credits.byline(text)
        and not credits.are_names(text)
    )


def _is_long_headline(reading: Reading, place: int) -> bool:
    """Say whether the story's run begins with its headline, which is as long as a paragraph: no sentence, who wrote it
    or when stands right below, and right above nothing that is like one.
    """
    if place + 1 >= len(reading.paragraphs) or any(_is_headline(reading, n) for n in range(max(0, place - 3), place)):
        return False
    text, below = reading.paragraphs[place].text, reading.paragraphs[place + 1].text
    if len(text) > _LONGEST or text[-1] in _ENDS or outlet_prefix(text) or wires.dateline(text):
        return False
    return _is_dated(reading, place + 1) or bool(credits.byline(below)) or credits.are_names(below)


def _places(reading: Reading) -> dict[str, list[int]]:
    """Return where each line stands, whatever its capitals."""
    found: dict[str, list[int]] = {}
    for place, paragraph in enumerate(reading.paragraphs):
        found.setdefault(paragraph.text.casefold(), []).append(place)
    return found


def _is_said_again(reading: Reading, place: int, others: Sequence[int]) -> bool:
    """Say whether the line stands elsewhere, too: at one of *others*, and not beside the same short line, as a menu's
    item does in the same menu at the foot of a page.
    """

    def beside(other: int) -> set[str]:
        texts = {paragraph.text for paragraph in reading.paragraphs[max(0, other - 1) : other + 2]}
        return {text for text in texts - {reading.paragraphs[other].text} if len(text.split()) <= _WORDS}

    return len(others) > 1 and all(beside(place).isdisjoint(beside(other)) for other in others if other != place)


def _is_among_items(reading: Reading, place: int) -> bool:
    """Say whether short lines that tell nothing else stand right above and below, as in a menu."""
    beside = [reading.paragraphs[other].text for other in (place - 1, place + 1) if not reading.rules[other]]
    return len(beside) == 2 and all(len(text.split()) < _WORDS and not credits.are_names(text) for text in beside)


def _likeness(reading: Reading, place: int, said: Mapping[str, Sequence[int]]) -> int:
    """Return how much a line above the story looks like its headline."""
    paragraph = reading.paragraphs[place]
    text, words = paragraph.text, sum(any(map(str.isalnum, word)) for word in paragraph.text.split())
    below = (other for other in range(place + 1, len(reading.rules)) if reading.rules[other] != "caption")
    near = list(itertools.islice(below, 3))
    points = (2 if words >= _WORDS else 1 if words >= _FEW else 0) - text.endswith((".", ":", ","))
    points -= 2 * (words <= _WORDS and credits.is_paper(text)) + 5 * wires.is_slug(text)
    may_be_said_again = words >= _WORDS and not credits.are_names(text) and not _is_among_items(reading, place)
    points += 3 * (may_be_said_again and _is_said_again(reading, place, said[text.casefold()]))
    if paragraph.mark == "heading":  # a mail's subject may be its sender's own words
        points += 2 if _is_subject(reading, place) else 3
    # "Headline | Site" or "Site - Headline", then "Headline": the second is the headline.
    points += 5 * (words >= _FEW and any(_names_outlet(other.text, text) for other in reading.paragraphs[:place]))
    points += any(_is_dated(reading, other) for other in near) or (place > 0 and _is_dated(reading, place - 1))
    points += words >= _WORDS and _heads_facts(reading, place)
    points += 5 * (names_starter(reading, place + 1) or _is_below_address(reading, place))
    found = lines.label(text)
    points -= 2 * (words > _FEW and _BUTTONS.search(text) is not None)
    points -= 3 * (text[0] == "(" and text[-1] == ")")
    no_headline = dated.dateline_in(text) or credits.byline(text) or found
    return points - 4 * bool(no_headline) - 2 * credits.are_names(text)


def _is_below_address(reading: Reading, place: int) -> bool:
    """Say whether the line right above says where on the web the mail of a newsletter stands."""
    return place > 0 and _ON_WEB.fullmatch(reading.paragraphs[place - 1].text) is not None


def _is_dated(reading: Reading, place: int) -> bool:
    if reading.rules[place] == "mail header":  # when it was sent
        return False
    return reading.rules[place] == "dateline" or dated.dateline_in(reading.paragraphs[place].text) is not None


def _is_subject(reading: Reading, place: int) -> bool:
    return "mail header" in reading.rules[max(0, place - 1) : place + 2]


def _heads_facts(reading: Reading, place: int) -> bool:
    """Say whether the date or the byline stands right below the line, or below one more that sums the story up."""
    lines_below = (other for other in range(place + 1, len(reading.rules)) if reading.rules[other] != "caption")
    for below in itertools.islice(lines_below, 2):
        text = reading.paragraphs[below].text
        if _is_dated(reading, below) or credits.byline(text) or credits.are_names(text):
            return True
        if reading.rules[below] or len(text.split()) < _WORDS:
            return False
    return False


def _names_outlet(title: str, headline: str) -> bool:
    """Say whether *title* is *headline* with the outlet's name set apart behind or before it, or behind a trail; a
    program that cut the name may have cut a mark at the headline's end with it.
    """
    bare = headline.rstrip(_STOPS)
    if title.startswith(bare):
        return title[len(bare) :].lstrip(_STOPS + " ")[:1] in _APART
    before = title.removesuffix(headline).rstrip()
    return before != title and before[-1:] in _BEFORE
