"""What one line of a page says of who wrote its story."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from diemtin.clean.facts.authors import PLACES, credits_others, split_authors
from diemtin.clean.facts.dateline import around_date
from diemtin.clean.facts.dates import RefusedDateError, read_moment
from diemtin.clean.facts.visible import HEADINGS, Line, Part
from diemtin.text import fold_tones

#: How the address of a site ends.
DOMAIN: Final = re.compile(r"\w\.[a-z]{2,4}$", re.IGNORECASE)
MAX_SIGNATURE: Final = 60  # characters
_MAX_FACTS: Final = 300  # of a line of facts, of which the byline is one
_BAR: Final = re.compile(r"\s*[|·•]\s*")
_BY_WORDS: Final = (
    r"(?:this (?:article|story|post|piece) (?:was|is) |(?:a )?guest )?(?:(?:written|words|text|story|posted|published|"
    r"submitted|report(?:ed|ing)?|article|post|column|essay|analysis|opinion|commentary|review|interview|authored|"
    r"contributed|compiled)(?: (?:and|&) (?:photos?|photographs|pictures|images|video))? )?by"
)
_BY: Final = re.compile(rf"{_BY_WORDS}\b", re.IGNORECASE)
_CLOSING: Final = re.compile(r"(?:bai|tin)(?: viet)?(?:\s*(?:va|,|&|-)\s*(?:anh|hinh))?\s*:")
_LABELLED: Final = re.compile(
    rf"(?:{_BY_WORDS}|von|par|por|theo|bai|tac gia|thuc hien|dang boi|nguoi viet|pv|ctv|phong vien|cong tac vien)\b"
    rf"|{_CLOSING.pattern}"
    r"|(?:text|words|authors?|noi dung)\s*:"
)
_SAID_SOMEWHERE: Final = re.compile(rf"\b(?:{_LABELLED.pattern})")
_BEFORE_DATE: Final = re.compile(
    r"(?:[^\w)\]]|\b(?:on|at|le|el|il|am|den|ngày|lúc|vào|published|posted|updated|cập nhật|chủ nhật|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?<=\bon )(?:mon|tue|wed|thu|fri|sat|sun))\b)+$",
    re.IGNORECASE,
)
_NO_SIGNATURE: Final = HEADINGS | {"li", "figcaption", "td", "th", "dt"}
_NO_FACT: Final = HEADINGS | {"dt"}  # a term of a list is the label of a fact
_NUMBERED: Final = re.compile(r"\S+ [IVX]+")  # the head of a law's chapter, not a name
_FACTS: Final = frozenset({"meta", "date"})
_PARTICLES: Final = frozenset(
    {"de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "bin", "binti", "al", "el", "ben", "zu", "y", "e"}
)


def marked_author(line: Line) -> str:
    """Return what is marked as an author in *line*."""
    if not line.parts_of("author"):
        return ""
    parts = list(_authors(line))
    byline = _undated(_joined(parts)) if parts else ""
    if parts and not _named(byline):
        # Beside a name stands a link to write to it, or what the person is: the names are linked, or else none of them.
        named = [part for part in parts if _named(part.text)]
        byline = _joined([part for part in named if part.linked] or [part for part in named if " " in part.text])
    return _if_named(byline)


def _authors(line: Line) -> Iterator[Part]:
    """Yield the parts of *line* that are marked as an author's, but what stands behind the label of other work."""
    others = False
    for part in line.parts:
        said = credits_others(part.text)
        others = others if said is None else said
        if not others and (part.is_a("author") or part.kinds[:2] == ("meta", "author")):
            yield part


def fact_author(line: Line) -> str:
    """Return the name in a *line* that is marked as facts of the story, and not as any other of them; the names, where
    several stand in whole before a date.
    """
    if line.tag in _NO_FACT or not all(part.kinds and part.kinds[0] in _FACTS for part in line.parts):
        return ""
    byline = _undated(line.spaced)
    names = split_authors(byline)
    dated = byline != line.text
    if dated and any(" " not in name for name in names):  # one word beside a date tells of the date
        return ""
    # A line that is only marked as a date's may name a place.
    is_byline = all("meta" in part.kinds for part in line.parts) if len(names) == 1 else dated and len(names) == 2
    return _if_named(byline) if is_byline else ""


