"""A story's topics, as the page names them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from diemtin.clean.facts import jsonld
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.visible import Line
from diemtin.text import squeeze

_METAS: Final = {
    "news_keywords": 0.8,
    "parsely-tags": 0.7,
    "sailthru.tags": 0.6,
    "article:tag": 0.8,
    "og:article:tag": 0.7,
    "keywords": 0.7,
}
_SPLIT: Final = re.compile(r"\s*[,;|、，]\s*")
_MAX_LENGTH: Final = 60
_MAX_TAGS: Final = 60
_LABEL: Final = re.compile(r"^(?:tags?|từ khóa|từ khoá|chủ đề|topics?|keywords?)\s*:?\s*", re.IGNORECASE)
_TECHNICAL: Final = re.compile(r"https?:|[{}<>=_]|^[0-9a-f-]{16,}$|^\w+:\S|^\d+$")


def split_tags(text: str) -> list[str]:
    """Return the topics in a list written as one text."""
    parts = _SPLIT.split(text)
    return [tag for part in parts if (tag := squeeze(part).strip("#\"'. ")) and len(tag) <= _MAX_LENGTH]


def statements(page: Page, articles: Sequence[jsonld.Node], lines: Sequence[Line]) -> list[tuple[list[str], Fact]]:
    """Return each place that names topics, with the topics."""
    found: list[tuple[list[str], str, float]] = []
    for node in articles:
        values = [value for value in jsonld.listed(node.get("keywords")) if isinstance(value, str)]
        found.append(([tag for value in values for tag in split_tags(jsonld.plain(value))], "JSON-LD keywords", 0.8))
    for name, weight in _METAS.items():
        found.append(([tag for value in page.meta(name) for tag in split_tags(value)], f"meta {name}", weight))
    found.append((list(_shown(lines)), "tag links", 0.9))
    return [
        (tags, Fact("tag", ", ".join(tags), source, weight))
        for tags, source, weight in ((list(_clean(tags)), source, weight) for tags, source, weight in found)
        if tags
    ]


def _shown(lines: Sequence[Line]) -> Iterable[str]:
    for line in lines:
        for part in line.parts_of("tags"):
            if part.linked:
                yield from split_tags(_LABEL.sub("", part.text))


def _clean(tags: Iterable[str]) -> Iterable[str]:
    seen: set[str] = set()
    for tag in tags:
        if tag.casefold() not in seen and not _TECHNICAL.search(tag) and len(seen) < _MAX_TAGS:
            seen.add(tag.casefold())
            yield tag
