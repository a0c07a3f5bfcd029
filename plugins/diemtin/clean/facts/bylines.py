"""Who wrote a story: the places on a page that name its authors."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from lxml.etree import XPath

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.authors import AGENCIES, PLACES, names_job, split_authors
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.outlet import Outlet
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import BEHIND_LEDE, View
from diemtin.clean.facts.signing import (
    DOMAIN,
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
from diemtin.text import fold_tones, squeeze

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_MIN_PARAGRAPH: Final = 80  # characters of a line that is the story's text
_HEADED: Final = 2  # lines between two paragraphs, of which the first may be a name that heads the second
_TEASERS: Final = 3  # texts in a row below links, which end a story
_GAP: Final = 12  # lines without text after which a story is over
_JSON_LD: Final = 0.9
_PAGE: Final = 0.55  # of who made the page, who may have made no more than its frame
_MICRODATA: Final = 0.7
_BYLINE: Final = 0.65
_SIGNATURE: Final = 0.6
_SHOWN: Final = frozenset({"byline", "signature"})
_BESIDE: Final = AGENCIES | PLACES  # what stands beside people in a byline
# An outlet that signs its own story is its author only where nobody else is named for it.
_OWN_FACTOR: Final = 0.5
_DOUBTED: Final = 0.62  # of names that no reader sees: a marked byline is believed more
_AGREED: Final = 0.1  # what a second place that names the same people adds
_LOGIN: Final = re.compile(r"[a-z][a-z0-9._-]*")
_holds: Final = XPath("contains(string(/*/body), $name)")  # scripts and all, but in no time


def statements(
    page: Page, articles: Sequence[jsonld.Node], view: View, outlet: Outlet, *, vietnamese: bool
) -> list[tuple[tuple[str, ...], Fact]]:
    """Return each place that names authors, with the names, the most believed first.

    Beside people an outlet's own name is left out; alone it stands, with little weight, if the page's data state it.
    """
    found = [
        fact
        for stated in _declared(page, articles, vietnamese)
        if (fact := _people_of(stated, outlet, view, vietnamese))
    ]
    sure = {names for names, fact in found if fact.confidence >= _BYLINE}
    doubtful = bool(sure) and all(_is_doubtful(names, page) for names in sure)
    if doubtful or not sure:
        shown = [fact for stated in _shown(view, vietnamese) if (fact := _people_of(stated, outlet, view, vietnamese))]
        if doubtful:
            shown = [(names, fact) for names, fact in shown if fact.source == "byline" and _is_one_person(names)]
        if doubtful and shown:
            found = [(names, replace(fact, confidence=min(fact.confidence, _DOUBTED))) for names, fact in found]
        found += shown
    lists = {" ".join(names).casefold(): names for names, _ in found if len(names) > 1}
    found = [(lists.get(names[0].casefold(), names), fact) for names, fact in found]  # names that were glued together
    said = Counter(names for names, _ in {(_folded(names), fact.source) for names, fact in found})
    return sorted(found, key=lambda one: -(one[1].confidence + _AGREED * (said[_folded(one[0])] > 1)))


def _folded(names: Sequence[str]) -> frozenset[str]:
    return frozenset(map(str.casefold, names))


def _is_doubtful(names: Sequence[str], page: Page) -> bool:
    """Whether *names* may be an account's and no author's: they are logins, or no reader of the page sees them."""
    if all(map(_LOGIN.fullmatch, names)):
        return True
    if any(_holds(page.tree, name=name) for name in names):
        return False
    shown = "\n".join(line.text for line in page.lines).casefold()
    return not any(name.casefold() in shown for name in names)


def _is_one_person(names: Sequence[str]) -> bool:
    return len(names) == 1 and " " in names[0]


def _people_of(
    stated: tuple[list[str], str, float], outlet: Outlet, view: View, vietnamese: bool
) -> tuple[tuple[str, ...], Fact] | None:
    texts, source, weight = stated
    spelled: dict[str, str] = {}
    for name in (name for text in texts for name in split_authors(text, vietnamese=vietnamese)):
        name = _without_house(name, outlet) if source in _SHOWN else name
        spelled.setdefault(name.casefold(), name)
    names = list(spelled.values())
    own = [name for name in names if outlet.signs(name) or outlet.names_section(name)]
    people = tuple(name for name in names if name not in own and not DOMAIN.search(name) and not view.is_headline(name))
    if source in _SHOWN and len(people) > 1:  # "Thu Hà, Hanoi": where she writes from
        people = tuple(name for name in people if " " in name and fold_tones(name) not in _BESIDE) or people
    imprint = bool(own) and own[0] == names[0] and source.startswith("meta")
    if people and not imprint:
        return people, Fact("author", ", ".join(people), source, weight)
    if own and source.startswith("JSON-LD"):
        return (own[0],), Fact("author", own[0], source, weight * _OWN_FACTOR)
    return None


def _without_house(name: str, outlet: Outlet) -> str:
    """Return *name* without the outlet's in front ("Phóng viên Báo Hạ Liên Lương Gia Bảo")."""
    words = name.split()
    house = next((n for n in range(2, len(words) - 1) if outlet.is_called(" ".join(words[:n]))), 0)
    return " ".join(words[house:])


