"""What a news agency writes around its story: slugs, notes to editors; place, day and itself before the text."""

import re
from typing import Final

from diemtin.clean.dumps.vocabulary import TABLES, any_of

_DAY: Final = rf"(?:{any_of(TABLES['wires']['months'])})\.? \d{{1,2}}"
_PLACE: Final = r"[A-ZÀ-ỸĐ][\w.'’-]*(?: [A-ZÀ-ỸĐ][\w.'’-]*){0,3}"
# "NAIVASHA, Kenya, Feb 12 (Reuters) - ", "LAUREL FORK, Mont. (AP) — ", "Hà Nội (TTXVN 18/11) ".
_DATELINE: Final = re.compile(
    rf"{_PLACE}(?:[/,] ?{_PLACE})?(?:,? {_DAY})?,? "
    r"\([A-ZÀ-ỸĐ](?:[^()\d]{1,30}\)\s*[-–—]+\s*|[^()\d]{1,30}\d{1,2}/\d{1,2}(?:/\d{4})?\)\s*(?:[-–—:]+\s*)?)"
)
# Of a press release: "Cần Thơ, ngày 28/6/2024 - ", "NORTHPORT, June 28, 2024 /Wire/ -- ", "Leeds, 28 June 2024 – ".
_RELEASED: Final = re.compile(
    rf"{_PLACE}(?:, {_PLACE})?,? "
    rf"(?:(?:ngày )?\d{{1,2}}(?:[/.-]\d{{1,2}}[/.-]| tháng \d{{1,2}} năm )\d{{4}}|{_DAY},? \d{{4}}|"
    rf"\d{{1,2}} (?:{any_of(TABLES['wires']['months'])}) \d{{4}})\s*(?:/\w+/\s*)?(?:[–—-]+\s+|:\s+)"
)
# "KENYA-FLOWERS/SHIPPING (UPDATE 1, PIX)", "BC-US--Bees on Highway", "TTXVN-KT-0931".
_SLUG: Final = re.compile(r"(?:[A-ZĐ\d]+-)*[A-ZĐ\d]+(?:/[A-ZĐ]+|--\w+|-[A-ZĐ]+-\d+)\b.{0,60}")
_AGENCY: Final = re.compile(r"[A-ZĐ]{2,8}(?:/[A-ZĐ]{2,8})*")
_SIGN: Final = re.compile(r"[A-ZĐ]{2,8}\s*[–—-]+")
_NOTE: Final = re.compile(
    rf"\((?:{any_of(TABLES['wires']['notes'])})\b.{{2,390}}\)|(?:{any_of(TABLES['wires']['to_editors'])}):.{{2,390}}",
    re.IGNORECASE,
)


def dateline(text: str) -> int:
    """Return how many characters of *text*, a story's opening, say where, when and for whom it was written."""
    found = _DATELINE.match(text) or _RELEASED.match(text)
    if found is None or not text[0].isupper():
        return 0
    first = text[found.end() :].lstrip("\"“‘'([")[:1]
    return found.end() if first.isupper() or first.isdigit() else 0  # else a person, and what they are


def is_agency(text: str) -> bool:
    """Say whether an agency's initials are the whole line, as below its story ("— TTXVN", the dash a list's mark)."""
    return _AGENCY.fullmatch(text) is not None


def is_sign(text: str) -> bool:
    """Say whether *text* is an agency's initials and a dash alone, above the text that they open: "TTXVN —"."""
    return _SIGN.fullmatch(text) is not None


def is_slug(text: str) -> bool:
    """Say whether *text* is an agency's own name for a story."""
    return _SLUG.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Say whether *text* tells editors what is new in this version."""
    return len(text) <= 400 and _NOTE.fullmatch(text) is not None
