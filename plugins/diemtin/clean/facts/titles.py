"""The headline: chosen from all places that state it, without the outlet's name behind it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from diemtin.clean.facts import jsonld
from diemtin.clean.facts.dateline import find_dateline
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.visible import Line
from diemtin.text import fold_tones

# How far a source is to be believed. Open Graph's title is the one that a newsroom writes to be shown elsewhere; the
# browser's title is written for search engines and carries the outlet's name.
_METAS: Final[Mapping[str, float]] = {
    "og:title": 2.0,
    "parsely-title": 0.6,
    "sailthru.title": 0.5,
    "cxenseparse:title": 0.5,
    "dc.title": 0.4,
    "dcterms.title": 0.4,
    "headline": 0.5,
    "twitter:title": 0.2,
    "title": 0.3,
}
_COPIED: Final = 1.1  # Open Graph's title where it only repeats the browser's
_HEADLINE: Final = 0.7
_HEADING: Final = 0.85
_NAME: Final = 0.6
_TITLE: Final = 0.3
_KICKER_SHARE: Final = 0.5
_SHOWN: Final = 0.3
# A title that carried the outlet's name was made for search engines: its words are less the newsroom's own.
_CUT_FACTOR: Final = 0.5
_SEPARATOR: Final = re.compile(r"\s[-–—|·•»›/~]+\s|\s?[|｜ㅣ]\s?|\s::+\s|：|\s›\s|-(?=[^-\s]+ㅣ)")
_KICKER: Final = re.compile(r"([^:|]{3,60}?)(\s?:\s|\s[-–—|]\s)(.+)")
_QUOTES: Final = str.maketrans("‘’‚‛′`“”„‟″«»–—−\u00a0", "''''''\"\"\"\"\"\"\"--- ")
_ELLIPSIS: Final = re.compile(r"\s*(?:…|\.\.\.)$")
# Parts of host names that are no outlet's name.
_COMMON_LABELS: Final = frozenset({"news", "mobile", "edition", "tienganh", "english"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5"})
_MIN_LENGTH: Final = 12
_MAX_LENGTH: Final = 500


@dataclass(frozen=True, slots=True)
class Outlet:
    """The names by which an outlet may stand behind a title, folded to letters and digits."""

    names: frozenset[str]
    labels: frozenset[str]
    sections: frozenset[str]

    def signs(self, part: str) -> bool:
        """Whether *part* of a title is the outlet's name."""
        key = _letters(part)
        return bool(key) and (key in self.names or any(label in key and len(key) <= 3 * len(label) for label in self.labels))

    def names_section(self, part: str) -> bool:
        """Whether *part* is the name of the story's section."""
        return _letters(part) in self.sections


def outlet_of(page: Page, names: Iterable[str]) -> Outlet:
    """Return what the outlet is called: by itself in *names*, and by its host."""
    host = _host(page.addresses[0]) if page.addresses else ""
    labels = [label for label in host.split(".")[:-1] if len(label) >= 4 and label not in _COMMON_LABELS]
    known = {_letters(name) for name in (*names, host, *host.split(".")[:-1])}
    sections = {_letters(name) for name in page.meta("article:section")}
    return Outlet(frozenset(known - {""}), frozenset(labels), frozenset(sections))


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def _letters(text: str) -> str:
    return "".join(char for char in fold_tones(text) if char.isalnum())


def headline_line(lines: Sequence[Line], headlines: Iterable[str]) -> int:
    """Return where in *lines* the headline stands, 0 if it is not shown.

    A menu or a trail may repeat it: of two places, the one that is no link and is set off is taken.
    """
    wanted = {key(text) for text in headlines}
    places = [place for place, line in enumerate(lines) if key(line.text) in wanted]
    return max(places, key=lambda place: (lines[place].tag == "h1", not lines[place].links, lines[place].bold), default=0)


def shown(lines: Sequence[Line], outlet: Outlet) -> list[Fact]:
    """Return what looks like the headline on a page without a first-level heading, best first.

    That is the heading, or the line set off or marked as a title, that stands right before the dateline or the lede,
    or before the first long paragraph.
    """
    start = next((place for place, line in enumerate(lines) if _opens_text(line)), len(lines))
    found = []
    for place in range(start - 1, max(-1, start - 25), -1):
        line = lines[place]
        if not _MIN_LENGTH <= len(line.text) <= _MAX_LENGTH or outlet.signs(line.text) or find_dateline(line.text):
            continue
        weight = 0.3 * (line.tag in _HEADINGS) + 0.2 * bool(line.parts_of("title")) + 0.1 * line.bold - 0.3 * bool(line.links)
        if weight > 0:
            found.append(Fact("title", line.text, "line before the text", _SHOWN + weight - 0.01 * (start - place)))
    return sorted(found, key=lambda fact: -fact.confidence)[:3]


def _opens_text(line: Line) -> bool:
    """Whether a story's text begins with *line*: its lede, or a paragraph that is no headline and no list of links."""
    return (bool(line.parts_of("lede")) and len(line.text) > 60) or (
        len(line.text) > 120 and sum(map(len, line.links)) < len(line.text) / 3 and line.tag not in _HEADINGS
    )


