"""Which lines of a plain-text dump tell the story: headline, body, and the rule for each line that is left out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from diemtin.clean.dumps import lines
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.facts.dateline import find_dateline

_LONG: Final = 100  # characters of a sentence that no teaser under "related" has
_LOOK: Final = 25  # paragraphs from the top in which the headline is looked for
_DECK: Final = 8  # words; a line under the headline that is longer sums the story up


@dataclass(slots=True)
class Reading:
    """A dump being read: for each paragraph the rule that leaves it out, ``""`` where it is body.

    ``title`` and ``lede`` are places in ``paragraphs``; ``story`` the first and last place of the body.
    """

    paragraphs: Sequence[Paragraph]
    rules: list[str] = field(default_factory=list)
    title: int | None = None
    story: range = range(0)

    def is_story(self, place: int) -> bool:
        """Say whether the paragraph is left in and reads as prose or as an item of a list."""
        paragraph = self.paragraphs[place]
        if self.rules[place]:
            return False
        return lines.is_prose(paragraph.text) or paragraph.mark in {"bullet", "number", "quote"}


def read_story(paragraphs: Sequence[Paragraph], headlines: Sequence[str] = ()) -> Reading:
    """Decide about every paragraph; *headlines* are titles known from elsewhere."""
    reading = Reading(paragraphs, [_by_form(paragraph) for paragraph in paragraphs])
    reading.title = _title(reading, {headline.casefold() for headline in headlines})
    _leave_out_repeats(reading, headlines)
    _leave_out_lists(reading)
    reading.story = _extent(reading)
    _settle_edges(reading)
    return reading


def _by_form(paragraph: Paragraph) -> str:
    """Return the rule for a paragraph that its own form decides about, wherever it stands."""
    text = paragraph.text
    if lines.address(text):
        return "address"
    dateline = find_dateline(text) if len(text) <= 160 else None
    if dateline and dateline.whole:
        return "dateline"
    if lines.opens(text):
        return f"opens {lines.opens(text)}"
    if lines.is_furniture(text):
        return "furniture"
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


def _title(reading: Reading, known: set[str]) -> int | None:
    """Return the place of the headline: the likeliest line above the first prose, or above the next one."""
    count = Counter(paragraph.text.casefold() for paragraph in reading.paragraphs)
    above: list[int] = []
    for place, paragraph in enumerate(reading.paragraphs[:_LOOK]):
        if paragraph.text.casefold() in known or ((found := lines.label(paragraph.text)) and found[0] == "title"):
            return place
        if reading.rules[place]:
            continue
        if not reading.is_story(place):
            above.append(place)
        elif above:
            break
    if above:
        return max(above, key=lambda place: (_likeness(reading, place, count), -place))
    first = next((place for place, rule in enumerate(reading.rules) if not rule), None)
    if first is None or len(reading.paragraphs[first].text) > 160:
        return None
    return first if any(reading.is_story(place) for place in range(first + 1, len(reading.rules))) else None


def _likeness(reading: Reading, place: int, count: Counter[str]) -> int:
    """Return how much a line above the story looks like its headline."""
    paragraph = reading.paragraphs[place]
    text, words = paragraph.text, len(paragraph.text.split())
    points = 2 if words >= 5 else 1 if words >= 3 else 0
    points += 3 * (paragraph.mark == "heading") + 3 * (count[text.casefold()] > 1)
    # "Headline | Site", then "Headline": the second is the headline.
    points += 3 * any(
        other.text.startswith(text) and other.text[len(text) :].lstrip()[:1] in {"|", "-", "–", "—", "·"}
        for other in reading.paragraphs[:_LOOK]
    )
    found = lines.label(text)
    return points - 4 * bool(find_dateline(text) or lines.byline(text) or found) - 2 * lines.are_names(text)


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


def _leave_out_lists(reading: Reading) -> None:
    """Follow the lines that open something: comments and listings end the story, related links and tags are lists."""
    size = [len(p.text) if reading.is_story(i) else 0 for i, p in enumerate(reading.paragraphs)]
    total, told, place = sum(size), 0, 0
    while place < len(size):
        rule = reading.rules[place]
        told += size[place]
        place += 1
        over = told > 0 and 2 * told >= total
        if rule in {"opens comments", "opens listing"} and over:
            for later in range(place, len(size)):
                if not reading.rules[later]:
                    reading.rules[later] = f"after {rule.removeprefix('opens ')}"
            return
        if rule in {"opens related", "opens listing"}:
            while place < len(size) and not _resumes(reading, place):
                reading.rules[place] = reading.rules[place] or "related link"
                place += 1
        elif rule == "tags" and not (lines.label(reading.paragraphs[place - 1].text) or ("", ""))[1]:
            while place < len(size) and not reading.rules[place] and _is_tag(reading.paragraphs[place].text):
                reading.rules[place] = "tags"
                place += 1


def _resumes(reading: Reading, place: int) -> bool:
    text = reading.paragraphs[place].text
    return not reading.rules[place] and lines.is_prose(text) and len(text) >= _LONG


def _is_tag(text: str) -> bool:
    return len(text.split()) <= 6 and len(text) <= 50 and not lines.is_prose(text) and text[-1:] not in ".:"


def _extent(reading: Reading) -> range:
    """Return where the body lies: from the first to the last paragraph of prose (or item) under the headline."""
    start = 0 if reading.title is None else reading.title + 1
    told = [place for place in range(start, len(reading.rules)) if reading.is_story(place)]
    if not told:
        return range(0)
    first = told[0]
    for place in range(start, first):
        text = reading.paragraphs[place].text
        if (
            not reading.rules[place]
            and len(text.split()) >= _DECK
            and not find_dateline(text)
            and not lines.byline(text)
        ):
            first = place
            break
    return range(first, told[-1] + 1)


def _settle_edges(reading: Reading) -> None:
    """Leave out what stands above and below the body; inside it, labels and imprints are the story's own lines."""
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text
        if place in reading.story:
            if reading.rules[place] in {"imprint", "breadcrumb"} and not lines.states_rights(text):
                reading.rules[place] = ""
            continue
        if reading.rules[place]:
            continue
        found = lines.label(text)
        below = reading.title is None or place > reading.title
        if found:
            reading.rules[place] = found[0]
        elif find_dateline(text) and not lines.is_prose(text):
            reading.rules[place] = "dateline"
        elif below and (lines.byline(text) is not None or lines.are_names(text)):
            reading.rules[place] = "byline"
        else:
            reading.rules[place] = "above the story" if place < reading.story.start else "below the story"
