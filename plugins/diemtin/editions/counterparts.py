"""The same article, page, tag or section in the other editions: each names the other, or neither does."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from diemtin.editions.edition import Edition
from diemtin.editions.taxonomy import link_counterparts


def alternates(editions: Sequence[Edition], lang: str, url: str, same: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return what a template needs to name a page's counterparts.

    ``url`` is the page's own path, ``alternates`` all its (language, path) pairs in the order of the editions, itself
    included, ``counterpart`` the first of another language or None.
    """
    paths = {lang: url, **dict(same)}
    pairs = tuple((edition.lang, paths[edition.lang]) for edition in editions if edition.lang in paths)
    return {"url": url, "alternates": pairs, "counterpart": next((pair for pair in pairs if pair[0] != lang), None)}


def join_articles(generators: Sequence[Any]) -> None:
    """Make each article of an edition know itself in the others, and each story told elsewhere know where."""
    published = [{story.story_id: story for story in generator.articles} for generator in generators]
    for here, generator in enumerate(generators):
        for story in [*generator.articles, *generator.elsewhere]:
            others = [table for there, table in enumerate(published) if there != here]
            story.translations = [table[story.story_id] for table in others if story.story_id in table]


def join_terms(generators: Sequence[Any]) -> None:
    """Make each tag and section know its counterpart."""
    for generator in generators:
        for wrapped in [*generator.tags, *(section for section, _ in generator.categories)]:
            wrapped.edition = generator.edition.lang
    for place, ours in enumerate(generators):
        for theirs in generators[place + 1 :]:
            link_counterparts(list(ours.tags), list(theirs.tags))
            link_counterparts([pair[0] for pair in ours.categories], [pair[0] for pair in theirs.categories])


def join_pages(generators: Sequence[Any]) -> None:
    """Make each page know the page of the same file name in the others, where that edition has stories."""
    live = [generator for generator in generators if generator.context["articles"]]
    for generator in live:
        for page in generator.pages:
            name = Path(page.source_path).stem
            page.translations = [
                twin
                for other in live
                if other is not generator
                for twin in other.pages
                if Path(twin.source_path).stem == name
            ]
