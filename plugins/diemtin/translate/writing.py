"""Changes to a catalog. What is not changed keeps its bytes, whoever wrote it: wraps, spacing, order and comments.

Babel's writer is not used for it, and no other's: each of them writes the whole file in its own hand (it unwraps or
wraps texts, drops ``#|`` lines, moves obsolete entries), which would rewrite what an editor has set. A changed entry
changes in the lines that say something new; only a new entry is written whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from diemtin.files import write_atomically
from diemtin.translate.catalog import Catalog
from diemtin.translate.lexer import Entry, entries
from diemtin.translate.provenance import Stamp, is_stamp

_HEADER: Final = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: diemtin\\n"\n"Language: {target}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"X-Source-Language: {source}\\n"\n'
)
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_OBSOLETE: Final = re.compile(r"^[ \t]*#~(\|)? ?", re.MULTILINE)
_LIVE: Final = re.compile(r"^[ \t]*(#\|[ ]?|(?=[m\"]))", re.MULTILINE)


def quoted(text: str) -> str:
    """Return *text* as a string of a PO file, on one line."""
    return f'"{text.translate(_ESCAPES)}"'


@dataclass(slots=True)
class _Piece:
    """An entry, the text before it that belongs to none (blank lines), and its own text."""

    before: str
    raw: str
    entry: Entry


class Revision:
    """A catalog being changed; ``save`` writes it, whole or not at all, if anything changed."""

    def __init__(self, catalog: Catalog | None, path: Path, source_lang: str, target_lang: str) -> None:
        """Begin with *catalog* as it was read, or with an empty one that will lie at *path*."""
        self.catalog = catalog or Catalog(path)
        text = self.catalog.text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._pieces: list[_Piece] = []
        position = 0
        for entry in self.catalog.entries:
            self._pieces.append(_Piece(text[position : entry.start], text[entry.start : entry.end], entry))
            position = entry.end
        self._tail = text[position:]
        if not self._pieces:
            before = text if not text or text.endswith("\n") else text + self._newline
            header = _HEADER.format(source=source_lang, target=target_lang)
            self._insert(0, before, header.rstrip("\n"))
            self._tail = self._newline

    def text(self) -> str:
        """Return the catalog as it would be written."""
        return "".join(piece.before + piece.raw for piece in self._pieces) + self._tail

    def save(self) -> bool:
        """Write the catalog if it changed; return whether it did. Raises OSError; then the file is as it was."""
        text = self.text()
        if text == self.catalog.text:
            return False
        entries(text, self.catalog.path)  # what we write, we can read
        return write_atomically(
            self.catalog.path, (b"\xef\xbb\xbf" if self.catalog.bom else b"") + text.encode("utf-8")
        )

    def add(self, msgid: str, after: Entry | None = None, notes: Sequence[str] = (), previous: str = "") -> Entry:
        """Set an untranslated entry behind *after* (or behind the last live one); *notes* become ``#.`` comments.

        *previous* is a similar msgid that had a translation, for the reviewer to compare.
        """
        lines = [f"#. {note}" for note in notes]
        lines += [f"#| msgid {quoted(previous)}"] if previous else []
        lines += [f"msgid {quoted(msgid)}", 'msgstr ""']
        place = self._place(after) + 1 if after is not None else self._end_of_live()
        return self._insert(place, self._newline * 2 if place else "", self._newline.join(lines)).entry

    def translate(self, entry: Entry, text: str, *, fuzzy: bool, stamp: Stamp | None) -> None:
        """Give *entry* a translation; *stamp* None leaves the one it has."""
        piece = self._piece(entry)
        head = piece.raw[: entry.msgstr_start - entry.start]
        self._rewrite(piece, f"{head}msgstr {quoted(text)}")
        if stamp is not None:
            self.note(entry, str(stamp))
        self.flag(entry, fuzzy=fuzzy)

    def note(self, entry: Entry, stamp: str) -> None:
        """Set the ``#.`` line that says where *entry* came from, in place of the one it had; "" removes it."""
        lines = self._lines(entry)
        kept = [line for line in lines if not is_stamp(line.strip())]
        if stamp:
            kept.insert(_first(kept, ("#:", "#,", "#=", "#|", "#~", "msg")), stamp)
        self._rewrite(self._piece(entry), self._newline.join(kept))

    def flag(self, entry: Entry, *, fuzzy: bool) -> None:
        """Mark *entry* as waiting for review, or as reviewed; a reviewed one loses its previous msgid too."""
        if entry.fuzzy == fuzzy:
            return
        lines = self._lines(entry)
        if fuzzy:
            at = _first(lines, ("#,", "#=", "#|", "#~", "msg"))
            if lines[at].startswith("#,"):
                lines[at] = f"#, fuzzy, {lines[at][2:].strip()}"
            else:
                lines.insert(at, "#, fuzzy")
        else:
            lines = [line for line in map(_without_fuzzy, lines) if line is not None]
        self._rewrite(self._piece(entry), self._newline.join(lines))

    def retire(self, entry: Entry) -> None:
        """Make *entry* obsolete: its paragraph is no longer in the story."""
        piece = self._piece(entry)
        self._rewrite(piece, _LIVE.sub(lambda match: "#~| " if match[1] else "#~ ", piece.raw))

    def revive(self, entry: Entry) -> None:
        """Make an obsolete *entry* live again, as it was."""
        piece = self._piece(entry)
        self._rewrite(piece, _OBSOLETE.sub(lambda match: "#| " if match[1] else "", piece.raw))

    def remove(self, entry: Entry) -> None:
        """Take *entry* out of the catalog."""
        place = self._place(entry)
        piece = self._pieces.pop(place)
        if place < len(self._pieces):
            self._pieces[place].before = piece.before

    def _insert(self, place: int, before: str, raw: str) -> _Piece:
        piece = _Piece(before, raw.replace("\r\n", "\n").replace("\n", self._newline), Entry())
        self._pieces.insert(place, piece)
        self._rewrite(piece, piece.raw)
        return piece

    def _rewrite(self, piece: _Piece, raw: str) -> None:
        """Give *piece* a new text, and its entry what that text says."""
        place = self._place(piece.entry)
        (read,) = entries(raw, self.catalog.path)
        entry = piece.entry
        for name in ("msgid", "plural", "context", "msgstrs", "comments", "obsolete", "start", "end", "msgstr_start"):
            setattr(entry, name, getattr(read, name))
        piece.raw = raw
        for neighbour in self._pieces[place : place + 2]:  # two entries on one line: what changes gets its own
            if neighbour is not self._pieces[0] and "\n" not in neighbour.before:
                neighbour.before = self._newline

    def _piece(self, entry: Entry) -> _Piece:
        return self._pieces[self._place(entry)]

    def _place(self, entry: Entry) -> int:
        return next(index for index, piece in enumerate(self._pieces) if piece.entry is entry)

    def _end_of_live(self) -> int:
        return 1 + max((index for index, piece in enumerate(self._pieces) if not piece.entry.obsolete), default=-1)

    def _lines(self, entry: Entry) -> list[str]:
        return re.split(r"\r?\n", self._piece(entry).raw)


def _first(lines: Sequence[str], starts: tuple[str, ...]) -> int:
    """Return the index of the first line that begins with one of *starts*."""
    return next((index for index, line in enumerate(lines) if line.lstrip().startswith(starts)), len(lines))


def _without_fuzzy(line: str) -> str | None:
    """Return a line of an entry as it stands when the entry is reviewed; None where it goes."""
    if line.startswith(("#|", "#~|")):
        return None
    if not line.startswith("#,"):
        return line
    flags = [flag.strip() for flag in line[2:].split(",")]
    if "fuzzy" not in flags:
        return line
    kept = [flag for flag in flags if flag not in {"", "fuzzy"}]
    return f"#, {', '.join(kept)}" if kept else None
