"""Atom, RSS and JSON feeds for each edition, section and tag, an Atom feed of issues, and an OPML of them all."""

import functools
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.plugins import signals

from diemtin import settings
from diemtin.feeds.binding import FeedSettings, edition_feed, entry, issue_feed, term_feeds
from diemtin.feeds.jsonfeed import JSON, jsonfeed
from diemtin.feeds.opml import Outline, opml
from diemtin.feeds.xml import ATOM, RSS, atom, rss

_FORMATS = (("Atom", "atom", ATOM, atom), ("RSS", "rss", RSS, rss), ("JSON Feed", "json", JSON, jsonfeed))


def announce_feeds(generators: list[Any]) -> None:
    """Tell each page of an edition, before any is written, which feeds it has: (title, media type, path)."""
    for generator in generators:
        edition = generator.context.get("edition")
        if edition is None or not getattr(generator, "articles", None):
            continue
        generator.context["feeds"] = _announced(edition.sitename, f"{edition.path}feed")
        for term in [*generator.tags, *(section for section, _ in generator.categories)]:
            term.feeds = _announced(f"{term.name} – {edition.sitename}", f"{term.url}feed")


def _announced(title: str, path: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{title} ({name})", media_type, f"{path}.{suffix}") for name, suffix, media_type, _ in _FORMATS)


def write_feeds(generator: Any, writer: Any) -> None:
    """Write an edition's feeds."""
    if "edition" not in generator.context:
        return
    own = settings.parse(FeedSettings, generator.settings)
    make = functools.cache(lambda article: entry(article, generator, own))
    for feed in [edition_feed(generator, own, make), *term_feeds(generator, own, make)]:
        for _, suffix, _, render in _FORMATS:
            writer.write_bytes(f"{feed.path}.{suffix}", render(feed).encode("utf-8"))
    issues = issue_feed(generator, own)
    writer.write_bytes(f"{issues.path}.atom", atom(issues).encode("utf-8"))


class Outlines(Generator):  # type: ignore[misc]
    """Writes ``feeds.opml``."""

    def generate_output(self, writer: Any) -> None:
        """List the feeds of every edition that has stories."""
        groups = [
            (context["edition"].name, self._outlines(context))
            for context in self.context["edition_contexts"].values()
            if context["articles"]
        ]
        writer.write_bytes("feeds.opml", opml(self.settings["SITENAME"], groups).encode("utf-8"))

    def _outlines(self, context: dict[str, Any]) -> list[Outline]:
        edition, siteurl = context["edition"], self.settings["SITEURL"]
        terms = [*(section for section, _ in context["categories"]), *(tag for tag, _ in context["tags"])]
        pages = [(edition.sitename, edition.path), *((f"{term.name} – {edition.sitename}", term.url) for term in terms)]
        return [
            Outline(title, edition.lang, f"{siteurl}/{path}feed.atom", f"{siteurl}/{path}") for title, path in pages
        ]


def outlines(pelican: Pelican) -> type:
    """Hand Pelican the generator of the OPML file."""
    del pelican
    return Outlines


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(announce_feeds)
    signals.get_generators.connect(outlines)
    signals.article_writer_finalized.connect(write_feeds)
