"""Sections and tags of one edition: each story's topics under their names and addresses in the edition's language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pelican.contents import Category, Tag

from diemtin.slugs import unique_slugs, with_hash
from diemtin.terms import Kind, Term, Terms

#: The section of a story whose source names none.
OTHER: Final = Term("section", {"vi": "Tin khác", "en": "Other news"}, {"vi": "tin-khac", "en": "other-news"})


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """The sections or the tags of one edition; ``wrap`` is Pelican's class for them.

    A topic without a row in terms.csv, or without a name in this language, keeps the name it came with.
    """

    kind: Kind
    lang: str
    terms: Terms
    wrap: Callable[[str, dict[str, Any]], Category | Tag]
    settings: dict[str, Any]
    _made: dict[str, Category | Tag] = field(default_factory=dict)

    def settle(self, topics: Iterable[tuple[str, str]]) -> None:
        """Give every topic, a pair (name, language it is in), its address; all of an edition's come at once.

        Pinned addresses stand; of the others, those that would share one are told apart by a hash of their names.
        """
        entries = {self.key(name): (self._term(name), name, lang) for name, lang in topics}
        shown = {key: self._shown(*entry) for key, entry in entries.items()}
        pinned = {
            key: term.slugs[self.lang] for key, (term, _, _) in entries.items() if term and self.lang in term.slugs
        }
        taken = set(pinned.values()) | {term.slugs.get(self.lang, "") for term in self.terms.of_kind(self.kind)}
        loose: dict[str, list[str]] = {}
        for key in shown.keys() - pinned.keys():
            loose.setdefault(shown[key][0], []).append(key)
        for name, slug in unique_slugs(loose, taken).items():
            same = loose[name]
            pinned.update({key: slug if len(same) == 1 else with_hash(slug, key) for key in same})
        for key, (name, lang) in shown.items():
            wrapped = self.wrap(name, self.settings)
            wrapped.slug = pinned[key]
            wrapped.lang = lang
            wrapped.key = key
            wrapped.counterpart = None
            self._made[key] = wrapped

    def of(self, names: Iterable[str]) -> list[Category | Tag]:
        """Return the sections or tags for *names*, each once, in the order given; ``settle`` has seen them all."""
        return [self._made[key] for key in dict.fromkeys(map(self.key, names))]

    def key(self, name: str) -> str:
        """Return what the topic is known by in all editions: its row's first name, or its own name."""
        term = self._term(name)
        return f"term {next(iter(term.names.values()))}" if term else f"name {name}"

    def _term(self, name: str) -> Term | None:
        if self.kind == "section" and not name:
            return OTHER
        return self.terms.find(self.kind, name)

    def _shown(self, term: Term | None, name: str, lang: str) -> tuple[str, str]:
        if term is None:
            return name, lang
        if self.lang in term.names:
            return term.names[self.lang], self.lang
        other = next(iter(term.names))
        return term.names[other], other


def section_order(terms: Terms, lang: str) -> Callable[[Category], tuple[int, str]]:
    """Return a sort key for sections: as terms.csv lists them, then the others by name."""
    ranks = {term.name(lang): rank for rank, term in enumerate(terms.of_kind("section"))}

    def rank(section: Category) -> tuple[int, str]:
        last = len(ranks) + (section.slug == OTHER.slugs.get(lang))
        return ranks.get(section.name, last), section.name

    return rank


def link_counterparts(ours: Sequence[Category | Tag], theirs: Sequence[Category | Tag]) -> None:
    """Make each section or tag that both editions have know its counterpart in the other one."""
    other = {wrapped.key: wrapped for wrapped in theirs}
    for wrapped in ours:
        match = other.get(wrapped.key)
        if match is not None:
            wrapped.counterpart, match.counterpart = match, wrapped
