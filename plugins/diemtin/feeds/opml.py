"""OPML 2.0: every feed of the site, to be subscribed to at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class Outline:
    """One Atom feed: its title, language, own address and the page it belongs to."""

    title: str
    lang: str
    address: str
    home: str


def opml(title: str, groups: Iterable[tuple[str, Iterable[Outline]]]) -> str:
    """Return the feeds of *groups*, each an edition's name and its feeds."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(title)}</title></head>",
        "<body>",
    ]
    for name, outlines in groups:
        lines.append(f"<outline text={quoteattr(name)}>")
        lines += [
            f'<outline type="rss" text={quoteattr(outline.title)} language={quoteattr(outline.lang)} '
            f"xmlUrl={quoteattr(outline.address)} htmlUrl={quoteattr(outline.home)}/>"
            for outline in outlines
        ]
        lines.append("</outline>")
    return "\n".join([*lines, "</body>", "</opml>", ""])
