"""What is still to be translated: stories, their catalogs brought up to their text, and the segments without a text."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican.contents import Article

from diemtin.stories import LANGUAGES, catalog_path
from diemtin.translate.catalog import Catalog, read_catalog
from diemtin.translate.filling import segments_of
from diemtin.translate.lexer import Entry
from diemtin.translate.memory import bring_up
from diemtin.translate.placeholders import plain
from diemtin.translate.provenance import refusal_of
from diemtin.translate.segments import Segment
from diemtin.translate.writing import Revision


@dataclass(frozen=True, slots=True)
class Story:
    """One story that is to be had in one more language: what of it is needed to ask for that, and to keep the answers.

    ``title`` is the title's msgid, None for a title without a letter; ``slug_pinned`` whether its address in the
    target language is settled.
    """

    scrape: Path
    story_id: str
    date: dt.datetime
    source: str
    target: str
    segments: tuple[Segment, ...]
    title: str | None
    slug_pinned: bool

    @property
    def catalog(self) -> Path:
        """Where its catalog lies."""
        return catalog_path(self.scrape, self.target)


def languages(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages that the site has an edition in."""
    return tuple(settings.get("DIEMTIN_EDITIONS") or LANGUAGES)


def stories_of(article: Article, into: Collection[str]) -> Iterator[Story]:
    """Yield *article*, which is in its own language, for each language of *into* that is not its own."""
    segmented = segments_of(article)
    segments = tuple({segment.msgid: segment for segment in segmented}.values())
    for target in into:
        if target != article.lang:
            yield Story(
                Path(article.source_path),
                article.story_id,
                article.date,
                article.lang,
                target,
                segments,
                segmented.title.msgid if segmented.title else None,
                bool(article.slug_pins.get(target)),
            )


def bring_up_catalog(story: Story, *, create: bool, write: bool) -> Catalog | None:
    """Bring a story's catalog up to its text (see ``memory``); *create* makes one where there is none.

    With *write* that is done on disk too, if somebody asked for it (*create*) or a paragraph came back: else the file
    waits until there is an answer to store. Returns the catalog as it is then, None where there is none. Raises
    DiemtinError for one that cannot be read; the file is left as it is.
    """
    catalog = read_catalog(story.catalog)
    if catalog is None and not create:
        return None
    revision = Revision(catalog, story.catalog, story.source, story.target)
    brought = bring_up(revision, story.segments)
    if write and (create or brought.revived):
        revision.save()
    return revision.catalog


def missing(story: Story, catalog: Catalog | None, asked_today: dt.date | None = None) -> list[Segment]:
    """Return the segments of *story* that have no translation.

    Those that an engine was asked in vain on *asked_today* are left out.
    """
    entries = catalog.find({segment.msgid for segment in story.segments}) if catalog else {}
    return [segment for segment in story.segments if _is_missing(entries.get(segment.msgid), asked_today)]


def _is_missing(entry: Entry | None, asked_today: dt.date | None) -> bool:
    if entry is None:
        return True
    if plain(entry.msgstr):
        return False
    refusal = refusal_of(entry.comments)
    return refusal is None or refusal.date != asked_today
