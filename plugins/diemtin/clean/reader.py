"""The Pelican reader of scrapes: ``.html``, ``.htm`` and ``.txt`` below ``stories/`` in the content folder."""

import dataclasses
import datetime as dt
import functools
import re
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

from pelican.contents import Author, Category, Tag
from pelican.readers import HTMLReader, Readers
from pelican.utils import get_date

from diemtin.clean.cache import StoryCache, story_cache, story_key
from diemtin.clean.cleaned import MAX_BYTES, Cleaned
from diemtin.clean.topics import Topics
from diemtin.findings import DiemtinError, Finding, advise, report
from diemtin.site import stories_folder
from diemtin.stories import LANGUAGES, Sidecar, Source, pictures_path, read_sidecar, sidecar_path, story_id, story_slug
from diemtin.terms import read_terms

_SUFFIXES: Final = ("html", "htm", "txt")
_SOURCES: Final = re.compile(r'(?<=\b(?:src)=")[^"]*')

_RELATIVE_LINK: Final = re.compile(r' href="(?!https?:|mailto:|tel:|#)[^"]*"')
_RELATIVE_PICTURE: Final = re.compile(r'<img\b[^>]* src="(?!https?:|/media/)[^"]*"[^>]*>')


class StoryReader(HTMLReader):  # type: ignore[misc]
    """Reads a scrape as an article in its own language; any other file goes to the reader that Pelican had for it.

    A grandchild of BaseReader: Pelican claims suffixes for every direct child as soon as it is imported.
    """

    def __init__(self, settings: dict[str, Any], other: Any = None) -> None:
        super().__init__(settings)
        self._other = other(settings) if other else None
        self._stories = stories_folder(settings).absolute()

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """Return body and metadata, typed: no text of it is left to be parsed.

        Raises DiemtinError for a scrape that must be left out; its finding says why and what to do.
        """
        path = Path(filename).absolute()
        if not path.is_relative_to(self._stories):
            if self._other is None:
                raise DiemtinError(Finding(path, "no reader for this file", f"scrapes belong in {self._stories}"))
            body, metadata = self._other.read(filename)
            return body, metadata
        sidecar = read_sidecar(path)
        zone = site_zone(self.settings)
        story = load_story(path, zone, story_cache(Path(self.settings["CACHE_PATH"])))
        body = _with_local_pictures(story.html, self._local_pictures(path, sidecar))
        return _reachable(body) if story.url is None else body, self._metadata(path, sidecar, story)

    def _metadata(self, path: Path, sidecar: Sidecar, story: Cleaned) -> dict[str, Any]:
        refuse_unfit(path, story)
        topics = story.tags or self._topics.of(story)
        section = story.section or self.settings["DEFAULT_CATEGORY"]
        fetched = _in_zone(sidecar.fetched, site_zone(self.settings))
        pictures = self._local_pictures(path, sidecar)
        image = story.image
        if image and image.src in pictures:
            image = dataclasses.replace(image, src=pictures[image.src])
        elif image and not image.src.startswith(("http://", "https://")):
            image = None  # only the page's address, which nobody knows, could tell where it lies
        metadata: dict[str, Any] = {
            "title": story.title,
            "date": story.date or self._other_date(path, fetched),
            "lang": story.lang,
            "original_lang": story.lang,
            "story_id": story_id(path, self._stories, sidecar),
            "slug_pins": sidecar.slug,
            "slug": story_slug(path, sidecar, story.lang),
            "lede": story.lede,
            "summary": escape(story.lede, quote=False),
            "section": story.section,
            "category": Category(section, self.settings),
            "topics": topics,
            "tags": [Tag(topic, self.settings) for topic in topics],
            "author_names": story.authors,
            "source": Source(story.url, story.site, fetched, story.licence),
            "image": image,
            "status": "published",
            "cleaning_notes": story.notes,
        }
        for note in story.notes:
            if note.startswith("short"):
                advise(Finding(path, note, "see what was dropped with: diemtin explain"))
        if story.modified:
            metadata["modified"] = story.modified
        if story.authors:
            metadata["authors"] = [Author(name, self.settings) for name in story.authors]
        return metadata

    @functools.cached_property
    def _topics(self) -> Topics:
        try:
            return Topics(read_terms(Path(self.settings["PATH"]) / "terms.csv"))
        except DiemtinError as error:
            report(error.finding)
            return Topics()

    def _other_date(self, path: Path, fetched: dt.datetime | None) -> dt.datetime:
        """Return the day an undated story was fetched, or what ``DEFAULT_DATE`` says (``"fs"``: its file's)."""
        default = self.settings.get("DEFAULT_DATE")
        beside = sidecar_path(path).name
        if fetched is not None:
            chosen, instead = fetched, "so the day it was fetched is taken"
        elif default == "fs":
            chosen, instead = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC), "so its file's is taken"
        elif default:
            chosen = get_date(default) if isinstance(default, str) else dt.datetime(*default)
            instead = "so DEFAULT_DATE is taken"
        else:
            raise DiemtinError(
                Finding(path, "no date found", f"add date = 2024-06-28T09:38:00+07:00 (its own) to {beside}")
            )
        advise(Finding(path, f"no date found, {instead}", f"add date = … to {beside}"))
        return _in_zone(chosen, site_zone(self.settings)) or chosen

    def _local_pictures(self, path: Path, sidecar: Sidecar) -> dict[str, str]:
        """Return for each picture with a copy beside the scrape the path it has on the site."""
        if not sidecar.pictures:
            return {}
        folder = pictures_path(path)
        place = quote(path.relative_to(self._stories).with_suffix("").as_posix())
        return {
            address: f"/media/{place}/{quote(name)}"
            for address, name in sidecar.pictures.items()
            if (folder / name).is_file()
        }


