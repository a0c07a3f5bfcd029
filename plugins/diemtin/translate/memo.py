"""What is known of each story's translations, remembered by the state of its files, so that nothing is read twice."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import diemtin
from diemtin.files import write_atomically
from diemtin.stories import LANGUAGES

NAME: Final = "translations.json"


@dataclass(frozen=True, slots=True)
class Row:
    """One story: its title, language and day, its address parts by language, and by target language how many segments
    are in which state (see ``states``); ``topics`` and ``section`` as the source names them, ``notes`` what cleaning
    found odd, ``faults`` why a catalog cannot be read.
    """

    title: str
    lang: str
    day: str
    slugs: Mapping[str, str]
    counts: Mapping[str, Mapping[str, int]]
    topics: tuple[str, ...] = ()
    section: str = ""
    notes: tuple[str, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)

    def complete(self) -> bool:
        """Whether no segment waits for a translation."""
        return not self.faults and not any(
            states.get("untranslated", 0) + states.get("refused", 0) for states in self.counts.values()
        )


class Memo:
    """Rows by scrape, in the site's cache folder. A damaged or foreign file is an empty memo."""

    def __init__(self, folder: Path, stories: Path, settings: Mapping[str, Any]) -> None:
        """Open the memo in the cache *folder*, for the scrapes below *stories* as *settings* have them read."""
        self._path, self._stories = folder / NAME, stories
        self._version = _version(settings)
        self._rows: dict[str, list[Any]] = {}
        self._changed = False
        try:
            stored = json.loads(self._path.read_bytes())
            if stored["version"] == self._version:
                self._rows = stored["stories"]
        except (OSError, ValueError, KeyError, TypeError):
            pass

    def get(self, scrape: Path) -> Row | None:
        """Return what is known of *scrape*, None if any of its files changed since."""
        stored = self._rows.get(self._name(scrape))
        if stored is None or stored[0] != state_of_files(scrape):
            return None
        try:
            return Row(**stored[1])
        except (TypeError, KeyError):
            return None

    def put(self, scrape: Path, row: Row) -> None:
        """Remember *row* for the present state of the files of *scrape*."""
        self._rows[self._name(scrape)] = [state_of_files(scrape), asdict(row)]
        self._changed = True

    def keep_only(self, scrapes: list[Path]) -> None:
        """Forget stories that are gone."""
        names = {self._name(scrape) for scrape in scrapes}
        gone = [name for name in self._rows if name not in names]
        for name in gone:
            del self._rows[name]
        self._changed = self._changed or bool(gone)

    def save(self) -> None:
        """Write the memo if it changed."""
        if self._changed:
            stored = {"version": self._version, "stories": dict(sorted(self._rows.items()))}
            write_atomically(self._path, json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
            self._changed = False

    def _name(self, scrape: Path) -> str:
        return str(scrape)[len(str(self._stories)) + 1 :]


def state_of_files(scrape: Path) -> str:
    """Return what changes when the scrape, its sidecar or one of its catalogs does: size, time, inode of each."""
    parts = []
    stem = str(scrape)[: -len(scrape.suffix)]
    for name in (str(scrape), f"{stem}.toml", *(f"{stem}.{lang}.po" for lang in LANGUAGES)):
        try:
            stat = os.stat(name)
        except OSError:
            parts.append("-")
        else:
            parts.append(f"{stat.st_size:x}.{stat.st_mtime_ns:x}.{stat.st_ino:x}")
    return " ".join(parts)


def _version(settings: Mapping[str, Any]) -> str:
    """Return what changes when the same files may be read otherwise: diemtin's own code, the settings, the terms."""
    package = Path(diemtin.__file__).parent
    code = sorted(
        f"{path.relative_to(package)} {path.stat().st_mtime_ns}"
        for path in package.rglob("*")
        if path.suffix in {".py", ".toml", ".csv", ".txt"}
    )
    own = sorted(
        (key, repr(value)) for key, value in settings.items() if key.startswith("DIEMTIN_") or key == "TIMEZONE"
    )
    return hashlib.sha256(repr((code, own)).encode("utf-8", "surrogatepass")).hexdigest()
