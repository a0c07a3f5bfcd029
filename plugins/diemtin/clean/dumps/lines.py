"""What a line of a plain-text dump is by its form alone: furniture, label, date, breadcrumb, imprint."""

import re
from dataclasses import replace
from typing import Final, Literal

from diemtin.clean.dumps.vocabulary import NUMBER, TABLES, any_of, phrases, words_of
from diemtin.clean.facts.dateline import Dateline, around_date, each_date, find_dateline

_YEAR: Final = re.compile(r"\d{4}")
# "… quoted.” (TTXVN)", "… – VNS", "…./.": an agency signs the last sentence.
_SENTENCE_END: Final = re.compile(
    r"[.!?…](?:/\.)?(?:\s*[”\"'’»)\]]+)?(?:\s*(?:[–—-]+\s*[A-ZĐ]{2,8}|\([A-ZĐ]{2,8}(?:[/+-][\w+]+)?\)))?$"
)
_HEADLINE_END: Final = re.compile(r"(?:[!?…]|\.\.\.)[”\"'’»)]*$")
_HEADLINE: Final = 120  # characters; longer lines are prose, whatever they end with
_LONGEST_DATELINE: Final = 160  # characters
_AND: Final = re.compile(r"[\s,|]+(?:and|và)?\s*$")
_PARTS: Final = re.compile(r"\s+[|–—•·-]\s+|\s*[|•·]\s*|,\s+(?=\d)")
_BEFORE_DATE: Final = re.compile(r"\s(?:ngày|lúc|vào|hồi|on|at)\W*$", re.IGNORECASE)
_FURNITURE: Final = phrases(phrase for group in TABLES["furniture"].values() for phrase in group)
_SHARE: Final = phrases(TABLES["furniture"]["share"])
_LONGEST: Final = max(map(len, _FURNITURE))
_FIELDS: Final = phrases(TABLES["newsletter"]["fields"])
_ABOUT_MAIL: Final = re.compile(rf"\b(?:{any_of(TABLES['newsletter']['words'])})\b", re.IGNORECASE)
_PROMISE: Final = 120  # characters of a heading or a promise
_COMMENTS: Final = phrases(TABLES["after_story"]["comments"])
_LISTING: Final = phrases(TABLES["after_story"]["listing"])
_LISTED, _WHICH = (any_of(TABLES["after_story"][name]) for name in ("listed", "which"))
_OTHERS: Final = re.compile(
    rf"(?:(?:các|những|xem|đọc|thêm) )*(?:{_LISTED})(?: (?:{_WHICH}))+|(?:(?:{_WHICH}) )+(?:{_LISTED})"
)
_RELATED: Final = re.compile(
    rf"(?:{any_of(TABLES['inline_related']['starts'])})\s*(?:[:：]\s*(?P<more>.*)|$)", re.IGNORECASE
)
_RELATED_MARKS: Final = tuple(TABLES["inline_related"]["marks"])
_INVITATION: Final = re.compile(rf"\W*(?:{any_of(TABLES['invitations']['starts'])})\b", re.IGNORECASE)
_INVITATIONS: Final = (*TABLES["invitations"]["holds"], *TABLES["invitations"]["notices"])
_LABELS: Final = {name: kind for kind, names in TABLES["labels"].items() for name in names}
_LABEL: Final = re.compile(rf"[^\w\d]*(?P<name>{any_of(_LABELS)})\s*(?:[:：]\s*(?P<rest>.*)|[:：]?$)", re.IGNORECASE)
_HASHTAGS: Final = re.compile(r"(?:#[^\W\d_][^#.:!?]{0,50})+")
_CLOSING: Final = re.compile(rf"\W*(?:{any_of(TABLES['closing']['starts'])})", re.IGNORECASE)
_CLOSING_HOLDS: Final = tuple(TABLES["closing"]["holds"])
_ABOUT_AUTHOR: Final = phrases(TABLES["closing"]["author"])
_READERS: Final = tuple(TABLES["closing"]["readers"])
_IMPRINT_START: Final = re.compile(rf"[^\w©(®]*(?:{any_of(TABLES['imprint']['starts'])})", re.IGNORECASE)
_RIGHTS: Final = tuple(TABLES["imprint"]["holds"])
_CRUMB_MARKS: Final[str] = "".join(TABLES["breadcrumbs"]["marks"])
_BETWEEN: Final = re.compile("|".join(re.escape(mark) for mark in TABLES["breadcrumbs"]["between"]))
_HOME: Final = phrases(TABLES["breadcrumbs"]["home"])
_MENU: Final = re.compile(r"(?:trang chủ|trang nhất)\s+(?=\w)", re.IGNORECASE)
_SITE: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+")
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


def is_field(text: str) -> bool:
    """Say whether *text* is the field of a form that asks for an e-mail address."""
    return len(text) <= _PROMISE and words_of(text) in _FIELDS


