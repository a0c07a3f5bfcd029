"""What a line of a plain-text dump is by its form alone: furniture, label, caption, byline, breadcrumb, imprint."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Literal

from diemtin.clean.facts.dateline import Dateline, around_date, find_dateline

_TABLES: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("dumps.toml").read_text("utf-8"))
_NUMBER: Final = re.compile(r"\d+(?:[.,:/]\d+)*(?:[km]\b|tr\b)?")
_YEAR: Final = re.compile(r"\d{4}")
_WORD: Final = re.compile(r"\{n\}|[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"[.!?…](?:\s*[”\"'’»)\]]+)?$")
_HEADLINE_END: Final = re.compile(r"(?:[!?…]|\.\.\.)[”\"'’»)]*$")
_HEADLINE: Final = 120  # characters; longer lines are prose, whatever they end with
_NAME: Final = re.compile(r"(?:[^\W\d_]\.?)+(?:[-'’][^\W\d_]+)*")
_BEFORE_DATE: Final = re.compile(r"\s(?:ngày|lúc|vào|hồi|on|at)\W*$", re.IGNORECASE)
_NAMES_APART: Final = re.compile(r"\s*[,;&/|–—]\s*|\s+-\s+|\s+(?:và|and|với)\s+", re.IGNORECASE)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_NUMBER.sub("{n}", phrase.casefold())))


def _phrases(table: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(_words, table))


def _start(table: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))


_FURNITURE: Final = _phrases(phrase for group in _TABLES["furniture"].values() for phrase in group)
_SHARE: Final = _phrases(_TABLES["furniture"]["share"])
_LONGEST: Final = max(map(len, _FURNITURE))
_COMMENTS: Final = _phrases(_TABLES["after_story"]["comments"])
_LISTING: Final = _phrases(_TABLES["after_story"]["listing"])
_LISTED, _WHICH = (_start(_TABLES["after_story"][name]) for name in ("listed", "which"))
_OTHERS: Final = re.compile(
    rf"(?:(?:các|những|xem|đọc|thêm) )*(?:{_LISTED})(?: (?:{_WHICH}))+|(?:(?:{_WHICH}) )+(?:{_LISTED})"
)
_RELATED: Final = re.compile(
    rf"(?:{_start(_TABLES['inline_related']['starts'])})\s*(?:[:：]\s*(?P<more>.*)|$)", re.IGNORECASE
)
_RELATED_MARKS: Final = tuple(_TABLES["inline_related"]["marks"])
_INVITATION: Final = re.compile(rf"\W*(?:{_start(_TABLES['invitations']['starts'])})\b", re.IGNORECASE)
_INVITATIONS: Final = (*_TABLES["invitations"]["holds"], *_TABLES["invitations"]["notices"])
_LABELS: Final = {name: kind for kind, names in _TABLES["labels"].items() for name in names}
_LABEL: Final = re.compile(rf"[^\w\d]*(?P<name>{_start(_LABELS)})\s*(?:[:：]\s*(?P<rest>.*)|[:：]?$)", re.IGNORECASE)
_HASHTAGS: Final = re.compile(r"(?:#[^\W\d_][^#.:!?]{0,50})+")
_CAPTION_START: Final = re.compile(
    rf"[\[(*_]*(?:(?:{_start(_TABLES['captions']['starts'])})(?:\s*[:：]|\s*\d{{1,2}}\s*(?:[:：.]|$))|"
    r"(?:photos?|image) by\s|image caption,)",
    re.IGNORECASE,
)
_CREDITED: Final = _start(_TABLES["captions"]["ends"])
# Initials and sites have stops: "T.H", "N.V.A.", "example.org".
_CAPTION_END: Final = re.compile(
    rf"(?:^|[\s(\[.–-])(?:{_CREDITED})\s*(?:[:：]|\bby\b)\s*(?:[^.:!?]|\.(?!\s)){{2,60}}[.)\]*_]*$|"
    rf"[–-]\s*(?:{_CREDITED})\s*\d{{1,2}}\.?$",
    re.IGNORECASE,
)
_CAPTION_BRACKET: Final = re.compile(
    r"\((?:(?:ảnh|hình|photo|picture)\s[^()]{2,60}\)\W*|(?:nguồn|source)\s*:[^()]{2,60}\))$", re.IGNORECASE
)
_SHORT: Final = 100  # characters of a sentence that is a caption if it ends with a picture's label in brackets
_CAPTIONS: Final = _phrases(_TABLES["captions"]["whole"])
_BYLINE: Final = re.compile(
    rf"[^\w]*(?:{_start(_TABLES['bylines']['starts'])})\b\s*[:：]?\s*(?P<names>.+)$", re.IGNORECASE
)
_BYLINE_END: Final = re.compile(
    rf"(?P<names>.+?)\s*[(\[–-]\s*(?:{_start(_TABLES['bylines']['ends'])})\s*[)\]]?\.?$", re.IGNORECASE
)
# "Minh Anh (TTXVN)", "Minh Anh - Ảnh: Quốc Bảo": whose news it is, or who took the pictures.
_BESIDE_NAMES: Final = re.compile(r"\s*(?:\([^()]{2,40}\)|[-–|;,]\s*(?:ảnh|photos?)\s*:.+)$", re.IGNORECASE)
_NOBODY: Final = _phrases(_TABLES["bylines"]["nobody"])
_STAFF: Final = _phrases(_TABLES["bylines"]["staff"])
_IMPRINT_START: Final = re.compile(rf"[^\w©(®]*(?:{_start(_TABLES['imprint']['starts'])})", re.IGNORECASE)
_RIGHTS: Final = tuple(_TABLES["imprint"]["holds"])
_CRUMB_MARKS: Final[str] = "".join(_TABLES["breadcrumbs"]["marks"])
_BETWEEN: Final = re.compile("|".join(re.escape(mark) for mark in _TABLES["breadcrumbs"]["between"]))
_HOME: Final = _phrases(_TABLES["breadcrumbs"]["home"])
_ADDRESS: Final = re.compile(r"[<(\[]?(https?://[^\s<>\")\]]+)[>)\]]?", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """Say whether *text* reads as a paragraph: a whole sentence, or longer than any headline."""
    words = len(text.split())
    if words < 5:
        return False
    if len(text) > _HEADLINE and words > 20:
        return True
    # One short question, exclamation or unfinished line is a headline: "Giá vàng sẽ về đâu?", "Và rồi mưa đến…".
    cut_off = len(text) < 90 and _HEADLINE_END.search(text) and not re.search(r"[.!?]\s", text)
    return bool(_SENTENCE_END.search(text)) and not cut_off


def is_sentence(text: str) -> bool:
    """Say whether *text* ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def is_furniture(text: str) -> bool:
    """Say whether *text* is made of nothing but share words, counters, buttons, numbers, marks and emoji."""
    return _is_made_of(text, _FURNITURE)


