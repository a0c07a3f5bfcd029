"""Decides what is a well-formed PO file, and says file and line (from 1) where it is not.

The grammar is GNU gettext's: several entries or strings on one line, ``#~`` obsolete entries, ``#|`` and ``#~|``
previous texts, contexts and plural forms are all read. Nothing is guessed and nothing is mended: a catalog that an
editor may have hurt is left as it is. (Babel's and other parsers accept duplicates, open quotes, bad escapes, NUL
and conflict marks without a word, which is why reading is not theirs.)
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from diemtin.findings import DiemtinError, Finding

#: No story's catalog is as large; what is was not written for one, and reading it would take the memory of all others.
MAX_BYTES: Final = 8 * 1024 * 1024
_TOKEN: Final = re.compile(
    r"[ \t\f\v\r]*(?:(?P<newline>\n)|(?P<comment>#(?!~)[^\n]*|#~\|[^\n]*)|(?P<obsolete>#~)"
    r'|"(?P<string>[^"\\\n]*(?:\\[^\n][^"\\\n]*)*)"'
    r"|(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?![A-Za-z0-9_]))"
)
# Most entries of most catalogs are of this form; one match reads them ten times as fast as their tokens.
_STRING: Final = r'"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"'
_COMMON: Final = re.compile(
    rf"((?:#(?!~)[^\n\r]*\n)*)msgid ({_STRING}(?:\n{_STRING})*)\n(msgstr ({_STRING}(?:\n{_STRING})*))(?:(\n)\n*|\Z)"
)
_ESCAPE: Final = re.compile(r"\\(?:([abfnrtv\"\\])|([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))", re.DOTALL)
_SIMPLE: Final = dict(zip('abfnrtv"\\', '\a\b\f\n\r\t\v"\\', strict=True))
_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?:[ \r\n]|$)", re.MULTILINE)
_CHARSET: Final = re.compile(r"^Content-Type:.*?charset=([^\s;]*)", re.IGNORECASE | re.MULTILINE)
_ACCEPTED: Final = {"utf-8", "utf8", "us-ascii", "ascii", "charset", ""}


@dataclass(slots=True)
class Entry:
    """One message. ``start`` and ``end`` are its place in the text, comments included; ``line`` is its msgid's.

    ``plural`` is the msgid_plural (None in an ordinary entry); ``msgstrs`` has one text, or one a plural form.
    ``comments`` are its comment lines as they stand, without line ends.
    """

    msgid: str = ""
    plural: str | None = None
    context: str | None = None
    msgstrs: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    obsolete: bool = False
    line: int = 0
    start: int = 0
    end: int = 0
    msgstr_start: int = 0

    @property
    def msgstr(self) -> str:
        """The translation; "" where there is none, or where the entry has plural forms."""
        return self.msgstrs[0] if self.plural is None and self.msgstrs else ""

    @property
    def fuzzy(self) -> bool:
        """Whether the entry waits for a person's eye."""
        return any(line.startswith("#,") and "fuzzy" in _flags(line) for line in self.comments)