def is_labelled(text: str) -> bool:
    """Say whether *text* begins by saying that somebody wrote it ("By …", "Theo …")."""
    return bool(_LABELLED.match(fold_tones(text)))


def labelled_byline(line: Line) -> str:
    """Return the byline that bars, a date or markup set apart in *line*: "By … | Published …", "3 May 2024 by …"."""
    whole = line.spaced
    if len(whole) > _MAX_FACTS or not _SAID_SOMEWHERE.search(fold_tones(whole)):
        return ""
    if line.parts[0].linked:  # a work of somebody else's is linked before its author
        return ""
    pieces = [*_BAR.split(_undated(whole)), *(part.text for part in line.parts)]
    return next((piece for piece in pieces if piece != whole and _says_by(piece)), "")


def dated_name(line: Line) -> str:
    """Return the name of two words or more in a *line* that is nothing else but a date: "Thu Hà | 3/5/2024"."""
    byline = _undated(line.spaced) if not line.links and len(line.text) < MAX_SIGNATURE * 2 else line.spaced
    names = split_authors(byline) if byline != line.spaced and not _names_source(byline) else ()
    is_name = len(names) == 1 and " " in names[0] and fold_tones(names[0]) not in PLACES
    return _if_named(byline) if is_name else ""


def closes(line: Line) -> bool:
    """Whether *line* is the signature that ends a Vietnamese story: "Bài, ảnh: …"."""
    return _CLOSING.match(fold_tones(line.text)) is not None and signs(line)


def signs(line: Line) -> bool:
    """Whether a line set off from the text is nothing but the names of those who wrote it."""
    text = line.spaced
    if line.links and not _BY.match(text):  # "Theo" before a link names the outlet that the story was taken from
        return False
    if line.tag in _NO_SIGNATURE or len(text) > MAX_SIGNATURE:
        return False
    names = split_authors(text)
    if _CLOSING.match(fold_tones(text)):  # behind a name may stand where its bearer works
        return bool(names) and is_person(names[0])
    full = all(2 <= len(name.split()) <= 4 and not _NUMBERED.fullmatch(name) for name in names)
    return (full or is_labelled(text)) and _named(text)


def _says_by(text: str) -> bool:
    """Whether *text* begins by saying that those wrote it whom it names."""
    return is_labelled(text) and not _names_source(text) and bool(_if_named(text))


def _names_source(text: str) -> bool:
    """Whether *text* begins with "Theo" ("according to"), which names an outlet as often as an author."""
    return fold_tones(text.lstrip(" |")).startswith("theo ")


def _joined(parts: Sequence[Part]) -> str:
    """Return the texts of *parts* in one line, in which a link is set apart from what stands around it."""
    runs = groupby(parts, key=lambda part: part if part.linked else None)
    return " | ".join(" ".join(part.text for part in run) for _, run in runs)


def _undated(byline: str) -> str:
    """Return *byline* without the date in it and the words that lead to it."""
    try:
        moment = read_moment(byline) if any(map(str.isdigit, byline)) else None
    except RefusedDateError:
        return byline
    if moment is None or (around := around_date(byline, moment)) is None:
        return byline
    before, behind = around
    return f"{_BEFORE_DATE.sub('', before)} | {behind}"


def _if_named(byline: str) -> str:
    """Return *byline* if it is short and names people, else ""."""
    return byline if len(byline) < MAX_SIGNATURE * 2 and _named(byline) else ""


def _named(text: str) -> bool:
    """Whether *text* is nothing but a byline: every name in it looks like a person's."""
    names = split_authors(text)
    if len(names) > 1 and all(" " not in name for name in names):  # a row of buttons
        return False
    people = [name for name in names if not DOMAIN.search(name)]  # "Thu Hà/VOV.VN": and where she writes
    return bool(people) and all(map(is_person, people))


def is_person(name: str) -> bool:
    """Whether *name* is written as a person's."""
    words = name.split()
    if not 1 <= len(words) <= 6 or DOMAIN.search(name) or (len(words) > 1 and any(map(str.isdigit, name))):
        return False
    return all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)
