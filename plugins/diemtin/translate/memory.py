"""What a catalog remembers when its story changes: revived paragraphs, stale ones, and near matches for a reviewer."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from diemtin.translate.lexer import Entry
from diemtin.translate.placeholders import canonical, plain
from diemtin.translate.segments import Segment
from diemtin.translate.writing import Revision

#: From this share of common words on, an old paragraph is worth showing to whoever reviews the new one's translation.
_NEAR: Final = 0.6


@dataclass(frozen=True, slots=True)
class Brought:
    """What bringing a catalog up to its story did: entries by msgid, and how many came back, were added, went stale."""

    entries: Mapping[str, Entry]
    revived: int
    added: int
    retired: int


def bring_up(revision: Revision, segments: Iterable[Segment]) -> Brought:
    """Make the live entries of a catalog those of *segments*: revive, add untranslated ones, retire what is stale.

    No text of an entry changes. An untranslated stale entry without a translator's remark is removed.
    """
    wanted = {segment.msgid: segment for segment in segments}
    live = revision.catalog.find(wanted.keys())
    in_use = {id(entry) for entry in live.values()}
    stale = [entry for entry in revision.catalog.live() if id(entry) not in in_use]
    if not stale and len(live) == len(wanted):
        return Brought(live, 0, 0, 0)
    obsolete = {
        canonical(entry.msgid): entry
        for entry in reversed(revision.catalog.entries)
        if entry.obsolete and entry.msgid and entry.context is None and entry.plural is None
    }
    past = [entry for entry in [*stale, *obsolete.values()] if entry.msgstr]
    found: dict[str, Entry] = {}
    previous: Entry | None = None
    revived = added = 0
    for msgid, segment in wanted.items():
        if msgid in live:
            entry = live[msgid]
        elif msgid in obsolete:
            entry = obsolete[msgid]
            revision.revive(entry)
            revived += 1
        else:
            entry = _added(revision, segment, previous, past)
            added += 1
        found[msgid] = previous = entry
    for entry in stale:
        if entry.msgstr or any(line.startswith("# ") for line in entry.comments):
            revision.retire(entry)
        else:
            revision.remove(entry)
    return Brought(found, revived, added, len(stale))


def _added(revision: Revision, segment: Segment, previous: Entry | None, past: list[Entry]) -> Entry:
    notes: list[str] = [] if segment.place == "body" else [segment.place]
    near = near_match(segment.msgid, past)
    if near is not None:
        notes.append(f"near: {plain(near.msgstr)}")
    return revision.add(segment.msgid, previous, notes, canonical(near.msgid) if near else "")


def near_match(msgid: str, past: Iterable[Entry]) -> Entry | None:
    """Return the entry whose msgid is most like *msgid*, if it is like it at all."""
    words = plain(msgid).split()
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(words)
    best, score = None, _NEAR
    for entry in past:
        matcher.set_seq1(plain(entry.msgid).split())
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
            best, score = entry, matcher.ratio()
    return best
