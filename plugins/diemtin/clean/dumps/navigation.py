"""Lines of a plain-text dump that lead through the outlet: menus, breadcrumbs, addresses."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.dumps.lines import HEADLINE, is_prose
from diemtin.clean.dumps.vocabulary import SECTIONS, TABLES, any_of, phrases, words_of

_PARTS: Final = re.compile(r"\s+[|–—•·-]\s+|\s*[|•·]\s*|,\s+(?=\d)")
_CRUMB_MARKS: Final[str] = "".join(TABLES["breadcrumbs"]["marks"])
_BETWEEN: Final = re.compile("|".join(re.escape(mark) for mark in TABLES["breadcrumbs"]["between"]))
_FIRST: Final = phrases(TABLES["breadcrumbs"]["home"])
_HOME: Final = _FIRST | phrases(TABLES["breadcrumbs"]["news"])
_MENU: Final = re.compile(r"(?:trang chủ|trang nhất)\s+(?=\w)", re.IGNORECASE)
_AT_HOME: Final = re.compile(rf"(?:{any_of(TABLES['breadcrumbs']['home'])})\s+(?=\w)", re.IGNORECASE)
# "Trang chủDi sảnLàng nghề", as a program writes links that nothing parts
_GLUED_HOME: Final = re.compile(r"trang (?:chủ|nhất|chính)(?=\w)", re.IGNORECASE)
# "Trang chủ›Đời sống"
_STEPS_GLUED: Final = re.compile(rf"(?:{any_of(TABLES['breadcrumbs']['home'])})\s?[›»❯▸>](?=[^\W\d_])", re.IGNORECASE)
_STEP: Final = re.compile(r"\s?[›»❯▸>]\s?")
_BARS: Final = re.compile(r"\s*(?:[|•·]|::)\s*")
_ARROWS: Final = (" > ", " › ", " » ", " >> ")
_ITEMS: Final = 3
_MANY: Final = 6  # sections; no headline names so many
_DASHES: Final = 4  # between items; a headline, a place and a name have fewer
_WORDS: Final = 4  # of an item
_STEPS: Final = 4
_SITE: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+")
_ADDRESS: Final = re.compile(r"[<(\[]?(https?://[^\s<>\")\]]+)[>)\]]?", re.IGNORECASE)


def parts(text: str) -> list[str]:
    """Return the parts of a line that bars, dots and dashes set apart."""
    return _PARTS.split(text)


def is_menu(text: str) -> bool:
    """Say whether the line is a whole menu, as it stands where its items are set apart by spaces alone."""
    found = _MENU.match(text)
    if found is not None and text[found.end()].isupper() and not is_prose(text):
        return True
    return text[-1:].isalpha() and _are_sections(text.split())


def _are_sections(words: Sequence[str]) -> bool:
    """Say whether *words* are the names of sections, each with its capital, and hardly anything else."""
    place = known = others = 0
    while place < len(words):
        if not words[place][0].isupper() and words[place] != "&":
            return False
        ends = range(place + _WORDS, place, -1)
        end = next((end for end in ends if words_of(" ".join(words[place:end])) in SECTIONS), None)
        known, others = known + (end is not None), others + (end is None)
        place = end or _next_capital(words, place)
    return known > _ITEMS and (2 * others <= known or (known >= _MANY and others <= known))


def _next_capital(words: Sequence[str], place: int) -> int:
    """Return where the next item begins, below one of a few words: "Thư giãn"."""
    ends = range(place + 1, min(place + _WORDS, len(words)))
    return next((end for end in ends if not words[end].islower()), place + _WORDS)


def are_items(text: str, cells: Sequence[str]) -> bool:
    """Say whether the line is a row of short items, of four at most one longer, which bars, brackets or wide spaces set
    apart (*cells*): a menu, a ticker, or a row of the story's own table.
    """
    items = cells if len(cells) >= _ITEMS else [item for item in _BARS.split(text) if item]
    if len(items) == 1 and text.count(" - ") >= _DASHES:
        items = text.split(" - ")
    longer = [item for item in items if len(words_of(item)) > _WORDS]
    if len(items) < max(_ITEMS, 4 * len(longer)) or any(len(words_of(item)) > 2 * _WORDS for item in longer):
        return False
    return all(item[-1] not in ".?!:;," for item in items)


def breadcrumb(text: str) -> tuple[str, ...]:
    """Return the steps of a breadcrumb, home left out; empty if the line is none."""
    bare = text.lstrip(_CRUMB_MARKS + " ")
    if (found := _AT_HOME.match(text)) and words_of(text[found.end() :]) in SECTIONS:
        return (text[found.end() :],)
    if (found := _GLUED_HOME.match(text)) and text[found.end()].isupper():
        glued = _at_capitals(text[found.end() :])
        return glued if len(glued) < _STEPS and len(text) <= HEADLINE else ()
    if _STEPS_GLUED.match(text):
        bare = text = " › ".join(_STEP.split(text))
    marked = bare != text
    steps = [step.strip(_CRUMB_MARKS + " ") for step in _BETWEEN.split(bare)]
    if len(text) > HEADLINE or is_prose(text) or not (marked or len(steps) > 1):
        return ()
    if len(steps) > _STEPS and re.search(r"\||::", text):  # bars and colons set a menu's items apart, too
        return ()
    named = words_of(steps[0]) in _HOME or any(mark in text for mark in _ARROWS)
    if not (marked or named or (len(steps) == text.count(" / ") + 1 and words_of(steps[0]) in SECTIONS)):
        return ()
    if any(len(step.split()) > 6 for step in steps[:1]):
        return ()
    return tuple(step for step in steps if step and words_of(step) not in _HOME)


def _at_capitals(text: str) -> tuple[str, ...]:
    """Return the pieces of *text*, a capital behind a small letter the first of each."""
    starts = [place for place in range(1, len(text)) if text[place].isupper() and text[place - 1].islower()]
    return tuple(text[start:end] for start, end in pairwise((0, *starts, len(text))))


def is_home(text: str) -> bool:
    """Say whether *text* is the first step of a breadcrumb."""
    return words_of(text) in _FIRST


def is_site(text: str) -> bool:
    """Say whether *text* is a host name and nothing else."""
    return _SITE.fullmatch(text) is not None


def address(text: str) -> str | None:
    """Return the address (the first of several) if the line is hardly anything else."""
    found = _ADDRESS.findall(text[:5000])
    return found[0] if found and sum(map(len, found)) > 0.8 * len(text[:5000]) else None
