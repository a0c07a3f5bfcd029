"""Which story a person means: its scrape's path, another of its files, its id, or the name of its file."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from diemtin.findings import DiemtinError, Finding
from diemtin.scrapes import find_stories
from diemtin.site import stories_folder
from diemtin.stories import LANGUAGES, SUFFIXES


def scrapes_named(names: Iterable[str], settings: Mapping[str, Any]) -> list[Path]:
    """Return the scrapes that *names* mean, in their order. Raises DiemtinError for a name that means none, or several.

    A story's id is its path below ``stories/`` without the suffix (``2024/06/gia-xang-giam``); an id that a sidecar
    pins is not looked for here.
    """
    folder = stories_folder(dict(settings))
    scrapes, _ = find_stories(folder, settings["IGNORE_FILES"])
    by_id = {
        unicodedata.normalize("NFC", path.relative_to(folder).with_suffix("").as_posix()): path for path in scrapes
    }
    return [_meant(unicodedata.normalize("NFC", name), by_id, folder) for name in names]


def _meant(name: str, by_id: Mapping[str, Path], folder: Path) -> Path:
    bare = _without_suffix(name)
    path = Path(bare).absolute()
    if path.is_relative_to(folder) and (found := by_id.get(path.relative_to(folder).as_posix())):
        return found
    if bare in by_id:
        return by_id[bare]
    same = [story for story in by_id if story.rpartition("/")[2] == bare]
    if len(same) == 1:
        return by_id[same[0]]
    if same:
        raise DiemtinError(Finding(name, f"{len(same)} stories of this name", f"say which: {', '.join(same)}"))
    close = difflib.get_close_matches(bare, [*by_id, *(story.rpartition("/")[2] for story in by_id)], n=1)
    remedy = f"did you mean {close[0]}?" if close else f"name a file below {folder}"
    raise DiemtinError(Finding(name, "no such story", remedy))


def _without_suffix(name: str) -> str:
    for suffix in (*SUFFIXES, ".toml", *(f".{lang}.po" for lang in LANGUAGES)):
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name
