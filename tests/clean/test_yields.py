"""Whether a scrape holds a story, and whether all of it came out."""

import dataclasses

from diemtin.clean.cleaned import Block, Cleaned
from diemtin.clean.facts.model import Fact
from diemtin.clean.yields import shortfalls, why_no_story

TEASER = (
    "Từ sáng mai, phà Cần Giờ chạy thêm bốn chuyến để giảm cảnh chờ đợi vào dịp cuối tuần, "
    "theo thông báo chiều nay của đơn vị vận hành."
)
STORY = Cleaned(
    title="Phà", text=TEASER, kept=(Block("p", TEASER, "", 0),), url="https://bao.example/giao-thong/pha-1.html"
)
DECLARED = (Fact("date", "2024-06-28", "JSON-LD datePublished", 1.0),)


def listing(count: int) -> Cleaned:
    """A page where each kept paragraph stands between dropped headlines."""
    kept = tuple(Block("p", TEASER, "", 2 * number + 1) for number in range(count))
    dropped = tuple(Block("h3", "Tin", "links", 2 * number) for number in range(count + 1))
    return dataclasses.replace(STORY, text="\n\n".join(TEASER for _ in kept), kept=kept, dropped=dropped)


def test_a_story_is_one() -> None:
    assert why_no_story(STORY) == ""
    assert shortfalls(dataclasses.replace(STORY)) == ("no date",)


def test_a_page_without_text_holds_none() -> None:
    assert why_no_story(Cleaned()) == "no article text in it"


def test_a_home_page_holds_none() -> None:
    assert why_no_story(dataclasses.replace(STORY, url="https://bao.example/")).startswith("a home page")
    assert why_no_story(dataclasses.replace(STORY, url="https://bao.example/?id=7")) == ""


def test_paragraphs_that_each_stand_between_headlines_are_teasers() -> None:
    assert why_no_story(listing(6)) == "a list of stories: 6 of 6 paragraphs stand alone between headlines"
    assert why_no_story(listing(3)) == ""


def test_a_page_that_declares_an_article_s_date_is_believed() -> None:
    assert why_no_story(dataclasses.replace(listing(6), evidence=DECLARED)) == ""


def test_captions_do_not_make_paragraphs_stand_alone() -> None:
    gallery = listing(6)
    captions = tuple(block._replace(rule="caption") for block in gallery.dropped)
    assert why_no_story(dataclasses.replace(gallery, dropped=captions)) == ""


def test_little_kept_beside_much_dropped_is_flagged_and_without_a_declared_date_left_out() -> None:
    dropped = tuple(Block("p", TEASER, "unlike the story", place) for place in range(1, 12))
    short = dataclasses.replace(STORY, dropped=dropped, evidence=DECLARED)
    assert any(note.startswith("short: ") for note in shortfalls(short))
    assert why_no_story(short) == ""
    assert why_no_story(dataclasses.replace(short, evidence=())).startswith("a list of stories")


def test_readers_comments_do_not_count_as_dropped_prose() -> None:
    dropped = tuple(Block("p", TEASER, "comments", place) for place in range(1, 12))
    assert shortfalls(dataclasses.replace(STORY, dropped=dropped)) == ("no date",)


def test_a_body_shorter_than_its_summary_is_flagged() -> None:
    found = shortfalls(dataclasses.replace(STORY, text="Đăng nhập để đọc tiếp.", lede=TEASER))
    assert any("fewer than its summary" in note for note in found)