def _declared(page: Page, articles: Sequence[jsonld.Node], vietnamese: bool) -> Iterator[tuple[list[str], str, float]]:
    for node in articles:
        for name in ("author", "creator"):
            if texts := list(_people(page.graph, node.get(name), vietnamese)):
                yield texts, f"JSON-LD {name}", _JSON_LD
    for node in [node for name in ("WebPage", "ItemPage") for node in page.graph.by_type.get(name, ())[:1]]:
        if texts := [
            text for text in _people(page.graph, node.get("author"), vietnamese) if not _LOGIN.fullmatch(text)
        ]:
            yield texts, "JSON-LD page's author", _PAGE
    for values, source, weight in metatags.lists(page, "author"):
        if texts := [text for text in values if not text.startswith("http") and not _SLUG.fullmatch(text)]:
            yield texts, source, weight
    if texts := page.items.get("author", []):
        yield texts, "microdata author", _MICRODATA


def _shown(view: View, vietnamese: bool) -> Iterator[tuple[list[str], str, float]]:
    """Yield bylines (marked, or "By …" above the text) and signatures (names set off above or below the text)."""
    lines, headline = view.lines, view.headline
    text = [place for place in range(headline, len(lines)) if _is_text(lines[place])]
    text = text[: text.index(_end_of(text, lines)) + 1] if text else [len(lines)]
    first, last = text[0], text[-1]
    near = range(headline, first + 1 + BEHIND_LEDE)
    marked = [
        (place, byline)
        for place in range(max(0, headline - 2), _next_story(lines, last))
        if (byline := marked_author(lines[place]) or (fact_author(lines[place]) if place in near else ""))
    ]
    said = [place for place, _ in marked if place > first and not is_labelled(lines[place].text)]
    if len(said) < 2 or any(len(lines[place - 1].text) <= MAX_SIGNATURE for place in said):
        said = []  # else each has a paragraph of its own above: those are who said it
    marked = [(place, byline) for place, byline in marked if place not in said]
    authors = [found for found in marked if any("author" in part.kinds for part in lines[found[0]].parts)]
    facts = [found for found in marked if found not in authors]
    # Facts beside an author are other facts; an author far below them may be of something else.
    ranked = (authors, facts) if authors and authors[0][0] in near else (facts, authors)
    for marked, weight in zip(filter(None, ranked), (_BYLINE, _SIGNATURE), strict=False):
        for place, byline in marked[:1]:
            yield [byline, *(other for where, other in marked[1:] if where - place <= 2)], "byline", weight
    for signed in _opening(lines, headline, first, vietnamese):
        yield [signed], "signature", _SIGNATURE
    if vietnamese:  # its newsrooms sign below the text
        below = range(text[-2] + 1 if len(text) > 2 else last + 1, min(last + 6, len(lines)))
        for place in below:
            if place > last and lines[place].tag in HEADINGS:  # what is below is no longer the story's
                break
            if place not in said and signs(lines[place]):
                is_source = not any(" " in name for name in split_authors(lines[place].text))  # "Theo TTXVN"
                yield [lines[place].text], "signature", _SIGNATURE if is_source else _BYLINE + 0.01
                break


def _next_story(lines: Sequence[Line], last: int) -> int:
    """Return where behind the *last* paragraph another story is linked by its headline, or what is too far below."""
    end = min(last + 12, len(lines))
    return next((n for n in range(last + 1, end) if lines[n].tag in HEADINGS and _is_other(lines[n])), end)


def _is_other(line: Line) -> bool:
    return all(part.linked and "author" not in part.kinds for part in line.parts)


def _opening(lines: Sequence[Line], headline: int, first: int, vietnamese: bool) -> Iterator[str]:
    """Yield the lines that sign between the *headline* and the text, whose *first* paragraph may be a lede with the
    names behind it: set off, labelled ("By …"), or on a Vietnamese page beside the date.
    """
    for place in range(headline + 1, min(first + 1 + BEHIND_LEDE, len(lines))):
        line, text = lines[place], lines[place].spaced
        if signs(line) and (is_labelled(text) or (line.bold and place < first) or names_job(text)):
            yield text
        elif byline := labelled_byline(line) or (dated_name(line) if vietnamese and place <= first else ""):
            yield byline


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


def _people(graph: jsonld.Graph, value: Any, vietnamese: bool) -> Iterator[str]:
    for item in jsonld.listed(value)[:40]:
        item = graph.resolve(item)
        if isinstance(item, Mapping):
            order = ("familyName", "givenName") if vietnamese else ("givenName", "familyName")
            parts = " ".join(jsonld.text(item.get(part)) for part in order)
            yield from list(jsonld.texts(item.get("name"))) or [squeeze(parts)]
        elif isinstance(item, str):
            yield jsonld.plain(item)
