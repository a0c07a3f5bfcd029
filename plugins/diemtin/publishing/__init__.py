"""Writes what changed, prunes what is gone, and adds what hosting needs: sitemap, robots, the publisher's own files."""

from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.plugins import signals

from diemtin.files import remove_leftovers
from diemtin.findings import Finding, advise
from diemtin.publishing.assets import Assets
from diemtin.publishing.sitemap import sitemap
from diemtin.publishing.writer import ChangeWriter


def take_over_copying(pelican: Pelican) -> None:
    """Leave nothing for Pelican's own copying, which rewrites every file in every build."""
    pelican.settings["THEME_STATIC_PATHS"] = []
    pelican.settings["STATIC_PATHS"] = []
    pelican.settings["DELETE_OUTPUT_DIRECTORY"] = False
    pelican.delete_outputdir = False


def change_writer(pelican: Pelican) -> type:
    """Hand Pelican a writer class whose one instance the end of the build can ask."""

    class Opened(ChangeWriter):
        def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
            super().__init__(output_path, settings)
            pelican.change_writer = self

    return Opened


def assets(pelican: Pelican) -> type:
    """Hand Pelican the generator that copies files."""
    del pelican
    return Assets


def finish(pelican: Pelican) -> None:
    """Write the sitemap, then remove what is gone."""
    writer: ChangeWriter = pelican.change_writer
    writer.join()
    siteurl = pelican.settings["SITEURL"]
    if siteurl.startswith(("http://", "https://")):
        writer.write_bytes("sitemap.xml", sitemap(writer.entries, siteurl).encode("utf-8"))
    else:
        advise(Finding("SITEURL", f"{siteurl!r} is no full address", 'no sitemap is written; set it to "https://…"'))
    pelican.pruned = writer.prune()
    remove_leftovers(Path(pelican.output_path))


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(take_over_copying)
    signals.get_generators.connect(assets)
    signals.get_writer.connect(change_writer)
    signals.finalized.connect(finish)