def shares(text: str) -> bool:
    """Say whether *text* is a share bar, or a button of one."""
    return any(map(str.isalpha, text)) and _is_made_of(text, _SHARE)


def _is_made_of(text: str, phrases: frozenset[tuple[str, ...]]) -> bool:
    if len(text) > 300:
        return False
    words = [word for word in _words(text) if word != "{n}"]
    reached = {0}
    for start in range(len(words)):
        if start in reached:
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                if tuple(words[start:end]) in phrases:
                    reached.add(end)
    return len(words) in reached


def opens(text: str) -> Literal["comments", "listing"] | None:
    """Say what begins with this line: the readers' comments, or a list of other stories."""
    if set(_NUMBER.findall(text)) == {"0"}:
        return None  # a counter: nobody has spoken yet
    words = tuple(word for word in _words(text) if word != "{n}")
    if words in _COMMENTS:
        return "comments"
    return "listing" if words in _LISTING or _OTHERS.fullmatch(" ".join(words)) else None


def related(text: str) -> Literal["line", "list"] | None:
    """Say whether the line sends the reader to another story, or begins a list of such lines."""
    bare = text.lstrip("[(*_👉📌🔎➡️•- ")
    if bare.startswith(_RELATED_MARKS):
        return "line"
    found = _RELATED.match(bare)
    if not found:
        return None
    more = (found["more"] or "").strip()
    if is_prose(more) and len(more) > 2 * _HEADLINE:
        return None
    return "line" if more else "list"


def dateline_in(text: str) -> Dateline | None:
    """Return the date that a short line states."""
    return find_dateline(text) if len(text) <= 160 and _YEAR.search(text) else None


