"""A story's catalog as it lies on disk: read strictly, written back byte for byte but for what was changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from diemtin.findings import DiemtinError, Finding
from diemtin.translate.lexer import MAX_BYTES, Entry, decode, entries
from diemtin.translate.placeholders import canonical


@dataclass(slots=True)
class Catalog:
    """The entries of one PO file, in its order, and its text (without a BOM)."""

    path: Path
    text: str = ""
    entries: list[Entry] = field(default_factory=list)
    bom: bool = False

    def live(self) -> Iterator[Entry]:
        """Yield the entries that can translate a segment: no header, nothing obsolete, no context, no plural forms."""
        for entry in self.entries:
            if not entry.obsolete and entry.msgid and entry.context is None and entry.plural is None:
                yield entry

    def by_msgid(self) -> dict[str, Entry]:
        """Return the live entries by canonical msgid; of two that differ only in white space the first counts."""
        found: dict[str, Entry] = {}
        for entry in self.live():
            found.setdefault(canonical(entry.msgid), entry)
        return found


def read_catalog(path: Path) -> Catalog | None:
    """Read the catalog at *path*; None where there is none.

    Raises DiemtinError naming file and line for what is not a well-formed PO file in UTF-8.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DiemtinError(Finding(path, f"more than {MAX_BYTES >> 20} MB", "split it: one catalog a story"))
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    text = decode(data, path)
    return Catalog(path, text, entries(text, path), data.startswith(b"\xef\xbb\xbf"))
