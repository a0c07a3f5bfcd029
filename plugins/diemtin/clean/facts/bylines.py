"""Who wrote a story: the places on a page that name its authors."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from lxml.etree import XPath

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.authors import AGENCIES, PLACES, split_authors, uninverted
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.outlet import Outlet
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import View
from diemtin.clean.facts.shown_authors import BYLINE, shown_authors
from diemtin.clean.facts.signing import DOMAIN, is_person
from diemtin.text import fold_tones, squeeze

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_JSON_LD: Final = 0.9
_HOUSE: Final = 0.6  # of an organization: a byline that names a person is believed more
_PAGE: Final = 0.55  # of who made the page, who may have made no more than its frame
_MICRODATA: Final = 0.7
_CATALOGUED: Final = "meta citation_author"  # one element for each person
_SHOWN: Final = frozenset({"byline", "signature"})
_BESIDE: Final = AGENCIES | PLACES  # what stands beside people in a byline
# An outlet that signs its own story is its author only where nobody else is named for it.
_OWN_FACTOR: Final = 0.5
_DOUBTED: Final = 0.62  # of names that no reader sees: a marked byline is believed more
_ACCOUNT: Final = 0.4  # of an account's: whoever signs is believed more, in however many places it stands
_AGREED: Final = 0.1  # what a second place that names the same people adds
_FOR: Final = re.compile(r"(\S.*?) for (?:the )?(\S.*)", re.IGNORECASE)
_LOGIN: Final = re.compile(r"[a-z][a-z0-9._-]*")
_holds: Final = XPath("contains(string(/*/body), $name)")  # scripts and all, but in no time


def statements(
    page: Page, articles: Sequence[jsonld.Node], view: View, outlet: Outlet
) -> list[tuple[tuple[str, ...], Fact]]:
    """Return each place that names authors, with the names, the most believed first.

    Beside people an outlet's own name is left out; alone it stands, with little weight, if the page's data or a byline
    state it: many a blog is called as its author.
    """
    found = [fact for stated in _declared(page, articles) if (fact := _people_of(stated, outlet, view))]
    sure = {names for names, fact in found if fact.confidence >= BYLINE}
    doubtful = bool(sure) and all(_is_doubtful(names, page) for names in sure)
    if doubtful or not sure:
        shown = [fact for stated in shown_authors(view) if (fact := _people_of(stated, outlet, view))]
        if doubtful:
            are_accounts = all(_LOGIN.fullmatch(name) for names in sure for name in names)
            believed, most = (_SHOWN, _ACCOUNT) if are_accounts else ({"byline"}, _DOUBTED)
            shown = [(names, fact) for names, fact in shown if fact.source in believed and _is_one_person(names)]
            if shown:
                found = [(names, replace(fact, confidence=min(fact.confidence, most))) for names, fact in found]
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


def _people_of(stated: tuple[list[str], str, float], outlet: Outlet, view: View) -> tuple[tuple[str, ...], Fact] | None:
    texts, source, weight = stated
    spelled: dict[str, str] = {}
    for name in (name for text in texts for name in split_authors(text, vietnamese=view.page.is_vietnamese)):
        name = _without_house(name, outlet) if source in _SHOWN else _without_employer(name, outlet)
        spelled.setdefault(name.casefold(), name)
    names = list(spelled.values())
    own = [name for name in names if outlet.signs(name) or outlet.names_section(name)] if source != _CATALOGUED else []
    people = tuple(name for name in names if name not in own and not DOMAIN.search(name) and not view.is_headline(name))
    if source in _SHOWN and len(people) > 1:  # "Thu Hà, Hanoi": where she writes from, or works
        in_full = (name for name in people if " " in name and fold_tones(name) not in _BESIDE)
        people = tuple(filter(is_person, in_full)) or people
    imprint = bool(own) and own[0] == names[0] and source.startswith("meta")
    if people and not imprint:
        return people, Fact("author", ", ".join(people), source, weight)
    if own and (source.startswith("JSON-LD") or source == "byline"):
        return (own[0],), Fact("author", own[0], source, weight * _OWN_FACTOR)
    return None


def _without_house(name: str, outlet: Outlet) -> str:
    """Return *name* without the outlet's, in front ("Phóng viên Báo Hạ Liên Lương Gia Bảo") or behind."""
    words = _without_employer(name, outlet).split()
    house = next((n for n in range(2, len(words) - 1) if outlet.is_called(" ".join(words[:n]))), 0)
    return " ".join(words[house:])


def _without_employer(name: str, outlet: Outlet) -> str:
    """Return *name* without the outlet that its bearer writes for ("Ann Lee For Harbour Online")."""
    writes = _FOR.fullmatch(name)
    return writes[1] if writes and outlet.is_called(writes[2]) and not DOMAIN.search(name) else name


def _declared(page: Page, articles: Sequence[jsonld.Node]) -> Iterator[tuple[list[str], str, float]]:
    for node in articles:
        for name in ("author", "creator"):
            if texts := list(_people(page, node.get(name))):
                yield texts, f"JSON-LD {name}", _HOUSE if _is_house(page, node.get(name)) else _JSON_LD
    for node in [node for name in ("WebPage", "ItemPage") for node in page.graph.by_type.get(name, ())[:1]]:
        if texts := [text for text in _people(page, node.get("author")) if not _LOGIN.fullmatch(text)]:
            yield texts, "JSON-LD page's author", _PAGE
    for values, source, weight in metatags.lists(page, "author"):
        if source == _CATALOGUED:
            values = [uninverted(text, vietnamese=page.is_vietnamese) for text in values]
        if texts := [text for text in values if not text.startswith("http") and not _SLUG.fullmatch(text)]:
            yield texts, source, weight
    if texts := page.items.get("author", []):
        yield texts, "microdata author", _MICRODATA


def _is_house(page: Page, value: Any) -> bool:
    """Say whether *value* is of an organization alone."""
    items = [page.graph.resolve(item) for item in jsonld.listed(value)]
    return len(items) == 1 and isinstance(items[0], Mapping) and "Organization" in jsonld.types(items[0])


def _people(page: Page, value: Any) -> Iterator[str]:
    """Yield the names of the people that *value* is of: a name, an object, or a list of them."""
    for item in jsonld.listed(value)[:40]:
        item = page.graph.resolve(item)
        if isinstance(item, Mapping):
            order = ("familyName", "givenName") if page.is_vietnamese else ("givenName", "familyName")
            parts = " ".join(jsonld.text(item.get(part)) for part in order)
            yield from list(jsonld.texts(item.get("name"))) or [squeeze(parts)]
        elif isinstance(item, str):
            yield jsonld.plain(item)
