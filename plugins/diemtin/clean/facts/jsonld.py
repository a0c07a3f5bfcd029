"""JSON-LD: the page's own description of its article, as schema.org objects in script elements."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from diemtin.clean.facts import jsonscript
from diemtin.clean.facts.entities import unescaped
from diemtin.text import squeeze, visible

Node = Mapping[str, Any]
_MAX_NODES: Final = 4_000
_MAX_DEPTH: Final = 12
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
# A node reached through one of these tells of the page itself; through any other, of something it mentions.
_STRUCTURE: Final = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
# A health site's articles are medical pages in this vocabulary.
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|Review|MedicalWebPage)$")
_NO_ARTICLE: Final = frozenset({"AggregateRating", "SocialMediaPosting", "JobPosting", "AggregateReview"})


@dataclass(frozen=True, slots=True)
class Graph:
    """All objects of a page: the articles, the objects by ``@id``, and those of other types by type; and the longest
    text that one of them says a story has, without markup.
    """

    articles: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)
    by_type: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    body: str = ""
    notes: tuple[str, ...] = ()

    def resolve(self, value: Any) -> Any:
        """Return the object that ``{"@id": …}`` points to, or *value* itself."""
        if isinstance(value, Mapping) and len(value) <= 2 and isinstance(key := value.get("@id"), str):
            return self.by_id.get(key, value)
        return value


def read_graph(scripts: Iterable[str]) -> Graph:
    """Read the objects in the texts of JSON-LD scripts; what is no JSON is noted and left out."""
    articles: list[Node] = []
    by_id: dict[str, Node] = {}
    by_type: dict[str, list[Node]] = {}
    bodies: list[str] = []
    notes: list[str] = []
    for script in scripts:
        try:
            value = jsonscript.load(script)
        except (ValueError, RecursionError):
            value = jsonscript.salvaged(script)
            if script.strip():
                notes.append("JSON-LD is no JSON: " + ("parts of it were read" if value else "it was left out"))
        for node, own in _nodes(value):
            key = node.get("@id")
            if isinstance(key, str) and len(node) > 1 and len(node) > len(by_id.get(key, ())):
                by_id[key] = node
            if isinstance(body := node.get("articleBody"), str):
                bodies.append(body)
            names = types(node)
            if own and is_article(names):
                articles.append(node)
            for name in names:
                by_type.setdefault(name, []).append(node)
    named = {name: tuple(nodes) for name, nodes in by_type.items()}
    body = visible(_TAG.sub(" ", max(bodies, key=len, default="")))
    return Graph(tuple(articles), by_id, named, body, tuple(notes))


def types(node: Node) -> tuple[str, ...]:
    """Return the names of a node's types, without the vocabulary's address."""
    return tuple(name.rpartition("/")[2] for name in listed(node.get("@type")) if isinstance(name, str))


def is_article(names: Iterable[str]) -> bool:
    """Whether one of the type *names* is a story's."""
    return any(_ARTICLE.search(name) and name not in _NO_ARTICLE for name in names)


def listed(value: Any) -> list[Any]:
    """Return *value* as a list: schema.org allows one value wherever it allows several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def literal(value: Any) -> Any:
    """Return what ``{"@value": …}`` holds, or *value* itself."""
    return value.get("@value") if isinstance(value, Mapping) else value


def texts(value: Any) -> Iterator[str]:
    """Yield the texts in *value* and the names of its objects, each on one line, entities decoded, markup dropped."""
    for item in listed(value):
        for inner in listed(item.get("@value") or item.get("name") if isinstance(item, Mapping) else item):
            if isinstance(inner, str) and (found := plain(inner)):
                yield found


def text(value: Any) -> str:
    """Return the first of the texts in *value*; "" if there is none."""
    return next(texts(value), "")


def plain(value: str) -> str:
    """Return a string of JSON-LD as text: many publishers put escaped HTML there, some what was escaped twice."""
    if "&" in value:
        value = unescaped(html.unescape(value))
    if "<" in value:
        value = _TAG.sub("", value)
    return squeeze(value)


def addresses(node: Node) -> Iterator[str]:
    """Yield the addresses a node gives for its page."""
    for name in ("url", "mainEntityOfPage", "@id"):
        for item in listed(node.get(name)):
            address = item.get("@id") or item.get("url") if isinstance(item, Mapping) else item
            if isinstance(address, str) and address.startswith(("http://", "https://")):
                yield address


def own_articles(graph: Graph, pages: Sequence[str], titles: Sequence[str]) -> tuple[tuple[Node, ...], list[str]]:
    """Return the article objects that tell of this page's story, the surest first, and notes on what was left out.

    An object belongs to the page if it gives one of the page's addresses or headlines. One that gives another address
    and another headline tells of another story. Of the rest the first is taken.
    """
    known = {_place(page) for page in pages}
    wanted = {title.casefold() for title in titles}
    ranked: list[tuple[int, int, Node]] = []
    foreign = 0
    for order, node in enumerate(graph.articles[:50]):
        places = {_place(address) for address in addresses(node)}
        here, titled = bool(known & places), text(node.get("headline") or node.get("name")).casefold() in wanted
        if places and known and not here and not titled:
            foreign += 1
            continue
        ranked.append((-2 * here - titled, order, node))
    ranked.sort(key=lambda found: found[:2])
    best = ranked[0][0] if ranked else 0
    notes = ["JSON-LD of another article was left out"] if foreign and not ranked else []
    return tuple(node for score, _, node in ranked if score == best)[:3], notes


def _place(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", address
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")


def _nodes(value: Any) -> Iterator[tuple[Node, bool]]:
    """Yield every object in *value* in document order, and whether it tells of the page itself."""
    todo: list[tuple[Any, bool, int]] = [(value, True, 0)]
    seen = 0
    while todo and seen < _MAX_NODES:
        item, own, depth = todo.pop()
        if isinstance(item, list):
            todo.extend((inner, own, depth + 1) for inner in reversed(item) if isinstance(inner, dict | list))
        elif isinstance(item, dict):
            seen += 1
            yield item, own
            if depth < _MAX_DEPTH:
                todo.extend(
                    (inner, own and name in _STRUCTURE, depth + 1)
                    for name, inner in reversed(item.items())
                    if isinstance(inner, dict | list)
                )
