"""Catalogs out to translation tools and back: PO, XLIFF, TMX."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pelican import Pelican

from diemtin.findings import DiemtinError, Finding
from diemtin.site import read_articles
from diemtin.stories import LANGUAGES
from diemtin.translate.backlog import languages, stories_of
from diemtin.translate.catalog import read_catalog
from diemtin.translate.memory import bring_up
from diemtin.translate.review.desk import Sheet, sheets
from diemtin.translate.review.tmx import read_tmx, write_tmx
from diemtin.translate.review.units import Imported, Unit, take_in, units_of, units_of_catalog
from diemtin.translate.review.xliff import read_xliff, write_xliff
from diemtin.translate.writing import Revision


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's content, how many segments are in it, and which catalogs could not be read."""

    content: bytes
    segments: int
    findings: tuple[Finding, ...]


def export(pelican: Pelican, kind: str, only: Collection[Path] | None = None, lang: str | None = None) -> Exported:
    """Return the translations of the site, or of the stories *only*, to *lang* or to any language, as one file.

    *kind* is "xlf" (all segments, also those without a translation) or "tmx" (those with one).
    """
    found = list(sheets(pelican, only))
    units = units_of(item for item in found if isinstance(item, Sheet) and lang in {None, item.story.target})
    content = write_xliff(units) if kind == "xlf" else write_tmx(units)
    return Exported(content, len(units), tuple(item for item in found if isinstance(item, Finding)))


def export_catalog(pelican: Pelican, scrape: Path, lang: str | None = None) -> Exported:
    """Return the catalog of one story as a PO file that has every segment of it, also where none lies on disk yet.

    Raises DiemtinError for a catalog that cannot be read, and for a story that is in *lang* itself.
    """
    for article in read_articles(pelican, {scrape}):
        for story in stories_of(article, languages(pelican.settings)):
            if lang in {None, story.target}:
                revision = Revision(read_catalog(story.catalog), story.catalog, story.source, story.target)
                bring_up(revision, story.segments)
                return Exported(revision.text().encode("utf-8"), len(story.segments), ())
    raise DiemtinError(Finding(scrape, "nothing to translate", "name another language"))


def import_file(pelican: Pelican, file: Path, only: Collection[Path] | None = None) -> Imported:
    """Take the translations of a .po, .xlf or .tmx *file* into the catalogs of the stories they are of (of *only*).

    See ``units.take_in`` for what is replaced. Raises DiemtinError for a file that cannot be read.
    """
    units = _read(file)
    texts = reviewed = 0
    findings: list[Finding] = []
    for article in read_articles(pelican, None if only is None else set(only)):
        for story in stories_of(article, languages(pelican.settings)):
            try:
                done = take_in(story, units)
            except DiemtinError as error:
                findings.append(error.finding)
                continue
            texts, reviewed = texts + done.texts, reviewed + done.reviewed
            findings += done.findings
    return Imported(texts, reviewed, tuple(findings))


def _read(file: Path) -> list[Unit]:
    suffix = file.suffix.lower()
    if not file.is_file():
        raise DiemtinError(Finding(file, "no such file", "name the file to import"))
    if suffix == ".po":
        lang = file.stem.rpartition(".")[2]
        return units_of_catalog(file, None, lang if lang in LANGUAGES else None)
    if suffix in {".xlf", ".xliff"}:
        return read_xliff(file)
    if suffix == ".tmx":
        return read_tmx(file)
    raise DiemtinError(Finding(file, "a format that is not read", "export it as .po, .xlf or .tmx"))