def beside_date(text: str) -> str:
    """Return what a dateline says beside its date, a bar in the date's place; "" where it says nothing else."""
    found = dateline_in(text)
    if found is None or found.whole or (around := around_date(text, found.moment)) is None:
        return ""
    before, behind = around
    return f"{_BEFORE_DATE.sub('', before)} | {behind}"


def invites(text: str) -> bool:
    """Say whether the outlet speaks to its readers in this line: read on, follow us, accept our cookies."""
    folded = text.casefold()
    return (
        len(text) <= 400
        and text[:1] not in '"“'
        and (bool(_INVITATION.match(text)) or any(phrase in folded for phrase in _INVITATIONS))
    )


def label(text: str) -> tuple[str, str] | None:
    """Return the kind of fact that the line's label names (title, section, author, tags, …) and what follows it."""
    found = _LABEL.match(text) if len(text) <= 1000 else None
    if not found:
        return None
    kind, rest = _LABELS[found["name"].casefold()], (found["rest"] or "").strip()
    if not rest and kind != "tags":
        return None
    return None if is_prose(rest) and kind not in {"title", "lede"} else (kind, rest)


def are_hashtags(text: str) -> bool:
    """Say whether the line is made of tags that each have their hash: "#phà #Cần Giờ"."""
    return _HASHTAGS.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Say whether the line belongs to a picture: it begins or ends with who took it, or says no more than that."""
    if len(text) > 400:
        return False
    return bool(_words(text) in _CAPTIONS or _CAPTION_START.match(text) or _CAPTION_END.search(text)) or (
        (len(text) <= _SHORT or not is_prose(text)) and bool(_CAPTION_BRACKET.search(text))
    )


def is_imprint(text: str) -> bool:
    """Say whether the line belongs to the imprint: rights, licence, editors, addresses."""
    return len(text) <= 400 and (states_rights(text) or bool(_IMPRINT_START.match(text) and not is_prose(text)))


def states_rights(text: str) -> bool:
    """Say whether the line says who may copy, in whatever words around it."""
    folded = text.casefold()
    return any(phrase in folded for phrase in _RIGHTS)


def breadcrumb(text: str) -> tuple[str, ...]:
    """Return the steps of a breadcrumb, home left out; empty if the line is none."""
    bare = text.lstrip(_CRUMB_MARKS + " ")
    marked = bare != text
    steps = [step.strip(_CRUMB_MARKS + " ") for step in _BETWEEN.split(bare)]
    if len(text) > _HEADLINE or is_prose(text) or not (marked or len(steps) > 1):
        return ()
    if not marked and not (_words(steps[0]) in _HOME or " > " in text or " › " in text or " » " in text):
        return ()
    if any(len(step.split()) > 6 for step in steps[:1]):
        return ()
    return tuple(step for step in steps if step and _words(step) not in _HOME)


def byline(text: str) -> str | None:
    """Return the names in a line that says who wrote or edited, ``""`` for a staff signature, None for another line."""
    if len(text) > 100 or is_prose(text):
        return None
    if _words(text) in _STAFF:
        return ""
    bare = _BESIDE_NAMES.sub("", text)
    if bare != text and are_names(bare):
        return bare
    if found := _BYLINE_END.match(text):
        return found["names"] if are_names(found["names"]) else None
    if (found := _BYLINE.match(text)) and len(found["names"].split()) <= 8:
        # "Theo Vân Anh" and "Theo Lao Động" look alike: neither is an author's own byline.
        return "" if text.casefold().lstrip("(").startswith("theo ") else found["names"]
    return None


def are_names(text: str) -> bool:
    """Say whether *text* is one or a few names of people: two to five capitalised words each."""
    names = [name for name in _NAMES_APART.split(text.strip("*_()[]. ")) if name]
    return 0 < len(names) <= 4 and all(_is_name(name) for name in names)


def address(text: str) -> str | None:
    """Return the address (the first of several) if the line is hardly anything else."""
    found = _ADDRESS.findall(text[:5000])
    return found[0] if found and sum(map(len, found)) > 0.8 * len(text[:5000]) else None


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or _words(text) in _NOBODY or any(_words(word) in _FURNITURE for word in words):
        return False
    return all(_NAME.fullmatch(word) and word[0].isupper() for word in words)
