"""Meta elements: which of them state which fact, and how far each is to be believed."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from diemtin.clean.facts.page import Page

_TABLE: Final[Mapping[str, Mapping[str, float]]] = tomllib.loads(
    Path(__file__).with_name("metatags.toml").read_text("utf-8")
)


def stated(page: Page, fact: str, *, most: int = 1) -> Iterator[tuple[str, str, float]]:
    """Yield what *page*'s meta elements state of *fact* (a table of ``metatags.toml``): value, source, weight.

    Of elements with the same name, at most *most* are read.
    """
    for name, weight in _TABLE[fact].items():
        for value in page.meta(name)[:most]:
            yield value, f"meta {name}", weight


def lists(page: Page, fact: str) -> Iterator[tuple[list[str], str, float]]:
    """Yield all values of each meta element for *fact*, element by element."""
    for name, weight in _TABLE[fact].items():
        if values := page.meta(name):
            yield values, f"meta {name}", weight
