"""The sample site in `content/` keeps what its readers are shown: kinds of pages, states of translation, pictures."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from diemtin.clean import clean
from diemtin.scrapes import find_stories
from diemtin.stories import catalog_path, pictures_path, read_sidecar
from diemtin.terms import read_terms
from diemtin.text import fold_tones
from diemtin.translate.catalog import read_catalog
from diemtin.translate.provenance import state_of
from diemtin.translate.segments import take_apart

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT / "content" / "stories"
SCRAPES, FAULTS = find_stories(STORIES)

# What a visitor shall see of DESIGN's fallback: a story without a catalog, one that is too little translated to be
# published, and one that is published with some of its blocks in the source language.
UNTRANSLATED = "nu-song-lam-nguoc-dong-phut-90-4-gianh-ve-chung-ket"
HALF_DONE = "in-hue-a-kitchen-writes-itself-down"
NEARLY_DONE = "xa-vung-cao-lao-cai-dung-tro-ly-ai-noi-tieng-mong"


def segments_and_catalog(scrape: Path) -> tuple[list[str], dict[str, str]]:
    """Return the msgids of a story as it is cleaned now, and its catalog's texts by msgid."""
    story = clean(scrape.read_bytes(), sidecar=read_sidecar(scrape))
    image = story.image.alt if story.image else ""
    segments = [segment.msgid for segment in take_apart(story.title, story.lede, story.html, image)]
    catalog = read_catalog(catalog_path(scrape, "en" if story.lang == "vi" else "vi"))
    return segments, {entry.msgid: entry.msgstr for entry in catalog.live()} if catalog else {}


@pytest.mark.parametrize("scrape", SCRAPES, ids=lambda scrape: scrape.stem[:40])
def test_a_finished_story_has_a_translation_of_every_segment(scrape: Path) -> None:
    segments, texts = segments_and_catalog(scrape)
    lengths = Counter[bool]()
    for msgid in segments:
        lengths[bool(texts.get(msgid))] += len(msgid)
    share = lengths[True] / lengths.total()
    if scrape.stem == UNTRANSLATED:
        assert share == 0
    elif scrape.stem == HALF_DONE:
        assert 0.2 < share < 0.8
    elif scrape.stem == NEARLY_DONE:
        assert 0.8 <= share < 1
    else:
        assert share == 1


@pytest.mark.parametrize("scrape", SCRAPES, ids=lambda scrape: scrape.stem[:40])
def test_nothing_that_an_editor_translated_is_lost_in_cleaning(scrape: Path) -> None:
    segments, texts = segments_and_catalog(scrape)
    assert texts.keys() <= set(segments)


def test_stories_of_both_languages_fill_several_days_and_sections() -> None:
    stories = [clean(scrape.read_bytes(), sidecar=read_sidecar(scrape)) for scrape in SCRAPES]
    terms = read_terms(ROOT / "content" / "terms.csv")
    languages = Counter(story.lang for story in stories)
    sections = {term for story in stories if (term := terms.find("section", story.section or ""))}
    assert not FAULTS
    assert languages["vi"] >= 10
    assert languages["en"] >= 6
    assert len({story.date.date() for story in stories if story.date}) >= 6
    assert {section.name("en") for section in sections} >= {"News", "Economy", "Technology", "Science", "Culture"}


def test_every_state_of_a_translation_can_be_seen() -> None:
    states = Counter[str]()
    for path in STORIES.rglob("*.po"):
        catalog = read_catalog(path)
        assert catalog
        states.update({state_of(entry) for entry in catalog.live()})
    assert set(states) == {"reviewed", "machine", "draft", "untranslated"}


def test_tags_that_differ_by_a_tone_only_have_addresses_of_their_own() -> None:
    tags = read_terms(ROOT / "content" / "terms.csv").of_kind("tag")
    toned = [tag for tag in tags if fold_tones(tag.name("vi")) == "bao"]
    assert {tag.name("vi") for tag in toned} == {"bão", "báo", "bảo"}
    assert len({tag.slugs["vi"] for tag in toned}) == 3
    assert all(tag.slugs.keys() == {"vi", "en"} for tag in tags)


def test_every_picture_is_drawn_by_the_script_named_by_a_sidecar_and_small() -> None:
    with (ROOT / "tools" / "picture_places.csv").open(encoding="utf-8", newline="") as places:
        drawn = {ROOT / "content" / place["file"] for place in csv.DictReader(places)}
    named = {pictures_path(scrape) / name for scrape in SCRAPES for name in read_sidecar(scrape).pictures.values()}
    shown = set(STORIES.rglob("*.png"))
    assert named == shown == {path for path in drawn if STORIES in path.parents}
    assert max(path.stat().st_size for path in shown) <= 30_000


def test_no_address_in_a_scrape_leads_to_a_newsroom_that_exists() -> None:
    allowed = re.compile(
        r"https?://([\w.-]+\.example|(www\.)?schema\.org|www\.w3\.org|purl\.org|dublincore\.org|ogp\.me|"
        r"creativecommons\.org)(?![\w.-])"
    )
    for scrape in SCRAPES:
        text = scrape.read_bytes().decode("utf-8", "replace")
        strangers = [address for address in re.findall(r"https?://[^\s\"'<>\\]+", text) if not allowed.match(address)]
        assert not strangers, scrape.name
