"""Where the body of a plain-text dump begins and ends."""

import itertools
import re
from typing import Final

from diemtin.clean.body.grammar import outlet_prefix
from diemtin.clean.dumps import credits, dated, lines, notices, wires
from diemtin.clean.dumps.lists import closes
from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.releases import greets
from diemtin.clean.facts.authors import split_authors

_NEAR: Final = 6  # lines between a headline and the story under it
_BREAK: Final = 40  # lines of furniture in the middle of a story
_PART: Final = 200  # characters
_SPEAKER: Final = re.compile(r"[^\W\d_][\w. ]{0,20}:(?=\s)")
_ENTRIES: Final = 3
_TEAMS: Final = 2
_PAIRS: Final = 2
_WORDS: Final = 6  # of a headline
_LISTED: Final = re.compile(r"[\d,]")
_DECK: Final = 8  # words; a line under the headline that is longer sums the story up
# The end of a sentence; initials end with a stop, too.
_LAST: Final = re.compile(r"[^\W\d_]{2}[.!?][”\"’]?(?:\s*[■◼▪●])?$")


def extent(reading: Reading) -> range:
    """Return where the body lies: from the first prose (or item) under the headline to the end of the longest run, and
    of what follows it soon and tells as much as a part of a story does.
    """
    start = 0 if reading.title is None else reading.title + 1
    runs = reading.runs(start)
    if not runs:
        return range(0)
    stop = reading.main_run(start).stop
    for run in runs:
        if run.start >= stop and run.start - stop <= _BREAK and reading.told(run) >= _PART:
            stop = run.stop
    story = _without_teasers(reading, _without_other_ledes(reading, range(runs[0].start, stop)))
    story = _without_pairs(reading, story)
    story = range(story.start - _opens_letter(reading, story.start), story.stop + _last_words(reading, story))
    return _without_closing(reading, story)


def deck(reading: Reading) -> int | None:
    """Return the place of the line that sums the story up between its headline and the text, though it is no sentence:
    the first that is long enough, near one of them.
    """
    if reading.title is None:
        return None
    between = range(reading.title + 1, reading.story.start)
    for place in (place for place in between if place in between[:_NEAR] or place in between[-_NEAR:]):
        text = reading.paragraphs[place].text
        says = len(text.split()) >= _DECK and not dated.dateline_in(text) and not credits.byline(text)
        if says and not reading.rules[place]:
            return place
    return None


def _without_other_ledes(reading: Reading, story: range) -> range:
    """Return the story up to the lede of another one: both begin with the paper's own name."""
    opening = reading.paragraphs[story.start].text
    name = opening[: outlet_prefix(opening)].rstrip(" -–—:")
    if not name:
        return story
    stop = story.start + 1
    for place in story[1:]:
        text = reading.paragraphs[place].text
        if text.startswith(name) and outlet_prefix(text):
            return range(story.start, stop)
        if reading.is_story(place):
            stop = place + 1
    return story


def _last_words(reading: Reading, story: range) -> int:
    """Return how many lines right below the story still belong to it: short sentences, what a speaker says, and a table
    of labels that the story names, as those of two teams are.
    """
    speakers = {
        found[0]
        for place in story
        if not reading.rules[place] and (found := _SPEAKER.match(reading.paragraphs[place].text))
    }
    below = range(story.stop, len(reading.rules))
    table = next((first for first in below[:2] if _is_table(reading, story, range(first, first + _TEAMS))), None)

    def belongs(place: int) -> bool:
        text = reading.paragraphs[place].text
        speaker = _SPEAKER.match(text)
        says = bool(_LAST.search(text)) or (speaker is not None and speaker[0] in speakers)
        heads = table == place + 1 and not credits.are_names(text)
        follows = _is_labelled(text) and (place == table or _is_labelled(reading.paragraphs[place - 1].text))
        return not reading.rules[place] and (says or heads or follows) and credits.byline(text) is None

    return sum(1 for _ in itertools.takewhile(belongs, below))


