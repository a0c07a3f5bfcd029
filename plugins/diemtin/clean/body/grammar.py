"""Lines that are never story: the forms in ``grammar.toml``, and a paper's own name in front of its first sentence."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from diemtin.clean.body.blocks import Block
from diemtin.text import on_one_line


@dataclass(frozen=True, slots=True)
class Line:
    """One form of line: see ``grammar.toml``."""

    name: str
    pattern: re.Pattern[str]
    longest: int
    linked: float = 0.0
    end: bool = False
    holds: str = ""


def _read() -> tuple[tuple[Line, ...], re.Pattern[str]]:
    table = tomllib.loads(resources.files(__package__).joinpath("grammar.toml").read_text("utf-8"))
    lines = tuple(
        Line(
            row["name"],
            re.compile(row["pattern"], re.IGNORECASE),
            row["longest"],
            row.get("linked", 0.0),
            row.get("end", False),
            row.get("holds", ""),
        )
        for row in table["line"]
    )
    return lines, re.compile("|".join(row["pattern"] for row in table["note"]), re.IGNORECASE)


_LINES, _NOTE = _read()
#: Characters: no form of line is longer.
_LONGEST: Final = max(line.longest for line in _LINES)

# "(Dân trí) - ", "VOV.VN – ", "GD&TĐ - ", "VTC News - ": in brackets, or a name that looks like a site's, a paper's or
# like initials; six of them only with a Đ, which "UNESCO" has not. What follows begins a sentence, so that "FPT - tập
# đoàn công nghệ" is left alone.
_BRACKETED: Final = r"[(\[]\s*[^\W\d_][\w.&]*(?:[ ./-][\w.&]+){0,3}\s*[)\]](?:\s*[-–—:]+\s*|\s+)"
_INITIALS: Final = r"(?:[A-ZĐ]{1,4}&[A-ZĐ]{1,4}|(?=[A-Z]*Đ)[A-ZĐ]{6}|[A-ZĐ]{2,5}\d{0,2})"
_NAMED: Final = (
    r"(?:[^\W\d_]\w*\.(?i:com\.vn|net\.vn|vn|com|net)|[^\W\d_]{2,12}(?:Net|Online|OL|News|Times|Plus)|"
    rf"{_INITIALS}(?: (?:News|Online|Plus))?|Báo [\w ]{{2,20}})\s*[-–—:]+\s+|[^\W\d_]\w*\.vn\.\s+"
)
_OUTLET: Final = re.compile(rf"\s*(?:{_BRACKETED}|{_NAMED})(?=[\"“‘'(\[]?[A-ZĐÀ-ỸÁÂĂ\d])")

# "TinTheThao.com.vnChiến lược gia …": a site's address glued to the first word.
_SITE: Final = re.compile(r"\s*[^\W\d_]\w*\.(?:com\.vn|net\.vn|vn)\s*[-–—:]*\s*(?=[\"“‘'(\[]?[A-ZĐÀ-ỸÁÂĂ])")


def form_of(block: Block, *, at_end: bool) -> str:
    """Return the name of the form that *block* has; "" for none. *at_end* says that no paragraph follows."""
    lines = _lines_as_long(min(len(block.text), _LONGEST + 1))
    lowered = block.text.lower() if lines else ""
    for line in lines:
        if block.link_density < line.linked or (line.end and not at_end) or line.holds not in lowered:
            continue
        if line.pattern.fullmatch(block.text):
            return line.name
    return ""


@cache
def _lines_as_long(length: int) -> tuple[Line, ...]:
    """Return the forms that a line of so many characters can have."""
    return tuple(line for line in _LINES if length <= line.longest)


# "POINT ALDOUS, Maine (AP) — ", "HANOI - ": a place in capitals, maybe with its country and an agency, and a dash; or
# an agency that the first word is glued to or stands behind a dash, "(CNN)", "Hong Kong (CNN Business)".
_PLACE: Final = re.compile(
    r"[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3}(?:, [A-Z][\w.]{1,14}(?: [A-Z]\w{1,14})?)?(?: \([A-Z][\w ]{1,20}\))?"
    r"\s?(?:[–—]|--?\s)\s?[\"“‘'A-Z]|"
    r"(?:[A-Z][\w.]+(?: [A-Z][\w.]+){0,3} )?\([A-Z]{2,8}(?: [A-Z]\w+)?\)(?:\s?[–—-]\s?)?[\"“‘'A-Z]"
)


def is_note(block: Block) -> bool:
    """Say whether *block* tells what was changed in the story, or how it came to be."""
    return block.size <= _LONGEST and _NOTE.match(block.text) is not None


def opens_with_place(text: str) -> bool:
    """Say whether *text* begins with the place or the agency that it was sent from."""
    return _PLACE.match(text) is not None


def outlet_prefix(text: str, names: Sequence[str] = ()) -> int:
    """Return how many characters of *text*, a story's opening, name only the paper (a site of *names*, or by form)."""
    for name in names:
        if text.lstrip().startswith(name) and len(text) > len(name) + 40:
            rest = text.lstrip()[len(name) :]
            dash = re.match(r"\s*[-–—:)\]]+\s*", rest)
            if dash or rest[:1].isupper():
                return len(text) - len(rest) + (dash.end() if dash else 0)
    match = _OUTLET.match(text) or _SITE.match(text)
    return match.end() if match else 0


def without_prefix(block: Block, length: int) -> None:
    """Take the first *length* characters off *block*'s text and pieces."""
    for place, piece in enumerate(block.pieces):
        if length <= 0:
            break
        if isinstance(piece, str):
            block.pieces[place] = piece[length:]
            length -= len(piece)
    block.text = on_one_line("".join(piece for piece in block.pieces if isinstance(piece, str)))
