"""Lines of a plain-text dump that open or are lists: contents, tags, other stories, comments."""

import itertools
from typing import Final

from diemtin.clean.dumps import credits, lines
from diemtin.clean.dumps.reading import Reading

_LONG: Final = 100  # characters of a sentence that no teaser under "related" has
_TOLD: Final = 600  # characters of a story that may be over
_HEADLINE: Final = 6  # words of one; fewer may be a heading of the story's
_BOX: Final = 5  # headlines in a box of related stories
_TAG: Final = 6  # words of a tag
_FEWEST: Final = 2  # tags without a label
_SIGNATURES: Final = {"byline", "author", "dateline", "caption", "furniture", "site"}
_ENDS: Final = {"opens comments", "opens listing", "opens footer", "opens record"}
_LONGEST: Final = 240  # characters of a teaser in such a box


def leave_out_contents(reading: Reading) -> None:
    """Leave out a table of contents: lines below each other that stand again below, with paragraphs between them."""
    last = {paragraph.text.casefold(): place for place, paragraph in enumerate(reading.paragraphs)}
    heading = [last[paragraph.text.casefold()] for paragraph in reading.paragraphs]
    for place, (one, other) in enumerate(itertools.pairwise(heading)):
        left_in = place + 1 < one < other and not (reading.rules[one] or reading.rules[other])
        if left_in and any(map(reading.is_story, range(one + 1, other))):
            reading.rules[place] = reading.rules[place + 1] = "contents"


def leave_out_lists(reading: Reading) -> None:
    """Follow the lines that open something: comments and listings end the story, related links and tags are lists."""
    size = [reading.weight(place) for place in range(len(reading.paragraphs))]
    start = 0 if reading.title is None else reading.title + 1
    total, told, place = sum(size[start:]), 0.0, start
    is_record = start > 0 and _names_title(reading, start - 1)
    while place < len(size):
        rule = reading.rules[place]
        told += size[place]
        place += 1
        if is_record and _names_title(reading, place - 1):
            rule = reading.rules[place - 1] = "opens record"
        if rule in _ENDS and _ends_story(reading, place - 1, told, total):
            for later in range(place, len(size)):
                reading.rules[later] = reading.rules[later] or f"after {rule.removeprefix('opens ')}"
            return
        heads = rule in {"opens related", "opens listing"}
        end = _end_of_box(reading, place)
        if end - place > 1 if heads else end > place and (rule == "opens sponsor" or _is_button(reading, place - 1)):
            reading.rules[place:end] = [rule or "related link" for rule in reading.rules[place:end]]
            place = end
        elif heads:
            while place < len(size) and not _resumes(reading, place):
                reading.rules[place] = reading.rules[place] or "related link"
                place = _below_tags(reading, place) if rule == "opens related" else place + 1
        elif _is_over_one(reading, place - 1):
            reading.rules[place] = "related link"
        else:
            place = _below_tags(reading, place - 1)


def _below_tags(reading: Reading, label: int) -> int:
    """Find the tags below the line at *label*, if that names some; return the place of the next line."""
    place = label + 1
    if reading.rules[label] == "tags" and _opens_tags(reading.paragraphs[label].text):
        while place < len(reading.rules) and _is_free(reading, place) and _are_tags(reading.paragraphs[place].text):
            reading.rules[place] = "tags"
            place += 1
    return place


def _is_free(reading: Reading, place: int) -> bool:
    """Say whether nothing is known of the line but that it may be a link."""
    return not reading.rules[place] or (reading.paragraphs[place].linked and reading.rules[place] == "related link")


def leave_out_tags(reading: Reading) -> None:
    """Find the tags below a story where no label names them: links to topics, or else lines of a few words, most of
    them without a capital as no headline or button is, and each said in the story, too.
    """
    if "tags" in reading.rules:
        return
    places = range(reading.story.stop, len(reading.rules))
    own = itertools.takewhile(lambda place: not reading.rules[place].startswith("opens"), places)
    if topics := [place for place in own if reading.paragraphs[place].topics]:
        for place in topics:
            reading.rules[place] = "tags"
        return
    below = itertools.dropwhile(lambda place: reading.rules[place] in _SIGNATURES, places)
    plain = {"below the story", "byline"}
    run = list(
        itertools.takewhile(
            lambda place: reading.rules[place] in plain and _is_tag(reading.paragraphs[place].text), below
        )
    )
    tags = [reading.paragraphs[place].text for place in run]
    small = sum(tag[0].islower() for tag in tags)
    if small < max(_FEWEST, len(tags) / 2):
        return
    told = [reading.title, *reading.story] if reading.title is not None else [*reading.story]
    said = " ".join(reading.paragraphs[place].text for place in told).casefold()
    if all(tag.casefold() in said for tag in tags):
        for place in run:
            reading.rules[place] = "tags"


