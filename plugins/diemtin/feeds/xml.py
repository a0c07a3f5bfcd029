"""Atom 1.0 (RFC 4287) and RSS 2.0, written as text: an entry is escaped once for all the feeds it stands in."""

import functools
from collections.abc import Iterator
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from diemtin.feeds.entry import Entry, Feed

ATOM = "application/atom+xml"
RSS = "application/rss+xml"


def atom(feed: Feed) -> str:
    """Return *feed* as Atom."""
    lines = [
        *_prologue(feed),
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.lang)}>',
        f"<id>{escape(feed.id)}</id>",
        f'<title type="html">{_text(feed.title)}</title>',
        *([f'<subtitle type="html">{_text(feed.subtitle)}</subtitle>'] if feed.subtitle else []),
        f"<updated>{feed.updated.isoformat(timespec='seconds')}</updated>",
        f'<link rel="self" type="{ATOM}" href={quoteattr(feed.address("atom"))}/>',
        f'<link rel="alternate" type="text/html" hreflang={quoteattr(feed.lang)} href={quoteattr(feed.home)}/>',
        *([f'<link rel="hub" href={quoteattr(feed.hub)}/>'] if feed.hub else []),
        *map(_atom_entry, feed.entries),
        "</feed>",
    ]
    return "\n".join([*lines, ""])


def rss(feed: Feed) -> str:
    """Return *feed* as RSS 2.0, with the full text in ``content:encoded``."""
    lines = [
        *_prologue(feed),
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">',
        "<channel>",
        f"<title>{_rss_title(feed.title)}</title>",
        f"<link>{escape(feed.home)}</link>",
        f"<description>{_text(feed.subtitle or feed.title)}</description>",
        f"<language>{escape(feed.lang)}</language>",
        f"<lastBuildDate>{_rfc2822(feed)}</lastBuildDate>",
        f'<atom:link rel="self" type="{RSS}" href={quoteattr(feed.address("rss"))}/>',
        *([f'<atom:link rel="hub" href={quoteattr(feed.hub)}/>'] if feed.hub else []),
        *map(_rss_item, feed.entries),
        "</channel>",
        "</rss>",
    ]
    return "\n".join([*lines, ""])


def _prologue(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    if feed.stylesheet:
        yield f'<?xml-stylesheet type="text/css" href={quoteattr(feed.stylesheet)}?>'


def _rfc2822(item: Entry | Feed) -> str:
    return format_datetime(item.updated)


@functools.cache
def _atom_entry(entry: Entry) -> str:
    lines = [
        f"<entry xml:lang={quoteattr(entry.lang)}>",
        f"<id>{escape(entry.id)}</id>",
        f'<title type="html">{_text(entry.title)}</title>',
        f'<link rel="alternate" type="text/html" hreflang={quoteattr(entry.lang)} href={quoteattr(entry.url)}/>',
        *([f'<link rel="via" href={quoteattr(entry.source_url)}/>'] if entry.source_url else []),
        f"<published>{entry.published.isoformat(timespec='seconds')}</published>",
        f"<updated>{entry.updated.isoformat(timespec='seconds')}</updated>",
        *(f"<author><name>{escape(name)}</name></author>" for name in _authors(entry)),
        *(f"<category term={quoteattr(name)}/>" for name in entry.categories),
        *([f'<summary type="html">{_text(entry.summary)}</summary>'] if entry.summary else []),
        f'<content type="html">{escape(entry.content)}</content>',
        "</entry>",
    ]
    return "\n".join(lines)


@functools.cache
def _rss_item(entry: Entry) -> str:
    lines = [
        "<item>",
        f"<title>{_rss_title(entry.title)}</title>",
        f"<link>{escape(entry.url)}</link>",
        f'<guid isPermaLink="false">{escape(entry.id)}</guid>',
        f"<pubDate>{format_datetime(entry.published)}</pubDate>",
        *(f"<dc:creator>{escape(name)}</dc:creator>" for name in _authors(entry)),
        *(f"<category>{escape(name)}</category>" for name in entry.categories),
        f"<description>{_text(entry.summary or entry.title)}</description>",
        f"<content:encoded>{escape(entry.content)}</content:encoded>",
        "</item>",
    ]
    return "\n".join(lines)


def _text(text: str) -> str:
    """Write plain *text* where a reader expects HTML."""
    return escape(escape(text))


def _rss_title(title: str) -> str:
    """Write a title for readers that show it as text and for those that show it as HTML: its markup is no markup."""
    return escape(title.replace("<", "&lt;").replace(">", "&gt;"))


def _authors(entry: Entry) -> tuple[str, ...]:
    """Return the names; Atom demands one, and where the page names none its outlet is the author."""
    return entry.authors or tuple(filter(None, [entry.source_name])) or ("?",)
