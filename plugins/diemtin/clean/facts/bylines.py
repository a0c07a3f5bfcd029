"""Who wrote a story: the places on a page that name its authors."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any, Final

from lxml.etree import XPath

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.authors import AGENCIES, split_authors
from diemtin.clean.facts.dateline import around_date
from diemtin.clean.facts.dates import RefusedDateError, read_moment
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.outlet import Outlet
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import View
from diemtin.clean.facts.visible import Line, Part
from diemtin.text import fold_tones, squeeze

_DOMAIN: Final = re.compile(r"\w\.[a-z]{2,4}$", re.IGNORECASE)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_LABELLED: Final = re.compile(r"(?:by|von|par|theo|bai|tac gia|thuc hien)\b")
_BEFORE_DATE: Final = re.compile(
    r"(?:\W|\b(?:on|at|ngày|lúc|vào|published|posted|updated|cập nhật|chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)+$",
    re.IGNORECASE,
)
_MIN_PARAGRAPH: Final = 80  # characters of a line that is the story's text
_MAX_SIGNATURE: Final = 60
_NO_SIGNATURE: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "td", "th", "dt"})
_GAP: Final = 12  # lines without text after which a story is over
_PARTICLES: Final = frozenset(
    {"de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "bin", "binti", "al", "el", "ben", "zu", "y", "e"}
)
_JSON_LD: Final = 0.9
_PAGE: Final = 0.55  # of who made the page, who may have made no more than its frame
_MICRODATA: Final = 0.7
_BYLINE: Final = 0.65
_SIGNATURE: Final = 0.6
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
    found = [fact for stated in _declared(page, articles) if (fact := _people_of(stated, outlet))]
    sure = {names for names, fact in found if fact.confidence >= _BYLINE}
    doubtful = bool(sure) and all(_is_doubtful(names, page) for names in sure)
    if doubtful or not sure:
        shown = [fact for stated in _shown(view, vietnamese) if (fact := _people_of(stated, outlet))]
        if doubtful:
            shown = [(names, fact) for names, fact in shown if fact.source == "byline" and _is_one_person(names)]
        if doubtful and shown:
            found = [(names, replace(fact, confidence=min(fact.confidence, _DOUBTED))) for names, fact in found]
        found += shown
    lists = {" ".join(names).casefold(): names for names, _ in found if len(names) > 1}
    found = [(lists.get(names[0].casefold(), names), fact) for names, fact in found]  # names that were glued together
    said = Counter(_folded(names) for names, _ in found)
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


def _people_of(stated: tuple[list[str], str, float], outlet: Outlet) -> tuple[tuple[str, ...], Fact] | None:
    texts, source, weight = stated
    spelled: dict[str, str] = {}
    for name in (name for text in texts for name in split_authors(text)):
        spelled.setdefault(name.casefold(), name)
    names = list(spelled.values())
    own = [name for name in names if outlet.signs(name) or outlet.names_section(name)]
    people = tuple(name for name in names if name not in own and not _DOMAIN.search(name))
    if source in {"byline", "signature"} and len(people) > 1:  # "Thu Hà, Hanoi": where she writes from
        people = tuple(name for name in people if " " in name and fold_tones(name) not in AGENCIES) or people
    imprint = bool(own) and own[0] == names[0] and source.startswith("meta")
    if people and not imprint:
        return people, Fact("author", ", ".join(people), source, weight)
    if own and source.startswith("JSON-LD"):
        return (own[0],), Fact("author", own[0], source, weight * _OWN_FACTOR)
    return None


def _declared(page: Page, articles: Sequence[jsonld.Node]) -> Iterator[tuple[list[str], str, float]]:
    for node in articles:
        for name in ("author", "creator"):
            if texts := list(_people(page.graph, node.get(name))):
                yield texts, f"JSON-LD {name}", _JSON_LD
    for node in [node for name in ("WebPage", "ItemPage") for node in page.graph.by_type.get(name, ())[:1]]:
        if texts := [text for text in _people(page.graph, node.get("author")) if not _LOGIN.fullmatch(text)]:
            yield texts, "JSON-LD page's author", _PAGE
    for values, source, weight in metatags.lists(page, "author"):
        if texts := [text for text in values if not text.startswith("http") and not _SLUG.fullmatch(text)]:
            yield texts, source, weight
    if texts := page.items.get("author", [])[:1]:
        yield texts, "microdata author", _MICRODATA


def _shown(view: View, vietnamese: bool) -> Iterator[tuple[list[str], str, float]]:
    """Yield bylines (marked, or "By …" above the text) and signatures (names set off above or below the text)."""
    lines, headline = view.lines, view.headline
    text = [place for place in range(headline, len(lines)) if _is_text(lines[place])]
    text = text[: text.index(_end_of(text, lines)) + 1] if text else [len(lines)]
    first, last = text[0], text[-1]
    marked = [
        (place, byline)
        for place in range(max(0, headline - 2), min(last + 12, len(lines)))
        if (byline := _marked(lines[place]))
    ]
    said = [place for place, _ in marked if place > first and not _LABELLED.match(fold_tones(lines[place].text))]
    if len(said) < 2 or any(len(lines[place - 1].text) <= _MAX_SIGNATURE for place in said):
        said = []  # else each has a paragraph of its own above: those are who said it
    marked = [(place, byline) for place, byline in marked if place not in said]
    authors = [found for found in marked if any("author" in part.kinds for part in lines[found[0]].parts)]
    marked = authors or marked  # facts beside an author are other facts
    for place, byline in marked[:1]:
        yield [byline, *(other for where, other in marked[1:] if where - place <= 2)], "byline", _BYLINE
    for line in lines[headline + 1 : first]:
        if (line.bold or _LABELLED.match(fold_tones(line.text))) and _signs(line):
            yield [line.text], "signature", _SIGNATURE
            break
    if vietnamese:  # its newsrooms sign below the text
        below = range(text[-2] + 1 if len(text) > 2 else last + 1, min(last + 6, len(lines)))
        signed = [lines[place].text for place in below if place not in said and _signs(lines[place])]
        if signed:
            yield signed[:1], "signature", _BYLINE + 0.01


def _marked(line: Line) -> str:
    """Return what is marked as an author in *line*; a line marked as facts of the story may be a name as well."""
    parts = [part for part in line.parts if part.is_a("author") or part.kinds[:2] == ("meta", "author")]
    byline = _undated(_joined(parts) if parts else line.text if line.is_a("meta") else "")
    if parts and not _named(byline):
        byline = _joined([part for part in parts if part.linked])
    elif not parts and byline:
        names = split_authors(byline)
        if len(names) != 1 or (byline != line.text and " " not in names[0]):  # one word beside a date tells of the date
            return ""
    return byline if byline and len(byline) < _MAX_SIGNATURE * 2 and _named(byline) else ""


def _joined(parts: Sequence[Part]) -> str:
    """Return the texts of *parts* in one line, in which a link is set apart from what stands around it."""
    runs = groupby(parts, key=lambda part: part if part.linked else None)
    return " | ".join(" ".join(part.text for part in run) for _, run in runs)


def _undated(byline: str) -> str:
    """Return *byline* without the date in it and the words that lead to it."""
    try:
        moment = read_moment(byline) if any(map(str.isdigit, byline)) else None
    except RefusedDateError:
        return byline
    if moment is None or (around := around_date(byline, moment)) is None:
        return byline
    before, behind = around
    return f"{_BEFORE_DATE.sub('', before)} | {behind}"


def _signs(line: Line) -> bool:
    """Whether a line set off from the text is nothing but the names of those who wrote it."""
    if line.links or line.tag in _NO_SIGNATURE or len(line.text) > _MAX_SIGNATURE or not _named(line.text):
        return False
    names = split_authors(line.text)
    return bool(_LABELLED.match(fold_tones(line.text))) or all(2 <= len(name.split()) <= 4 for name in names)


def _is_text(line: Line) -> bool:
    return len(line.text) >= _MIN_PARAGRAPH and sum(map(len, line.links)) < len(line.text) / 2


def _end_of(text: Sequence[int], lines: Sequence[Line]) -> int:
    """Return the last paragraph of a story: after it come other things, and no table, for a good while."""
    for place, following in pairwise(text):
        if sum(line.tag not in {"td", "th"} for line in lines[place + 1 : following]) >= _GAP:
            return place
    return text[-1]


def _named(text: str) -> bool:
    """Whether *text* is nothing but a byline: every name in it looks like a person's."""
    names = split_authors(text)
    if len(names) > 1 and all(" " not in name for name in names):  # a row of buttons
        return False
    return bool(names) and all(map(_is_person, names))


def _is_person(name: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 5 or _DOMAIN.search(name) or (len(words) > 1 and any(map(str.isdigit, name))):
        return False
    return all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)


def _people(graph: jsonld.Graph, value: Any) -> Iterator[str]:
    for item in jsonld.listed(value)[:40]:
        item = graph.resolve(item)
        if isinstance(item, Mapping):
            given, family = jsonld.text(item.get("givenName")), jsonld.text(item.get("familyName"))
            yield from list(jsonld.texts(item.get("name"))) or [squeeze(f"{given} {family}")]
        elif isinstance(item, str):
            yield jsonld.plain(item)
