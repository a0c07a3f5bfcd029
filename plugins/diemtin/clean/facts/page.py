"""The places on a page that state facts, gathered in one pass over its tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, cast

from lxml.etree import XPath, _Element

from diemtin.clean.anchors import is_anchor
from diemtin.clean.facts import jsonld, parsely
from diemtin.clean.facts.entities import unescaped
from diemtin.clean.facts.visible import INLINE, SILENT, Line, read_lines
from diemtin.text import squeeze

_MAX_VALUE: Final = 4_000  # characters of one value; a longer one is cut
_SAMPLE: Final = 2_000  # characters in which the language is told
_MAX_ITEMS: Final = 500  # microdata properties that are looked at
_DUBLIN_CORE: Final = re.compile("^(dc|dcterms):")  # written with a colon as well as with a dot
_MARKUP: Final = re.compile(r"</?(?:a|b|br|em|font|i|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_UNFILLED: Final = re.compile(r"\s*(?:\{\{.*\}\}|\$\{.*\}|\{%.*%\}|<%.*%>|undefined|null)\s*", re.DOTALL)
_HIDDEN: Final = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_MENU: Final = re.compile(r"(?:main |site )?(?:menu|navigation)|menu chính|danh mục", re.IGNORECASE)
_HOME: Final = re.compile(r"/?|(?:https?:)?//[^/]+/?")
# By way of the attributes: twice as fast as asking each element. Without the limit it would take quadratic time.
_ITEMS: Final = XPath(f"(//@itemprop)[position() <= {_MAX_ITEMS}]/..")
_MAX_STEPS: Final = 20  # of trails
_MAX_NODES: Final = 2_000  # elements inside one of them, and headings
_BYLINE: Final = 2  # elements around an author of a story that has several
_MAX_VALUES: Final = 64  # values of one name: tags and authors, each in an element of its own
_PROPERTIES: Final = frozenset(
    {"headline", "datepublished", "datemodified", "author", "creator", "articlesection", "keywords", "description"}
)
_INNER_ITEM: Final = re.compile(r"(?:Comment|Comments|Object|Person|Organization|Product|Rating|ListItem|Event)$")
# Of these only works have dates: a date that stands in a person's box is the story's.
_INNER_WORK: Final = re.compile(r"(?:Comment|Comments|Object)$")


@dataclass(frozen=True)
class Page:
    """Statements as the page makes them: names in lower case, texts on one line.

    ``base`` is what it says its links start from. ``addresses`` are the page's own: where it came from, and what it
    names as its canonical address. ``licences`` are the addresses of links that are said to lead to the text's licence,
    or lead to one from the page's footer. ``items`` are the properties of its microdata, ``steps`` the elements of
    trails in them.
    """

    tree: _Element
    base: str | None
    addresses: list[str]
    metas: dict[str, list[str]]
    links: dict[str, list[str]]
    licences: list[str]
    titles: list[str]
    headings: list[str]
    items: dict[str, list[str]]
    steps: list[_Element]
    graph: jsonld.Graph

    def meta(self, *names: str) -> list[str]:
        """Return the contents of the meta elements with these names, name by name."""
        return [value for name in names for value in self.metas.get(name, ())]

    @cached_property
    def lines(self) -> list[Line]:
        """The page as a reader sees it."""
        return read_lines(self.tree)

    @cached_property
    def text(self) -> str:
        """A sample of the running text: of its paragraphs, or of whatever is visible."""
        sample: list[str] = []
        size = 0
        for paragraph in self.tree.iter("p"):
            text = visible_text(paragraph)
            if len(text) > 60:
                sample.append(text)
                size += len(text)
            if size > _SAMPLE:
                return "\n".join(sample)
        return "\n".join(sample if size > _SAMPLE / 10 else (line.text for line in self.lines))


def read_page(tree: _Element, url: str | None) -> Page:
    """Gather what *tree* states; the tree is not changed."""
    metas: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    licences: list[str] = []
    titles: list[str] = []
    headings: list[str] = []
    scripts: list[str] = []
    base: str | None = None
    for element in tree.iter("base", "meta", "link", "script", "title", "h1", "a", "footer"):
        get = element.get
        match element.tag:
            case "base":
                base = base or get("href")
            case "meta":
                value = _plain(get("content") or get("value") or "")
                names = f"{get('property') or ''} {get('name') or _header(element)}".split()
                names += [name for name in (get("itemprop") or "").split() if _of_story(element, name)]
                for name in names if value else ():
                    _add(metas, _DUBLIN_CORE.sub(r"\1.", name.lower()), value)
                if names == [parsely.NAME]:
                    for name, stated in parsely.members(get("content") or ""):
                        _add(metas, name, _plain(stated))
            case "link":
                for rel in (get("rel") or get("itemprop") or "").lower().split():
                    _add(links, rel, _short(get("href") or ""))
            case "script":
                if "ld+json" in (get("type") or "").lower():
                    scripts.append(element.text or "")
            case "title":
                above = element.getparent()
                if above is None or above.tag != "svg":
                    titles.append(visible_text(element))
            case "h1":
                if len(headings) < _MAX_VALUES and not _leads_home(element) and not _is_no_headline(element):
                    headings.append(visible_text(element))
            case "a":
                if _is_licence(element) and (address := get("href")):
                    licences.append(address)
            case "footer":
                if next(element.iterancestors("footer"), None) is None:
                    licences += _creative_commons(element)
    items, steps = _microdata(tree)
    graph = jsonld.read_graph(scripts)
    addresses = [url] if url else []
    addresses += [
        value for value in (*links.get("canonical", ()), *metas.get("og:url", ())) if value.startswith("http")
    ]
    return Page(
        tree=tree,
        base=base,
        addresses=addresses,
        metas=metas,
        links=links,
        licences=licences,
        titles=titles,
        headings=[text for text in headings if text],
        items=items,
        steps=steps,
        graph=graph,
    )


def _header(meta: _Element) -> str:
    """Return the name of the header that *meta* stands for, if that tells of the story."""
    name = (meta.get("http-equiv") or "").lower()
    return name if name == "last-modified" else ""


def _is_licence(link: _Element) -> bool:
    """Whether *link* is said to lead to a licence, which is the text's where it does not stand at a picture."""
    return "license" in (link.get("rel") or "").split() and next(link.iterancestors("figure"), None) is None


