"""Which files in the stories folder are scrapes."""

import fnmatch
import os
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from diemtin.findings import Finding
from diemtin.stories import SUFFIXES

_BACKUPS: Final = tuple(f"{suffix}~" for suffix in SUFFIXES)


def find_stories(stories: Path, ignore: Iterable[str] = ()) -> tuple[list[Path], list[Finding]]:
    """Return the scrapes below *stories*, ordered by NFC path, and what lies there that cannot be read as one.

    Hidden files and folders, editors' backups and names that match a pattern of *ignore* are skipped silently. Links
    are followed only inside *stories* and only to files; pipes, sockets and folders with a scrape's suffix are named.
    """
    found: dict[str, str] = {}
    findings: list[Finding] = []
    patterns = tuple(ignore)
    top, root = str(stories), stories.resolve()
    # Names stay strings here: of 10,000 stories, Paths would take four times as long as the walk itself.
    for folder, folders, names in os.walk(top):
        for name in sorted(folders):
            if name.endswith(SUFFIXES):
                path = Path(folder, name)
                findings.append(Finding(path, "a folder named like a scrape", "rename the folder"))
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(".files"))
        for name in sorted(names):
            stem, suffix = os.path.splitext(name)
            if suffix.lower() not in SUFFIXES or name.startswith("."):
                continue
            if any(fnmatch.fnmatch(name, pattern) for pattern in patterns):
                continue
            scrape = f"{folder}{os.sep}{name}"
            fault = _unreadable(scrape, root)
            if fault:
                findings.append(Finding(Path(scrape), fault, "replace it with the file itself, or remove it"))
                continue
            key = unicodedata.normalize("NFC", f"{folder[len(top) :]}{os.sep}{stem}".replace(os.sep, "/"))
            if key in found:
                other = Path(found[key]).name
                findings.append(Finding(Path(scrape), f"a second scrape named like {other}", "rename one of them"))
            else:
                found[key] = scrape
    return [Path(found[key]) for key in sorted(found)], findings


def passed_over(stories: Path) -> list[Finding]:
    """Return what lies below *stories* with a scrape's name, but hidden or as an editor's backup: it is no story."""
    return [
        Finding(Path(folder) / name, "hidden or an editor's backup, so no story", "rename it if it is one")
        for folder, _, names in os.walk(stories)
        for name in sorted(names)
        if name.endswith(_BACKUPS) or (name.startswith(".") and name.endswith(SUFFIXES))
    ]


def _unreadable(scrape: str, root: Path) -> str | None:
    """Say why *scrape* must not be opened as one, or None."""
    try:
        mode = os.lstat(scrape).st_mode
        if stat.S_ISLNK(mode):
            path = Path(scrape)
            if not path.resolve(strict=True).is_relative_to(root):
                return "a link out of the stories folder"
            mode = path.stat().st_mode
    except (OSError, RuntimeError):
        return "a link that leads nowhere"
    if not stat.S_ISREG(mode):
        return "no ordinary file"
    return None if os.access(scrape, os.R_OK) else "a file without read permission"
