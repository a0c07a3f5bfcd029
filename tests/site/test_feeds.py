"""Feeds as a real reader sees them."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import feedparser
import pytest

from tests.site.conftest import SITEURL, Site


def feeds(site: Site) -> list[Path]:
    return sorted([*site.folder.rglob("*.atom"), *site.folder.rglob("*.rss")])


def test_every_feed_is_well_formed_and_declares_its_language_id_and_page(site: Site) -> None:
    ids = set()
    for path in feeds(site):
        feed = feedparser.parse(str(path))
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        lang = path.relative_to(site.folder).parts[0]
        assert feed.feed.language == lang
        assert site.file_of(feed.feed.link).is_file(), path
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [f"{SITEURL}/{path.relative_to(site.folder).as_posix()}"]
        assert feed.entries, path
        if path.suffix == ".atom":
            assert feed.feed.id.startswith("tag:"), path
            ids.add(feed.feed.id)
    assert len(ids) == len(list(site.folder.rglob("*.atom")))


def test_entries_carry_the_whole_text_and_absolute_addresses(site: Site) -> None:
    for path in feeds(site):
        for entry in feedparser.parse(str(path), sanitize_html=False).entries:
            content = entry.content[0].value
            assert len(content) > 80, (path, entry.title)
            for mark in ('href="/', 'src="/', 'href="#'):
                assert mark not in content, (path, entry.title)
            assert site.file_of(entry.link).is_file()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_three_formats_tell_the_same_stories_with_the_same_ids(site: Site, lang: str) -> None:
    folder = site.folder / lang
    atom = feedparser.parse(str(folder / "feed.atom"))
    rss = feedparser.parse(str(folder / "feed.rss"))
    items = json.loads((folder / "feed.json").read_text("utf-8"))["items"]
    ids = [entry.id for entry in atom.entries]
    assert ids == [entry.id for entry in rss.entries] == [item["id"] for item in items]
    assert len(set(ids)) == len(ids)
    assert all(not entry.guidislink for entry in rss.entries)


def test_ids_do_not_depend_on_the_address(site: Site) -> None:
    for path in feeds(site):
        for entry in feedparser.parse(str(path)).entries:
            assert "news.example" not in entry.id


def test_machine_made_text_is_labelled_in_the_feed(site: Site) -> None:
    entries = feedparser.parse(str(site.folder / "en/feed.atom")).entries
    labels = {"machine translation" in entry.content[0].value.lower() for entry in entries}
    assert labels == {True, False}


def test_the_opml_lists_feeds_that_exist(site: Site) -> None:
    outlines = ET.parse(site.folder / "feeds.opml").iter("outline")
    addresses = [outline.get("xmlUrl") for outline in outlines if outline.get("xmlUrl")]
    assert len(addresses) > 20
    assert all(site.file_of(address).is_file() for address in addresses)
