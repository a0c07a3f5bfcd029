"""Which feeds an edition has, and their entries, taken from Pelican's objects."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from diemtin import settings
from diemtin.feeds.entry import Entry, Feed, permanent_id
from diemtin.remote import link_remote_pictures
from diemtin.sanitize import without_originals

# Newest first; enough for a reader that polls once a day, few enough for 500 KB a feed.
_EDITION_ENTRIES: Final = 20
_TERM_ENTRIES: Final = 10
_ISSUE_ENTRIES: Final = 14
_LOCAL: Final = re.compile(r'((?:src|href)=")(/media/)')


@settings.keys
@dataclass(frozen=True, slots=True)
class FeedSettings:
    """``DIEMTIN_SITE_ID`` stands in every id. ``DIEMTIN_WEBSUB_HUB``: address of a hub that feeds name, if any."""

    site_id: str = ""
    websub_hub: str = ""


def edition_feed(generator: Any, own: FeedSettings, make: Callable[[Any], Entry]) -> Feed:
    """Return the feed of all an edition's stories."""
    edition = generator.context["edition"]
    newest = tuple(map(make, generator.articles[:_EDITION_ENTRIES]))
    return _feed(generator, own, (), edition.sitename, edition.path, newest)


def term_feeds(generator: Any, own: FeedSettings, make: Callable[[Any], Entry]) -> Iterator[Feed]:
    """Yield the feeds of an edition's sections and tags."""
    sitename = generator.context["edition"].sitename
    for kind, terms in (("section", generator.categories), ("tag", generator.tags.items())):
        for term, articles in terms:
            newest = tuple(map(make, articles[:_TERM_ENTRIES]))
            yield _feed(generator, own, (kind, term.key), f"{term.name} – {sitename}", term.url, newest)


def issue_feed(generator: Any, own: FeedSettings) -> Feed:
    """Return the feed whose entries are the newest days."""
    edition = generator.context["edition"]
    gettext, date_long = generator.context["words"].gettext, generator.env.filters["date_long"]
    days = generator.context["issues"][:_ISSUE_ENTRIES]
    template = generator.get_template("feed_issue")
    entries = tuple(
        Entry(
            id=permanent_id(own.site_id, "issue", day.date.isoformat(), edition.lang),
            url=f"{generator.settings['SITEURL']}/{day.url}",
            title=date_long(day.date),
            content=template.render({**generator.context, "issue": day}).strip(),
            summary=day.lead.title,
            published=dt.datetime.combine(day.date, dt.time(), day.lead.date.tzinfo),
            updated=day.updated,
            lang=edition.lang,
            authors=(edition.sitename,),
        )
        for day in days
    )
    title = f"{edition.sitename} – {gettext('Daily issues')}"
    return _feed(generator, own, ("issues",), title, edition.path, entries, name="issues")


def entry(article: Any, generator: Any, own: FeedSettings) -> Entry:
    """Return an article as a feed's entry: the whole text, the label of machine-made text, the way to the original."""
    siteurl = generator.settings["SITEURL"]
    template = generator.get_template("feed_entry")
    content = template.render({**generator.context, "article": article, "body": _body(article, generator)})
    return Entry(
        id=permanent_id(own.site_id, article.story_id, article.lang),
        url=f"{siteurl}/{article.url}",
        title=article.title,
        content=content.strip(),
        summary=article.lede,
        published=article.date,
        updated=article.updated,
        lang=article.lang,
        authors=tuple(article.author_names),
        categories=(article.category.name, *(tag.name for tag in article.tags)),
        image=f"{siteurl}{article.picture.src}" if article.picture else None,
        source_url=article.source.url,
        source_name=article.source.site,
    )


def _body(article: Any, generator: Any) -> str:
    """Return a story's body for readers elsewhere: one language, pictures of the site alone, addresses absolute."""
    label = generator.context["words"].gettext("Picture")
    own = link_remote_pictures(without_originals(article.get_content("")), label)
    return _LOCAL.sub(rf"\g<1>{generator.settings['SITEURL']}\g<2>", own)


def _feed(
    generator: Any,
    own: FeedSettings,
    key: tuple[str, ...],
    title: str,
    home: str,
    entries: tuple[Entry, ...],
    name: str = "feed",
) -> Feed:
    edition, siteurl = generator.context["edition"], generator.settings["SITEURL"]
    return Feed(
        id=permanent_id(own.site_id, "feed", edition.lang, *key),
        title=title,
        subtitle=edition.tagline,
        lang=edition.lang,
        home=f"{siteurl}/{home}",
        path=f"{home}{name}",
        siteurl=siteurl,
        stylesheet=f"{siteurl}/{generator.settings['THEME_STATIC_DIR']}/css/feed.css",
        hub=own.websub_hub,
        entries=entries,
    )
