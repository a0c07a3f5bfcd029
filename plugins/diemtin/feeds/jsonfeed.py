"""JSON Feed 1.1."""

import functools
import json
from typing import Any

from diemtin.feeds.entry import Entry, Feed

JSON = "application/feed+json"


def jsonfeed(feed: Feed) -> str:
    """Return *feed* as JSON Feed."""
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.home,
        "feed_url": feed.address("json"),
        "language": feed.lang,
    }
    if feed.hub:
        head["hubs"] = [{"type": "WebSub", "url": feed.hub}]
    items = ",\n".join(map(_item, feed.entries))
    return f'{_dump({key: value for key, value in head.items() if value})[:-1]}, "items": [\n{items}\n]}}\n'


@functools.cache
def _item(entry: Entry) -> str:
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.source_url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "image": entry.image,
        "date_published": entry.published.isoformat(timespec="seconds"),
        "date_modified": entry.updated.isoformat(timespec="seconds"),
        "language": entry.lang,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.categories),
    }
    return _dump({key: value for key, value in item.items() if value})


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
