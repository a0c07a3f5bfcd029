"""The publisher's section that a story stands in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from diemtin.clean.facts import jsonld
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.visible import Line
from diemtin.text import fold_tones, squeeze

_HOME: Final = frozenset(
    "home trang chu homepage startseite accueil inicio start frontpage front page news tin tuc".split()
    + ["trang chu", "front page", "home page", "tin tuc"]
)
_MAX_LENGTH: Final = 60


def statements(
    page: Page, articles: Sequence[jsonld.Node], lines: Sequence[Line], titles: Iterable[str], outlets: Iterable[str]
) -> list[Fact]:
    """Return every section the page names, the most believed first."""
    other = {fold_tones(text) for text in (*titles, *outlets)} | _HOME
    found: list[tuple[str, str, float]] = []
    for trail in page.graph.by_type.get("BreadcrumbList", ()):
        found += [(name, "JSON-LD breadcrumbs", 0.8) for name in _last(_crumbs(trail), other)]
    found += [(name, "breadcrumbs", 0.85) for name in _last(_shown(lines), other)]
    found += [
        (jsonld.text(value), "JSON-LD articleSection", 0.7)
        for node in articles
        for value in jsonld.listed(node.get("articleSection"))[:1]
    ]
    found += [(value, "microdata articleSection", 0.7) for value in page.items.get("articlesection", ())[:1]]
    found += [(value, f"meta {name}", 0.6) for name in ("article:section", "parsely-section", "category", "section") for value in page.meta(name)[:1]]
    facts = [
        Fact("section", name, source, weight)
        for name, source, weight in found
        if name and len(name) <= _MAX_LENGTH and fold_tones(name) not in other
    ]
    return sorted(facts, key=lambda fact: -fact.confidence)


def _last(names: Iterable[str], other: set[str]) -> list[str]:
    """Return the deepest of a trail's names that is no headline, no front page and no outlet."""
    fit = [name for name in names if fold_tones(name) not in other and len(name) <= _MAX_LENGTH]
    return fit[-1:]


def _crumbs(trail: jsonld.Node) -> list[str]:
    names = []
    for item in jsonld.listed(trail.get("itemListElement")):
        if isinstance(item, Mapping):
            inner: Any = item.get("item")
            names.append(jsonld.text(item.get("name")) or (jsonld.text(inner.get("name")) if isinstance(inner, Mapping) else ""))
    return [name for name in names if name]


def _shown(lines: Sequence[Line]) -> list[str]:
    """Return the linked names marked as a trail, up to the headline."""
    names: list[str] = []
    for line in lines:
        if line.tag == "h1":
            break
        names += [squeeze(part.text) for part in line.parts_of("section") if part.linked]
    return names
