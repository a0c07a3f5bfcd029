"""The address a story is known by: one for all the ways that lead to it."""

import re
import tomllib
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page

_NAMES: Final = tomllib.loads(Path(__file__).with_name("tracking.toml").read_text("utf-8"))["names"]
_TRACKING: Final = re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in _NAMES), re.IGNORECASE)
_SCHEME: Final = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
_BARE: Final = re.compile(r"www\.[\w-]+\.[\w.-]+(?:/|$)", re.IGNORECASE)
#: What a template leaves where it knew no address.
_NOTHING: Final = re.compile(r"/(?:undefined|null|none|false)$", re.IGNORECASE)
#: The front page of a site or of one of its languages.
_FRONT: Final = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?)?/?", re.IGNORECASE)
_MAX_LENGTH: Final = 2_000


def without_tracking(address: str) -> str:
    """Return *address* with scheme and host in lower case, without fragment and tracking parameters.

    What names the story, such as ``?id=``, stays. Raises ValueError for what is no address.
    """
    parts = urlsplit(address)
    query = parts.query
    if query:
        kept = [
            (name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
        ]
        query = query if len(kept) == query.count("&") + 1 else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", query, ""))


def statements(page: Page, url: str | None) -> list[Fact]:
    """Return the addresses the page gives for itself, the most believed first; *url* is where it was found.

    What the page calls its canonical address is taken if it leads to a page of the same site; an address of the front
    page, a common slip, is not.
    """
    found = [
        *((href, "link canonical", 0.9) for href in page.links.get("canonical", ())[:1]),
        *((value, "meta og:url", 0.8) for value in page.meta("og:url")[:1]),
        *((value, "meta parsely-link", 0.6) for value in page.meta("parsely-link")[:1]),
        *(((url, "fetched from", 0.7),) if url else ()),
    ]
    facts = []
    for value, source, weight in found:
        try:
            address = without_tracking(_resolved(value.strip(), url))
            usable = _usable(address, url)
        except ValueError:
            continue
        if usable:
            facts.append(Fact("url", address, source, weight))
    return sorted(facts, key=lambda fact: -fact.confidence)


def _resolved(value: str, url: str | None) -> str:
    """Return the address that *value* means on the page at *url*. Raises ValueError for what names no page.

    A host in front may lack its scheme. A second scheme in the path makes two addresses that were glued together, and a
    bare word is what a template left ("undefined", "[unknown]").
    """
    if "://" in _SCHEME.sub("", value.partition("?")[0]):
        raise ValueError("several addresses")
    host = urlsplit(url or "").netloc.lower()
    if _BARE.match(value) or (host and value.lower().startswith(f"{host}/")):
        return f"https://{value}"
    if not re.search(r"[./?]", value):
        raise ValueError("no address")
    return urljoin(url or "", value)


def _usable(address: str, url: str | None) -> bool:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(address) > _MAX_LENGTH or parts.username:
        return False
    if url is None or address == without_tracking(url):
        return True
    own = urlsplit(url)
    if _FRONT.fullmatch(parts.path) and not parts.query and not (_FRONT.fullmatch(own.path) and not own.query):
        return False
    if _NOTHING.search(parts.path):
        return False
    return _site(parts.hostname) == _site(own.hostname or "")


def _site(host: str) -> str:
    """Return the part of a host name that a site's own hosts share: its last two labels, three behind ``com.vn``."""
    labels = host.lower().rstrip(".").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else labels[-2:])
