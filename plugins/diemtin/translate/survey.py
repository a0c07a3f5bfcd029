"""Looks over a site's stories: which lack a translation, how far each is, which addresses are taken."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.contents import Article

from diemtin.findings import DiemtinError, report
from diemtin.scrapes import find_stories
from diemtin.site import read_articles, stories_folder
from diemtin.slugs import slugify, with_hash
from diemtin.stories import LANGUAGES, Sidecar, read_sidecar, story_slug
from diemtin.translate.backlog import Story, bring_up_catalog, languages, missing, stories_of
from diemtin.translate.catalog import read_catalog
from diemtin.translate.memo import Memo, Row
from diemtin.translate.pins import pin_slug
from diemtin.translate.segments import Segment
from diemtin.translate.states import StatusLine, count


class Survey:
    """What is known of a site's stories, from the memo where their files are as they were, else from themselves."""

    def __init__(
        self, pelican: Pelican, asked_today: dt.date | None = None, *, create: bool = False, write: bool = True
    ) -> None:
        """Survey *pelican*'s stories. Segments refused on *asked_today* do not count as missing; *create* makes
        catalogs where there are none; without *write* nothing in the content folder changes.
        """
        self._pelican, self._asked_today, self._create, self._write = pelican, asked_today, create, write
        settings: dict[str, Any] = pelican.settings
        self._languages = languages(settings)
        self._folder = stories_folder(settings)
        self._memo = Memo(Path(settings["CACHE_PATH"]), self._folder, settings)
        self._paths, self._findings = find_stories(self._folder, settings["IGNORE_FILES"])
        self._memo.keep_only(self._paths)
        self.rows: dict[Path, Row] = {}

    def missing(self, only: Collection[Path] | None = None) -> Iterator[tuple[Story, tuple[Segment, ...]]]:
        """Yield each story that lacks a translation, with the segments that do; read what the memo does not know."""
        unknown = set()
        for path in self._paths:
            row = self._memo.get(path)
            if row is not None:
                self.rows[path] = row
            if row is None or not row.complete():
                unknown.add(path)
        for finding in self._findings:
            report(finding)
        if only is not None:
            unknown &= set(only)
        for article in read_articles(self._pelican, unknown) if unknown else ():
            stories = list(stories_of(article, self._languages))
            faults: dict[str, str] = {}
            counts: dict[str, Mapping[str, int]] = {}
            for story in stories:
                try:
                    catalog = bring_up_catalog(story, create=self._create, write=self._write)
                except DiemtinError as error:
                    report(error.finding)
                    faults[story.target] = str(error.finding)
                    counts[story.target] = {}
                    continue
                counts[story.target] = count(story, catalog)
                segments = missing(story, catalog, self._asked_today)
                if segments:
                    yield story, tuple(segments)
            self._remember(Path(article.source_path), row_of(article, counts, faults))

    def know_all(self) -> None:
        """Learn of every story what ``rows`` keeps."""
        for _ in self.missing():
            pass

    def pin(self, story: Story, title: str) -> None:
        """Pin the address of *story* in its target language, made from its *title* there, unique within its day."""
        taken = self._taken[story.target, story.date.date().isoformat()]
        slug = slugify(title)
        if slug.casefold() in taken:
            slug = with_hash(slug, story.story_id)
        if pin_slug(story.scrape, story.target, slug):
            taken.add(slug.casefold())

    def look_again(self, stories: Iterable[Story]) -> None:
        """Count anew what a run has changed."""
        for story in stories:
            row = self.rows[story.scrape]
            slug = story_slug(story.scrape, read_sidecar(story.scrape), story.target)
            counts = {**row.counts, story.target: count(story, read_catalog(story.catalog))}
            self._remember(story.scrape, replace(row, counts=counts, slugs={**row.slugs, story.target: slug}))

    def save(self) -> None:
        """Write down what is known, for the next run."""
        self._memo.save()

    def _remember(self, path: Path, row: Row) -> None:
        self.rows[path] = row
        self._memo.put(path, row)

    @cached_property
    def _taken(self) -> dict[tuple[str, str], set[str]]:
        """The addresses in use by language and day. All stories are known by the time the first one is pinned."""
        taken: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in self.rows.values():
            for lang, slug in row.slugs.items():
                taken[lang, row.day].add(slug.casefold())
        return taken


def row_of(article: Article, counts: Mapping[str, Mapping[str, int]], faults: Mapping[str, str]) -> Row:
    """Return what the memo keeps of an article in its own language (*counts*, *faults*: of its catalogs)."""
    scrape = Path(article.source_path)
    pins = Sidecar(slug=article.slug_pins)
    return Row(
        title=article.title,
        lang=article.lang,
        day=article.date.date().isoformat(),
        slugs={lang: story_slug(scrape, pins, lang) for lang in LANGUAGES},
        counts=counts,
        topics=tuple(article.topics),
        section=article.section,
        notes=tuple(getattr(article, "cleaning_notes", ())),
        faults=faults,
    )


def status_of(pelican: Pelican) -> list[StatusLine]:
    """Return how far each story of the site is translated: a line a story and language, by file."""
    survey = Survey(pelican, write=False)
    survey.know_all()
    survey.save()
    folder = stories_folder(pelican.settings)
    return [
        StatusLine(
            story=path.relative_to(folder).with_suffix("").as_posix(),
            title=row.title,
            source=row.lang,
            lang=lang,
            counts=counts,
            notes=tuple(row.notes),
            fault=row.faults.get(lang, ""),
        )
        for path, row in sorted(survey.rows.items())
        for lang, counts in row.counts.items()
    ]