def load_story(path: Path, zone: ZoneInfo, cache: StoryCache) -> Cleaned:
    """Return the story of the scrape at *path*, from *cache* where it is known, and remember it there.

    Raises DiemtinError naming the file for what cannot be read or cleaned.
    """
    key = key_of(path, zone, cache)
    if key in cache.failures:
        raise DiemtinError(dataclasses.replace(cache.failures[key], file=path))
    story = cache.get(key, zone)
    if story is None:
        story = clean_file(path, read_bytes(path)[0], zone)
        cache.put([(key, story)])
    return story


def key_of(path: Path, zone: ZoneInfo, cache: StoryCache) -> bytes:
    """Return the key of the scrape at *path*; its bytes are read only if its files changed since *cache* saw them."""
    state = (zone.key, _state(path), _state(sidecar_path(path)))
    known = cache.keys.get(path)
    if known is None or known[0] != state:
        known = cache.keys[path] = (state, story_key(*read_bytes(path), zone))
    return known[1]


def _state(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def clean_file(path: Path, data: bytes, zone: ZoneInfo, url: str | None = None) -> Cleaned:
    """Clean *data*, the bytes of the scrape at *path*, with its sidecar; a DiemtinError names the file."""
    from diemtin.clean.pipeline import clean  # slow to load, and most builds know every story

    try:
        return clean(data, url, sidecar=read_sidecar(path), zone=zone)
    except DiemtinError as error:
        if error.finding.file == "the scrape":
            raise DiemtinError(dataclasses.replace(error.finding, file=path)) from None
        raise


def read_bytes(path: Path) -> tuple[bytes, bytes]:
    """Return the bytes of a scrape and of its sidecar (``b""`` without one). Raises DiemtinError for one too large."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise DiemtinError(
            Finding(path, f"{size:,} bytes, over {MAX_BYTES:,}", "save the story alone, without the page around it")
        )
    try:
        beside = sidecar_path(path).read_bytes()
    except FileNotFoundError:
        beside = b""
    return path.read_bytes(), beside


def site_zone(settings: dict[str, Any]) -> ZoneInfo:
    """Return the site's time zone."""
    return ZoneInfo(settings["TIMEZONE"])


def claim_scrapes(readers: Readers) -> None:
    """Put the story reader in front of what *readers* has for each suffix of a scrape."""
    for suffix in _SUFFIXES:
        other = readers.reader_classes.get(suffix)
        readers.reader_classes[suffix] = functools.partial(StoryReader, other=other)


def refuse_unfit(path: Path, story: Cleaned) -> None:
    """Raise DiemtinError for a story that cannot be published: none at all, no title, no language of the site's."""
    beside = sidecar_path(path).name
    if story.no_story:
        raise DiemtinError(Finding(path, story.no_story, "save the story's own page, or remove the file"))
    if not story.title:
        raise DiemtinError(Finding(path, "no title found", f'add title = "…" to {beside}'))
    if story.lang not in LANGUAGES:
        found = f"a text in {story.lang!r}, neither Vietnamese nor English"
        raise DiemtinError(
            Finding(path, found, f'if that is wrong, add lang = "vi" or lang = "en" to {beside}; else remove it')
        )


def _with_local_pictures(html: str, pictures: dict[str, str]) -> str:
    if not pictures:
        return html
    escaped = {escape(address): escape(local) for address, local in pictures.items()}
    return _SOURCES.sub(lambda found: escaped.get(found[0], found[0]), html)


def _reachable(html: str) -> str:
    """Return a body without the links and pictures that only its page's address, which nobody knows, could resolve."""
    return _RELATIVE_PICTURE.sub("", _RELATIVE_LINK.sub("", html))


def _in_zone(moment: dt.datetime | None, zone: ZoneInfo) -> dt.datetime | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