def key(title: str) -> str:
    """Return *title* as titles are compared: case, kinds of quotes and dashes, and a cut-off's dots aside."""
    return _ELLIPSIS.sub("", title.translate(_QUOTES)).casefold()


def without_outlet(title: str, outlet: Outlet, headlines: Iterable[str]) -> str:
    """Return *title* without the outlet's name, its section and a date behind it (or the name in front).

    A part goes only if it is known to be one of these, or if the rest is a headline that stands alone elsewhere on
    the page: a dash or colon of the headline's own stays.
    """
    for headline in headlines:
        if len(headline) < len(title) and key(title).startswith(key(headline)) and len(headline) > 8:
            if _SEPARATOR.match(title, len(headline)):
                return title[: len(headline)]
        if len(headline) < len(title) and key(title).endswith(key(headline)) and len(headline) > 8:
            if _SEPARATOR.search(title[: -len(headline)] + "x", len(title) - len(headline) - 3):
                return title[-len(headline) :]
    rest = title
    while found := _last(_SEPARATOR, rest):
        part = rest[found.end() :]
        dateline = find_dateline(part) if any(map(str.isdigit, part)) else None
        known = outlet.signs(part) or (dateline is not None and dateline.whole)
        if not (known or (rest != title and _letters(part) in outlet.sections)):
            break
        rest = rest[: found.start()]
    first = _SEPARATOR.search(rest)
    if rest == title and first and _letters(rest[: first.start()]) in outlet.names:
        rest = rest[first.end() :]
    return rest.strip() or title


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):
        pass
    return found


def statements(page: Page, articles: Sequence[jsonld.Node], outlet: Outlet) -> list[Fact]:
    """Return every headline the page states, as stated but without the outlet's name."""
    standing = [jsonld.text(node.get("headline")) for node in articles] + page.headings + page.meta("headline")
    visible = [] if any(standing) else shown(page.lines, outlet)
    headlines = [text for text in (*standing, *(fact.value for fact in visible)) if text]
    found = [
        *((value, f"meta {name}", weight) for name, weight in _METAS.items() for value in page.meta(name)[:2]),
        *((jsonld.text(node.get("headline")), "JSON-LD headline", _HEADLINE) for node in articles),
        *((jsonld.text(node.get("name")), "JSON-LD name", _NAME) for node in articles),
        *((jsonld.text(node.get("alternativeHeadline")), "JSON-LD alternativeHeadline", 0.1) for node in articles),
        *((heading, "h1", _HEADING / (1 + place)) for place, heading in enumerate(page.headings[:6])),
        *((value, "microdata headline", _HEADLINE) for value in page.items.get("headline", ())[:1]),
        *((title, "title", _TITLE) for title in page.titles[:1]),
    ]
    facts = visible
    for value, source, weight in found:
        if not value or len(value) > 4 * _MAX_LENGTH:
            continue
        short = without_outlet(value, outlet, headlines) if source != "h1" else value
        if source == "meta og:title" and value in page.titles and short == value:
            weight = _COPIED
        facts.append(Fact("title", short, source, weight if short == value else weight * _CUT_FACTOR))
    return [*facts, *_without_kicker(facts)]


def _without_kicker(facts: Sequence[Fact]) -> list[Fact]:
    """Return what stands behind the kicker where two sources differ in the kicker, or in what joins it, alone.

    ``Flood: Two ministers resign`` and ``Ahr valley - Two ministers resign`` have one headline.
    """
    split = [(key(joint[1]), joint[2].strip(), fact, joint[3]) for fact in facts if (joint := _KICKER.match(fact.value))]
    for place, (kicker, joint, fact, tail) in enumerate(split):
        for other, other_joint, other_fact, other_tail in split[:place]:
            apart = joint != other_joint if kicker == other else not set(kicker.split()) & set(other.split())
            if apart and len(tail) > 15 and key(tail) == key(other_tail):
                confidence = fact.confidence + other_fact.confidence + 2
                return [Fact("title", other_tail, "without its kicker", confidence)]
    return []


def _kicked(long: str, short: str) -> bool:
    return len(long) > len(short) > 15 and long.endswith(short) and long[: -len(short)].rstrip().endswith((":", " -", "|"))


def ranked(facts: Iterable[Fact]) -> list[Fact]:
    """Return one fact for each different headline, the most believed first.

    Sources that agree add up; among spellings of one headline the strongest source's is taken, and a spelling cut
    off with dots is never taken where another has the whole.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact.value), []).append(fact)
    for short in sorted(groups, key=len):
        if any(_ELLIPSIS.search(fact.value) for fact in groups[short]):
            whole = next((other for other in groups if other != short and other.startswith(short)), None)
            if whole:
                groups[whole] += groups.pop(short)
    ranking = []
    for name, group in groups.items():
        best = max(group, key=lambda fact: (not _ELLIPSIS.search(fact.value), fact.confidence))
        # Where others put a kicker and a colon before this very headline, they support it too.
        support = sum(_KICKER_SHARE * fact.confidence for other, facts in groups.items() if _kicked(other, name) for fact in facts)
        ranking.append(Fact("title", best.value, best.source, sum(fact.confidence for fact in group) + support))
    return sorted(ranking, key=lambda fact: -fact.confidence)
