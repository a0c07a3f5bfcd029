"""Which lines of a plain-text dump tell the story: headline, body, and the rule for each line that is left out."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from diemtin.clean.dumps import lines
from diemtin.clean.dumps.headline import find_headline
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.reading import Reading

_LONG: Final = 100  # characters of a sentence that no teaser under "related" has
_SAID_TWICE: Final = 40  # characters; shorter lines may well be said twice
_TOLD: Final = 600  # characters of a story that may be over
_NEAR: Final = 6  # lines between a headline and the story under it
_LONGEST: Final = 2_000  # characters; whatever is longer is a paragraph
_DATELINE: Final = 30  # characters; a sentence with a date is longer
_BREAK: Final = 40  # lines of furniture in the middle of a story
_BOX: Final = 5  # headlines in a box of related stories
_PART: Final = 200  # characters
_SPEAKER: Final = re.compile(r"[^\W\d_][\w. ]{0,20}:(?=\s)")
_LAST: Final = re.compile(r"[^\W\d_]{2}[.!?][”\"’]?$")  # the end of a sentence; initials end with a stop, too
_DECK: Final = 8  # words; a line under the headline that is longer sums the story up


def read_story(paragraphs: Sequence[Paragraph], headlines: Sequence[str] = ()) -> Reading:
    """Decide about every paragraph; *headlines* are titles known from elsewhere."""
    reading = Reading(list(paragraphs), [_by_form(paragraph) for paragraph in paragraphs])
    reading.is_terse = not reading.runs()
    reading.title = find_headline(reading, {headline.casefold() for headline in headlines})
    _leave_out_repeats(reading, headlines)
    _leave_out_contents(reading)
    _leave_out_lists(reading)
    _leave_out_alternatives(reading)
    reading.story = _extent(reading)
    _settle_edges(reading)
    return reading


def _by_form(paragraph: Paragraph) -> str:
    """Return the rule for a paragraph that its own form decides about, wherever it stands."""
    text = paragraph.text
    if len(text) > _LONGEST:
        return ""
    if lines.address(text):
        return "address"
    dateline = lines.dateline_in(text)
    if dateline and (dateline.whole or len(text) <= _DATELINE):
        return "dateline"
    if lines.opens(text):
        return f"opens {lines.opens(text)}"
    if lines.is_furniture(text):
        return "furniture"
    if lines.are_hashtags(text):
        return "tags"
    found = lines.label(text)
    if found and (found[0] in {"tags", "url"} or (found[0] == "author" and lines.are_names(found[1]))):
        return found[0]
    if lines.is_caption(text):
        return "caption"
    if kind := lines.related(text):
        return "related link" if kind == "line" else "opens related"
    if paragraph.mark == "" and lines.breadcrumb(text):
        return "breadcrumb"
    if lines.is_imprint(text):
        return "imprint"
    return "invitation" if lines.invites(text) else ""


def _leave_out_repeats(reading: Reading, headlines: Sequence[str]) -> None:
    if reading.title is None:
        return
    headline = reading.paragraphs[reading.title].text
    reading.rules[reading.title] = "headline"
    said = {headline.casefold(), *(other.casefold() for other in headlines)}
    found = lines.label(headline)
    if found and found[0] == "title":
        said.add(found[1].casefold())
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text.casefold()
        if place != reading.title and (text in said or (place < reading.title and text.startswith(tuple(said)))):
            reading.rules[place] = "headline repeated"


def _leave_out_contents(reading: Reading) -> None:
    """Leave out a table of contents: lines below each other that stand again below, with paragraphs between them."""
    last = {paragraph.text.casefold(): place for place, paragraph in enumerate(reading.paragraphs)}
    heading = [last[paragraph.text.casefold()] for paragraph in reading.paragraphs]
    for place, (one, other) in enumerate(itertools.pairwise(heading)):
        left_in = place + 1 < one < other and not (reading.rules[one] or reading.rules[other])
        if left_in and any(map(reading.is_story, range(one + 1, other))):
            reading.rules[place] = reading.rules[place + 1] = "contents"


def _leave_out_lists(reading: Reading) -> None:
    """Follow the lines that open something: comments and listings end the story, related links and tags are lists."""
    size = [reading.weight(place) for place in range(len(reading.paragraphs))]
    start = 0 if reading.title is None else reading.title + 1
    total, told, place = sum(size[start:]), 0.0, start
    while place < len(size):
        rule = reading.rules[place]
        told += size[place]
        place += 1
        ends = told > 0 and 2 * told >= total and not _is_inside(reading, place - 1)
        if rule == "opens comments" and told >= _TOLD and _is_surely_comments(reading, place - 1):
            ends = True
        if rule in {"opens comments", "opens listing"} and ends:
            for later in range(place, len(size)):
                reading.rules[later] = reading.rules[later] or f"after {rule.removeprefix('opens ')}"
            return
        if rule in {"opens related", "opens listing"}:
            while place < len(size) and not _resumes(reading, place):
                reading.rules[place] = reading.rules[place] or "related link"
                place += 1
        elif rule == "tags" and _opens_tags(reading.paragraphs[place - 1].text):
            while place < len(size) and not reading.rules[place] and _is_tag(reading.paragraphs[place].text):
                reading.rules[place] = "tags"
                place += 1


def _is_surely_comments(reading: Reading, place: int) -> bool:
    """Say whether readers speak from here on: the lines below say so too (a share bar has a lone "Comments")."""
    below = range(place + 1, min(place + 5, len(reading.rules)))
    return any(reading.rules[other] == "opens comments" for other in below)


def _is_inside(reading: Reading, opener: int) -> bool:
    """Say whether the story goes on below *opener*: past a few headlines, or right under it where readers are asked to
    speak, stands a paragraph and then another one or a signature. Of other stories each has its headline.
    """
    place = opener - 1
    while place > 0 and not reading.is_story(place):
        if _closes(reading, place):
            return False
        place -= 1
    if reading.rules[opener] == "opens comments" and _is_surely_comments(reading, opener):
        return False
    most = _BOX if reading.rules[opener] == "opens listing" else 0
    below = (later for later in range(opener + 1, len(reading.rules)) if reading.rules[later] != "caption")
    for later in itertools.islice(below, most + 1):
        if reading.rules[later].startswith("opens"):
            return False
        if _resumes(reading, later):
            following = next(below, None)
            return following is not None and (reading.is_story(following) or _closes(reading, following))
    return False


def _closes(reading: Reading, place: int) -> bool:
    """Say whether the line stands below a story that has been told: a signature, its source, tags."""
    text = reading.paragraphs[place].text
    if reading.rules[place]:
        return reading.rules[place] in {"author", "tags"}
    found = lines.label(text)
    return (found is not None and found[0] == "site") or lines.byline(text) is not None or lines.are_names(text)


def _resumes(reading: Reading, place: int) -> bool:
    """Say whether a list of other stories ends before this line: the story goes on, or another list begins."""
    text, rule = reading.paragraphs[place].text, reading.rules[place]
    return rule.startswith("opens") or (not rule and lines.is_prose(text) and len(text) >= _LONG)


def _opens_tags(text: str) -> bool:
    """Say whether the line names tags that only the lines below it tell."""
    found = lines.label(text)
    return found is not None and not found[1]


def _is_tag(text: str) -> bool:
    return len(text.split()) <= 6 and len(text) <= 50 and not lines.is_prose(text) and text[-1:] not in ".:"


def _leave_out_alternatives(reading: Reading) -> None:
    """Leave out what is said twice: a whole paragraph, or a caption beside the alternative text of its picture."""
    first: dict[str, int] = {}
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text
        if len(text) >= _SAID_TWICE and reading.is_story(place) and first.setdefault(text, place) != place:
            reading.rules[place] = "repeated"
        for other in range(max(0, place - 2), min(place + 3, len(reading.rules))):
            short = reading.paragraphs[other].text
            more = text[len(short) :].lstrip()[:1] if len(short) > 20 and text.startswith(short) else ""
            if reading.rules[place] == "caption" and more and not reading.rules[other]:
                reading.rules[other] = "caption repeated"
            elif more in {"-", "–", "—", "("} and len(text) < len(short) + 60 and not reading.rules[place]:
                # "What is seen – WHO TOOK IT" beside "What is seen".
                reading.rules[place] = "caption"
                reading.rules[other] = reading.rules[other] or "caption repeated"


def _extent(reading: Reading) -> range:
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
            and not lines.byline(text)
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
        return not reading.rules[place] and says and lines.byline(text) is None

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
        elif place > together and 2 * so_far >= sum(told.values()) and (_closes(reading, place) or lines.shares(text)):
            return range(story.start, last + 1)
    return story


def _settle_edges(reading: Reading) -> None:
    """Leave out what stands above and below the body; inside it, labels and imprints are the story's own lines."""
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text
        if place in reading.story:
            if reading.rules[place] in {"imprint", "breadcrumb"} and not lines.states_rights(text):
                reading.rules[place] = ""
            elif not reading.rules[place] and (lines.byline(text) or lines.are_names(text)):
                reading.rules[place] = _signs(reading, place)
            continue
        if reading.rules[place] == "caption" and place >= reading.story.stop and lines.byline(text):
            reading.rules[place] = "byline"  # "Minh Anh - Ảnh: Quốc Bảo"
        if reading.rules[place]:
            continue
        found = lines.label(text)
        below = reading.title is None or place > reading.title
        if found:
            reading.rules[place] = found[0]
        elif lines.dateline_in(text) and not lines.is_prose(text):
            reading.rules[place] = "dateline"
        elif below and (lines.byline(text) is not None or lines.are_names(text)):
            reading.rules[place] = "byline"
        else:
            reading.rules[place] = "above the story" if place < reading.story.start else "below the story"


def _signs(reading: Reading, place: int) -> str:
    """Return the rule for a name inside the story: it signs the date or the caption right beside it."""
    beside = {reading.rules[other] for other in (place - 1, place + 1) if other in reading.story}
    return "byline" if "dateline" in beside else "caption" if "caption" in beside else ""
