"""A feed and its entries, before any format."""

import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: all addresses absolute, ``content`` safe HTML, ``summary`` plain text."""

    id: str
    url: str
    title: str
    content: str
    summary: str
    published: dt.datetime
    updated: dt.datetime
    lang: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    image: str | None = None
    source_url: str | None = None
    source_name: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: ``home`` is the page it belongs to, ``path`` its address from the site's root, without suffix."""

    id: str
    title: str
    subtitle: str
    lang: str
    home: str
    path: str
    siteurl: str
    stylesheet: str
    hub: str = ""
    entries: tuple[Entry, ...] = field(default_factory=tuple)

    @property
    def updated(self) -> dt.datetime:
        """Return when the newest of its entries changed."""
        return max(entry.updated for entry in self.entries)

    def address(self, suffix: str) -> str:
        """Return the feed's own address in one format."""
        return f"{self.siteurl}/{self.path}.{suffix}"


def permanent_id(site_id: str, *parts: str) -> str:
    """Return an id that depends on the site's own id and on *parts* alone, never on an address or a date."""
    return ":".join([site_id, *(quote(part, safe="/") for part in parts)])
