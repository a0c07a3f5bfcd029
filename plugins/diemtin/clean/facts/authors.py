"""Who wrote a story: names of people in bylines and signatures, without what stands around them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from diemtin.clean.facts import jsonld
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.visible import Line
from diemtin.text import fold_tones, squeeze

_WORDS: Final = tomllib.loads(Path(__file__).with_name("authors.toml").read_text("utf-8"))
_NOBODY: Final = frozenset(_WORDS["nobody"])
_JOBS: Final = frozenset(_WORDS["jobs"])
_MAX_LENGTH: Final = 60  # characters of one name
_MAX_WORDS: Final = 7
_MAX_BYLINE: Final = 400


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE: Final = re.compile(rf"(?:{_any_of(_WORDS['before'])})(?:\s*:\s*|\s+(?=\S)|$)")
_CREDIT: Final = re.compile(rf"(?:{_any_of(_WORDS['credits'])})\s*(?::|\bby\b|-)")
_JOINT: Final = re.compile(r"\s*(?:[;|/•·\n&+]|\s[-–—]\s|\.\s+(?=\S+\s*:))\s*|,\s*|\s+(?:and|und|et|y|e|og|och|và|with)\s+", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_NO_NAME: Final = re.compile(r"https?:|www\.|@|\d{3}|[<>{}=_#*]")


def split_authors(byline: str) -> tuple[str, ...]:
    """Return the people named in *byline*: no "By" or "Theo", no job, no photographer, no "PV", no address."""
    names: list[str] = []
    text = _BRACKETS.sub(" ", squeeze(byline[:_MAX_BYLINE]))
    for piece in _JOINT.split(text):
        if (name := _name(piece)) and name.casefold() not in {known.casefold() for known in names}:
            names.append(name)
    return tuple(names)


def _name(piece: str) -> str:
    """Return the name in one piece of a byline, or ""."""
    piece = piece.strip(" .,:;-–—*\"'“”")
    for _ in range(3):  # "Bài: PV Thu Hà"
        folded = fold_tones(piece)
        if len(folded) != len(piece):
            break
        if folded in _NOBODY or folded in _JOBS or _CREDIT.match(folded):
            return ""
        found = _BEFORE.match(folded)
        if not found:
            break
        piece = piece[found.end() :].strip(" .,:;-–—")
    if not piece or len(piece) > _MAX_LENGTH or len(piece.split()) > _MAX_WORDS or _NO_NAME.search(piece):
        return ""
    if fold_tones(piece) in _NOBODY | _JOBS or not any(map(str.isalpha, piece)):
        return ""
    return piece


_METAS: Final[Mapping[str, float]] = {
    "parsely-author": 0.8,
    "sailthru.author": 0.7,
    "cxenseparse:author": 0.7,
    "author": 0.7,
    "article:author": 0.7,
    "dc.creator": 0.6,
    "dcterms.creator": 0.6,
    "byl": 0.7,
    "byline": 0.6,
    "citation_author": 0.6,
}
_JSON_LD: Final = 0.9
_MICRODATA: Final = 0.7
_BYLINE: Final = 0.6
_SIGNATURE: Final = 0.5


def statements(
    page: Page, articles: Sequence[jsonld.Node], lines: Sequence[Line], outlets: Iterable[str]
) -> Iterator[tuple[tuple[str, ...], Fact]]:
    """Yield each place that names authors, with the names; an outlet's own name is none."""
    own = {fold_tones(name) for name in outlets}
    for texts, source, weight in _bylines(page, articles, lines):
        names = tuple(dict.fromkeys(name for text in texts for name in split_authors(text) if fold_tones(name) not in own))
        if names:
            yield names, Fact("author", ", ".join(names), source, weight)


def _bylines(page: Page, articles: Sequence[jsonld.Node], lines: Sequence[Line]) -> Iterator[tuple[list[str], str, float]]:
    for node in articles:
        for name in ("author", "creator"):
            if texts := list(_people(page.graph, node.get(name))):
                yield texts, f"JSON-LD {name}", _JSON_LD
    for name, weight in _METAS.items():
        if texts := [text for text in page.meta(name) if not text.startswith("http")]:
            yield texts, f"meta {name}", weight
    if texts := page.items.get("author", []):
        yield texts, "microdata author", _MICRODATA
    for line in lines:
        if (parts := line.parts_of("author")) and len(line.text) < _MAX_BYLINE:
            yield [" ".join(part.text for part in parts)], "byline", _BYLINE


def _people(graph: jsonld.Graph, value: Any) -> Iterator[str]:
    for item in jsonld.listed(value)[:40]:
        item = graph.resolve(item)
        if isinstance(item, Mapping):
            whole = jsonld.text(item.get("name"))
            given, family = jsonld.text(item.get("givenName")), jsonld.text(item.get("familyName"))
            yield whole or squeeze(f"{given} {family}")
        elif isinstance(item, str):
            yield jsonld.plain(item)
