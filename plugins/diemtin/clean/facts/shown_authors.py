"""Where a reader sees who wrote a story: bylines at its head, signatures there and at its end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.facts.authors import credits_others, names_job, split_authors
from diemtin.clean.facts.shown import BEHIND_LEDE, View
from diemtin.clean.facts.signing import (
    MAX_SIGNATURE,
    closes,
    dated_name,
    fact_author,
    is_labelled,
    labelled_byline,
    marked_author,
    signs,
)
from diemtin.clean.facts.visible import HEADINGS, Line

#: How far what is marked as a byline is believed.
BYLINE: Final = 0.65
_SIGNATURE: Final = 0.6
_MIN_PARAGRAPH: Final = 80  # characters of a line that is the story's text
_HEADED: Final = 2  # lines between two paragraphs, of which the first may be a name that heads the second
_TEASERS: Final = 3  # texts in a row below links, which end a story
_GAP: Final = 12  # lines without text after which a story is over
_ABOVE, _BELOW = 2, 12  # lines above the headline and below the text between which a byline stands
_CLOSING: Final = 6  # lines below the text in which it is signed

Byline = tuple[int, str]  # its line's place, and what it says


def shown_authors(view: View) -> Iterator[tuple[list[str], str, float]]:
    """Yield bylines (marked, or "By …" above the text) and signatures (names set off above or below the text)."""
    lines, headline = view.lines, view.headline
    text = _paragraphs(lines, headline)
    near = range(headline, text[0] + 1 + BEHIND_LEDE)
    marked = [
        (place, byline)
        for place in range(max(0, headline - _ABOVE), _next_story(lines, text[-1]))
        if (byline := marked_author(lines[place]) or (_fact(lines, place) if place in near else ""))
        and not (place and credits_others(lines[place - 1].text))
    ]
    speakers = _speakers(lines, [place for place, _ in marked if place > text[0]])
    for bylines, weight in _bylines(lines, [one for one in marked if one[0] not in speakers], near):
        yield bylines, "byline", weight
    for place in near[1:]:
        if place < len(lines) and (signed := _opening(lines[place], place - text[0], view.page.is_vietnamese)):
            yield [signed], "signature", _SIGNATURE
    for signed, weight in _closing(lines, text, speakers, local=view.page.is_vietnamese or view.page.is_local):
        yield [signed], "signature", weight


def _fact(lines: Sequence[Line], place: int) -> str:
    """Return the name in a line of facts, unless it is set off and heads text in the same frame."""
    below = lines[place + 1 : place + 1 + _HEADED]
    heads = lines[place].bold and any(_is_text(line) and line.parts_of("meta") for line in below)
    return "" if heads else fact_author(lines[place])


def _speakers(lines: Sequence[Line], marked: Sequence[int]) -> list[int]:
    """Return where names are *marked* in the text of those who said it: several, each below a paragraph of its own."""
    said = [place for place in marked if not is_labelled(lines[place].text)]
    return said if len(said) > 1 and all(len(lines[place - 1].text) > MAX_SIGNATURE for place in said) else []


def _bylines(lines: Sequence[Line], marked: Sequence[Byline], near: range) -> Iterator[tuple[list[str], float]]:
    """Yield the first of the *marked* bylines with what stands right below it: of those marked as an author's, and of
    other facts, which are believed less.

    Facts beside an author are other facts; an author far below the headline (not *near*) may be of something else.
    """
    authors = [one for one in marked if any("author" in part.kinds for part in lines[one[0]].parts)]
    facts = [one for one in marked if one not in authors]
    ranked = (authors, facts) if authors and authors[0][0] in near else (facts, authors)
    for found, weight in zip(filter(None, ranked), (BYLINE, _SIGNATURE), strict=False):
        yield [byline for place, byline in found if place - found[0][0] <= 2], weight


def _opening(line: Line, below: int, vietnamese: bool) -> str:
    """Return what signs in *line*, between the headline and the text or *below* its first paragraph, which may be a
    lede: a name set off, labelled ("By …"), or on a Vietnamese page beside the date.
    """
    text = line.spaced
    if signs(line) and (is_labelled(text) or (line.bold and below < 0) or names_job(text)):
        return text
    return labelled_byline(line) or (dated_name(line) if vietnamese and below <= 0 else "")


def _closing(
    lines: Sequence[Line], text: Sequence[int], speakers: Sequence[int], *, local: bool
) -> Iterator[tuple[str, float]]:
    """Yield the line that signs around the last paragraph of the *text*; a heading begins what is no longer its.

    Newsrooms of Vietnam (*local*) sign there with a name alone, others say "Story and photos by …".
    """
    last = text[-1]
    for place in range(text[-2] + 1 if len(text) > 2 else last + 1, min(last + _CLOSING, len(lines))):
        line = lines[place]
        if place > last and line.tag in HEADINGS:
            return
        if place not in speakers and signs(line) and (local or is_labelled(line.text)):
            is_source = not any(" " in name for name in split_authors(line.text))  # "Theo TTXVN"
            yield line.text, _SIGNATURE if is_source else BYLINE + 0.01
            return


def _paragraphs(lines: Sequence[Line], headline: int) -> list[int]:
    """Return where the paragraphs of the story stand; of one without any, where the page ends."""
    text = [place for place in range(headline, len(lines)) if _is_text(lines[place])]
    return text[: text.index(_end_of(text, lines)) + 1] if text else [len(lines)]


def _next_story(lines: Sequence[Line], last: int) -> int:
    """Return where behind the *last* paragraph another story is linked by its headline, or what is too far below."""
    end = min(last + _BELOW, len(lines))
    return next((n for n in range(last + 1, end) if lines[n].tag in HEADINGS and _is_other(lines[n])), end)


def _is_other(line: Line) -> bool:
    return all(part.linked and "author" not in part.kinds for part in line.parts)


def _is_text(line: Line) -> bool:
    return len(line.text) >= _MIN_PARAGRAPH and sum(map(len, line.links)) < len(line.text) / 2


def _end_of(text: Sequence[int], lines: Sequence[Line]) -> int:
    """Return the last paragraph of a story: after it come other things, and no table, for a good while, or a signature
    that closes it, or a heading and texts that each stand below a link.
    """
    for number, (place, following) in enumerate(pairwise(text), 1):
        between = lines[place + 1 : following]
        if any(line.tag in HEADINGS for line in between) and all(
            all(part.linked for part in lines[below - 1].parts) for below in text[number : number + _TEASERS]
        ):
            return place
        if sum(line.tag not in {"td", "th"} for line in between) >= _GAP or any(map(closes, between)):
            return place
        if len(between) > _HEADED and between[0].bold and signs(between[0]):
            return place
    return text[-1]
