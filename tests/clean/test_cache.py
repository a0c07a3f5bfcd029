"""The cache of cleaned stories: it gives back what was put in, and is thrown away rather than trusted."""

import datetime as dt
import sqlite3
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from diemtin.clean import version
from diemtin.clean.cache import FILE, StoryCache, story_key
from diemtin.clean.cleaned import Cleaned
from diemtin.clean.version import cleaner_version
from diemtin.stories import Picture

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
KEY = story_key(b"bytes", b"", ZONE)
STORY = Cleaned(
    title="Phà",
    lede="Từ sáng mai…",
    lede_in_body=True,
    lang="vi",
    date=dt.datetime(2024, 6, 28, 9, 38, tzinfo=ZONE),
    authors=("Lê Mai",),
    tags=("phà",),
    image=Picture("https://báo.example/a.jpg", "Phà", 640, 480),
    html="<p>x</p>",
    text="x",
    notes=("no title",),
)


def test_a_story_comes_back_as_it_was(tmp_path: Path) -> None:
    StoryCache(tmp_path).put([(KEY, STORY)])
    assert StoryCache(tmp_path).get(KEY, ZONE) == STORY


def test_only_the_missing_are_missing(tmp_path: Path) -> None:
    cache = StoryCache(tmp_path)
    cache.put([(KEY, STORY)])
    assert cache.missing([KEY, b"other"]) == {b"other"}
    many = [bytes([n // 256, n % 256]) for n in range(1500)]
    assert cache.missing([KEY, *many]) == set(many)


def test_the_key_is_made_of_all_that_a_story_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {
        KEY,
        story_key(b"byte", b"s", ZONE),
        story_key(b"bytes", b"s", ZONE),
        story_key(b"bytes", b"", ZoneInfo("UTC")),
    }
    monkeypatch.setattr("diemtin.clean.cache.cleaner_version", lambda: "another")
    assert len(keys | {story_key(b"bytes", b"", ZONE)}) == 5


def test_another_cleaner_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "clean"
    room.mkdir()
    for name in ("text.py", "sanitize.py", "stories.py"):
        (tmp_path / name).write_text("")
    (room / "version.py").write_text("")
    monkeypatch.setattr(version, "__file__", str(room / "version.py"))
    seen = set()
    for name, text in (("a.py", "x"), ("a.py", "y"), ("words.toml", ""), ("words.toml", "z")):
        (room / name).write_text(text)
        seen.add(cleaner_version.__wrapped__())
    assert len(seen) == 4


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    cache = StoryCache(tmp_path)
    assert cache.get(KEY, ZONE) is None
    cache.put([(KEY, STORY)])
    assert StoryCache(tmp_path).get(KEY, ZONE) == STORY


def test_a_story_that_somebody_changed_is_not_trusted(tmp_path: Path) -> None:
    StoryCache(tmp_path).put([(KEY, STORY)])
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE cleaned SET story = replace(story, 'Phà', 'Tàu')")
    cache = StoryCache(tmp_path)
    assert cache.get(KEY, ZONE) is None
    assert cache.missing([KEY]) == {KEY}


def test_another_table_in_its_place_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("CREATE TABLE cleaned (something TEXT)")
    cache = StoryCache(tmp_path)
    cache.put([(KEY, STORY)])
    assert cache.get(KEY, ZONE) == STORY


def test_where_nothing_can_be_written_stories_are_kept_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = StoryCache(tmp_path / "file")
    cache.put([(KEY, STORY)])
    assert cache.get(KEY, ZONE) == STORY


def test_stories_of_no_use_are_forgotten(tmp_path: Path) -> None:
    cache = StoryCache(tmp_path)
    old = [bytes([number]) for number in range(200)]
    cache.put([(key, STORY) for key in (*old, KEY)])
    cache.forget_others([KEY])
    assert cache.missing([KEY, *old]) == set(old)
