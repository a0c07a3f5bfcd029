"""A picture of a page: where it really lies, whatever loads it late, and whether it is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import parse_qsl, urlsplit

from lxml.etree import _Element

from diemtin.clean.body.elements import HIDDEN_STYLE
from diemtin.clean.body.links import absolute, is_public
from diemtin.stories import Picture
from diemtin.text import squeeze

# Where scripts that load pictures late keep the address; the first that holds one is the best.
_LAZY: Final = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-orig-file",
    "data-img-src",
    "data-image",
    "data-url",
    "data-hi-res-src",
    "data-full-src",
    "data-echo",
    "data-photo-original-src",
    "data-src-large",
    "data-large-file",
    "data-src-medium",
    "data-runner-src",
    "data-delayed-url",
    "data-defer-src",
)
_LAZY_SETS: Final = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-flickity-lazyload-srcset", "srcset")
# What stands in for a picture until a script has loaded it, counts readers, or is drawn as part of the page.
_PLACEHOLDER: Final = re.compile(
    r"^(?:data:|about:)|"
    r"(?:^|/)(?:blank|spacer|pixel|placeholder|transparent|1x1|lazy|loading|no[-_]?image|default[-_]image)[^/]*\.(?:gif|png|jpe?g)|"
    r"\.svg(?:[?#]|$)|//[^/]*(?:doubleclick|googlesyndication|scorecardresearch|facebook\.com/tr)|/(?:icons?|emoji|sprites?)/",
    re.IGNORECASE,
)
_CANDIDATE: Final = re.compile(r"\s*(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
# How an address names the size of a picture: in a folder of its own, or behind the picture's name.
_SIZE: Final = re.compile(
    r"/(?:[wh]_?\d{2,4}|\d{2,4}x\d{1,4})(?=/)|"
    r"[-_@.](?:\d{2,4}x\d{1,4}|[wh]?\d{2,4}(?:w|px)|\dx|large|medium|small|thumb(?:nail)?|preview|blur(?:red)?)(?=[-_.]|$)|"
    r"\.\w{3,4}$",
    re.IGNORECASE,
)
_SIZES: Final = frozenset({"w", "h", "width", "height", "size", "resize", "fit", "dpr", "q", "quality", "fm", "format"})
#: Pixels: what is no larger counts readers or separates lines; icons and avatars go up to the second figure.
_PIXEL: Final = 3
_ICON: Final = 48


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with all its sizes: ``srcset`` as HTML wants it, addresses absolute."""

    picture: Picture
    srcset: str = ""

    @property
    def is_small(self) -> bool:
        """Whether the page says that it is no larger than an icon."""
        sides = [side for side in (self.picture.width, self.picture.height) if side is not None]
        return bool(sides) and min(sides) < _ICON

    @property
    def size(self) -> tuple[bool, int]:
        """What tells which of two copies is the larger one: whether it names several sizes, its width in pixels."""
        return bool(self.srcset), self.picture.width or 0


def is_same(one: Image, other: Image) -> bool:
    """Say whether both are one picture in two sizes, by their addresses and what they are said to show."""
    return one.picture.alt == other.picture.alt and _sizeless(one.picture.src) == _sizeless(other.picture.src)


def _sizeless(address: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Return the parts of *address* without what tells a size."""
    parts = urlsplit(address)
    asked = [pair for pair in parse_qsl(parts.query) if pair[0].lower() not in _SIZES]
    return parts.netloc, _SIZE.sub("", parts.path), asked


def image_of(element: _Element, base: str | None) -> Image | None:
    """Return the picture that *element* (img, amp-img, picture, noscript around an img) shows; None if it is none."""
    return next((image for tag in _tags(element) if (image := _read(tag, base))), None)


def _tags(element: _Element) -> Iterator[_Element]:
    # A <picture>'s img is what shows; its sources are other formats of the same.
    yield from element.iter("img", "amp-img")
    yield from element.iter("source")


def _read(tag: _Element, base: str | None) -> Image | None:
    stated = cast("dict[str, str]", dict(tag.items()))
    width, height = _pixels(stated.get("width")), _pixels(stated.get("height"))
    if (width is not None and width <= _PIXEL) or (height is not None and height <= _PIXEL):
        return None
    sets = [stated[name] for name in _LAZY_SETS if stated.get(name)]
    lazy = [stated[name] for name in _LAZY if stated.get(name)]
    if HIDDEN_STYLE.search(stated.get("style", "")) and not (lazy or sets):
        return None  # counts readers; one that a script will load may be hidden until then
    candidates = [candidate for each in sets for candidate in _srcset(each, base)]
    src = next((url for url in (*lazy, stated.get("src", "")) if url and not _PLACEHOLDER.search(url)), None)
    resolved = absolute(src, base) if src else None
    if resolved is None and candidates:
        resolved = max(candidates, key=lambda candidate: candidate[1])[0]
    if resolved is None or resolved.startswith(("mailto:", "tel:")) or not is_public(resolved):
        return None
    srcset = ", ".join(f"{url} {size:g}{unit}" if unit else url for url, size, unit in dict.fromkeys(candidates))
    return Image(Picture(resolved, squeeze(stated.get("alt", "")), width, height), srcset)


def _srcset(value: str, base: str | None) -> Iterator[tuple[str, float, str]]:
    """Yield address, size and unit of each candidate of a srcset."""
    for match in _CANDIDATE.finditer(value[:20_000]):
        address, size, unit = match[1], match[2], match[3] or ""
        if not address or _PLACEHOLDER.search(address):
            continue
        url = absolute(address, base)
        if url is not None and "," not in url:
            try:
                yield url, float(size or 0), unit
            except ValueError:
                continue


def _pixels(value: str | None) -> int | None:
    match = re.match(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$", value or "")
    return int(match[1]) if match else None
