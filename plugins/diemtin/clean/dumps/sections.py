"""The section that a plain-text dump's lines tell: a breadcrumb, a label, or what stands right above the headline."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from diemtin.clean.dumps import credits, dated, lines, navigation
from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.vocabulary import SECTIONS, words_of

_PAGE: Final = re.compile(r"\s*[;,]\s*(?:pg|page|p|trang)\b", re.IGNORECASE)  # of a printed paper
_BACK_TO: Final = re.compile(r"(?:trở lại|quay lại|về trang|back to|return to) (?P<name>.{2,30})", re.IGNORECASE)
_LONGEST: Final = 5  # words
_MENU: Final = 2  # lines right above the headline: section and subsection; more may be a menu
_FEW: Final = 3  # lines that are no menu if one of them is what papers call a section


def sections(reading: Reading, places: Collection[int], title: str, sites: Collection[str]) -> Iterator[str]:
    """Yield what names the section in the lines at *places*, the surest first: of a trail its deepest step, as on
    pages. *sites* are names of the outlet.
    """
    beside: list[str] = []
    for place in places:
        text, rule = reading.paragraphs[place].text, reading.rules[place]
        if rule == "breadcrumb":
            if "|" in text and place >= reading.story.stop:  # the menu at the foot of the page
                continue
            yield from [step for step in navigation.breadcrumb(text) if not _begins(title, step)][-1:]
        elif rule == "section" and (found := lines.label(text)):
            steps = navigation.breadcrumb(f"› {_PAGE.split(found[1])[0]}")
            yield steps[-1] if steps else found[1]
        elif rule in {"dateline", "ago"}:
            beside.extend(
                part for part in dated.beside_dates(text) if not credits.byline(part) and not credits.are_names(part)
            )
    yield from [step for step in _steps_apart(reading) if not _begins(title, step)][-1:]
    yield from _led_back_to(reading)
    above = _above_headline(reading)
    yield from _said_again(reading, above)
    if len(above) > _FEW:
        above = []
    near = _fitting(above, sites), _fitting(beside, sites)
    yield from (part for part in (*near[0], *near[1]) if words_of(part) in SECTIONS)
    yield from near[0][::-1] if len(above) <= _MENU else ()
    yield from near[1]


def _led_back_to(reading: Reading) -> Iterator[str]:
    """Yield what a link below the story leads back to ("Trở lại Thời sự"), if it is known as a section or the menu says
    it, too.
    """
    for place in range(reading.story.stop, len(reading.rules)):
        found = _BACK_TO.fullmatch(reading.paragraphs[place].text)
        if found is None:
            continue
        name = found["name"]
        menu = (paragraph.text.casefold() for paragraph in reading.paragraphs[: reading.title])
        if words_of(name) in SECTIONS or name.casefold() in menu:
            yield name


def _steps_apart(reading: Reading) -> Sequence[str]:
    """Return the steps of the trail near above the headline that wide spaces or nothing but links set apart, home left
    out: it begins at home, or with a section or an item of the menu. More steps may be a menu.
    """
    title = reading.title or 0
    for place in reversed(range(max(0, title - _FEW), title)):
        steps = reading.paragraphs[place].cells
        if not steps or reading.rules[place] == "furniture":
            continue
        at_home = navigation.is_home(steps[0])
        if not 0 < len(steps) - at_home <= _MENU or any(map(lines.is_button, steps[at_home:])):
            return ()
        menu = {paragraph.text.casefold() for paragraph in reading.paragraphs[:place]}
        known = at_home or words_of(steps[0]) in SECTIONS or steps[0].casefold() in menu
        return steps[at_home:] if known and all(map(_is_step, steps)) else ()
    return ()


def _is_step(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not any(map(str.isdigit, text))


def _begins(title: str, step: str) -> bool:
    """Say whether a trail's last *step* is the headline again, whole or cut short."""
    return title.startswith(step.casefold().rstrip(" .…"))


def _fitting(texts: list[str], sites: Collection[str]) -> list[str]:
    """Return the parts of *texts* that may name a section: short, without a number, not the outlet itself."""
    parts = [part.strip("-|/>›» ") for text in texts for part in navigation.parts(text)]
    found = [part.rstrip(": ") for part in parts if part[-1:] != ":" or words_of(part) in SECTIONS]  # else a label
    return [
        part
        for part in found
        if 0 < len(part.split()) <= _LONGEST
        and part.casefold() not in sites
        and not navigation.is_site(part)
        and "://" not in part
        and not any(map(str.isdigit, part))
    ]


def _above_headline(reading: Reading) -> list[str]:
    """Return the run of short lines that ends at the headline; of a breadcrumb, a step a line, the last."""
    run: list[str] = []
    items = {paragraph.text for paragraph in reading.paragraphs[: reading.title] if paragraph.mark == "bullet"}
    for place in reversed(range(reading.title or 0)):
        text = reading.paragraphs[place].text
        if navigation.is_home(text) and 0 < len(run) <= _MENU:
            return list(navigation.breadcrumb(" > ".join((text, *run[::-1])))[-1:])
        # "Ý kiến" may open comments, "Đánh giá" rate the story.
        is_plain = reading.rules[place] == "above the story" or words_of(text) in SECTIONS or text in items
        if is_plain and len(text.split()) <= _LONGEST:
            run.append(text)
        elif run and any(map(str.isalpha, text)):
            break
    return run[::-1]


def _said_again(reading: Reading, above: list[str]) -> list[str]:
    """Return the line right above the headline, or else the one over it, that the menu says too: the story's own place.
    Where three such lines follow each other, they are the menu once more.
    """
    count = Counter(paragraph.text.casefold() for paragraph in reading.paragraphs[: reading.title])
    again = [text for text in above[-_MENU:] if count[text.casefold()] > 1]
    is_menu = len(again) == _MENU and all(count[text.casefold()] > 1 for text in above[-_MENU - 1 :])
    is_menu = is_menu and len({text.casefold() for text in again}) > 1  # else the menu's last item, and the place
    return [] if is_menu and len(above) > _MENU else again[-1:]
