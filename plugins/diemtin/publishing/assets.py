"""Files that are copied as they are: the theme's, the publisher's own (``content/extra/``), the stories' pictures."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from diemtin.findings import Finding, report
from diemtin.stories import pictures_path


class Assets(Generator):  # type: ignore[misc]
    """Copies files into the output folder through the build's writer."""

    def generate_output(self, writer: Any) -> None:
        """Copy all of them, and name what lies in the way."""
        theme = Path(self.theme) / "static"
        for path, name in _below(theme):
            writer.write_bytes(f"{self.settings['THEME_STATIC_DIR']}/{name}", path.read_bytes())
        extra = dict(self._extra())
        extra.setdefault("robots.txt", b"User-agent: *\nAllow: /\n")
        extra.setdefault(".nojekyll", b"")
        siteurl = self.settings["SITEURL"]
        if siteurl and b"sitemap:" not in extra["robots.txt"].lower():
            extra["robots.txt"] = extra["robots.txt"].rstrip() + f"\nSitemap: {siteurl}/sitemap.xml\n".encode()
        for name, content in sorted(extra.items()):
            writer.write_bytes(name, content)
        for name, path in self._pictures():
            writer.write_bytes(name, path.read_bytes())

    def _extra(self) -> Iterator[tuple[str, bytes]]:
        for path, name in _below(Path(self.path) / "extra"):
            yield name, path.read_bytes()

    def _pictures(self) -> Iterator[tuple[str, Path]]:
        """Yield the local pictures of every published story, each once: where it goes, where it lies."""
        seen: dict[str, Path] = {}
        stories = Path(self.path) / "stories"
        for context in self.context["edition_contexts"].values():
            for article in context["articles"]:
                scrape = Path(article.source_path)
                folder = pictures_path(scrape)
                if scrape in seen.values() or not folder.is_dir():
                    continue
                for path, name in _below(folder):
                    place = scrape.relative_to(stories).with_suffix("").as_posix()
                    seen.setdefault(f"media/{place}/{name}", path)
        yield from sorted(seen.items())


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files below *folder* with their names relative to it, in order; links that lead out are reported."""
    root = folder.resolve()
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here) / name
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                report(Finding(path, "a link out of its folder", "replace it with the file itself"))
            elif path.is_file():
                yield path, path.relative_to(folder).as_posix()
