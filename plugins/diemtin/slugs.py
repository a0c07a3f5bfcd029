"""Address parts made from names: plain ASCII, stable, never dangerous as a file name."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from diemtin.text import fold_tones, squeeze

MAX_LENGTH: Final = 80
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
# Names that Windows hosts refuse as a folder, whatever the extension.
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def short_hash(name: str) -> str:
    """Return eight hexadecimal digits that depend on what is visible of *name*, in NFC, alone."""
    return hashlib.sha256(squeeze(name).encode("utf-8")).hexdigest()[:8]


def slugify(name: str) -> str:
    """Return the address part for *name*: ASCII letters, digits and hyphens, at most ``MAX_LENGTH`` characters.

    A name without a Latin letter or digit, and a name that a file system reserves, gets its short hash.
    """
    slug = _UNSAFE.sub("-", fold_tones(squeeze(name))).strip("-")
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]
    if not slug:
        return short_hash(name)
    return f"{slug}-{short_hash(name)}" if _DEVICES.fullmatch(slug) else slug


def unique_slugs(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Give each of *names* a slug of its own, the same in whatever order they come.

    Where two names share a slug (``bão``, ``báo``, ``bảo``; ``C++``, ``C#``), or one meets a slug in *taken*, each of
    them carries its short hash.
    """
    slugs = {name: slugify(name) for name in names}
    count = Counter(slugs.values())
    reserved = {slug.casefold() for slug in taken}
    return {
        name: slug if count[slug] == 1 and slug not in reserved else with_hash(slug, name)
        for name, slug in slugs.items()
    }


def with_hash(slug: str, name: str) -> str:
    """Return *slug* told apart from equal ones by the short hash of *name*."""
    tail = short_hash(name)
    return slug if slug.endswith(tail) else f"{slug[: MAX_LENGTH - len(tail) - 1].rstrip('-')}-{tail}"