def _is_table(reading: Reading, story: range, rows: range) -> bool:
    """Say whether each of *rows* has a label that the story names, and behind it a list or a number."""
    if rows.stop > len(reading.rules) or any(reading.rules[row] for row in rows):
        return False
    texts = [reading.paragraphs[row].text for row in rows]
    labels = [found[0] for text in texts if _LISTED.search(text) and (found := _SPEAKER.match(text))]
    told = " ".join(reading.paragraphs[place].text for place in story) if len(labels) == len(rows) else ""
    return bool(told) and all(label[:-1] in told for label in labels)


def _is_labelled(text: str) -> bool:
    """Say whether the line begins with a label of the story's own: a team and its players, a thing and its price."""
    return _SPEAKER.match(text) is not None and lines.label(text) is None


def _opens_letter(reading: Reading, start: int) -> bool:
    """Say whether the line right above the story, a letter to the paper, greets who reads it; a mail's does not."""
    place = start - 1
    if place <= (reading.title or 0) or reading.rules[place] or "mail header" in reading.rules:
        return False
    text = reading.paragraphs[place].text
    return text[-1] in ",:!" and len(text.split()) <= _DECK and greets(text)


def _without_teasers(reading: Reading, story: range) -> range:
    """Return the story up to a line that closes it in its second half, if below that no paragraph follows another:
    teasers stand alone, each under its headline.
    """
    told = {place: len(reading.paragraphs[place].text) for place in story if reading.is_story(place)}
    together = max((place for place in told if not reading.stands_alone(place)), default=story.stop)
    so_far, last = 0, story.start
    shares = {place for place in story if lines.shares(reading.paragraphs[place].text)}
    if sum(map(reading.is_story, (place - 1 for place in shares))) >= _ENTRIES:
        shares = set()  # each entry of a live blog has its button
    for place in story:
        if place in told:
            so_far, last = so_far + told[place], place
        elif place > together and 2 * so_far >= sum(told.values()) and (place in shares or closes(reading, place)):
            return range(story.start, last + 1)
    return story


def _without_pairs(reading: Reading, story: range) -> range:
    """Return the story without the teasers at its end: two or more headlines, each over one sentence or two."""
    stop = story.stop
    while stop - 2 > story.start and reading.is_story(stop - 1) and _is_headline(reading, stop - 2):
        stop -= 2
    is_over = story.stop - stop >= 2 * _PAIRS and reading.is_story(stop - 1) and reading.is_story(stop - 2)
    return range(story.start, stop) if is_over else story


def _is_headline(reading: Reading, place: int) -> bool:
    """Say whether the line is as long as a headline, and neither a question nor a sentence."""
    text = reading.paragraphs[place].text
    plain = not reading.rules[place] and not reading.paragraphs[place].mark and not reading.is_story(place)
    return plain and len(text.split()) >= _WORDS and text[-1] not in "?:;,"


def _without_closing(reading: Reading, story: range) -> range:
    """Return the story without the lines at its end in which the outlet speaks, and the signature above them."""
    authors = _authors(reading, story)
    stop = story.stop
    for place in reversed(story):
        text = reading.paragraphs[place].text
        told = reading.is_story(place) or (not reading.rules[place] and _LAST.search(text))
        about = text.startswith(authors) or ("@" in text and any(name in text for name in authors))
        closing = about or notices.closes_story(text) or wires.is_agency(text)
        if closing or _goes_on_closing(reading, place):
            stop = place
        elif told:
            break
        elif stop < story.stop:
            stop = place
    return range(story.start, stop) if stop > story.start else story


def _goes_on_closing(reading: Reading, place: int) -> bool:
    """Say whether the line belongs to what opens right above it: an imprint, the author's life."""
    above = reading.paragraphs[place - 1].text if place else ""
    imprint = notices.begins_imprint(reading.paragraphs[place].text) and notices.is_imprint(above)
    return imprint or notices.introduces_author(above)


def _authors(reading: Reading, story: range) -> tuple[str, ...]:
    """Return the names in the bylines around *story*, as a line about an author begins with them."""
    said = (
        text
        for place, paragraph in enumerate(reading.paragraphs)
        if place not in story and reading.rules[place] in {"", "author", "dateline"}
        for text in (paragraph.text, *dated.beside_dates(paragraph.text))
    )
    bylines = (credits.byline(text) or text for text in said if credits.signs(text))
    return tuple(f"{name} " for byline in bylines for name in split_authors(byline) if " " in name)