def decode(data: bytes, path: Path) -> str:
    """Return a catalog's text with its line ends, without the BOM. Raises DiemtinError for what is not UTF-8 text."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DiemtinError(Finding(path, "not UTF-8", "save the catalog as UTF-8", line)) from None
    position = text.find("\0")
    if position >= 0:
        raise _wrong(path, text, position, "a NUL byte", "bring the file back from a copy")
    conflict = _CONFLICT.search(text)
    if conflict:
        raise _wrong(path, text, conflict.start(), "a merge conflict's mark", "settle the conflict")
    stray = re.search(r"\r(?!\n)", text)
    if stray:
        raise _wrong(path, text, stray.start(), "a carriage return alone", "save the file with LF or CRLF line ends")
    return text


def entries(text: str, path: Path) -> list[Entry]:
    """Read all entries of a decoded catalog. Raises DiemtinError naming file and line for what is not well-formed."""
    found, position, line = _common_entries(text)
    found += _Reader(text, path, line).read(position)
    seen: dict[tuple[str | None, str], int] = {}
    for entry in found:
        if entry.obsolete:
            continue
        first = seen.setdefault((entry.context, entry.msgid), entry.start)
        if first != entry.start:
            line = text.count("\n", 0, first) + 1
            again = f"a second entry with the msgid of the one at line {line}"
            raise DiemtinError(Finding(path, again, "keep one of them", entry.line))
        if entry.context is None and not entry.msgid:
            charset = _CHARSET.search(entry.msgstr)
            if charset and charset[1].lower() not in _ACCEPTED:
                raise DiemtinError(Finding(path, f"charset {charset[1]}", "save the catalog as UTF-8", entry.line))
    return found


def _common_entries(text: str) -> tuple[list[Entry], int, int]:
    """Read entries of the common form from the start; return them, where and at which line another begins."""
    found: list[Entry] = []
    position, line = len(text) - len(text.lstrip("\n")), 1
    line += position
    while match := _COMMON.match(text, position):
        comments, msgid, _, msgstr, _ = match.groups()
        try:
            texts = [_text(msgid), _text(msgstr)]
        except ValueError:
            break
        entry = Entry(texts[0], None, None, [texts[1]], comments[:-1].split("\n") if comments else [])
        entry.line = line + len(entry.comments)
        entry.start, entry.end, entry.msgstr_start = match.start(), match.end(4), match.start(3)
        found.append(entry)
        line += text.count("\n", position, match.end())
        position = match.end()
    return found, position, line


def _text(strings: str) -> str:
    """Return the text of one or more strings in quotes, each on its line. Raises ValueError for a bad escape."""
    raw = strings[1:-1].replace('"\n"', "")
    return raw if "\\" not in raw else _ESCAPE.sub(_character, raw)


def _character(match: re.Match[str]) -> str:
    """Return the character of an escape. Raises ValueError for one that PO files do not have, or that is no ASCII."""
    simple, octal, hexadecimal, _ = match.groups()
    if simple:
        return _SIMPLE[simple]
    code = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else 0
    if not 0 < code < 128:
        raise ValueError(match[0])
    return chr(code)


class _Reader:
    """The state of one pass over a catalog's text: the entry being read and the field its next string belongs to."""

    def __init__(self, text: str, path: Path, line: int) -> None:
        self.text, self.path = text, path
        self.found: list[Entry] = []
        self.entry: Entry | None = None
        self.field = ""
        self.strings: list[str] | None = None
        self.line = line

    def read(self, position: int) -> list[Entry]:
        """Read the entries from *position* to the end."""
        obsolete = False
        for match in _TOKEN.finditer(self.text, position):
            if match.start() != position:
                break
            position = match.end()
            kind = match.lastgroup
            if kind == "newline":
                self.line += 1
                obsolete = False
            elif kind == "string":
                self._string(match["string"], obsolete)
                assert self.entry is not None
                self.entry.end = position
            elif kind == "obsolete":
                obsolete = True
            elif kind == "comment":
                self._comment(match["comment"].rstrip("\r"), match.start("comment"), position)
            else:
                self._keyword(match["keyword"], match.start("keyword"), obsolete)
        rest = self.text[position:].lstrip(" \t\f\v\r")
        if rest:
            position = len(self.text) - len(rest)
            found = (
                "a quote that is not closed"
                if rest[0] == '"'
                else f"text outside quotes: {rest.split(chr(10))[0][:40]!r}"
            )
            raise self._wrong(found, "close the quote, or remove the line")
        self._finish()
        return self.found

    def _keyword(self, keyword: str, start: int, obsolete: bool) -> None:
        line_start = self.text.rfind("\n", 0, start) + 1 if obsolete else start
        self._close_field()
        entry = self.entry
        begins = keyword == "msgctxt" or (keyword == "msgid" and self.field != "msgctxt")
        if begins and self.field:
            self._finish()
            entry = None
        if entry is None:
            entry = self.entry = Entry(start=line_start)
        if begins or keyword == "msgid":
            entry.line, entry.obsolete = self.line, obsolete
        if entry.obsolete != obsolete:
            raise self._wrong("an entry that is obsolete only in part", "begin all its lines with #~, or none")
        before = {"msgid_plural": ("msgid",), "msgid": ("", "msgctxt"), "msgctxt": ("",)}.get(keyword)
        if before is None:
            first = keyword in {"msgstr", "msgstr[0]"}
            plural = entry.plural is not None
            before = ("msgid_plural" if plural else "msgid",) if first else (f"msgstr[{len(entry.msgstrs) - 1}]",)
            if plural == (keyword == "msgstr") or (not first and keyword != f"msgstr[{len(entry.msgstrs)}]"):
                before = ()
        if self.field not in before:
            raise self._wrong(f"{keyword} out of place", "complete the entry before it: msgid, then msgstr")
        self.field, self.strings = keyword, []
        if keyword in {"msgstr", "msgstr[0]"}:
            entry.msgstr_start = line_start

    def _string(self, raw: str, obsolete: bool) -> None:
        if self.strings is None or self.entry is None:
            raise self._wrong("a text without msgid or msgstr before it", "complete the entry")
        if self.entry.obsolete != obsolete:
            raise self._wrong("an entry that is obsolete only in part", "begin all its lines with #~, or none")
        try:
            self.strings.append(raw if "\\" not in raw else _ESCAPE.sub(_character, raw))
        except ValueError as error:
            found = f"the escape {error}"
            raise self._wrong(found, "write the character itself, or a backslash as two") from None

    def _comment(self, comment: str, start: int, end: int) -> None:
        self._close_field()
        if self.field:
            self._finish()
        if self.entry is None:
            self.entry = Entry(start=start)
        self.entry.comments.append(comment)
        self.entry.end = end

    def _close_field(self) -> None:
        """Give the strings read so far to the field they belong to."""
        entry = self.entry
        if entry is None or self.strings is None:
            return
        if not self.strings:
            raise self._wrong(f"{self.field} without a text", 'write a text in quotes after it, or ""')
        value = "".join(self.strings) if len(self.strings) > 1 else self.strings[0]
        self.strings = None
        if self.field == "msgid":
            entry.msgid = value
        elif self.field == "msgctxt":
            entry.context = value
        elif self.field == "msgid_plural":
            entry.plural = value
        else:
            entry.msgstrs.append(value)

    def _finish(self) -> None:
        """End the entry being read; comments alone (at the end of a file) are none."""
        self._close_field()
        if self.entry is None or not self.field:
            return
        if not self.entry.msgstrs:
            remedy = 'complete the entry, if need be with msgstr ""'
            raise DiemtinError(Finding(self.path, "a msgid without a msgstr", remedy, self.entry.line))
        self.found.append(self.entry)
        self.entry, self.field = None, ""

    def _wrong(self, found: str, remedy: str) -> DiemtinError:
        return DiemtinError(Finding(self.path, found, remedy, self.line))


def _flags(comment: str) -> list[str]:
    return [flag.strip() for flag in comment[2:].split(",")]


def _wrong(path: Path, text: str, position: int, found: str, remedy: str) -> DiemtinError:
    return DiemtinError(Finding(path, found, remedy, text.count("\n", 0, position) + 1))