def promises(text: str) -> bool:
    """Say whether *text* may be what stands above such a field: short, and about news by mail."""
    return len(text) <= _PROMISE and bool(_ABOUT_MAIL.search(text))


def is_button(word: str) -> bool:
    """Say whether *word* alone is furniture."""
    return words_of(word) in _FURNITURE


def shares(text: str) -> bool:
    """Say whether *text* is a share bar, or a button of one."""
    return any(map(str.isalpha, text)) and _is_made_of(text, _SHARE)


def _is_made_of(text: str, phrases: frozenset[tuple[str, ...]]) -> bool:
    if len(text) > 300:
        return False
    words = [word for word in words_of(text) if word != "{n}"]
    reached = {0}
    for start in range(len(words)):
        if start in reached:
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                if tuple(words[start:end]) in phrases:
                    reached.add(end)
    return len(words) in reached


def opens(text: str) -> Literal["comments", "listing"] | None:
    """Say what begins with this line: the readers' comments, or a list of other stories."""
    if set(NUMBER.findall(text)) == {"0"}:
        return None  # a counter: nobody has spoken yet
    words = tuple(word for word in words_of(text) if word != "{n}")
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


def datelines_in(text: str) -> list[Dateline]:
    """Return the dates that a short line states: when the story was published, and when changed."""
    if len(text) > _LONGEST_DATELINE or not _YEAR.search(text):
        return []
    return [found for part in _dated(text) if (found := find_dateline(part))]


def dateline_in(text: str) -> Dateline | None:
    """Return the first date that a short line states; it is ``whole`` if the line holds nothing but dates."""
    found = datelines_in(text)
    return replace(found[0], whole=all(dateline.whole for dateline in found)) if found else None


def beside_dates(text: str) -> list[str]:
    """Return the parts of what a line says beside its dates: names, places, a section."""
    around = [
        f"{_BEFORE_DATE.sub('', sides[0])} | {sides[1]}"
        for part in _dated(text)
        if (found := find_dateline(part)) and not found.whole and (sides := around_date(part, found.moment))
    ]
    return [part for part in parts(" | ".join(around)) if part]


def _dated(text: str) -> list[str]:
    """Return the pieces of *text* that each have a date of their own."""
    if len(_YEAR.findall(text)) < 2:
        return [text]
    return [_AND.sub("", piece) for piece in each_date(text)]


def parts(text: str) -> list[str]:
    """Return the parts of a line that bars, dots and dashes set apart."""
    return _PARTS.split(text)


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


def is_imprint(text: str) -> bool:
    """Say whether the line belongs to the imprint: rights, licence, editors, addresses."""
    return len(text) <= 400 and (states_rights(text) or (begins_imprint(text) and not is_prose(text)))


def begins_imprint(text: str) -> bool:
    """Say whether the line begins as one of an imprint does, whatever it goes on with."""
    return len(text) <= 400 and _IMPRINT_START.match(text) is not None


def introduces_author(text: str) -> bool:
    """Say whether the line is the heading over an author's life."""
    return len(text) <= _PROMISE and words_of(text) in _ABOUT_AUTHOR


def closes_story(text: str) -> bool:
    """Say whether the outlet speaks in this line below a story: who helped, whose views they are, where to write to."""
    folded = text.casefold()
    if len(text) > 400:
        return False
    if _CLOSING.match(text) or any(phrase in folded for phrase in _CLOSING_HOLDS):
        return True
    return ("@" in text or begins_imprint(text)) and any(word in folded for word in _READERS)


def states_rights(text: str) -> bool:
    """Say whether the line says who may copy, in whatever words around it."""
    folded = text.casefold()
    return any(phrase in folded for phrase in _RIGHTS)


def is_menu(text: str) -> bool:
    """Say whether the line is a whole menu, as it stands where its items are set apart by spaces alone."""
    found = _MENU.match(text)
    return found is not None and text[found.end()].isupper() and not is_prose(text)


def breadcrumb(text: str) -> tuple[str, ...]:
    """Return the steps of a breadcrumb, home left out; empty if the line is none."""
    bare = text.lstrip(_CRUMB_MARKS + " ")
    marked = bare != text
    steps = [step.strip(_CRUMB_MARKS + " ") for step in _BETWEEN.split(bare)]
    if len(text) > _HEADLINE or is_prose(text) or not (marked or len(steps) > 1):
        return ()
    if not marked and not (words_of(steps[0]) in _HOME or " > " in text or " › " in text or " » " in text):
        return ()
    if any(len(step.split()) > 6 for step in steps[:1]):
        return ()
    return tuple(step for step in steps if step and words_of(step) not in _HOME)


def is_site(text: str) -> bool:
    """Say whether *text* is a host name and nothing else."""
    return _SITE.fullmatch(text) is not None


def address(text: str) -> str | None:
    """Return the address (the first of several) if the line is hardly anything else."""
    found = _ADDRESS.findall(text[:5000])
    return found[0] if found and sum(map(len, found)) > 0.8 * len(text[:5000]) else None
