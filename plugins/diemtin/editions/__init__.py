"""One edition of the site for each language, in one Pelican run."""

from typing import Any, Final

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from diemtin.editions.counterparts import join_articles, join_pages, join_terms
from diemtin.editions.edition import read_editions
from diemtin.editions.generators import EditionArticles, EditionPages
from diemtin.editions.root import RootPages
from diemtin.resources import THEME
from diemtin.settings import refuse_unknown

# What Pelican's own generators, which know no language, must leave to the editions.
_LEFT_TO_EDITIONS: Final[dict[str, Any]] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "WITH_FUTURE_DATES": True,
}


def open_editions(pelican: Pelican) -> None:
    """Read the editions, and leave nothing for Pelican's own generators to write."""
    refuse_unknown(pelican.settings)
    if pelican.theme == DEFAULT_CONFIG["THEME"]:
        pelican.theme = pelican.settings["THEME"] = str(THEME)
    editions = read_editions(pelican.settings)
    stock = {key: pelican.settings[key] for key in ("ARTICLE_PATHS", "PAGE_PATHS")}
    pelican.settings.update(_LEFT_TO_EDITIONS)
    pelican.edition_generators = [
        type(f"{kind.__name__}_{edition.lang}", (kind,), {"edition": edition, "editions": editions, "stock": stock})
        for kind in (EditionArticles, EditionPages)
        for edition in editions
    ] + [type("RootPages", (RootPages,), {"editions": editions})]


def edition_generators(pelican: Pelican) -> list[type]:
    """Hand Pelican the generators of every edition."""
    return list(pelican.edition_generators)


def join_editions(generators: list[Any]) -> None:
    """Let the editions know each other once all of them know their stories."""
    articles = [generator for generator in generators if isinstance(generator, EditionArticles)]
    join_articles(articles)
    join_terms([generator for generator in articles if generator.articles])
    join_pages([generator for generator in generators if isinstance(generator, EditionPages)])
    # Pelican's closing line counts what its own generator holds, which has nothing to write.
    stock = next(generator for generator in generators if type(generator) is ArticlesGenerator)
    stock.articles = [story for generator in articles for story in generator.articles]
    stock.generate_output = _write_nothing


def _write_nothing(writer: Any) -> None:
    del writer


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(open_editions)
    signals.get_generators.connect(edition_generators)
    signals.all_generators_finalized.connect(join_editions)
