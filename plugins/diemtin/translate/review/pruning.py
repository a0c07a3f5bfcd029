"""What catalogs keep of paragraphs that are gone, and catalogs of stories that are gone."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pelican import Pelican

from diemtin.findings import DiemtinError, Finding
from diemtin.scrapes import find_stories
from diemtin.site import stories_folder
from diemtin.stories import LANGUAGES, catalog_path
from diemtin.translate.catalog import read_catalog
from diemtin.translate.provenance import state_of
from diemtin.translate.writing import Revision


@dataclass(frozen=True, slots=True)
class Pruned:
    """Obsolete entries removed, those kept because a person wrote or approved them, and what else was found."""

    removed: int
    kept: int
    findings: tuple[Finding, ...]


def prune(pelican: Pelican, only: Collection[Path] | None = None, *, human: bool = False) -> Pruned:
    """Remove obsolete entries from the catalogs of the site, or of the scrapes *only*: machine texts, *human* ones too.

    A catalog without a scrape is named and left alone: a renamed scrape may want it back.
    """
    settings = pelican.settings
    folder = stories_folder(settings)
    scrapes, _ = find_stories(folder, settings["IGNORE_FILES"])
    chosen = scrapes if only is None else [path for path in scrapes if path in only]
    removed = kept = 0
    findings: list[Finding] = []
    for path in (catalog_path(scrape, lang) for scrape in chosen for lang in LANGUAGES):
        try:
            gone, left = _prune_catalog(path, human)
        except DiemtinError as error:
            findings.append(error.finding)
            continue
        removed, kept = removed + gone, kept + left
    if only is None:
        known = {catalog_path(scrape, lang) for scrape in scrapes for lang in LANGUAGES}
        for path in sorted(set(folder.rglob("*.po")) - known):
            findings.append(Finding(path, "a catalog without a story", "rename it as its story is, or remove it"))
    return Pruned(removed, kept, tuple(findings))


def _prune_catalog(path: Path, human: bool) -> tuple[int, int]:
    catalog = read_catalog(path)
    if catalog is None:
        return 0, 0
    obsolete = [entry for entry in catalog.entries if entry.obsolete]
    going = [entry for entry in obsolete if human or state_of(entry) in {"machine", "untranslated"}]
    if going:
        revision = Revision(catalog, path, "", "")
        for entry in going:
            revision.remove(entry)
        revision.save()
    return len(going), len(obsolete) - len(going)
