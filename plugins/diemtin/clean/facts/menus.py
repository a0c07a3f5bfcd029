"""The entries of a site's menus that are marked as the reader's place."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.facts.directories import path_of
from diemtin.clean.facts.values import visible_text

# A colon stands in names of styles for when a pointer is on the entry: "active:underline".
_CURRENT: Final = re.compile(r"(?<![^\s_-])(?:active|current|selected)(?![^\s_-])")
_MENU: Final = re.compile(r"menu|nav", re.IGNORECASE)
_MENUS: Final = frozenset({"nav", "header"})
_MAX_ENTRIES: Final = 250  # links and items of lists that are looked at: a site's menus stand first
_MAX_LEVELS: Final = 8  # around an entry


def current_entries(tree: _Element, addresses: Sequence[str]) -> list[tuple[str, str]]:
    """Return name and address of the entries that menus mark as current; none where one is the page at *addresses*
    itself: what has an entry of its own is no story.
    """
    marked = filter(_is_current, islice(tree.iter("a", "li"), _MAX_ENTRIES))
    links = [link for entry in marked if (link := next(entry.iter("a"), None)) is not None]
    found = [(visible_text(link), address) for link in links if path_of(address := link.get("href") or "")]
    own = {path_of(address) for address in addresses}
    return found if all(path_of(address) not in own for _, address in found) else []


def _is_current(entry: _Element) -> bool:
    if entry.get("aria-current", "false") == "false" and not _CURRENT.search(entry.get("class") or ""):
        return False
    return any(map(_is_menu, islice(entry.iterancestors(), _MAX_LEVELS)))


def _is_menu(frame: _Element) -> bool:
    return frame.tag in _MENUS or _MENU.search(f"{frame.get('class')} {frame.get('id')}") is not None
