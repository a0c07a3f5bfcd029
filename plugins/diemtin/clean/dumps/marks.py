"""What precedes a line's first word in a plain-text dump: an item's mark, a heading's, a quotation's. And rules."""

import re
from typing import Final, Literal

Mark = Literal["", "bullet", "number", "heading", "quote"]

_MARKS: Final[tuple[tuple[Mark, re.Pattern[str]], ...]] = (
    ("bullet", re.compile(r"[-*+•●▪◦·‣∙○◯■□☐–—]\s+(?=\S)")),
    ("number", re.compile(r"\d{1,2}[.)]\s+(?=\S)")),
    ("heading", re.compile(r"(?:(?:#{1,6}|\*\*)\s+(?=\S)|\^(?=[^\W\d_]))")),
    ("quote", re.compile(r">\s+(?=\S)")),
)
_QUOTED: Final = re.compile(r"^ *>\s+", re.MULTILINE)
_RULE: Final = re.compile(r"[=\-_*~━─═]{3,}|(?:[-*_] ){2,}[-*_]")

_END: Final = re.compile(r"#(?: ?#)+|-\s*30\s*-|[-–—(]*\s*(?:ends|hết)\s*[-–—)]*", re.IGNORECASE)


def is_end(line: str) -> bool:
    """Say whether *line* is the mark below a press release ("###", "– ENDS –") or a typescript ("-30-")."""
    return _END.fullmatch(line) is not None


def is_rule(line: str) -> bool:
    """Say whether *line* is drawn across the page, or under a heading."""
    return _RULE.fullmatch(line) is not None


def is_marked(line: str) -> bool:
    """Say whether *line* begins an item, a heading or a quotation."""
    return any(form.match(line) for _, form in _MARKS)


def without_mark(text: str) -> tuple[Mark, str, str]:
    """Return which mark *text* begins with, the mark as it is written, and the text behind it."""
    for mark, form in _MARKS:
        if found := form.match(text):
            return mark, found[0].strip(), text[found.end() :]
    return "", "", text


def without_angles(text: str) -> str:
    """Return the lines of a quotation without the angles before each but the first."""
    return f"> {_QUOTED.sub('', text)}" if is_quoted(text) else text


def is_quoted(line: str) -> bool:
    """Say whether *line* is one of a quotation."""
    return _QUOTED.match(line) is not None
