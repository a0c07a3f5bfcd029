"""Wide tables of a story: each scrolls in a region of its own that the keyboard reaches (WCAG 2.1.1, 1.4.10)."""

import re
from typing import Final

from markupsafe import Markup, escape

# A tag as the sanitiser writes it: attributes in double quotes, no bare "<" in text. Whole tags are matched, so that
# "<table" inside an attribute's value is never taken for one.
_TAG: Final = re.compile(r'<(/?)([a-z][a-z0-9]*)\b[^>"]*(?:"[^"]*"[^>"]*)*>')


def table_regions(html: str, label: str) -> Markup:
    """Return sanitised *html* with each outermost table in a scrolling region, named *label* and its number."""
    if "<table" not in html:
        return Markup(html)
    depth = tables = 0

    def wrap(tag: re.Match[str]) -> str:
        nonlocal depth, tables
        closing, name = tag.groups()
        if name != "table":
            return tag[0]
        depth += -1 if closing else 1
        if closing:
            return f"{tag[0]}</div>" if depth == 0 else tag[0]
        if depth > 1:
            return tag[0]
        tables += 1
        return f'<div class="table-region" role="region" tabindex="0" aria-label="{escape(label)} {tables}">{tag[0]}'

    return Markup(_TAG.sub(wrap, html))
