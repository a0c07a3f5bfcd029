"""Where a story lies: its scrape, sidecar ``x.toml``, catalogs ``x.<lang>.po`` and pictures ``x.files/``."""

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from diemtin.findings import DiemtinError, Finding
from diemtin.slugs import slugify
from diemtin.text import squeeze

SUFFIXES: Final = (".html", ".htm", ".txt")
LANGUAGES: Final = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a story came from: its address, the outlet's name, when it was fetched, the licence the page states."""

    url: str | None = None
    site: str | None = None
    fetched: dt.datetime | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a story; width and height in pixels where known."""

    src: str
    alt: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What ``x.toml`` says of a scrape. All keys are optional; what is set is stronger than the page.

    ``slug`` pins addresses by language. ``pictures`` maps a picture's address to a file in ``x.files/``.
    """

    id: str | None = None
    url: str | None = None
    fetched: dt.datetime | None = None
    site: str | None = None
    lang: str | None = None
    title: str | None = None
    lede: str | None = None
    date: dt.datetime | None = None
    section: str | None = None
    authors: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    image: str | None = None
    slug: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


def sidecar_path(scrape: Path) -> Path:
    """Return where the sidecar of *scrape* lies."""
    return scrape.with_suffix(".toml")


def catalog_path(scrape: Path, lang: str) -> Path:
    """Return where the catalog of *scrape* for *lang* lies."""
    return scrape.with_suffix(f".{lang}.po")


def pictures_path(scrape: Path) -> Path:
    """Return the folder of *scrape*'s local pictures."""
    return scrape.with_suffix(".files")


def story_id(scrape: Path, stories: Path, sidecar: Sidecar) -> str:
    """Return the story's permanent id: pinned by its sidecar, or its path below *stories* without suffix, in NFC."""
    if sidecar.id:
        return sidecar.id
    return unicodedata.normalize("NFC", scrape.relative_to(stories).with_suffix("").as_posix())


def story_slug(scrape: Path, sidecar: Sidecar, lang: str) -> str:
    """Return the story's address part in *lang*: pinned by its sidecar, or made from its file's stem."""
    return sidecar.slug.get(lang) or slugify(unicodedata.normalize("NFC", scrape.stem))


def address_key(url: str) -> str:
    """Return what two addresses of one story share: no scheme, host in lower case without ``www.``, no fragment.

    Tracking parameters are off already; other parameters count (``?id=``).
    """
    parts = urlsplit(url)
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/') or '/'}{query}"


def read_sidecar(scrape: Path) -> Sidecar:
    """Read the sidecar of *scrape*; without one, an empty Sidecar.

    Raises DiemtinError naming the file (and line, where TOML tells it) for what is no UTF-8, no TOML, an unknown key
    or a value of the wrong type.
    """
    path = sidecar_path(scrape)
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Sidecar()
    except UnicodeDecodeError as error:
        raise DiemtinError(Finding(path, f"byte {error.start} is not UTF-8", "save the file as UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        found = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise DiemtinError(Finding(path, found, "mend the TOML there", int(line[1]) if line else None)) from None
    values = {key: _value(path, key, value) for key, value in table.items()}
    return Sidecar(**values)


def _value(path: Path, key: str, value: Any) -> Any:
    """Return a sidecar's value in the type of its field."""
    if key not in Sidecar.__dataclass_fields__:
        known = ", ".join(Sidecar.__dataclass_fields__)
        raise DiemtinError(Finding(path, f"unknown key {key!r}", f"use one of {known}"))
    read, wanted = _READERS.get(key, (_text, "a text"))
    try:
        return read(value)
    except (TypeError, ValueError):
        raise DiemtinError(Finding(path, f"{key} = {value!r}", f"write {wanted}")) from None


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        raise TypeError
    return squeeze(value) or None


def _time(value: Any) -> dt.datetime:
    if isinstance(value, str):
        return dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime):
        return value
    return dt.datetime.combine(value, dt.time())


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(text for text in map(_text, value) if text)


def _language(value: Any) -> str:
    if value not in LANGUAGES:
        raise ValueError
    return str(value)


def _slugs(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or any(slug != slugify(slug) for slug in value.values()):
        raise TypeError
    return {_language(lang): slug for lang, slug in value.items()}


def _pictures(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    for name in value.values():
        if name != Path(name).name or name.startswith("."):
            raise ValueError
    return value


_READERS: Final[dict[str, tuple[Callable[[Any], Any], str]]] = {
    "fetched": (_time, "a date and time such as 2024-06-28T09:38:00+07:00"),
    "date": (_time, "a date and time such as 2024-06-28T09:38:00+07:00"),
    "authors": (_texts, 'a list of texts such as ["Lê Minh"]'),
    "tags": (_texts, 'a list of texts such as ["kinh tế"]'),
    "lang": (_language, " or ".join(LANGUAGES)),
    "slug": (_slugs, 'a table such as {vi = "gia-xang-giam", en = "petrol-falls"}: small letters, digits, hyphens'),
    "pictures": (_pictures, "a table of addresses and names of files in the story's .files folder"),
}
