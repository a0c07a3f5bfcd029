"""Where the body of a plain-text dump begins and ends."""

import itertools
import re
from typing import Final

from diemtin.clean.dumps import credits, lines
from diemtin.clean.dumps.lists import closes
from diemtin.clean.dumps.reading import Reading

_NEAR: Final = 6  # lines between a headline and the story under it
_BREAK: Final = 40  # lines of furniture in the middle of a story
_PART: Final = 200  # characters
_SPEAKER: Final = re.compile(r"[^\W\d_][\w. ]{0,20}:(?=\s)")
_LAST: Final = re.compile(r"[^\W\d_]{2}[.!?][”\"’]?$")  # the end of a sentence; initials end with a stop, too
_DECK: Final = 8  # words; a line under the headline that is longer sums the story up


def extent(reading: Reading) -> range:
    """Return where the body lies: from the first prose (or item) under the headline to the end of the longest run, and
    of what follows it soon and tells as much as a part of a story does.
    """
    start = 0 if reading.title is None else reading.title + 1
    runs = reading.runs(start)
    if not runs:
        return range(0)
    first = runs[0].start
    for place in range(max(start, first - _NEAR), first):
        text = reading.paragraphs[place].text
        if (
            not reading.rules[place]
            and len(text.split()) >= _DECK
            and not lines.dateline_in(text)
            and not credits.byline(text)
        ):
            first = place
            break
    stop = reading.main_run(start).stop
    for run in runs:
        if run.start >= stop and run.start - stop <= _BREAK and reading.told(run) >= _PART:
            stop = run.stop
    story = _without_teasers(reading, range(first, stop))
    return range(story.start, story.stop + _last_words(reading, story))


def _last_words(reading: Reading, story: range) -> int:
    """Return how many lines right below the story still belong to it: short sentences, and what a speaker says."""
    speakers = {
        found[0]
        for place in story
        if not reading.rules[place] and (found := _SPEAKER.match(reading.paragraphs[place].text))
    }
    below = range(story.stop, len(reading.rules))

    def belongs(place: int) -> bool:
        text = reading.paragraphs[place].text
        speaker = _SPEAKER.match(text)
        says = bool(_LAST.search(text)) or (speaker is not None and speaker[0] in speakers)
        return not reading.rules[place] and says and credits.byline(text) is None

    return sum(1 for _ in itertools.takewhile(belongs, below))


def _without_teasers(reading: Reading, story: range) -> range:
    """Return the story up to a line that closes it in its second half, if below that no paragraph follows another:
    teasers stand alone, each under its headline.
    """
    told = {place: len(reading.paragraphs[place].text) for place in story if reading.is_story(place)}
    together = max((place for place in told if not reading.stands_alone(place)), default=story.stop)
    so_far, last = 0, story.start
    for place in story:
        text = reading.paragraphs[place].text
        if place in told:
            so_far, last = so_far + told[place], place
        elif place > together and 2 * so_far >= sum(told.values()) and (closes(reading, place) or lines.shares(text)):
            return range(story.start, last + 1)
    return story