def _ends_story(reading: Reading, opener: int, told: float, total: float) -> bool:
    """Say whether the story is over where *opener* stands, when so much of the *total* has been *told*."""
    if reading.rules[opener] == "opens record":
        return told > 0
    if reading.rules[opener] == "opens footer":
        return 2 * told >= total
    if told > 0 and 2 * told >= total and not _is_inside(reading, opener):
        return True
    return reading.rules[opener] == "opens comments" and told >= _TOLD and _is_surely_comments(reading, opener)


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
        if closes(reading, place):
            return False
        place -= 1
    if reading.rules[opener] == "opens comments" and _is_surely_comments(reading, opener):
        return False
    most = _BOX if reading.rules[opener] == "opens listing" else 0
    skipped = {"caption", "furniture"}
    below = (later for later in range(opener + 1, len(reading.rules)) if reading.rules[later] not in skipped)
    is_second = False
    for later in itertools.islice(below, most + 1):
        if reading.rules[later].startswith("opens"):
            if is_second or reading.rules[later] != reading.rules[opener]:
                return False
            is_second = True  # a box beside the first
            continue
        if _resumes(reading, later):
            following = next(below, None)
            return following is not None and (reading.is_story(following) or closes(reading, following))
    return False


def closes(reading: Reading, place: int) -> bool:
    """Say whether the line stands below a story that has been told: a signature, its source, tags."""
    text = reading.paragraphs[place].text
    if reading.rules[place]:
        return reading.rules[place] in {"author", "tags"}
    found = lines.label(text)
    return (found is not None and found[0] == "site") or credits.signs(text)


def _resumes(reading: Reading, place: int) -> bool:
    """Say whether a list of other stories ends before this line: the story goes on, or another list begins."""
    text, rule = reading.paragraphs[place].text, reading.rules[place]
    if rule:
        return rule.startswith("opens")
    return (lines.is_prose(text) and len(text) >= _LONG) or _counts_on(reading, place)


def _counts_on(reading: Reading, place: int) -> bool:
    """Say whether the line's number follows that of the story's last heading or step: "4. …" below "3. …"."""
    if reading.paragraphs[place].mark != "number":
        return False
    numbered = (above for above in reversed(range(place)) if reading.paragraphs[above].mark == "number")
    above = next(numbered, None)
    return above is not None and not reading.rules[above] and _number(reading, place) == _number(reading, above) + 1


def _number(reading: Reading, place: int) -> int:
    return int(reading.paragraphs[place].written.rstrip(".)"))


def _end_of_box(reading: Reading, start: int) -> int:
    """Return where the lines from *start* on end that no blank line parts from the line above, as in a box of other
    stories between two paragraphs; *start* if there are none, or too many, or no blank line stands over the box.
    """
    if not reading.paragraphs[start - 1].apart:
        return start
    beside = reading.paragraphs[start : start + _BOX + 1]
    end = next((start + count for count, paragraph in enumerate(beside) if paragraph.apart), start)
    return end if all(len(paragraph.text) <= _LONGEST for paragraph in reading.paragraphs[start:end]) else start


def _is_button(reading: Reading, place: int) -> bool:
    """Say whether the line, below a blank one, is a button for more ("Xem thêm"): it heads what stands right below."""
    paragraph = reading.paragraphs[place]
    return paragraph.apart and reading.rules[place] == "furniture" and lines.related(paragraph.text) == "list"


def _is_over_one(reading: Reading, place: int) -> bool:
    """Say whether the line is a button for more ("Xem thêm") right above another story's headline, and below that the
    story goes on; a teaser's own button stands below the only paragraph that it has.
    """
    if reading.rules[place] != "furniture" or lines.related(reading.paragraphs[place].text) != "list":
        return False
    if place + 2 >= len(reading.rules) or not reading.is_story(place + 2) or reading.stands_alone(place - 1):
        return False
    text = reading.paragraphs[place + 1].text
    return not reading.rules[place + 1] and not lines.is_prose(text) and len(text.split()) >= _HEADLINE


def _names_title(reading: Reading, place: int) -> bool:
    """Say whether the line is a headline behind its label, as at the head of each item of a feed."""
    found = lines.label(reading.paragraphs[place].text)
    return found is not None and found[0] == "title"


def _opens_tags(text: str) -> bool:
    """Say whether the line names tags that only the lines below it tell."""
    found = lines.label(text)
    return found is not None and not found[1]


def _is_tag(text: str) -> bool:
    return len(text.split()) <= _TAG and len(text) <= 50 and not lines.is_prose(text) and text[-1:] not in ".:"


def _are_tags(text: str) -> bool:
    """Say whether the line, below a label, is a tag, or several between commas."""
    return _is_tag(text) or (not lines.is_prose(text) and all(map(_is_tag, text.split(", "))))
