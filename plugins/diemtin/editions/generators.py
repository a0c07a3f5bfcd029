"""Pelican's own generators, once for each edition: swapped settings and context, the rest is Pelican's."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from pelican.contents import Category, Tag
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.plugins import signals

from diemtin.editions.alphabet import alphabetical
from diemtin.editions.counterparts import alternates
from diemtin.editions.edition import Edition, localised
from diemtin.editions.interface import furnish, load_words, remember_templates
from diemtin.editions.reading import Story, read_stories
from diemtin.editions.related import relate
from diemtin.editions.taxonomy import Taxonomy, section_order
from diemtin.slugs import with_hash
from diemtin.terms import read_terms


class _OfEdition:
    """Mixin: a generator of Pelican's at work in one edition. The generators of an edition share its context."""

    edition: ClassVar[Edition]
    editions: ClassVar[tuple[Edition, ...]]
    stock: ClassVar[dict[str, Any]]

    def __init__(self, *, context: dict[str, Any], settings: dict[str, Any], **more: Any) -> None:
        own = {**localised({**settings, **self.stock}, self.edition)}
        contexts: dict[str, dict[str, Any]] = context.setdefault("edition_contexts", {})
        if self.edition.lang not in contexts:
            contexts[self.edition.lang] = {
                **context,
                **own,
                "edition": self.edition,
                "editions": self.editions,
                "shared": context.setdefault("shared", {}),
            }
        super().__init__(context=contexts[self.edition.lang], settings=own, **more)  # type: ignore[call-arg]
        if "environment" in self.context:
            self.env = self.context["environment"]
        else:
            self.context["words"] = load_words(Path(self.theme), self.edition.lang)
            furnish(self.env, self.edition.lang, self.context["words"], own["SITEURL"])
            remember_templates(self.env, Path(own["CACHE_PATH"]))
            self.context["environment"] = self.env

    context: dict[str, Any]
    theme: str
    env: Any


