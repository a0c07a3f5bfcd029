"""The publisher's section that a story stands in: the deepest step of its trail, or what its data call so."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.dateline import find_dateline
from diemtin.clean.facts.directories import depth, directories
from diemtin.clean.facts.menus import current_entries
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import View
from diemtin.clean.facts.trails import HOME, MAX_STEPS, WORDS, filed_under, kickers, shown_trails, topic_kicker
from diemtin.clean.facts.values import visible_text
from diemtin.clean.facts.visible import Line, cut_off
from diemtin.text import fold_tones

_ROOT: Final = frozenset(WORDS["root"])
_BUTTONS: Final = frozenset((*WORDS["buttons"], *WORDS["pages"]))
_LEADING_BACK: Final = tuple(WORDS["leading_back"])
_NO_SECTION: Final = frozenset(WORDS["no_section"])
# The path of an address, and an entry of a list that counts its stories ("Vàng (15)"), are no names of a section.
_NO_NAME: Final = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)+/?|.*\(\d+\)")
_MAX_LENGTH: Final = 60
_ABOVE, _BELOW = 15, 4  # lines from the headline between which its trail stands
_MAX_INSIDE: Final = 50  # elements of a step in microdata


def statements(
    page: Page, articles: Sequence[jsonld.Node], view: View, titles: Iterable[str], outlets: Iterable[str]
) -> list[Fact]:
    """Return every section the page's data name, or else what a reader sees of one; the most believed first."""
    other = {fold_tones(text) for text in (*titles, *outlets)} | HOME
    found: list[tuple[str, str, float]] = []
    for node in page.graph.by_type.get("BreadcrumbList", ()):
        found += [(name, "JSON-LD trail", 0.8) for name in _step(_crumbs(node), other)]
    lists = [names for node in articles if (names := list(jsonld.texts(node.get("articleSection"))))]
    stated = [", ".join(names) for names in lists]
    found += [(names[0], "JSON-LD articleSection", 0.7) for names in lists]
    found += [(value, "microdata articleSection", 0.7) for value in page.items.get("articlesection", ())[:1]]
    found += metatags.stated(page, "section")
    if not any(_fits(name, other | _ROOT) and ", " not in name for name, _, _ in found):
        found += [(name, "microdata trail", 0.86) for trail in _microdata_trails(page) for name in _step(trail, other)]
        found += _shown(page, view, other, stated)
    elif found[0][1] != "JSON-LD trail" and any(len(names) > 1 for names in lists):
        found += _linked_steps([*_above(view), *view.below[:_BELOW]], stated)
    elif page.is_vietnamese or page.is_local:  # elsewhere the lines are read for nothing else
        best = max((statement for statement in found if _fits(statement[0], other)), key=lambda one: one[2])
        found += [(name, "trail", 0.85) for name in _below(best[0], view, other)]
    found = [statement for statement in found if _fits(statement[0], other)]
    if not found:  # the last that is asked: it takes a walk over the page
        found += [entry for entry in _current(page) if _fits(entry[0], other)]
    facts = [Fact("section", name, source, weight) for name, source, weight in found]
    return sorted(facts, key=lambda fact: -fact.confidence)


