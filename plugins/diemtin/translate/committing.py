"""Answers into catalogs: safe on disk when a batch is done, and never over what a person has written."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from diemtin.findings import DiemtinError, report
from diemtin.translate.backlog import Story
from diemtin.translate.catalog import read_catalog
from diemtin.translate.memory import bring_up
from diemtin.translate.placeholders import plain
from diemtin.translate.provenance import Refusal, Stamp, fingerprint
from diemtin.translate.writing import Revision


@dataclass(frozen=True, slots=True)
class Translated:
    """A machine's translation of a msgid that was accepted."""

    text: str
    engine: str


#: Pins a story's address in its target language, made from its title there.
Pin = Callable[[Story, str], None]


def commit(
    story: Story, answers: Mapping[str, Translated], refusals: Mapping[str, Refusal], today: dt.date, pin: Pin
) -> bool:
    """Store *answers* and *refusals* (by msgid) in the catalog of *story*; return whether that could be done.

    The catalog is read again, so that what an editor has saved meanwhile counts: only an entry that is still without
    a text gets one. When a title is first translated, the story's address in that language is pinned, before the
    title is stored: a translated title whose address may still change is never on disk. Raises OSError where the disk
    takes nothing.
    """
    try:
        revision = Revision(read_catalog(story.catalog), story.catalog, story.source, story.target)
        entries = bring_up(revision, story.segments).entries
        for msgid, answer in answers.items():
            entry = entries[msgid]
            if plain(entry.msgstr):
                continue
            if msgid == story.title and not story.slug_pinned:
                pin(story, plain(answer.text))
            stamp = Stamp(answer.engine, today, fingerprint(answer.text))
            revision.translate(entry, answer.text, fuzzy=True, stamp=stamp)
        for msgid, refusal in refusals.items():
            if not plain(entries[msgid].msgstr):
                revision.note(entries[msgid], str(refusal))
        revision.save()
    except DiemtinError as error:
        report(error.finding)
        return False
    return True
