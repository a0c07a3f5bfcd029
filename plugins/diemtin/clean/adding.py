"""Storing scrapes: byte for byte below ``stories/YYYY/MM/``, each under its title, with a sidecar beside it."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diemtin.clean.cache import story_cache
from diemtin.clean.cleaned import Cleaned
from diemtin.clean.decoding import decode
from diemtin.clean.pipeline import clean, is_page
from diemtin.clean.reader import load_story, read_bytes, refuse_unfit, site_zone
from diemtin.files import write_atomically
from diemtin.findings import DiemtinError, Finding
from diemtin.scrapes import find_stories
from diemtin.signals import stories_found
from diemtin.site import stories_folder
from diemtin.slugs import slugify, with_hash
from diemtin.stories import SUFFIXES, Sidecar, address_key, sidecar_path


@dataclass(frozen=True, slots=True)
class Scrape:
    """A scrape that is to be stored: its bytes, what to call it in a finding, its address and when it was fetched."""

    data: bytes
    name: str
    url: str | None
    fetched: dt.datetime


class Shelf:
    """The stories of a site, as far as `add` must know them: which addresses and which bytes are there already."""

    def __init__(self, site_settings: dict[str, Any]) -> None:
        self._settings = site_settings
        self._stories = stories_folder(site_settings)
        self._zone = site_zone(site_settings)
        self._by_address: dict[str, Path] = {}
        self._by_size: dict[int, list[Path]] = {}
        paths, _ = find_stories(self._stories, site_settings["IGNORE_FILES"])
        stories_found.send(site_settings, paths=paths)
        for path, url in self._addresses(paths):
            self._by_address.setdefault(address_key(url), path)
        for path in paths:
            self._by_size.setdefault(path.stat().st_size, []).append(path)

    def add(self, scrape: Scrape) -> Path:
        """Store *scrape* and return where.

        Raises DiemtinError for a scrape that holds no story, and for one that is here already.
        """
        story = self._clean(scrape)
        url = story.url or scrape.url
        self._refuse_known(scrape, url)
        moment = (story.date or scrape.fetched).astimezone(self._zone)
        path = self._place(story.title, f"{moment:%Y/%m}", _suffix(scrape), scrape.data)
        story_id = path.relative_to(self._stories).with_suffix("").as_posix()
        # The sidecar comes first: a scrape without one would be a story of unknown address.
        write_atomically(sidecar_path(path), _sidecar(url, scrape.fetched.astimezone(self._zone), story_id))
        write_atomically(path, scrape.data)
        if url:
            self._by_address[address_key(url)] = path
        self._by_size.setdefault(len(scrape.data), []).append(path)
        return path

    def refuse_address(self, url: str) -> None:
        """Raise DiemtinError if a story of this address is here already."""
        if known := self._by_address.get(address_key(url)):
            raise DiemtinError(Finding(url, f"its story is here: {known.name}", "remove that one to fetch it anew"))

    def _clean(self, scrape: Scrape) -> Cleaned:
        try:
            story = clean(scrape.data, scrape.url, sidecar=Sidecar(fetched=scrape.fetched), zone=self._zone)
            refuse_unfit(Path(scrape.name), story)
        except DiemtinError as error:
            raise DiemtinError(Finding(scrape.name, error.finding.found, error.finding.remedy)) from None
        return story

    def _refuse_known(self, scrape: Scrape, url: str | None) -> None:
        known = self._by_address.get(address_key(url)) if url else None
        if known:
            raise DiemtinError(
                Finding(scrape.name, f"its address is that of {known.name}", "remove that one to replace it")
            )
        for path in self._by_size.get(len(scrape.data), ()):
            if path.read_bytes() == scrape.data:
                raise DiemtinError(Finding(scrape.name, f"the same bytes as {path.name}", "nothing is to be done"))

    def _addresses(self, paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
        cache = story_cache(Path(self._settings["CACHE_PATH"]))
        for path in paths:
            try:
                story = load_story(path, self._zone, cache)
            except DiemtinError:
                continue  # a build says what is wrong with it
            if story.url:
                yield path, story.url

    def _place(self, title: str, month: str, suffix: str, data: bytes) -> Path:
        """Return a path that nobody has: a slug of *title*, told apart by a hash where that is taken."""
        slug = slugify(title)
        for stem in (slug, with_hash(slug, title), with_hash(slug, data.hex())):
            path = self._stories / month / f"{stem}{suffix}"
            if not any(path.with_suffix(other).exists() for other in (*SUFFIXES, ".toml", ".files")):
                return path
        raise DiemtinError(Finding(path, "another story lies there", "rename that one"))


def read_scrape(path: Path, url: str | None) -> Scrape:
    """Read a scrape from a file; it was fetched when the file was written. Raises DiemtinError for what is no file."""
    if not path.is_file():
        raise DiemtinError(Finding(path, "no such file", "name a saved page, a text file or an address"))
    data, _ = read_bytes(path)
    return Scrape(data, str(path), url, dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).replace(microsecond=0))


def _suffix(scrape: Scrape) -> str:
    return ".html" if is_page(decode(scrape.data).text) else ".txt"


def _sidecar(url: str | None, fetched: dt.datetime, story_id: str) -> bytes:
    # A JSON string is a TOML string.
    lines = [f"url = {json.dumps(url, ensure_ascii=False)}"] if url else []
    lines += [f"fetched = {fetched.isoformat()}", f"id = {json.dumps(story_id, ensure_ascii=False)}"]
    return ("\n".join(lines) + "\n").encode("utf-8")
