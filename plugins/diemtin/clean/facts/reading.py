"""From a parsed page to its facts."""

import datetime as dt
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from diemtin.clean.facts import authors, jsonld, keywords, language, published, sections, titles
from diemtin.clean.facts.model import Facts
from diemtin.clean.facts.page import read_page


def read_facts(tree: HtmlElement, url: str | None, *, zone: ZoneInfo, fetched: dt.datetime | None = None) -> Facts:
    """Read what the page says of its story; *tree* is not changed.

    *url* is where the page came from, *zone* the site's time zone, in which dates are given and in which a time
    without an offset is understood; *fetched* is when the page was saved: a date later than that is refused.
    """
    page = read_page(tree, url)
    articles = page.graph.articles
    lines = page.lines
    lang = language.detect(page.text) or language.detect(" ".join(line.text for line in lines))
    names = [
        *page.meta("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name"),
        *(jsonld.text(page.graph.resolve(node.get("publisher"))) for node in articles),
        *(jsonld.text(node.get("name")) for kind in ("WebSite",) for node in page.graph.by_type.get(kind, ())),
    ]
    names = [name for name in names if name]
    address = next(iter(page.addresses), None)
    outlet = titles.outlet_of(page, address, names, page.meta("article:section"))
    headlines = titles.ranked(titles.statements(page, articles, outlet))
    headline = titles.headline_line(lines, [fact.value for fact in headlines])
    date, dates, notes = published.published(page, articles, lines, headline, zone=zone, fetched=fetched, local=lang == "vi")
    changed, changes = published.modified(page, articles, lines, zone, fetched)
    bylines = authors.statements(page, articles, headline, outlet, vietnamese=lang == "vi")
    tags = keywords.statements(page, articles, headline, [h.value for h in headlines[:1]])
    sects = sections.statements(page, articles, headline, [h.value for h in headlines[:1]], names)
    return Facts(
        title=headlines[0].value if headlines else None,
        headlines=tuple(f.value for f in headlines),
        date=date,
        modified=changed,
        authors=bylines[0][0] if bylines else (),
        tags=tags[0][0] if tags else (),
        section=sects[0].value if sects else None,
        lang=lang,
        url=url,
        evidence=(*headlines, *dates, *changes, *(b[1] for b in bylines), *(t[1] for t in tags), *sects),
        notes=(*page.graph.notes, *notes),
    )
