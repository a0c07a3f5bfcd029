"""What a dump says of pictures that it does not have: captions beside credits, alternative texts, photo essays."""

import re
from typing import Final

from diemtin.clean.dumps import credits, dated
from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.vocabulary import TABLES, any_of

_CAPTION: Final = 120  # characters
_SHORT: Final = 80  # characters of a caption that only its credit's brackets tell
# "(Ảnh: Quốc Bảo/BNS)" on a line of its own, as "(Ann Lee/The River Sun)": the end of the caption above.
_ALONE: Final = re.compile(rf"\((?:{any_of(TABLES['captions']['ends'])})\s*[:：][^():]{{2,60}}\)\.?", re.IGNORECASE)
_FOR_OUTLET: Final = re.compile(r"(?P<names>[^/]{4,40}?) ?/ ?(?P<outlet>[^/]{4,60})")
_NEAR: Final = 3  # lines
_ESSAY: Final = 2  # pictures
_LONGEST: Final = 300  # characters of a caption that a picture stands above


def leave_out_pictures(reading: Reading) -> None:
    """Leave out what is said of a picture between its own words in brackets and its credit."""
    for place in range(2, len(reading.rules)):
        is_credit = reading.rules[place] == "caption" and not reading.rules[place - 1]
        if is_credit and credits.is_picture(reading.paragraphs[place - 2].text):
            reading.rules[place - 1] = "caption"


def leave_out_captions(reading: Reading) -> None:
    """Leave out the lines right below a picture of Markdown's that are no sentence, or in italics, and those right
    below the words that a text browser writes for a picture.

    A lede may stand in italics below the picture above it.
    """
    has_begun = False
    for place in range(0 if reading.title is None else reading.title + 1, len(reading.rules)):
        if reading.rules[place]:
            continue
        paragraph = reading.paragraphs[place]
        if _is_caption(reading, place, may_tell=has_begun and paragraph.emphasis == "italic"):
            reading.rules[place] = "caption"
        has_begun = has_begun or reading.is_story(place)


def _is_caption(reading: Reading, place: int, *, may_tell: bool) -> bool:
    """Say whether the line stands as a caption does below a picture; it *may_tell* in whole sentences then."""
    paragraph = reading.paragraphs[place]
    if paragraph.mark or paragraph.emphasis == "strong" or len(paragraph.text) > _LONGEST:
        return False
    pictured = paragraph.pictured or (not paragraph.apart and credits.is_picture(reading.paragraphs[place - 1].text))
    if not pictured or (reading.is_story(place) and not may_tell):
        return False
    return not credits.signs(paragraph.text) and dated.dateline_in(paragraph.text) is None


def leave_out_alternatives(reading: Reading) -> None:
    """Leave out what a caption says beside the alternative text of its picture, or above the credit."""
    captioned = _captioned(reading) | _taken_for_outlet(reading)
    for place in captioned:
        reading.rules[place] = reading.rules[place] or "caption"
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text
        credited = credits.is_credit(text) or place in captioned
        alone = _ALONE.fullmatch(text) or (credits.is_given(text) and _goes_on(reading, place))
        longest = _CAPTION if credited else _SHORT if alone else 0
        if place and len(reading.paragraphs[place - 1].text) <= longest:
            reading.rules[place - 1] = reading.rules[place - 1] or "caption"
        for other in range(max(0, place - 2), min(place + 3, len(reading.rules))):
            short = reading.paragraphs[other].text
            more = text[len(short) :].lstrip()[:1] if len(short) > 20 and text.startswith(short) else ""
            if reading.rules[place] == "caption" and more and not reading.rules[other]:
                reading.rules[other] = "caption repeated"
            elif more in {"-", "–", "—", "("} and len(text) < len(short) + 60 and not reading.rules[place]:
                # "What is seen – WHO TOOK IT" beside "What is seen".
                reading.rules[place] = "caption"
                reading.rules[other] = reading.rules[other] or "caption repeated"


def _goes_on(reading: Reading, place: int) -> bool:
    """Say whether the story goes on right below *place*: at its end such a line may sign it."""
    return any(map(reading.is_story, range(place + 1, min(place + _NEAR, len(reading.rules)))))


def _captioned(reading: Reading) -> set[int]:
    """Return the places of the lines that name who took a picture and stand below its caption: blank lines set the two
    apart together, or all of several such lines have a short one above, as in a photo essay.
    """
    takers = [place for place, one in enumerate(reading.paragraphs) if place and credits.names_taker(one.text)]
    short = [place for place in takers if len(reading.paragraphs[place - 1].text) <= _CAPTION]
    loud = _named_again(reading)
    if len(takers) >= _ESSAY and short == takers:
        return loud.union(takers)
    return loud.union(place for place in short if _stands_below_one(reading, place))


def _named_again(reading: Reading) -> set[int]:
    """Return the places of a name in capitals that stands below the headline more than once, each time under a short
    line that is no sentence: who took the pictures. Over what somebody says stands what another said.
    """
    found: dict[str, list[int]] = {}
    for place in range(1 if reading.title is None else reading.title + 2, len(reading.rules)):
        text = reading.paragraphs[place].text
        if text.isupper() and not reading.rules[place] and credits.are_names(text):
            found.setdefault(text, []).append(place)
    return {
        place
        for places in found.values()
        if len(places) >= _ESSAY and all(_is_short(reading, above - 1) for above in places)
        for place in places
    }


def _is_short(reading: Reading, place: int) -> bool:
    return len(reading.paragraphs[place].text) <= _CAPTION and not reading.is_story(place)


def _taken_for_outlet(reading: Reading) -> set[int]:
    """Return the places of the lines below another's byline that name a person and this outlet, as it calls itself
    above the headline: "Ann Lee / The River Sun" took the picture.
    """
    if reading.title is None:
        return set()
    outlets = {paragraph.text.casefold() for paragraph in reading.paragraphs[: reading.title]}
    found, is_signed = set(), False
    for place in range(reading.title + 1, len(reading.rules)):
        text = reading.paragraphs[place].text
        beside = _FOR_OUTLET.fullmatch(text) if is_signed else None
        if beside and beside["outlet"].casefold() in outlets and credits.are_names(beside["names"]):
            found.add(place)
        is_signed = is_signed or credits.is_labelled_byline(text)
    return found


def _stands_below_one(reading: Reading, place: int) -> bool:
    """Say whether the line and the one above are set apart together, by blank lines above and below."""
    beside = reading.paragraphs[place - 1 : place + 2]
    return [paragraph.apart for paragraph in beside] == [True, False, True] and beside[0].mark == ""