class EditionArticles(_OfEdition, ArticlesGenerator):  # type: ignore[misc]
    """The articles, tags and sections of one edition.

    ``elsewhere`` holds the stories that this edition has only by their source titles.
    """

    elsewhere: list[Story]

    def generate_context(self) -> None:
        """Read all stories, let plugins translate the foreign ones, and sort what is now in the edition's language."""
        self.articles = read_stories(self.settings, self.readers, self.context)
        signals.article_generator_pretaxonomy.send(self)
        lang = self.edition.lang
        self.elsewhere = [story for story in self.articles if story.lang != lang]
        self.articles = [story for story in self.articles if story.lang == lang]
        for story in self.articles:
            story.in_default_lang = True
            story.slug = story.slug_pins.get(lang) or story.slug
        _settle_slugs(self.articles)
        for story in self.articles:  # asked for on many pages; Pelican would format them each time
            story.override_url, story.override_save_as = story.url, story.save_as
        self._classify()
        _neighbours(self.articles)
        relate(self.articles, [*self.tags.values(), *(stories for _, stories in self.categories)])
        self.dates = self.articles
        self._update_context(("articles", "dates", "tags", "categories", "elsewhere"))
        signals.article_generator_finalized.send(self)

    def _classify(self) -> None:
        """Give the edition's articles its tags and sections, in its language."""
        shared = self.context["shared"]
        if "terms" not in shared:
            shared["terms"] = read_terms(Path(self.path) / "terms.csv")
        terms = shared["terms"]
        tags = Taxonomy("tag", self.edition.lang, terms, Tag, self.settings)
        tags.settle((topic, story.original_lang) for story in self.articles for topic in story.topics)
        sections = Taxonomy("section", self.edition.lang, terms, Category, self.settings)
        sections.settle((story.section, story.original_lang) for story in self.articles)
        by_tag: dict[Tag, list[Story]] = defaultdict(list)
        by_section: dict[Category, list[Story]] = defaultdict(list)
        for story in self.articles:
            story.tags = tags.of(story.topics)
            (story.category,) = sections.of([story.section])
            for tag in story.tags:
                by_tag[tag].append(story)
            by_section[story.category].append(story)
        rank = section_order(terms, self.edition.lang)
        self.tags = dict(sorted(by_tag.items(), key=lambda item: (alphabetical(item[0].name), item[0].slug)))
        self.categories = sorted(by_section.items(), key=lambda item: rank(item[0]))
        self.context["section_order"] = rank

    def generate_output(self, writer: Any) -> None:
        """Write the edition's pages, beside those of the other editions; an edition without a story has none."""
        if self.articles and self.edition is not self.editions[-1]:
            writer.apart(self._write)
        elif self.articles:
            self._write(writer)

    def _write(self, writer: Any) -> None:
        for save_as, template, variables in self._pages():
            variables.setdefault("articles", [])
            writer.write_file(save_as, self.get_template(template), self.context, **variables)
        signals.article_writer_finalized.send(self, writer=writer)

    def _pages(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield each page of the edition: where it goes, its template, its variables."""
        for story in self.articles:
            signals.article_generator_write_article.send(self, content=story)
            same = [(other.lang, other.url) for other in story.translations]
            yield (
                story.save_as,
                "article",
                {
                    "article": story,
                    "category": story.category,
                    **self._address(story.url, same),
                    "updated": story.updated,
                },
            )
        for tag, stories in self.tags.items():
            yield tag.save_as, "tag", {"tag": tag, "articles": stories, **self._listing(tag, stories)}
        for section, stories in self.categories:
            yield (
                section.save_as,
                "category",
                {"category": section, "articles": stories, **self._listing(section, stories)},
            )
        for template, listed in (("tags", list(self.tags.items())), ("categories", self.categories)):
            key = template.upper()
            same = [
                (lang, context[f"{key}_URL"])
                for lang, context in self.context["edition_contexts"].items()
                if lang != self.edition.lang and context["articles"] and context[template]
            ]
            if listed:
                yield (
                    self.settings[f"{key}_SAVE_AS"],
                    template,
                    {
                        template: listed,
                        **self._address(self.settings[f"{key}_URL"], same),
                        "updated": _newest(self.articles),
                    },
                )

    def _listing(self, wrapped: Tag | Category, stories: list[Story]) -> dict[str, Any]:
        twin = wrapped.counterpart
        same = [(twin.edition, twin.url)] if twin is not None else []
        feeds = (*getattr(wrapped, "feeds", ()), *self.context.get("feeds", ()))
        return {**self._address(wrapped.url, same), "updated": _newest(stories), "feeds": feeds}

    def _address(self, url: str, same: list[tuple[str, str]]) -> dict[str, Any]:
        return alternates(self.editions, self.edition.lang, url, same)


class EditionPages(_OfEdition, PagesGenerator):  # type: ignore[misc]
    """The pages of one edition (about, and so on): ``content/pages/<lang>/``."""

    def generate_output(self, writer: Any) -> None:
        """Write the pages; an edition without a story has none."""
        if not self.context["articles"]:
            return
        for page in self.pages:
            signals.page_generator_write_page.send(self, content=page)
            same = [(other.lang, other.url) for other in page.translations]
            writer.write_file(
                page.save_as,
                self.get_template(page.template),
                self.context,
                page=page,
                updated=None,
                **alternates(self.editions, self.edition.lang, page.url, same),
            )
        signals.page_writer_finalized.send(self, writer=writer)


def _settle_slugs(stories: list[Story]) -> None:
    """Tell stories of one day with one slug apart: those that no sidecar pins carry the hash of their ids."""
    days: dict[tuple[Any, str], list[Story]] = defaultdict(list)
    for story in stories:
        days[story.date.date(), story.slug.casefold()].append(story)
    for same in days.values():
        pinned = [story for story in same if story.slug_pins.get(story.lang)]
        keeper = min(pinned, key=lambda story: story.story_id) if pinned else None
        for story in same:
            if len(same) > 1 and story is not keeper:
                story.slug = with_hash(story.slug, story.story_id)


def _neighbours(stories: list[Story]) -> None:
    for place, story in enumerate(stories):
        story.next_article = stories[place - 1] if place else None
        story.previous_article = stories[place + 1] if place + 1 < len(stories) else None


def _newest(stories: list[Story]) -> Any:
    return max(story.updated for story in stories)
