"""What cleaning a scrape gives."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, NamedTuple

from diemtin.clean.facts.model import Fact
from diemtin.stories import Picture

#: Bytes of a scrape. A saved page with all its pictures inside it is some 20 MB; more is no page of a newsroom.
MAX_BYTES: Final = 50 * 2**20


class Block(NamedTuple):
    """One block of a scrape, kept or dropped.

    ``tag`` is the element's name (``line`` in a plain-text dump), ``text`` what a reader sees of it on one line,
    ``rule`` the name of the rule that decided, empty for what is plain body text. ``place`` counts blocks in document
    order, kept and dropped together, so that a report can show both as they stood.
    """

    tag: str
    text: str
    rule: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A story as its scrape and sidecar tell it, in its own language.

    ``title`` and ``lede`` are plain text, empty where there is none. ``lede_in_body`` says that the lede was visible
    on the page and therefore stands in ``html`` as ``<p class="lede">``. ``date`` and ``modified`` are aware, in the
    zone asked for. ``lang`` is the language of the text (``vi``, ``en``, or another code; empty where it is unknown).
    ``html`` is the whole body, safe to publish; ``text`` the same as plain paragraphs with a blank line between them,
    captions left out. ``no_story`` says why the scrape holds no story of its own (a home page), empty if it does.
    ``notes`` are short texts for a report, such as ``no date``. ``evidence`` holds where each fact was found and how
    far it is to be believed (0 to 1), the chosen one first.
    """

    title: str = ""
    lede: str = ""
    lede_in_body: bool = False
    lang: str = ""
    date: dt.datetime | None = None
    modified: dt.datetime | None = None
    authors: tuple[str, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    url: str | None = None
    site: str | None = None
    licence: str | None = None
    html: str = ""
    text: str = ""
    no_story: str = ""
    notes: tuple[str, ...] = ()
    kept: tuple[Block, ...] = ()
    dropped: tuple[Block, ...] = ()
    evidence: tuple[Fact, ...] = ()
