"""Cleaned stories kept between runs: one SQLite file in the site's cache folder, which may be deleted at any time."""

import contextlib
import dataclasses
import datetime as dt
import functools
import hashlib
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from diemtin.clean.cleaned import Cleaned
from diemtin.clean.version import cleaner_version
from diemtin.findings import Finding, advise
from diemtin.stories import Picture

FILE: Final = "cleaned.sqlite"
_SCHEMA: Final = "CREATE TABLE IF NOT EXISTS cleaned (key BLOB PRIMARY KEY, story TEXT NOT NULL, seal BLOB NOT NULL)"
_PUT: Final = "INSERT OR REPLACE INTO cleaned VALUES (?, ?, ?)"
_FEW: Final = 50  # keys that are faster looked up one by one
# Blocks and evidence are for reports, which clean anew.
_NOT_KEPT: Final = frozenset({"kept", "dropped", "evidence"})
_TUPLES: Final = frozenset({"authors", "tags", "notes"})
_DATES: Final = frozenset({"date", "modified"})


def story_key(data: bytes, sidecar: bytes, zone: ZoneInfo) -> bytes:
    """Return what a cleaned story is found by: all that it depends on."""
    digest = hashlib.sha256(f"{cleaner_version()}\0{zone.key}\0{len(data)}\0".encode())
    digest.update(data)
    digest.update(sidecar)
    return digest.digest()


class StoryCache:
    """Cleaned stories by key. A file that is damaged or no cache of ours is thrown away and begun anew.

    For this run only, ``failures`` holds why a story could not be cleaned, so that nobody tries twice, and ``keys`` the
    key of each scrape that was read, with the state of its files then.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self.failures: dict[bytes, Finding] = {}
        self.keys: dict[Path, tuple[object, bytes]] = {}
        self._database = self._open()

    def get(self, key: bytes, zone: ZoneInfo) -> Cleaned | None:
        """Return the story of *key*, or None if it is not here or cannot be read."""
        try:
            row = self._database.execute("SELECT story, seal FROM cleaned WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            row = (None, None)
        if row is None:
            return None
        text, seal = row
        if not isinstance(text, str) or seal != _seal(key, text):  # SQLite itself does not notice a changed byte
            self._begin_anew()
            return None
        return _story(text, zone)

    def missing(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return those of *keys* that are not here."""
        wanted = set(keys)
        try:
            if len(wanted) > _FEW:
                return wanted - {row[0] for row in self._database.execute("SELECT key FROM cleaned")}
            select = "SELECT 1 FROM cleaned WHERE key = ?"
            return {key for key in wanted if not self._database.execute(select, (key,)).fetchone()}
        except sqlite3.Error:
            self._begin_anew()
            return wanted

    def put(self, stories: Iterable[tuple[bytes, Cleaned]]) -> None:
        """Keep *stories*; where they cannot be kept (a full disk), the work is done again next time."""
        texts = [(key, _text(story)) for key, story in stories]
        rows = [(key, text, _seal(key, text)) for key, text in texts]
        try:
            with self._database:
                self._database.executemany(_PUT, rows)
        except sqlite3.Error as error:
            self._fall_back(f"cannot be written: {error}")
            with self._database:
                self._database.executemany(_PUT, rows)

    def forget_others(self, keys: Iterable[bytes]) -> None:
        """Forget every story but those of *keys*, once most of the file is of no use any more."""
        wanted = set(keys)
        with contextlib.suppress(sqlite3.Error):
            count = self._database.execute("SELECT COUNT(*) FROM cleaned").fetchone()[0]
            if count <= 2 * len(wanted) + 100:
                return
            useless = [(row[0],) for row in self._database.execute("SELECT key FROM cleaned") if row[0] not in wanted]
            with self._database:
                self._database.executemany("DELETE FROM cleaned WHERE key = ?", useless)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _open(self) -> sqlite3.Connection:
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                database = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
                database.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made anew
                database.execute(_SCHEMA)
                database.execute("SELECT key, story, seal FROM cleaned LIMIT 1").fetchone()
                return database
            except sqlite3.DatabaseError:
                self._delete()
            except OSError:
                break
        return self._in_memory()

    def _begin_anew(self) -> None:
        self._database.close()
        self._delete()
        self._database = self._open()

    def _delete(self) -> None:
        for suffix in ("", "-journal"):
            with contextlib.suppress(OSError):
                self._path.with_name(FILE + suffix).unlink(missing_ok=True)

    def _fall_back(self, why: str) -> None:
        advise(
            Finding(
                self._path, why, "make room or give permission there; stories are cleaned anew each time until then"
            )
        )
        self._database.close()
        self._database = self._in_memory()

    @staticmethod
    def _in_memory() -> sqlite3.Connection:
        database = sqlite3.connect(":memory:", check_same_thread=False)
        database.execute(_SCHEMA)
        return database


@functools.lru_cache(maxsize=8)
def story_cache(folder: Path) -> StoryCache:
    """Return the cache in *folder*: one for all readers of this process."""
    return StoryCache(folder)


def _seal(key: bytes, text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=key, digest_size=16).digest()


def _text(story: Cleaned) -> str:
    kept: dict[str, Any] = {}
    for field in dataclasses.fields(story):
        value = getattr(story, field.name)
        if field.name in _NOT_KEPT or value == field.default:
            continue
        if field.name in _DATES:
            value = value.isoformat()
        elif field.name == "image":
            value = dataclasses.asdict(value)
        kept[field.name] = value
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _story(text: str, zone: ZoneInfo) -> Cleaned:
    kept = json.loads(text)
    for name in _TUPLES & kept.keys():
        kept[name] = tuple(kept[name])
    for name in _DATES & kept.keys():
        kept[name] = dt.datetime.fromisoformat(kept[name]).astimezone(zone)
    if "image" in kept:
        kept["image"] = Picture(**kept["image"])
    return Cleaned(**kept)
