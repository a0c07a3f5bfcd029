"""The places on a page that state facts, gathered in one pass over its tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.facts import jsonld, language, parsely
from diemtin.clean.facts.entities import unescaped
from diemtin.clean.facts.microdata import of_story, read_microdata
from diemtin.clean.facts.values import MAX_NODES, MAX_VALUES, add, short, visible_text
from diemtin.clean.facts.visible import Line, read_lines

_SAMPLE: Final = 2_000  # characters in which the language is told
_DUBLIN_CORE: Final = re.compile("^(dc|dcterms):")  # written with a colon as well as with a dot
_MARKUP: Final = re.compile(r"</?(?:a|b|br|em|font|i|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_UNFILLED: Final = re.compile(r"\s*(?:\{\{.*\}\}|\$\{.*\}|\{%.*%\}|<%.*%>|undefined|null)\s*", re.DOTALL)
_HIDDEN: Final = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_VIETNAM: Final = re.compile(r"https?://[^/:]+\.vn(?=[/:]|$)", re.IGNORECASE)
_MENU: Final = re.compile(r"(?:main |site )?(?:menu|navigation)|menu chính|danh mục", re.IGNORECASE)
_BOX: Final = re.compile(r"\b(?:portlet|widget|sidebar|block)[-_]+title\b", re.IGNORECASE)
_HOME: Final = re.compile(r"/?|(?:https?:)?//[^/]+/?")


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
    def lang(self) -> str | None:
        """The language of the story, as its words tell it."""
        return language.detect(self.text)

    @property
    def is_vietnamese(self) -> bool:
        """Whether the story is written in Vietnamese."""
        return self.lang == "vi"

    @property
    def is_local(self) -> bool:
        """Whether the page stands on a host of Vietnam."""
        return any(_VIETNAM.match(address) for address in self.addresses)

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
            case "a":
                if (said := get("rel")) and _is_licence(element, said) and (address := get("href")):
                    licences.append(address)
            case "base":
                base = base or get("href")
            case "meta":
                value = _plain(get("content") or get("value") or "")
                names = f"{get('property') or ''} {get('name') or _header(element)}".split()
                names += [name for name in (get("itemprop") or "").split() if of_story(element, name)]
                for name in names if value else ():
                    add(metas, _DUBLIN_CORE.sub(r"\1.", name.lower()), value)
                if names == [parsely.NAME]:
                    for name, stated in parsely.members(get("content") or ""):
                        add(metas, name, _plain(stated))
            case "link":
                for rel in (get("rel") or get("itemprop") or "").lower().split():
                    add(links, rel, short(get("href") or ""))
            case "script":
                if "ld+json" in (get("type") or "").lower():
                    scripts.append(element.text or "")
            case "title":
                above = element.getparent()
                if above is None or above.tag != "svg":
                    titles.append(visible_text(element))
            case "h1":
                if len(headings) < MAX_VALUES and not _leads_home(element) and not _is_no_headline(element):
                    headings.append(visible_text(element))
            case "footer":
                if next(element.iterancestors("footer"), None) is None:
                    licences += _creative_commons(element)
    items, steps = read_microdata(tree)
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


def _is_licence(link: _Element, rel: str) -> bool:
    """Whether *rel* says that *link* leads to a licence, which is the text's where it does not stand at a picture."""
    return "license" in rel.split() and next(link.iterancestors("figure"), None) is None


def _creative_commons(footer: _Element) -> Iterator[str]:
    """Yield where links in *footer* lead, if to a Creative Commons licence."""
    for link in islice(footer.iter("a"), MAX_NODES):
        if "//creativecommons.org/licenses/" in (address := link.get("href") or ""):
            yield address


def _plain(content: str) -> str:
    """Return what a meta element says, without markup; entities that were escaped twice are decoded. A template that
    was never filled says nothing.
    """
    value = unescaped(content)
    value = _MARKUP.sub("", value) if "<" in value else value
    return "" if _UNFILLED.fullmatch(value) else short(value)


def _leads_home(heading: _Element) -> bool:
    """Whether a heading is only a link to the front page: the outlet's name, not a headline."""
    link = next(heading.iter("a"), None)
    if link is None or not _HOME.fullmatch(link.get("href") or ""):
        return False
    return visible_text(link) == visible_text(heading)


def _is_no_headline(heading: _Element) -> bool:
    """Whether a heading is a menu's or a box's of a portal, or stands in a box that its style closes: a dialog, what a
    browser saved along.
    """
    if _BOX.search(heading.get("class") or ""):
        return True
    return _MENU.fullmatch(visible_text(heading)) is not None or any(
        place.tag == "nav" or _HIDDEN.search(place.get("style") or "")
        for place in (heading, *heading.iterancestors())
        if place.tag not in {"body", "html"}
    )
