"""The headline: chosen from all places that state it, without the outlet's name behind it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.outlet import WHOLE_HEADLINE, Outlet, without_outlet
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import shown_headlines
from diemtin.clean.facts.visible import cut_off, key

_COPIED: Final = 1.1  # Open Graph's title where it only repeats the browser's
_OWN_VOICE: Final = 0.5  # Twitter's title where it is no copy of Open Graph's
_HEADLINE: Final = 0.7
_HEADING: Final = 0.85
_NAME: Final = 0.6
_TITLE: Final = 0.3
_KICKER_SHARE: Final = 0.5
# A title that carried the outlet's name was made for search engines: its words are less the newsroom's own.
_CUT_FACTOR: Final = 0.5
_REPEATED: Final = 0.5  # of a line that the browser's title repeats
_JOINT: Final = re.compile(r"(?:\s[-–—|·•»›>/]|[:|])\s*$")
_KICKER: Final = re.compile(r"([^:|]{3,60}?)(\s?:\s|\s[-–—|]\s)(.+)")
# What is put before a headline that stands without it on the page: a call, not a kicker.
_LABEL: Final = re.compile(
    r"(?:breaking(?: news)?|just in|watch(?: live)?|live(?: updates)?|exclusive|video|clip|photos?|"
    r"tin nóng|nóng|độc quyền|trực tiếp|ảnh)\s?[:|]\s+|\[[^\[\]]{2,30}\]\s*",
    re.IGNORECASE,
)
_MAX_LENGTH: Final = 500


def statements(page: Page, articles: Sequence[jsonld.Node], outlet: Outlet) -> list[Fact]:
    """Return every headline the page states, as stated but without the outlet's name."""
    stated = (*(jsonld.text(node.get("headline")) for node in articles), *page.headings, *page.meta("headline"))
    standing = [text for text in stated if text and not outlet.is_called(text)]
    visible = [] if standing else [*shown_headlines(page.lines, outlet), *_repeated(page, outlet)]
    headlines = standing or [fact.value for fact in visible]
    found = [
        *metatags.stated(page, "title", most=2),
        *((jsonld.text(node.get("headline")), "JSON-LD headline", _HEADLINE) for node in articles),
        *((jsonld.text(node.get("name")), "JSON-LD name", _NAME) for node in articles),
        *((jsonld.text(node.get("alternativeHeadline")), "JSON-LD alternativeHeadline", 0.1) for node in articles),
        *((heading, "h1", _HEADING / (1 + place)) for place, heading in enumerate(page.headings[:6])),
        *((value, "microdata headline", _HEADLINE) for value in page.items.get("headline", ())[:1]),
        *((title, "title", _TITLE) for title in page.titles[:1]),
    ]
    told = set(map(key, headlines))
    facts = visible
    for value, source, weight in found:
        if not value or len(value) > 4 * _MAX_LENGTH or outlet.is_called(value):
            continue
        short = without_outlet(value, outlet, headlines) if source != "h1" else value
        if (label := _LABEL.match(short)) and key(short[label.end() :]) in told:
            short = short[label.end() :]
        if source == "meta og:title" and value in page.titles and short == value:
            weight = _COPIED
        if source == "meta twitter:title" and value not in page.meta("og:title"):
            weight = _OWN_VOICE
        facts.append(Fact("title", short, source, weight if short == value else weight * _CUT_FACTOR))
    return [*facts, *_without_kicker(facts, page)]


def _repeated(page: Page, outlet: Outlet) -> list[Fact]:
    """Return the visible lines with which the page's titles begin, or end behind a joint, the longest first; the rest
    of these titles was added.
    """
    titles = [*page.titles[:1], *page.meta("og:title")]
    lines = dict.fromkeys(line.text for line in page.lines if len(line.text) >= WHOLE_HEADLINE)
    found = (line for line in lines if any(_holds(title, line) for title in titles) and not outlet.is_called(line))
    return [Fact("title", line, "line in the title", _REPEATED) for line in sorted(found, key=len, reverse=True)]


def _holds(title: str, line: str) -> bool:
    """Whether *title* begins with *line*, or ends with it behind a joint."""
    return title.startswith(line) or (title.endswith(line) and _JOINT.search(title[: -len(line)]) is not None)


def _without_kicker(facts: Sequence[Fact], page: Page) -> list[Fact]:
    """Return what stands behind the kicker where two sources differ in the kicker alone, or in what joins it to words
    that are a line of the *page*.

    ``Flood: Two ministers resign`` and ``Ahr valley - Two ministers resign`` have one headline.
    """
    split = [
        (key(parts[1]), parts[2].strip(), fact, parts[3]) for fact in facts if (parts := _KICKER.match(fact.value))
    ]
    for place, (kicker, joint, fact, tail) in enumerate(split):
        for other, other_joint, other_fact, other_tail in split[:place]:
            if kicker == other:
                apart = key(joint) != key(other_joint) and any(key(line.text) == key(tail) for line in page.lines)
            else:
                apart = not set(kicker.split()) & set(other.split())
            if apart and len(tail) > 15 and key(tail) == key(other_tail):
                confidence = fact.confidence + other_fact.confidence + 2
                return [Fact("title", other_tail, "without its kicker", confidence)]
    return []


def _kicked(long: str, short: str) -> bool:
    return (
        len(long) > len(short) > 15 and long.endswith(short) and long[: -len(short)].rstrip().endswith((":", " -", "|"))
    )


def ranked(facts: Iterable[Fact]) -> list[Fact]:
    """Return one fact for each different headline, the most believed first.

    Sources that agree add up; among spellings of one headline the strongest source's is taken, and a spelling cut
    off with dots is never taken where another has the whole.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact.value), []).append(fact)
    for short in sorted(groups, key=len):
        if any(cut_off(fact.value) for fact in groups[short]):
            whole = next((other for other in groups if other != short and other.startswith(short)), None)
            if whole:
                groups[whole] += groups.pop(short)
    ranking = []
    for name, group in groups.items():
        best = max(group, key=lambda fact: (not cut_off(fact.value), fact.confidence))
        # Where others put a kicker and a colon before this very headline, they support it too.
        support = sum(
            _KICKER_SHARE * fact.confidence for other, facts in groups.items() if _kicked(other, name) for fact in facts
        )
        ranking.append(Fact("title", best.value, best.source, sum(fact.confidence for fact in group) + support))
    return sorted(ranking, key=lambda fact: -fact.confidence)
