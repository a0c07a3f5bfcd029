"""Dates that elements hold for machines: ``time`` elements, and attributes of what is marked as a date."""

from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.facts.dateline import each_date, find_dateline
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.values import visible_text
from diemtin.clean.facts.visible import is_aside, mark_of

_ATTRIBUTES: Final = ("datetime", "data-date", "data-datetime", "data-time", "data-timestamp", "title")
# Elements of a newsroom's own, which scripts fill, hold the date of publication under its name.
_PUBLICATION: Final = (
    "publishdate",
    "pubdate",
    "data-publishdate",
    "data-publish-date",
    "data-published",
    "data-pubdate",
)
_PUBLISHED: Final = frozenset(_PUBLICATION)
_STAMPED: Final = _PUBLISHED.union(_ATTRIBUTES)
_DATED: Final = frozenset({"h1", "time"})
_EDITS: Final = frozenset({"ins", "del"})  # their dates are those of a passage
_ASIDE: Final = frozenset({"aside", "nav", "blockquote"})  # the last holds posts of social networks, dated themselves
_NEAR: Final = 3  # dates that are looked at
_MAX_STAMPS: Final = 200


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as an element holds it, and whether the element calls it that of the publication, or of a change.

    ``alone`` says that it shows readers no second date.
    """

    value: str
    published: bool
    changed: bool
    alone: bool


def read_stamps(page: Page) -> list[Stamp]:
    """Return the dates in the elements nearest to the headline of *page*: those below it first, then those above.

    What lies aside is left out, and so are links to other stories: all that are not marked as the story's own.
    """
    above: list[Stamp] = []
    below: list[Stamp] = []
    headed = False
    own = frozenset(("", *page.addresses))  # "#" alone leads nowhere else
    leads_away = cache(partial(_leads_away, own=own, headed=bool(page.headings)))  # one frame may hold all stamps
    for element in islice(filter(_is_dated, page.tree.iter()), _MAX_STAMPS):
        if element.tag == "h1":
            if not headed and visible_text(element) in page.headings:
                above, below, headed = below, [], True
        elif (stamp := _stamp(element)).value and not any(map(leads_away, element.iterancestors())):
            below.append(stamp)
    near = [*below, *above[-_NEAR:]][:_NEAR]
    # Many blogs call the only date they show "updated".
    return [replace(stamp, changed=False) for stamp in near] if all(s.changed and s.alone for s in near) else near


def _is_dated(element: _Element) -> bool:
    if element.tag in _DATED:
        return True
    names = element.keys()
    if _STAMPED.isdisjoint(names) or element.tag in _EDITS:
        return False
    return "datetime" in names or not _PUBLISHED.isdisjoint(names) or mark_of(element) == "date"


def _stamp(element: _Element) -> Stamp:
    marks, text = f"{element.get('itemprop')} {element.get('class')}".lower(), visible_text(element)
    values = [value for name in (*_PUBLICATION, *_ATTRIBUTES) if (value := element.get(name))]
    value = next(filter(find_dateline, values), (element.get("datetime") or text) if element.tag == "time" else "")
    published = "publi" in marks or "pubdate" in marks or not _PUBLISHED.isdisjoint(element.keys())
    shown = find_dateline(text)
    changed = (shown is not None and shown.updated) or (not published and ("updat" in marks or "modif" in marks))
    return Stamp(value, published, changed, len(each_date(text)) < 2)


def _leads_away(around: _Element, *, own: frozenset[str], headed: bool) -> bool:
    """Whether *around* holds what is of another story, or of a comment, which is a place on the page: a link to none of
    the page's *own* addresses, or a short article without the headline of a *headed* page.
    """
    if around.tag == "a":
        return around.get("rel") != "bookmark" and around.get("href", "").removesuffix("#") not in own
    is_other = (headed and around.tag == "article") or mark_of(around) == "aside"
    return around.tag in _ASIDE or (is_other and is_aside(around))
