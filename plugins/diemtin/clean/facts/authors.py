"""Names of people in a byline, without what stands around them."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from diemtin.text import fold_tones, squeeze

_WORDS: Final = tomllib.loads(Path(__file__).with_name("authors.toml").read_text("utf-8"))
_NOBODY: Final = frozenset(_WORDS["nobody"])
_JOBS: Final = frozenset(_WORDS["jobs"])
AGENCIES: Final = frozenset(_WORDS["agencies"])
PLACES: Final = frozenset(_WORDS["places"])
_MAX_LENGTH: Final = 60  # characters of one name
_MAX_WORDS: Final = 7
_MAX_BYLINE: Final = 400


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE: Final = re.compile(rf"(?:{_any_of(_WORDS['before'])}|(?:[a-z]+ ){{1,4}}by)(?:\s*:\s*|\s+(?=\S)|$)")
_CREDIT: Final = re.compile(rf"(?:{_any_of(_WORDS['credits'])})\s*(?::|\bby\b|-)")
# Before the names of those who did something else: "Peer reviewed by", "Contributions from:", "Ảnh:", not "Bài, ảnh:".
_CREDITS: Final = re.compile(
    rf"(?:^|[.;|•·])\W*(?:(?:[a-z]+ly|peer|with|expert) )?(?:{_any_of(_WORDS['credits'])})(?:\s*:|\s(?:by|from)\s*:?)$"
)
_LABEL_END: Final = re.compile(r"(?:\bby|:)$")
_AND: Final = "(?:and|und|et|y|e|og|och|và|with|AND|And)"
_JOINT: Final = re.compile(
    r"\s*(?:[;|•·\n&+]|\s/\s|/(?=[A-ZĐÀ-Ỹ])|\s[-–—]\s|\.\s+(?=\S+\s*:))\s*"
    rf"|,\s*+(?!(?:{_any_of(_WORDS['suffixes'])})\b)(?:{_AND}\s+)?"
    rf"|(?:^|\s+){_AND}(?:\s+|$)"
)
_LABEL: Final = re.compile(r"[^:]{2,20}:\s*(?=\w)")
# "By … for the Delta News", "… in Hanoi", behind a name of two words or more.
_HOUSE: Final = re.compile(r"(\S+(?: \S+)+?) (?:for|of|at|in) (?:the )?[A-ZĐ].*")
# Behind a Vietnamese name and a slash: the house, and where its bearer works for it ("Thu Hà/VOV-miền Trung").
_SLASHED: Final = re.compile(r"/[A-ZĐ]{2,8}(?=\s*(?:[-–,;|]|$))(?:\s*[-–]\s*[^,;|/]+)?")
_STRAY: Final = re.compile(r"(?<!\S)[^\w\s]+(?!\S)\s?")
# "Bài và ảnh: …": words and pictures by the same people.
_BOTH: Final = re.compile(
    r"\b(?:bài|tin|text|words|story)\s*(?:và|,|&|and)\s*(?:ảnh|hình|photos?|photographs|pictures)\s*(?::|by\b)",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(rf"\b(?:{_any_of(_WORDS['offices'])})$|^(?:{_any_of(_WORDS['offices'])}) of\b")
_TITLED: Final = re.compile(rf"(?:(?:{_any_of(_WORDS['titles'])})(?:\s*\.\s*|\s+)(?=\S))+")
_DONE: Final = re.compile(rf"\s(?:{_any_of(_WORDS['after'])})$")  # "Thu Hà ghi"
_JOB: Final = re.compile(rf"\b(?:{_any_of(_WORDS['job_nouns'])})s?$|^(?:{_any_of(_WORDS['job_beginnings'])})\b")
_ABBREVIATED: Final = re.compile(rf"\b(?:{_any_of(_WORDS['suffixes'])})\.$")
_INVERTED: Final = re.compile(rf"([^,]+), (?!(?:{_any_of(_WORDS['suffixes'])})\b)([^,]+)")
_ADDRESS: Final = re.compile(r"\S*@\S*")
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_NO_NAME: Final = re.compile(r"https?:|www\.|\d{4}|\d[/:.]\d|[<>{}=_#*]")


@lru_cache(maxsize=500)  # a page names its authors in several places
def split_authors(byline: str, *, vietnamese: bool = True) -> tuple[str, ...]:
    """Return the people named in *byline*: no "By" or "Theo", no job, no photographer, no "PV", no address.

    Where the byline is not *vietnamese*, "Theo" is a name.
    """
    labelled = _BEFORE.match(fold_tones(byline.strip())) is not None
    names: dict[str, str] = {}
    for piece in _pieces(byline):
        is_office = bool(names) and _OFFICE.search(fold_tones(piece)) is not None
        if not is_office and (name := _name(piece, labelled, vietnamese)):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def uninverted(name: str, *, vietnamese: bool) -> str:
    """Return *name* as it is read where a catalogue puts the family first ("Lee, Ann"): so is a Vietnamese one."""
    inverted = _INVERTED.fullmatch(name.strip())
    if inverted is None:
        return name
    return " ".join(inverted.groups() if vietnamese else reversed(inverted.groups()))


def names_job(byline: str) -> bool:
    """Say whether a piece of *byline* behind the first is a job ("Ann Lee, Harbour Correspondent")."""
    return any(map(is_job, _pieces(byline)[1:]))


def credits_others(label: str) -> bool | None:
    """Say whether *label*, before a name, says that its bearer did other work than to write; None if it is no label."""
    folded = fold_tones(label.strip())
    if _CREDITS.search(folded):
        return True
    return False if _LABEL_END.search(folded) else None


def is_job(text: str) -> bool:
    """Say whether *text* is what a person is, and no name ("Staff Writer")."""
    return _is_job(fold_tones(text.strip()))


def _pieces(byline: str) -> list[str]:
    """Return what *byline* puts beside each other: names, jobs, houses, without addresses and brackets."""
    bare = _SLASHED.sub("", _BRACKETS.sub(" ", squeeze(byline[:_MAX_BYLINE])))
    return _JOINT.split(_BOTH.sub(" ", _ADDRESS.sub("|", bare)))


def _is_job(folded: str) -> bool:
    return folded in _JOBS or _JOB.search(folded) is not None


def _name(piece: str, labelled: bool, vietnamese: bool) -> str:
    """Return the name in one piece of a byline, or "": one that is *labelled* is a list of people."""
    dotted = _ABBREVIATED.search(piece)
    piece = piece.strip(" .,:;-–—*\"'“”")
    for _ in range(3):  # "Bài: PV Thu Hà"
        folded = fold_tones(piece)
        if len(folded) != len(piece):
            break
        if folded in _NOBODY or folded in _JOBS or _CREDIT.match(folded):
            return ""
        found = _BEFORE.match(folded) or _LABEL.match(folded)
        if not found or (not vietnamese and folded.startswith("theo ")):
            break
        piece, labelled = piece[found.end() :].strip(" .,:;-–—"), True
    if labelled and (person := _HOUSE.fullmatch(piece)):  # without the label it may be an institute's name
        piece = person[1]
    piece = _untitled(_DONE.sub("", _without_agency(_STRAY.sub("", piece))))
    if not piece or len(piece) > _MAX_LENGTH or len(piece.split()) > _MAX_WORDS or _NO_NAME.search(piece):
        return ""
    if not any(map(str.isalpha, piece)) or any(map(str.isdecimal, piece.split())):
        return ""
    folded = fold_tones(piece)
    if folded in _NOBODY or _is_job(folded) or _are_buttons(folded.split()):
        return ""
    return f"{piece}." if dotted else piece


def _are_buttons(words: Sequence[str]) -> bool:
    """Whether each of the folded *words* names nobody, or is a letter beside such ones: "Share Print A- A"."""
    longer = [bare for word in words if len(bare := word.strip("-.")) > 1]
    return bool(longer) and all(word in _NOBODY for word in longer)


def _untitled(piece: str) -> str:
    """Return *piece* without the degrees before a Vietnamese name ("PGS.TS Lê Thu Hà"); "TS Lowry" has initials."""
    if piece.isascii():
        return piece
    folded = fold_tones(piece)
    titled = _TITLED.match(folded)
    return piece[titled.end() :] if titled and len(folded) == len(piece) else piece


def _without_agency(piece: str) -> str:
    """Return *piece* without the agency behind the name ("ANN LEE Associated Press")."""
    folded = fold_tones(piece)
    agency = max((name for name in AGENCIES if folded.endswith(f" {name}")), key=len, default="")
    return piece[: -len(agency)].rstrip() if agency and len(folded) == len(piece) else piece
