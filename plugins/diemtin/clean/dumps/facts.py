"""The facts that the lines around a dump's story state: date, section, authors, tags, address."""

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

from diemtin.clean.dumps import credits, dated, lines, navigation
from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.sections import sections
from diemtin.clean.facts.authors import split_authors
from diemtin.clean.facts.dateline import Dateline
from diemtin.clean.facts.model import Fact, Facts

_TAGS_APART: Final = re.compile(r"\s*[,;|•#/]\s*")
# A channel's emoji.
_BEFORE_TITLE: Final = re.compile(r"^[^\w\s\"'“”‘’«‹(\[<¿¡#@$€£+–—-]+\ufe0f?\s+(?=\S)")
_SIGNATURE: Final = 8  # lines between the story's end and who wrote it
_NO_DATE: Final = ("headline", "related", "after", "address", "imprint", "caption")  # rules
_LEDE: Final = 3  # lines of the story that may stand above its dateline


def dump_facts(reading: Reading, url: str | None, *, zone: ZoneInfo, fetched: dt.datetime | None) -> Facts:
    """Return what the lines left out of the body say of the story; a date after *fetched* is no date of its."""
    evidence: list[Fact] = []
    notes: list[str] = []
    title = _title(reading)
    if title:
        evidence.append(Fact("title", title, _line(reading, reading.title or 0), 0.8))
    dates: dict[str, list[dt.datetime]] = {"date": [], "modified": []}
    for place, name, moment in _dates(reading, zone):
        if fetched and moment > fetched + dt.timedelta(days=1):
            notes.append(f"date {moment:%Y-%m-%d} refused: after the day the page was fetched")
            continue
        dates[name].append(moment)
        evidence.append(Fact(name, moment.isoformat(), _line(reading, place), 0.9))  # type: ignore[arg-type]
    sites = list(_sites(reading))
    section = next(sections(reading, _around(reading), title.casefold(), {site.casefold() for site in sites}), None)
    section = _spelled(section, reading) if section else None
    authors = _once(name for byline in _bylines(reading, sites) for name in split_authors(byline))
    tags = tuple(dict.fromkeys(_tags(reading)))
    address = next(_addresses(reading), None)
    for name, values in (("section", [section]), ("author", authors), ("tag", tags), ("url", [address])):
        evidence.extend(Fact(name, value, "a line of the dump", 0.7) for value in values if value)  # type: ignore[arg-type]
    published, changed = (dates[name][0] if dates[name] else None for name in ("date", "modified"))
    if published and changed and published.date() > changed.date():  # the page's own clock
        published = None
    return Facts(
        title=title or None,
        headlines=(title,) if title else (),
        date=published or changed,
        modified=changed if changed and published and changed > published else None,
        authors=authors,
        section=section,
        tags=tags,
        url=url or address,
        site=next(iter(sites), None),
        evidence=tuple(evidence),
        notes=tuple(notes),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Return *names*, of those that only capitals tell apart the first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _line(reading: Reading, place: int) -> str:
    return f"line {reading.paragraphs[place].line}"


def _title(reading: Reading) -> str:
    if reading.title is None:
        return ""
    text = reading.paragraphs[reading.title].text
    found = lines.label(text)
    return _BEFORE_TITLE.sub("", found[1] if found and found[0] == "title" else text)


def _spelled(section: str, reading: Reading) -> str:
    """Return *section*, where it stands in capitals, as the dump spells it elsewhere, in a menu or beside a date."""
    if not section.isupper():
        return section
    said = (part for paragraph in reading.paragraphs for part in navigation.parts(paragraph.text))
    return next((part for part in said if part.casefold() == section.casefold() and not part.isupper()), section)


def _around(reading: Reading) -> list[int]:
    """Return the places outside the body: above it, right below it, and last what follows a list of other stories."""
    places = [place for place in range(len(reading.rules)) if reading.rules[place] and place not in reading.story]
    listed = next(
        (i for i in places if reading.rules[i] == "opens listing" and i >= reading.story.stop), len(reading.rules)
    )
    return [i for i in places if i < listed] + [i for i in places if i >= listed]


def _dates(reading: Reading, zone: ZoneInfo) -> Iterator[tuple[int, str, dt.datetime]]:
    """Yield the dates of lines that hold nothing else, then those of short lines that hold a name or a place too."""
    places = _around(reading) + [place for place in reading.story if reading.rules[place] in {"dateline", "byline"}]
    found: list[tuple[int, Dateline]] = []
    for place in places:
        text = reading.paragraphs[place].text
        if not reading.rules[place].startswith(_NO_DATE) and (datelines := dated.datelines_in(text)):
            found.extend((place, dateline) for dateline in datelines)
    if any(_is_own(reading, place) for place, _ in found):
        # A day without a time above the headline is the page's own clock then.
        found = [(place, dateline) for place, dateline in found if dateline.moment.timed or place > _headline(reading)]
    if any(dateline.updated and _is_own(reading, place) for place, dateline in found):
        # The story shows when it was changed; an unlabelled date below it is another story's then.
        found = [
            (place, dateline)
            for place, dateline in found
            if place < reading.story.stop or dateline.updated or dateline.labelled
        ]
    readers = next((place for place in places if reading.rules[place] == "opens comments"), len(reading.rules))
    for place, dateline in sorted(found, key=lambda one: (one[0] > readers, *_distance(reading, *one))):
        yield place, "modified" if dateline.updated else "date", dateline.moment.within(zone)


def _distance(reading: Reading, place: int, dateline: Dateline) -> tuple[bool | int, ...]:
    """Return how far a dateline is from being the story's own: best between headline and story, alone in its line or
    with a time, then any that is alone, with a time, labelled, near above the headline. A page's own clock stands
    higher, and a mail's date tells only when the story was sent on.
    """
    title = _headline(reading)
    whole, timed = dateline.whole, dateline.moment.timed
    own = _is_own(reading, place)
    away = place if place > title else title - place
    sent = reading.rules[place] == "mail header"
    return sent, not (own and (whole or timed)), not whole, not own, not timed, not dateline.labelled, away


def _is_own(reading: Reading, place: int) -> bool:
    """Say whether the line stands where a story's dateline does: between headline and story, or below the lede."""
    return _headline(reading) < place < reading.story.start + _LEDE


def _headline(reading: Reading) -> int:
    """Return the headline's place, -1 for that of a dump without one."""
    return -1 if reading.title is None else reading.title


def _bylines(reading: Reading, sites: Collection[str]) -> list[str]:
    """Return the bylines between headline and story, or else the first lines of names that follow each other; an outlet
    may have a name like a person's, if it is one of *sites*.
    """
    places = sorted(
        {*_around(reading), *(place for place in reading.story if reading.rules[place] in {"byline", "author"})}
    )
    found = {place: names for place in places if (names := _names(reading, place)) and not set(names) <= set(sites)}
    above = [place for place in found if place < reading.story.start]
    labelled = {
        place
        for place in above
        if reading.rules[place] == "author" or credits.is_labelled(reading.paragraphs[place].text)
    }
    if labelled:  # another name that stands alone took the picture, unless it is right beside
        above = [place for place in above if not labelled.isdisjoint(range(place - 1, place + 2))]
    signature = list(itertools.takewhile(lambda place: place == min(found) or place - 1 in found, found))
    if signature and signature[0] - reading.story.stop > _SIGNATURE:
        signature = []
    return [name for place in above or signature for name in found[place]]


def _names(reading: Reading, place: int) -> list[str]:
    """Return what the line says of its authors."""
    text, rule = reading.paragraphs[place].text, reading.rules[place]
    linked = [name for name in reading.paragraphs[place].authors if credits.are_names(name)]
    if linked and rule in {"author", "byline", "dateline", "ago"}:
        return linked
    if (writers := credits.who_wrote(text)) is not None:
        return [writers]
    if rule == "author" and (found := lines.label(text)):
        return [] if credits.is_office(found[1]) else [found[1]]
    if rule == "byline":
        names = credits.byline(text)
        return [text if names is None else names]
    if rule in {"dateline", "ago"}:
        return [
            credits.byline(part) or part
            for part in dated.beside_dates(text)
            if credits.byline(part) or credits.are_names(part)
        ]
    return []


def _tags(reading: Reading) -> Iterator[str]:
    """Yield the tags of labelled lines, or else of hashes: these say the same once more, without spaces and tones."""
    paragraphs = [
        paragraph for paragraph, rule in zip(reading.paragraphs, reading.rules, strict=True) if rule == "tags"
    ]
    listed = [" | ".join(paragraph.cells) or paragraph.text for paragraph in paragraphs]
    for text in [text for text in listed if not lines.are_hashtags(text)] or listed:
        found = lines.label(text)
        tags = found[1] if found and found[0] == "tags" else text
        yield from (tag.strip(' ."“”[]') for tag in _TAGS_APART.split(tags) if tag.strip(' ."“”[]'))


def _addresses(reading: Reading) -> Iterator[str]:
    for place in _around(reading):
        text = reading.paragraphs[place].text
        found = lines.label(text)
        listed = found[1] if found and found[0] in {"url", "site"} else text
        if reading.rules[place] in {"address", "url", "site"} and (address := navigation.address(listed)):
            yield address


def _sites(reading: Reading) -> Iterator[str]:
    title = _title(reading)
    for place in _around(reading):
        text = reading.paragraphs[place].text
        if reading.rules[place] == "headline repeated" and len(text) > len(title):
            yield text[len(title) :].strip(" |-–—·")
        if reading.rules[place] == "site" and (found := lines.label(text)) and not navigation.address(found[1]):
            yield found[1]
        elif reading.rules[place] in {"above the story", "below the story"} and navigation.is_site(text):
            yield text
        elif source := lines.source(text):
            yield source
