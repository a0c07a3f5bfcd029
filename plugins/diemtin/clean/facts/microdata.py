"""Microdata: what elements say, by their attributes, of the story around them."""

import re
from itertools import islice
from typing import Final, cast

from lxml.etree import XPath, _Element

from diemtin.clean.facts.values import add, short, visible_text

_MAX_ITEMS: Final = 500  # microdata properties that are looked at
# By way of the attributes: twice as fast as asking each element. Without the limit it would take quadratic time.
_ITEMS: Final = XPath(f"(//@itemprop)[position() <= {_MAX_ITEMS}]/..")
_MAX_STEPS: Final = 20  # of trails
_BYLINE: Final = 2  # elements around an author of a story that has several
_PROPERTIES: Final = frozenset(
    {"headline", "datepublished", "datemodified", "author", "creator", "articlesection", "keywords", "description"}
)
_INNER_ITEM: Final = re.compile(r"(?:Comment|Comments|Object|Person|Organization|Product|Rating|ListItem|Event)$")
# Of these only works have dates: a date that stands in a person's box is the story's.
_INNER_WORK: Final = re.compile(r"(?:Comment|Comments|Object)$")


def read_microdata(tree: _Element) -> tuple[dict[str, list[str]], list[_Element]]:
    """Return the values of the microdata properties that tell of a story, by lower-case name, and the steps of trails.

    A property of something inside the story (a reader's comment, a picture) is not the story's; authors are those of
    the first byline.
    """
    items: dict[str, list[str]] = {}
    steps: list[_Element] = []
    byline: set[_Element] = set()
    for element in cast(list[_Element], _ITEMS(tree)):
        for name in (element.get("itemprop") or "").lower().split():
            if name in _PROPERTIES and of_story(element, name):
                if name == "author":
                    around = set(islice(element.iterancestors(), _BYLINE))
                    byline = byline or around
                    if byline.isdisjoint(around):
                        continue
                value = element.get("content") or element.get("datetime") or visible_text(element)
                add(items, name, short(value))
            elif name == "itemlistelement" and len(steps) < _MAX_STEPS and _scope(element).endswith("BreadcrumbList"):
                steps.append(element)
    return items, steps


def of_story(element: _Element, name: str) -> bool:
    """Say whether the property *name* of *element* is said of the story, not of something inside it."""
    inner = _INNER_WORK if name.lower().startswith("date") else _INNER_ITEM
    return not inner.search(_scope(element))


def _scope(element: _Element) -> str:
    """Return the type of the item that a property of *element* is said of; "" where it says none."""
    around = (above for above in element.iterancestors() if above.get("itemscope") is not None)
    item = next(around, None)
    return "" if item is None else (item.get("itemtype") or "").rstrip("/")
