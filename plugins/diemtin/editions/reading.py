"""All stories of a site as the Articles of one edition: read, one a canonical URL, none from the future."""

import datetime as dt
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pelican.contents import Article
from pelican.readers import Readers

from diemtin.editions.interface import base_path
from diemtin.findings import Finding, advise, report
from diemtin.remote import is_local
from diemtin.scrapes import find_stories, passed_over
from diemtin.signals import stories_found
from diemtin.site import read_scrape, stories_folder
from diemtin.stories import Picture, address_key

_LOCAL_PICTURE: Final = re.compile(r'((?:src|href|poster)=")(/media/)')


class Story(Article):  # type: ignore[misc]
    """An Article whose links are final: only local pictures move with the site's address.

    Pelican's own search for ``{filename}`` links is left out: a scrape's links are somebody else's text.
    """

    def __init__(self, content: str, **more: Any) -> None:
        super().__init__(content, **more)
        #: How much room its newsroom gave it: characters of the body's HTML in its own language.
        self.length = len(content)
        #: What its lede is in: its translation may have none of it.
        self.lede_lang = self.lang
        self._shown: tuple[str, str, str] | None = None

    @property
    def picture(self) -> Picture | None:
        """Return the lead image if the site has a copy of it: another's is linked to, not shown."""
        return self.image if self.image and is_local(self.image.src) else None

    @property
    def updated(self) -> dt.datetime:
        """Return the newest of the story's own dates and its catalog's stamps."""
        stamp = getattr(getattr(self, "provenance", None), "updated", None)
        dates: list[dt.datetime] = [self.date, *filter(None, (getattr(self, "modified", None), stamp))]
        return max(dates)

    @property
    def content(self) -> str:
        """Return the body for a page: its local pictures are addressed without a host, as all links in pages are."""
        return self.get_content(base_path(self.get_siteurl()))

    def get_content(self, siteurl: str) -> str:
        """Return the body with its local pictures below *siteurl*."""
        if self._shown is None or self._shown[:2] != (siteurl, self._content):  # a page asks for it five times
            is_illustrated = "/media/" in self._content
            shown = _LOCAL_PICTURE.sub(rf"\g<1>{siteurl}\g<2>", self._content) if is_illustrated else self._content
            self._shown = (siteurl, self._content, shown)
        return self._shown[2]

    def refresh_metadata_intersite_links(self) -> None:
        """Leave titles and ledes as they are: they are text, not HTML."""


def read_stories(settings: dict[str, Any], readers: Readers, context: dict[str, Any]) -> list[Story]:
    """Return every story that can be published as an Article in its own language, newest first, equal times by id.

    The first edition reads the scrapes for all of them. What cannot be read, what lies in the future and the older of
    two scrapes of one address are reported.
    """
    shared = context["shared"]
    if "scrapes" not in shared:
        paths, findings = find_stories(stories_folder(settings), settings["IGNORE_FILES"])
        for finding in findings:
            report(finding)
        for finding in passed_over(stories_folder(settings)):
            advise(finding)
        stories_found.send(settings, paths=paths, complete=True)
        read = ((path, read_scrape(path, readers)) for path in paths)
        shared["scrapes"] = {path: scrape for path, scrape in read if scrape is not None}
    stories = [
        Story(content, metadata=metadata, settings=settings, source_path=str(path), context=context)
        for path, (content, metadata) in shared["scrapes"].items()
    ]
    stories = _one_an_address(_not_from_the_future(stories))
    return sorted(_one_an_id(stories), key=lambda story: (-story.date.timestamp(), story.story_id))


def _not_from_the_future(stories: Iterable[Story]) -> list[Story]:
    now = _now()
    ready = []
    for story in stories:
        if story.date > now:
            found = f"dated {story.date:%Y-%m-%d %H:%M}, in the future"
            report(Finding(story.source_path, found, "it will be published by a build after that, or mend its date"))
        else:
            ready.append(story)
    return ready


def _now() -> dt.datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdecimal() else dt.datetime.now(dt.UTC)


def _one_an_address(stories: Iterable[Story]) -> list[Story]:
    """Keep of two scrapes of one canonical URL the later-fetched (then the later-dated, then the first by id)."""
    kept: dict[str, Story] = {}
    for story in sorted(stories, key=lambda story: story.story_id):
        key = address_key(story.source.url) if story.source.url else f"id {story.story_id}"
        rival = kept.get(key)
        if rival is None:
            kept[key] = story
            continue
        newer, older = (story, rival) if _age(story) > _age(rival) else (rival, story)
        kept[key] = newer
        found = f"the same address as {Path(newer.source_path).name}, which is newer"
        report(Finding(older.source_path, found, "remove one of the two"))
    return list(kept.values())


def _age(story: Story) -> tuple[float, float]:
    fetched = story.source.fetched
    newest = max(story.date, getattr(story, "modified", story.date))
    return (fetched.timestamp() if fetched else 0.0, newest.timestamp())


def _one_an_id(stories: Iterable[Story]) -> list[Story]:
    kept: dict[str, Story] = {}
    for story in stories:
        rival = kept.setdefault(story.story_id, story)
        if rival is not story:
            found = f"the id {story.story_id!r} of {Path(rival.source_path).name}"
            report(Finding(story.source_path, found, "give it another id in its .toml"))
    return list(kept.values())
