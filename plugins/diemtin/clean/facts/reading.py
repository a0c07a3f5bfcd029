"""From a parsed page to its facts."""

import datetime as dt
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from diemtin.clean.facts.model import Facts
from diemtin.text import squeeze


def read_facts(tree: HtmlElement, url: str | None, *, zone: ZoneInfo, fetched: dt.datetime | None = None) -> Facts:
    """Read what the page says of its story; *tree* is not changed.

    *url* is where the page came from, *zone* the site's time zone, in which dates are given and in which a time
    without an offset is understood; *fetched* is when the page was saved: a date later than that is refused.
    """
    headlines = tuple(text for h1 in tree.iter("h1") if (text := squeeze("".join(h1.itertext()))))
    return Facts(title=headlines[0] if headlines else None, headlines=headlines, url=url)
