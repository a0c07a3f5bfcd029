"""A story's catalog as it lies on disk: read strictly, written back byte for byte but for what was changed."""

from collections.abc import Collection, Iterator
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

    def find(self, msgids: Collection[str]) -> dict[str, Entry]:
        """Return the live entries of some canonical *msgids*, however a tool or a person has spelled them in the file.

        Of two entries that differ only in white space or entities the first counts.
        """
        exact = {entry.msgid: entry for entry in self.live()}
        found = {msgid: exact[msgid] for msgid in msgids if msgid in exact}
        if len(found) < len(msgids):
            for msgid, entry in exact.items():
                if msgid not in found and (spelled := canonical(msgid)) in msgids:
                    found.setdefault(spelled, entry)
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
