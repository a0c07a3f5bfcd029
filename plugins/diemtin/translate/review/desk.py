"""A story side by side in two languages, and an editor's decisions on it, kept in its catalog."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican

from diemtin.findings import DiemtinError, Finding
from diemtin.settings import parse
from diemtin.site import read_articles
from diemtin.terms import read_terms
from diemtin.translate.backlog import Story, languages, stories_of
from diemtin.translate.catalog import Catalog, read_catalog
from diemtin.translate.checks import Issue, check
from diemtin.translate.glossary import glossary_of
from diemtin.translate.lexer import Entry
from diemtin.translate.memory import bring_up
from diemtin.translate.placeholders import canonical, fault, key, plain
from diemtin.translate.provenance import Refusal, Stamp, refusal_of, stamp_of, state_of
from diemtin.translate.run import Glossary
from diemtin.translate.settings import TranslateSettings
from diemtin.translate.writing import Revision


@dataclass(frozen=True, slots=True)
class Pair:
    """One segment as an editor sees it: ``number`` (from 1) and ``key`` name it, ``line`` is its place in the catalog.

    ``issues`` are what the checks, and the comparison of placeholders, say of it.
    """

    number: int
    key: str
    place: str
    source: str
    text: str
    state: str
    stamp: Stamp | None = None
    refusal: Refusal | None = None
    issues: tuple[Issue, ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A story and its translation, segment by segment in reading order."""

    story: Story
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """What translations are held against: the site's words, and the checks that it leaves out."""

    glossary: Glossary
    off: tuple[str, ...]


def rules_of(pelican: Pelican) -> Rules:
    """Return the rules of a site. Raises DiemtinError for settings or terms that cannot be read."""
    terms = read_terms(Path(pelican.settings["PATH"]) / "terms.csv")
    return Rules(glossary_of(terms), parse(TranslateSettings, pelican.settings).checks_off)


def sheets(pelican: Pelican, scrapes: Iterable[Path] | None = None) -> Iterator[Sheet | Finding]:
    """Yield a sheet a story (of *scrapes*, or all) and language; a Finding for a catalog that cannot be read."""
    rules = rules_of(pelican)
    for article in read_articles(pelican, None if scrapes is None else set(scrapes)):
        for story in stories_of(article, languages(pelican.settings)):
            try:
                yield sheet(story, read_catalog(story.catalog), rules)
            except DiemtinError as error:
                yield error.finding


def sheet(story: Story, catalog: Catalog | None, rules: Rules) -> Sheet:
    """Lay *story* and its translations in *catalog* side by side."""
    entries = catalog.find({segment.msgid for segment in story.segments}) if catalog else {}
    sources = [segment.msgid for segment in story.segments]
    pairs = []
    for number, segment in enumerate(story.segments, 1):
        entry = entries.get(segment.msgid)
        pair = Pair(number, segment.key, segment.place, segment.msgid, "", "untranslated")
        if entry is not None:
            issues = tuple(_issues(story, entry, segment.msgid, sources, rules)) if plain(entry.msgstr) else ()
            pair = Pair(
                number=number,
                key=segment.key,
                place=segment.place,
                source=segment.msgid,
                text=entry.msgstr,
                state=state_of(entry),
                stamp=stamp_of(entry.comments),
                refusal=refusal_of(entry.comments),
                issues=issues,
                line=entry.line,
            )
        pairs.append(pair)
    return Sheet(story, tuple(pairs))


def accept(story: Story, wanted: Iterable[str] = ()) -> tuple[list[str], list[Finding]]:
    """Mark translations of *story* as reviewed: all, or the segments *wanted* (keys or numbers, as on its sheet).

    Returns the keys that are reviewed now and were not before, and why others could not be. Raises DiemtinError for a
    segment that the story has not, and for a catalog that cannot be read.
    """
    catalog = read_catalog(story.catalog)
    if catalog is None:
        remedy = "translate the story first"
        raise DiemtinError(Finding(story.catalog, "no such catalog", remedy))
    chosen = [_named(story, name) for name in wanted] or [segment.msgid for segment in story.segments]
    entries = catalog.find(set(chosen))
    revision = Revision(catalog, story.catalog, story.source, story.target)
    accepted: list[str] = []
    findings: list[Finding] = []
    for msgid in dict.fromkeys(chosen):
        entry = entries.get(msgid)
        if entry is None or not plain(entry.msgstr):
            findings.append(Finding(story.catalog, f"segment {key(msgid)} has no translation", "translate it"))
        elif wrong := fault(msgid, entry.msgstr):
            remedy = "set the placeholders as in the msgid"
            findings.append(Finding(story.catalog, f"segment {key(msgid)}: {wrong}", remedy, entry.line))
        elif entry.fuzzy:
            revision.flag(entry, fuzzy=False)
            accepted.append(key(msgid))
    revision.save()
    return accepted, findings


def write(story: Story, segment: str, text: str, *, reviewed: bool = False) -> None:
    """Store an editor's *text* for a segment (its key): a draft, or *reviewed*.

    Raises DiemtinError where the placeholders are not those of the source, and for a catalog that cannot be read.
    """
    msgid = _named(story, segment)
    wrong = fault(msgid, text)
    if wrong:
        raise DiemtinError(
            Finding(story.catalog, f"segment {segment}: {wrong}", "set the placeholders as in the source")
        )
    revision = Revision(read_catalog(story.catalog), story.catalog, story.source, story.target)
    entry = bring_up(revision, story.segments).entries[msgid]
    if canonical(entry.msgstr) != canonical(text):
        revision.translate(entry, canonical(text), fuzzy=not reviewed, stamp=None)
    elif reviewed:
        revision.flag(entry, fuzzy=False)
    revision.save()


def _issues(story: Story, entry: Entry, msgid: str, sources: list[str], rules: Rules) -> Iterator[Issue]:
    wrong = fault(msgid, entry.msgstr)
    if wrong:
        yield Issue("placeholders", wrong)
    glossary = rules.glossary.get((story.source, story.target), {})
    siblings = [source for source in sources if source != msgid]
    yield from check(
        msgid, entry.msgstr, story.source, story.target, glossary=glossary, off=rules.off, siblings=siblings
    )


def _named(story: Story, name: str) -> str:
    """Return the msgid of a segment by its key (or the beginning of it) or its number."""
    if name.isdecimal() and 1 <= int(name) <= len(story.segments):
        return story.segments[int(name) - 1].msgid
    found = [segment.msgid for segment in story.segments if segment.key.startswith(name.lower())]
    if len(found) == 1:
        return found[0]
    what = "several segments" if found else "no segment"
    raise DiemtinError(Finding(story.scrape, f"{what} {name!r}", "take a number or key that `diemtin review` shows"))


def as_dict(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as JSON has it."""
    return {
        "story": sheet.story.story_id,
        "source": sheet.story.source,
        "lang": sheet.story.target,
        "segments": [
            {
                "number": pair.number,
                "key": pair.key,
                "place": pair.place,
                "source": pair.source,
                "text": pair.text,
                "state": pair.state,
                "engine": pair.stamp.engine if pair.stamp else None,
                "date": pair.stamp.date.isoformat() if pair.stamp else None,
                "refused": pair.refusal.reason if pair.refusal else None,
                "issues": [{"check": issue.name, "evidence": issue.evidence} for issue in pair.issues],
                "line": pair.line,
            }
            for pair in sheet.pairs
        ],
    }
