"""The sitemap: every page with its counterparts and the day it last changed (sitemaps.org 0.9, Google's xhtml:link)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Entry:
    """A page's path, its (language, path) pairs, itself included, and when it last changed."""

    path: str
    alternates: tuple[tuple[str, str], ...]
    updated: dt.datetime | None


def sitemap(entries: Iterable[Entry], siteurl: str) -> str:
    """Return the sitemap of *entries* in the order of their paths; *siteurl* is absolute."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for entry in sorted(entries, key=lambda entry: entry.path):
        lines.append(f"<url><loc>{escape(siteurl)}/{escape(entry.path)}</loc>")
        if entry.updated is not None:
            lines.append(f"<lastmod>{entry.updated.isoformat(timespec='seconds')}</lastmod>")
        for lang, path in [*entry.alternates, ("x-default", _default(entry))]:
            lines.append(f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(siteurl)}/{escape(path)}"/>')
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _default(entry: Entry) -> str:
    """Return where readers of other languages go: from a front page to the chooser, else to the first edition."""
    is_front = entry.path.count("/") <= 1
    return "" if is_front or not entry.alternates else entry.alternates[0][1]
