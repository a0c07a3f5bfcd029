"""Translations on their way to and from other tools, whatever the file's format."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from diemtin.findings import DiemtinError, Finding
from diemtin.translate.backlog import Story
from diemtin.translate.catalog import read_catalog
from diemtin.translate.memory import bring_up
from diemtin.translate.placeholders import canonical, fault, key, plain
from diemtin.translate.provenance import state_of
from diemtin.translate.review.desk import Sheet
from diemtin.translate.writing import Revision


@dataclass(frozen=True, slots=True)
class Unit:
    """One text in two languages (placeholders as in a msgid); ``story`` is a story's id, "" where the file names none.

    ``reviewed``: whether the file says that a person has approved the translation. ``text`` "" is none.
    """

    source_lang: str
    target_lang: str
    source: str
    text: str
    reviewed: bool
    story: str = ""
    place: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file's units: entries that have a new text, entries now reviewed, and why others stayed."""

    texts: int
    reviewed: int
    findings: tuple[Finding, ...]


def units_of(sheets: Iterable[Sheet]) -> list[Unit]:
    """Return every segment of *sheets* as a unit, in reading order."""
    return [
        Unit(
            source_lang=item.story.source,
            target_lang=item.story.target,
            source=pair.source,
            text=pair.text,
            reviewed=pair.state == "reviewed",
            story=item.story.story_id,
            place=pair.place,
            state=pair.state,
        )
        for item in sheets
        for pair in item.pairs
    ]


def take_in(story: Story, units: Iterable[Unit]) -> Imported:
    """Take the translations among *units* that are of *story*'s segments into its catalog.

    A text that the catalog has not, or has from a machine, is replaced; what a person wrote there is not: where the
    file says otherwise, both stay as they are and a finding names the segment. Raises DiemtinError for a catalog that
    cannot be read.
    """
    wanted = {segment.msgid for segment in story.segments}
    offered = {
        canonical(unit.source): unit
        for unit in units
        if (unit.source_lang, unit.target_lang) == (story.source, story.target) and unit.story in {"", story.story_id}
        if plain(unit.text) and canonical(unit.source) in wanted
    }
    if not offered:
        return Imported(0, 0, ())
    revision = Revision(read_catalog(story.catalog), story.catalog, story.source, story.target)
    entries = bring_up(revision, story.segments).entries
    texts = reviewed = 0
    findings: list[Finding] = []
    for msgid, unit in offered.items():
        entry, text = entries[msgid], canonical(unit.text)
        state = state_of(entry)
        if wrong := fault(msgid, text):
            remedy = "mend it in the file and import it again"
            findings.append(Finding(story.catalog, f"segment {key(msgid)} not taken: {wrong}", remedy))
        elif text == canonical(entry.msgstr):
            if unit.reviewed and entry.fuzzy:
                revision.flag(entry, fuzzy=False)
                reviewed += 1
        elif state in {"untranslated", "machine"}:
            revision.translate(entry, text, fuzzy=not unit.reviewed, stamp=None)
            revision.note(entry, "")
            texts, reviewed = texts + 1, reviewed + unit.reviewed
        else:
            found = f"segment {key(msgid)} not taken: the catalog has another {state} text"
            findings.append(Finding(story.catalog, found, "settle it in the catalog", entry.line))
    if texts or reviewed:
        revision.save()
    return Imported(texts, reviewed, tuple(findings))


def units_of_catalog(path: Path, source_lang: str | None, target_lang: str | None) -> list[Unit]:
    """Read a PO file as units; its languages are those of its header where they are not given.

    Raises DiemtinError for a file that is missing, not well-formed, or names no language.
    """
    catalog = read_catalog(path)
    if catalog is None:
        raise DiemtinError(Finding(path, "no such file", "name the file to import"))
    header = next((entry.msgstr for entry in catalog.entries if not entry.msgid and not entry.obsolete), "")
    fields = dict(line.split(":", 1) for line in header.splitlines() if ":" in line)
    target = target_lang or fields.get("Language", "").strip()[:2]
    source = source_lang or fields.get("X-Source-Language", "").strip()[:2] or {"vi": "en", "en": "vi"}.get(target, "")
    if not target or not source:
        raise DiemtinError(Finding(path, "no language in its header", 'add "Language: en\\n" to its header', 1))
    return [
        Unit(source, target, entry.msgid, entry.msgstr, not entry.fuzzy, state=state_of(entry))
        for entry in catalog.live()
    ]
