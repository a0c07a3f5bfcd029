"""The picture a page puts beside its headline where it is shared."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.stories import Picture
from diemtin.text import squeeze

# What a site shows for a page that has no picture of its own, and who wrote the story.
_PLACEHOLDER: Final = re.compile(
    r"(?:^|[/_.-])(?:logos?|placeholder|default|no-?image|blank|avatars?|favicon|icon|authors?|autor(?:es)?|tac-?gia)"
    r"(?=[/_.\d-]|$)",
    re.IGNORECASE,
)
_MAX_ADDRESS: Final = 2_000
_MOST: Final = 4  # pictures of one kind: the first may be the site's own
_MAX_ALT: Final = 500


def lead_picture(page: Page, articles: Sequence[jsonld.Node], base: str | None) -> tuple[Picture | None, list[Fact]]:
    """Return the first picture that is no logo, with an absolute address, and every statement of one."""
    facts = []
    chosen: Picture | None = None
    for picture, source, weight in _stated(page, articles):
        try:
            address = urljoin(base or "", picture.src.strip())
            usable = urlsplit(address).scheme in {"http", "https"} and len(address) <= _MAX_ADDRESS
        except ValueError:
            continue
        if not usable or _PLACEHOLDER.search(urlsplit(address).path):
            continue
        facts.append(Fact("image", address, source, weight))
        chosen = chosen or Picture(address, squeeze(picture.alt)[:_MAX_ALT], picture.width, picture.height)
    return chosen, facts


def _stated(page: Page, articles: Sequence[jsonld.Node]) -> Iterator[tuple[Picture, str, float]]:
    alt = next(iter(page.meta("og:image:alt", "twitter:image:alt")), "")
    width, height = (_pixels(next(iter(page.meta(f"og:image:{side}")), None)) for side in ("width", "height"))
    first = next(iter(page.meta("og:image")), None)
    for value, source, weight in metatags.stated(page, "image", most=_MOST):
        sized = value == first  # the sizes that Open Graph states are those of its own first picture
        yield Picture(value, alt, width if sized else None, height if sized else None), source, weight
    for node in articles:
        for value in jsonld.listed(node.get("image"))[:1] + jsonld.listed(node.get("thumbnailUrl"))[:1]:
            item = page.graph.resolve(value)
            if isinstance(item, str):
                yield Picture(item), "JSON-LD image", 0.8
            elif isinstance(item, Mapping):
                src = item.get("url") or item.get("contentUrl")
                if isinstance(src, str):
                    caption = jsonld.text(item.get("caption"))
                    yield (
                        Picture(src, caption, _pixels(item.get("width")), _pixels(item.get("height"))),
                        "JSON-LD image",
                        0.8,
                    )
    for href in page.links.get("image_src", ())[:1]:
        yield Picture(href), "link image_src", 0.6


def _pixels(value: Any) -> int | None:
    """Return a size in pixels, or None for what is none: schema.org has numbers, texts and objects there."""
    if isinstance(value, Mapping):
        value = value.get("value")
    found = (
        re.fullmatch(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*", str(value))
        if isinstance(value, str | int | float)
        else None
    )
    return int(found[1]) or None if found else None
