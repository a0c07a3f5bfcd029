"""Where a translation came from: the stamp in a catalog's entry, an entry's state, and what a page says of it."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote, unquote

from diemtin.text import squeeze
from diemtin.translate.lexer import Entry

State = Literal["untranslated", "machine", "draft", "reviewed"]
_STAMP: Final = re.compile(r"#\.\s*mt\s+(.*)")
_REFUSAL: Final = re.compile(r"#\.\s*refused\s+(.*?)(?:\s+reason=(.*))?$")
_PAIR: Final = re.compile(r"(engine|date|sha|checks)=(\S*)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands in ``#. mt engine=… date=… sha=… checks=…``: who translated an entry, when, into which text.

    ``sha`` is a hash of the machine's text: it tells an unchanged one from one that somebody has edited. ``checks``
    names what the checks found and left to a person.
    """

    engine: str
    date: dt.date
    sha: str
    checks: tuple[str, ...] = ()

    def __str__(self) -> str:
        checks = f" checks={','.join(self.checks)}" if self.checks else ""
        return f"#. mt engine={quote(self.engine, safe='/:.@+')} date={self.date.isoformat()} sha={self.sha}{checks}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stands in ``#. refused engine=… date=… reason=…`` over an entry that no engine could translate well."""

    engine: str
    date: dt.date
    reason: str

    def __str__(self) -> str:
        engine = quote(self.engine, safe="/:.@+,")
        return f"#. refused engine={engine} date={self.date.isoformat()} reason={squeeze(self.reason)}"


def fingerprint(msgstr: str) -> str:
    """Return the ``sha`` of a machine's text; white space (that editors and tools wrap) does not count."""
    return hashlib.sha256(squeeze(msgstr).encode("utf-8")).hexdigest()[:12]


def stamp_of(comments: Iterable[str]) -> Stamp | None:
    """Return the stamp among an entry's comment lines, or None where there is none that can be read."""
    for comment in comments:
        if match := _STAMP.match(comment):
            pairs = dict(_PAIR.findall(match[1]))
            try:
                date = dt.date.fromisoformat(pairs.get("date", ""))
            except ValueError:
                return None
            checks = tuple(name for name in pairs.get("checks", "").split(",") if name)
            return Stamp(unquote(pairs.get("engine", "")), date, pairs.get("sha", ""), checks)
    return None


def refusal_of(comments: Iterable[str]) -> Refusal | None:
    """Return the refusal among an entry's comment lines, or None where there is none that can be read."""
    for comment in comments:
        if match := _REFUSAL.match(comment):
            pairs = dict(_PAIR.findall(match[1]))
            try:
                date = dt.date.fromisoformat(pairs.get("date", ""))
            except ValueError:
                return None
            return Refusal(unquote(pairs.get("engine", "")), date, match[2] or "")
    return None


def is_stamp(comment: str) -> bool:
    """Whether this comment line is diemtin's own word on the entry: a stamp or a refusal, readable or not."""
    return bool(_STAMP.match(comment) or _REFUSAL.match(comment))


def state_of(entry: Entry) -> State:
    """Return an entry's state: no text, a machine's own text, a text that waits for review, a reviewed one."""
    if not entry.msgstr:
        return "untranslated"
    if not entry.fuzzy:
        return "reviewed"
    stamp = stamp_of(entry.comments)
    return "machine" if stamp and stamp.sha == fingerprint(entry.msgstr) else "draft"


@dataclass(frozen=True, slots=True)
class SegmentProvenance:
    """Where one segment on the page came from; ``state`` is "source" where it is still in the source language."""

    key: str
    state: str
    engine: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a translated article came from.

    ``state``: "machine", "draft" or "reviewed", or "mixed" where its segments differ. ``engine`` and ``date`` are of
    the newest machine text in it that nobody has reviewed (None where there is none), ``updated`` is the newest stamp
    as an instant.
    ``untranslated`` counts the blocks left in the source language.
    """

    state: str
    engine: str | None
    date: dt.date | None
    untranslated: int
    segments: tuple[SegmentProvenance, ...]
    updated: dt.datetime | None = None


def summed_up(segments: Iterable[SegmentProvenance], untranslated: int, zone: dt.tzinfo | None) -> Provenance:
    """Return an article's provenance from that of its segments; days begin in *zone*."""
    segments = tuple(segments)
    states = {segment.state for segment in segments if segment.state != "source"}
    stamped = [(segment.date, segment.engine, segment.state) for segment in segments if segment.date and segment.engine]
    date, engine, _ = max((stamp for stamp in stamped if stamp[2] != "reviewed"), default=(None, None, ""))
    newest = max((stamp[0] for stamp in stamped), default=None)
    updated = dt.datetime.combine(newest, dt.time(), zone) if newest else None
    return Provenance(states.pop() if len(states) == 1 else "mixed", engine, date, untranslated, segments, updated)