def _shown(page: Page, view: View, other: set[str], stated: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """Yield the sections that a reader sees: near the headline, and behind the text."""
    above, below = _above(view), view.below[:_BELOW]
    trails = shown_trails(above, below)
    if steps := [name for trail in trails for name in _step(trail, other)]:
        yield from ((name, "trail", 0.85) for name in steps)
        return
    yield from _linked_steps([*above, *below], stated)
    if topic := topic_kicker(above):
        yield topic, "topic above the headline", 0.55
    places = directories(page.addresses)
    for part in (*kickers(above), *(part for line in above + below for part in line.parts if part.linked)):
        if "author" not in part.kinds and (level := depth(part.text, part.address, places)):
            yield part.text, "directory of the address", 0.6 + level / 100
    for name in filed_under(above + below, view.below):
        yield name, "line of facts", 0.5
    for trail in trails:  # where nothing stands below it, the root is the section
        yield from ((name, "root of the trail", 0.3) for name in trail if fold_tones(name) in _ROOT)


def _current(page: Page) -> Iterator[tuple[str, str, float]]:
    """Yield the entries of the page's menus that are marked as current, the deepest directory of its address first."""
    places = directories(page.addresses)
    for name, address in current_entries(page.tree, page.addresses):
        yield name, "menu", 0.4 + depth(name, address, places) / 100


def _above(view: View) -> list[Line]:
    return view.lines[max(0, view.headline - _ABOVE) : view.headline]


def _below(section: str, view: View, other: set[str]) -> list[str]:
    """Return the deepest step below *section* in the first trail that a reader sees it in: "Năng lượng › Điện gió"."""
    for trail in shown_trails(_above(view), view.below[:_BELOW]):
        steps = [name for name in trail if _fits(name, other | _ROOT)]
        if len(steps) <= MAX_STEPS and section.casefold() in map(str.casefold, steps[:-1]):
            return steps[-1:]
    return []


def _linked_steps(lines: Iterable[Line], stated: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    """Yield the deepest step of what is *stated* ("Kinh doanh, Tài chính") that *lines* link, one by one."""
    links = {part.text for line in lines for part in line.parts if part.linked}
    for value in stated:
        steps = value.split(", ")
        linked = [step for step in steps if len(steps) > 1 and step in links]
        yield from [(step, "JSON-LD articleSection", 0.72) for step in linked[-1:]]


def _fits(name: str, other: set[str]) -> bool:
    folded = fold_tones(name).strip(" <>«»")
    if folded in _BUTTONS or folded in _NO_SECTION or folded.startswith(_LEADING_BACK) or _NO_NAME.fullmatch(name):
        return False
    if (date := find_dateline(name)) is not None and date.whole:
        return False
    if cut_off(name) and any(text.startswith(folded.rstrip(" .…")) for text in other):  # the headline, shortened
        return False
    return 1 < len(name) <= _MAX_LENGTH and any(map(str.isalpha, name)) and folded not in other and "://" not in name


def _step(names: Iterable[str], other: set[str]) -> list[str]:
    """Return the deepest step of a trail that is no headline, no front page and no outlet."""
    fit = [name for name in names if _fits(name, other | _ROOT)]
    return fit[:1] if len(fit) > MAX_STEPS else fit[-1:]


def _crumbs(trail: jsonld.Node) -> list[str]:
    steps = [item for item in jsonld.listed(trail.get("itemListElement")) if isinstance(item, Mapping)]
    names = _in_order(
        (str(item.get("position")), jsonld.text(item.get("name")) or jsonld.text(item.get("item"))) for item in steps
    )
    return [name for name in names if "://" not in name]


def _in_order(steps: Iterable[tuple[str, str]]) -> list[str]:
    """Return the names of a trail's *steps* (position and name), by their positions where all have one."""
    listed = list(steps)
    if all(position.isdecimal() for position, _ in listed):
        listed.sort(key=lambda step: int(step[0][:9]))
    return [name for _, name in listed if name]


def _microdata_trails(page: Page) -> Iterator[list[str]]:
    """Yield the steps of each trail in the page's microdata. One that leads nowhere, or to the page, is the story."""
    for _, trail in groupby(page.steps, key=_Element.getparent):
        steps = []
        for step in trail:
            inside = list(islice(step.iter(), _MAX_INSIDE))
            place = next((href for link in inside if link.tag == "a" and (href := link.get("href"))), "").rstrip("/")
            if place and not any(address.rstrip("/").endswith(place) for address in page.addresses):
                steps.append((_property(inside, "position"), _property(inside, "name")))
        yield _in_order(steps)


def _property(elements: Sequence[_Element], name: str) -> str:
    stated = next((element for element in elements if element.get("itemprop") == name), None)
    return "" if stated is None else stated.get("content") or visible_text(stated)
