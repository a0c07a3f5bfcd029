"""What a page says of itself, and how far each statement is to be believed."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from diemtin.stories import Picture

Name = Literal[
    "title", "date", "modified", "author", "section", "tag", "image", "url", "site", "licence", "lang", "lede"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: which fact, its value as text, where on the page it stood, and a confidence from 0 to 1."""

    name: Name
    value: str
    source: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of a story beside its body; what the page does not tell is None or empty.

    ``headlines`` and ``ledes`` are all candidates, best first, so that the body can drop repeats. ``date`` and
    ``modified`` are aware, in the site's zone. ``lang`` is the language of the text, whatever the page declares.
    ``base`` is the address that the page says its links start from, as it stands there; ``body`` is the story's text,
    in lines, as the page's JSON-LD states it. ``evidence`` holds what was chosen for each fact and what was not, the
    chosen first. ``notes`` are plain texts for the reader of a report, such as "date 2999-01-01 refused: in the
    future".
    """

    title: str | None = None
    headlines: tuple[str, ...] = ()
    date: dt.datetime | None = None
    modified: dt.datetime | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    url: str | None = None
    site: str | None = None
    licence: str | None = None
    lang: str | None = None
    ledes: tuple[str, ...] = ()
    base: str | None = None
    body: str = ""
    evidence: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
