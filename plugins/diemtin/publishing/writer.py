"""The only place that writes the output folder: what changed, each file atomically, then prunes what is gone."""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from pelican.plugins import signals
from pelican.writers import FileOverwriteFailedError, Writer

from diemtin.apart import Apart, can_fork
from diemtin.findings import DiemtinError, Finding, report
from diemtin.publishing.record import UNKNOWN, digest, is_inside, open_journal, read_record, write_record
from diemtin.publishing.sitemap import Entry


class ChangeWriter(Writer):  # type: ignore[misc]
    """Pelican's writer that leaves alone what a build would write again.

    ``changed`` names what this build wrote; ``entries`` collects, for the sitemap, the pages that say in which
    languages they exist.
    """

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self.root = Path(os.path.normpath(output_path))
        self.before = read_record(self.root)
        self.now: dict[str, str] = {}
        self.changed: list[str] = []
        self.entries: list[Entry] = []
        self._apart: list[Apart] = []
        self._journal: BinaryIO | None = None

    def apart(self, work: Callable[["ChangeWriter"], None]) -> None:
        """Let *work* write its files beside the rest of the build, on another core where there is one.

        What it writes is known to this writer after ``join``; nothing else of what it does comes back.
        """
        if not can_fork():
            work(self)
            return

        def written() -> tuple[dict[str, str], list[str], list[Entry]]:
            here = self.now.copy()
            self.changed, self.entries = [], []
            work(self)
            return {name: new for name, new in self.now.items() if name not in here}, self.changed, self.entries

        self._apart.append(Apart(written))

    def join(self) -> None:
        """Wait for all work apart. Raises what it raised, and FileOverwriteFailedError for a name written twice."""
        for apart in self._apart:
            now, changed, entries = apart.result()
            for name in now.keys() & self.now.keys():
                raise FileOverwriteFailedError(f"{name} is written twice in one build")
            self.now |= now
            self.changed += changed
            self.entries += entries
        self._apart.clear()

    def write_file(
        self,
        name: str,
        template: Any,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: Any = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **variables: Any,
    ) -> None:
        """Render *template* into *name*. The editions do not paginate, and their links are the same at any depth."""
        del relative_urls, paginated, template_name, override_output
        local = {**context, **variables, "url": url, "output_file": name}
        if local.get("alternates"):
            self.entries.append(Entry(url or "", tuple(local["alternates"]), local.get("updated")))
        self.write_bytes(name, template.render(local).encode("utf-8"))
        signals.content_written.send(f"{self.root}{os.sep}{name}", context=local)

    def write_bytes(self, name: str, content: bytes) -> None:
        """Make *name*, below the output folder, hold *content*.

        Raises FileOverwriteFailedError where this build has written it already, DiemtinError where somebody else's
        file is in its place.
        """
        if name in self.now:
            raise FileOverwriteFailedError(f"{name} is written twice in one build")
        path = self.root / name
        if not is_inside(name):
            raise DiemtinError(Finding(path, "a page that would lie outside the output folder", "mend its address"))
        if not self._holds(name, path, content):
            if name not in self.before:
                self._announce(name)
            _replace(path, content)
            self.changed.append(name)
        self.now[name] = digest(content)

    def _announce(self, name: str) -> None:
        if self._journal is None:
            self._journal = open_journal(self.root)
        self._journal.write(f"{name}\n".encode())

    def _holds(self, name: str, path: Path, content: bytes) -> bool:
        """Say whether *path* holds *content* already; refuse to write over what no build of ours wrote."""
        try:
            status = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        if stat.S_ISDIR(status.st_mode):
            raise DiemtinError(Finding(path, "a folder where a page belongs", "remove it, or choose another --output"))
        if status.st_size == len(content) and path.read_bytes() == content:
            return True
        if name not in self.before:
            found = "a file that no build wrote, where a page belongs"
            raise DiemtinError(Finding(path, found, "move it away, or choose another --output"))
        return False

    def prune(self) -> list[str]:
        """Remove what an earlier build wrote and this one did not, unless somebody changed it since; return names."""
        gone = []
        for name in sorted(self.before.keys() - self.now.keys()):
            path = self.root / name
            try:
                if self.before[name] not in {UNKNOWN, digest(path.read_bytes())}:
                    report(
                        Finding(
                            path, "a page that is gone, but changed by hand since it was built", "remove it by hand"
                        )
                    )
                    continue
                path.unlink()
            except (FileNotFoundError, NotADirectoryError):
                continue
            gone.append(name)
            self._remove_empty_folders(path.parent)
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        write_record(self.root, self.now)
        return gone

    def _remove_empty_folders(self, folder: Path) -> None:
        with contextlib.suppress(OSError):
            while folder != self.root:
                folder.rmdir()
                folder = folder.parent


def _replace(path: Path, content: bytes) -> None:
    """Write through a temporary name of this process: a reader sees the old file or the new one, whole.

    No fsync: what a power cut takes, the next build finds missing and makes again.
    """
    temporary = path.with_name(f".{os.getpid()}-page.part")  # a name that remove_leftovers knows
    try:
        try:
            temporary.write_bytes(content)
        except FileNotFoundError:  # asking for the folder first would cost each of its files as much as making it
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(content)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