def _creative_commons(footer: _Element) -> Iterator[str]:
    """Yield where links in *footer* lead, if to a Creative Commons licence."""
    for link in islice(footer.iter("a"), _MAX_NODES):
        if "//creativecommons.org/licenses/" in (address := link.get("href") or ""):
            yield address


def _plain(content: str) -> str:
    """Return what a meta element says, without markup; entities that were escaped twice are decoded. A template that
    was never filled says nothing.
    """
    value = unescaped(content)
    value = _MARKUP.sub("", value) if "<" in value else value
    return "" if _UNFILLED.fullmatch(value) else _short(value)


def _leads_home(heading: _Element) -> bool:
    """Whether a heading is only a link to the front page: the outlet's name, not a headline."""
    link = next(heading.iter("a"), None)
    if link is None or not _HOME.fullmatch(link.get("href") or ""):
        return False
    return visible_text(link) == visible_text(heading)


def _is_no_headline(heading: _Element) -> bool:
    """Whether a heading is a menu's, or stands in a box that its style closes: a dialog, what a browser saved along."""
    return _MENU.fullmatch(visible_text(heading)) is not None or any(
        place.tag == "nav" or _HIDDEN.search(place.get("style") or "")
        for place in (heading, *heading.iterancestors())
        if place.tag not in {"body", "html"}
    )


def _microdata(tree: _Element) -> tuple[dict[str, list[str]], list[_Element]]:
    """Return the values of the microdata properties that tell of a story, by lower-case name, and the steps of trails.

    A property of something inside the story (a reader's comment, a picture) is not the story's; authors are those of
    the first byline.
    """
    items: dict[str, list[str]] = {}
    steps: list[_Element] = []
    byline: set[_Element] = set()
    for element in cast(list[_Element], _ITEMS(tree)):
        for name in (element.get("itemprop") or "").lower().split():
            if name in _PROPERTIES and _of_story(element, name):
                if name == "author":
                    around = set(islice(element.iterancestors(), _BYLINE))
                    byline = byline or around
                    if byline.isdisjoint(around):
                        continue
                value = element.get("content") or element.get("datetime") or visible_text(element)
                _add(items, name, _short(value))
            elif name == "itemlistelement" and len(steps) < _MAX_STEPS and _scope(element).endswith("BreadcrumbList"):
                steps.append(element)
    return items, steps


def _of_story(element: _Element, name: str) -> bool:
    inner = _INNER_WORK if name.lower().startswith("date") else _INNER_ITEM
    return not inner.search(_scope(element))


def _scope(element: _Element) -> str:
    """Return the type of the item that a property of *element* is said of; "" where it says none."""
    around = (above for above in element.iterancestors() if above.get("itemscope") is not None)
    item = next(around, None)
    return "" if item is None else (item.get("itemtype") or "").rstrip("/")


def visible_text(element: _Element) -> str:
    """Return the text that a reader sees inside *element* on one line, at most some thousand characters."""
    if len(element) == 0:
        return _short(element.text or "")
    parts: list[str] = []
    size = 0
    for node in islice(element.iter(), _MAX_NODES):
        if isinstance(node.tag, str):
            if node.tag not in INLINE:
                parts.append(" ")
            if node.text and node.tag not in SILENT and not is_anchor(node):
                parts.append(node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
        size += len(parts[-1]) if parts else 0
        if size > _MAX_VALUE:
            break
    return _short("".join(parts))


def _short(value: str) -> str:
    return squeeze(value[:_MAX_VALUE])


def _add(values: dict[str, list[str]], name: str, value: str) -> None:
    known = values.setdefault(name, [])
    if value and len(known) < _MAX_VALUES and value not in known:
        known.append(value)
