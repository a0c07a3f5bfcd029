"""A story's body fitted into its page: headings below the page's own, tables that scroll."""

import re
from typing import Final

from markupsafe import Markup, escape

from diemtin.sanitize import tag_pattern

_TAG: Final = tag_pattern("h[1-6]|table")


def fit(html: str, table: str) -> Markup:
    """Return sanitised *html* as it stands in a page.

    Headings start at h2 and leave no level out (WCAG 1.3.1). Each outermost table scrolls in a region that the keyboard
    reaches (WCAG 2.1.1, 1.4.10), named *table* and its number.
    """
    levels: list[tuple[int, int]] = []
    depth = tables = 0

    def fitted(tag: re.Match[str]) -> str:
        nonlocal depth, tables
        closing, name, attributes = tag.groups()
        if name is None:
            return tag[0]
        if name == "table":
            depth += -1 if closing else 1
            if depth != (0 if closing else 1):
                return tag[0]
            if closing:
                return f"{tag[0]}</div>"
            tables += 1
            label = f"{escape(table)} {tables}"
            return f'<div class="table-region" role="region" tabindex="0" aria-label="{label}">{tag[0]}'
        if closing:
            return f"</h{levels[-1][1]}>" if levels else tag[0]
        return f"<h{_level(levels, int(name[1]))}{attributes}>"

    return Markup(_TAG.sub(fitted, html))


def _level(levels: list[tuple[int, int]], own: int) -> int:
    """Return the level at which a heading of level *own* is shown, and remember it below those it stands under."""
    while levels and levels[-1][0] >= own:
        levels.pop()
    shown = levels[-1][1] + 1 if levels else 2
    levels.append((own, shown))
    return shown
