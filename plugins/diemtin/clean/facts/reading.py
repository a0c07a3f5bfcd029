"""From a parsed page to its facts."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

from lxml.etree import _Element

from diemtin.clean.facts import (
    bylines,
    canonical,
    jsonld,
    keywords,
    ledes,
    metatags,
    pictures,
    published,
    sections,
    titles,
)
from diemtin.clean.facts.model import Fact, Facts
from diemtin.clean.facts.outlet import outlet_of
from diemtin.clean.facts.page import Page, read_page
from diemtin.clean.facts.shown import GUESSED, View
from diemtin.clean.facts.values import visible_text

_MAX_HEADINGS: Final = 30  # of the second level that are looked at


def read_facts(tree: _Element, url: str | None, *, zone: ZoneInfo, fetched: dt.datetime | None = None) -> Facts:
    """Read what the page says of its story; *tree* is not changed.

    *url* is where the page came from, *zone* the site's time zone, in which dates are given and in which a time
    without an offset is understood; *fetched* is when the page was saved: a date later than that is refused.
    """
    page = read_page(tree, url)
    shown = [text for text in (*page.headings, *page.meta("og:title")) if text]
    articles, left_out = jsonld.own_articles(page.graph, page.addresses, shown)
    names = _site_names(page, articles)
    outlet = outlet_of(page, names)
    headlines = titles.ranked(titles.statements(page, articles, outlet))
    view = View(page, [fact.value for fact in headlines])
    best = [fact.value for fact in headlines[:1]]
    data = published.declared(page, articles, zone)
    date, dates, notes = published.published(data, view, zone=zone, fetched=fetched, local=page.is_vietnamese)
    from_data = any(fact.source not in {"dateline", "time", "address"} for fact in dates[:1])
    modified, changes = published.modified(data, None if from_data else view, zone=zone, fetched=fetched)
    people = bylines.statements(page, articles, view, outlet)
    topics = keywords.statements(page, articles, view, best, outlet)
    places = sections.statements(page, articles, view, best, names)
    addresses = canonical.statements(page, url)
    picture, images = pictures.lead_picture(page, articles, url or (addresses[0].value if addresses else None))
    openings = ledes.statements(page, articles, view)
    licences = _licences(page, articles)
    if modified and date and modified < date:
        modified = None
    if modified and not date:
        notes.append("no date of publication: that of the last change stands for it")
    return Facts(
        title=best[0] if best else None,
        # A line that was no more than guessed to be the headline, and is not taken for it, may be the story's.
        headlines=tuple(fact.value for place, fact in enumerate(headlines) if place == 0 or fact.source != GUESSED),
        date=date or modified,
        modified=modified,
        authors=people[0][0] if people else (),
        section=places[0].value if places else None,
        tags=topics[0][0] if topics else (),
        image=picture,
        url=addresses[0].value if addresses else None,
        site=names[0] if names else None,
        licence=licences[0].value if licences else None,
        lang=page.lang,
        ledes=tuple(fact.value for fact in openings),
        base=page.base,
        body=page.graph.body,
        evidence=(
            *headlines,
            *dates,
            *changes,
            *(fact for _, fact in people),
            *places,
            *(fact for _, fact in topics),
            *images,
            *addresses,
            *licences,
            *openings,
        ),
        notes=(*page.graph.notes, *left_out, *notes),
    )


def _site_names(page: Page, articles: Sequence[jsonld.Node]) -> list[str]:
    """Return what the page calls its outlet."""
    names = [
        *(value for value, _, _ in metatags.stated(page, "site")),
        *(jsonld.text(page.graph.resolve(node.get("publisher"))) for node in articles),
        *(jsonld.text(node.get("name")) for node in page.graph.by_type.get("WebSite", ())[:2]),
        *_masthead(page),
    ]
    headlines = set(page.titles[:1]) & set(page.headings)  # some pages give their headline for the site's name
    names = [name for name in dict.fromkeys(names) if name not in headlines]
    return [name for name in names if name and len(name) <= 80 and "://" not in name and not name.startswith("@")]


def _masthead(page: Page) -> Iterator[str]:
    """Yield the first heading where it is the outlet's: it ends the browser's title, and the longer text before it is a
    second-level heading.
    """
    for title, heading in zip(page.titles[:1], page.headings[:1], strict=False):
        rest = title.removesuffix(heading).rstrip(" -–—|·•»:")
        below = islice(page.tree.iter("h2"), _MAX_HEADINGS)
        if len(title) > len(rest) > len(heading) and any(visible_text(sub) == rest for sub in below):
            yield heading


def _licences(page: Page, articles: Sequence[jsonld.Node]) -> list[Fact]:
    found = [
        *((href, "link license") for href in page.links.get("license", ())),
        *((_address(node.get("license")), "JSON-LD license") for node in articles),
        *((value, source) for value, source, _ in metatags.stated(page, "licence")),
        *((href, "link to the license") for href in page.licences[:1]),
    ]
    return [Fact("licence", value[:300], source, 0.8) for value, source in found if value]


def _address(licence: object) -> str:
    if isinstance(licence, Mapping):
        licence = licence.get("@id") or licence.get("url") or licence.get("name")
    return jsonld.text(licence)
