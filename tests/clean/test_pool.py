"""Scrapes are cleaned together in processes of their own; whatever happens to one, the others are cleaned."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from diemtin.clean import Cleaned
from diemtin.clean.cache import story_cache, story_key
from diemtin.clean.pool import clean_misses, clean_one, clean_together
from diemtin.clean.reader import StoryReader, load_story
from diemtin.findings import DiemtinError, Finding
from tests.clean.conftest import DUMP

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
Write = Callable[..., Path]


def troubled(path: Path, zone: ZoneInfo) -> Cleaned | Finding:
    """Clean as ever, but for a story that kills its process and one that never ends."""
    if path.stem == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.stem == "hang":
        time.sleep(60)
    return clean_one(path, zone)


def test_all_misses_are_in_the_cache_before_a_story_is_read(settings: dict[str, Any], scrape: Write) -> None:
    paths = [scrape(DUMP.replace("bốn", str(number)), f"2024/06/{number}.txt") for number in range(20)]
    clean_misses(settings, paths)
    cache = story_cache(Path(settings["CACHE_PATH"]))
    for number, path in enumerate(paths):
        assert f"chạy thêm {number} chuyến" in load_story(path, ZONE, cache).text


def test_a_story_gives_the_same_in_whatever_process(scrape: Write) -> None:
    paths = [scrape(name=f"2024/06/{number}.txt") for number in range(20)]
    one, two = (dict(clean_together(paths, ZONE, workers)) for workers in (1, 2))
    assert one == two
    assert set(one) == set(paths)


def test_a_crash_and_a_hang_cost_one_story_each(scrape: Write) -> None:
    names = [*map(str, range(5)), "crash", *map(str, range(5, 12)), "hang", *map(str, range(12, 20))]
    paths = [scrape(name=f"2024/06/{name}.txt") for name in names]
    found = dict(clean_together(paths, ZONE, workers=2, patience=4, work=troubled))
    failures = {path.stem: outcome.found for path, outcome in found.items() if isinstance(outcome, Finding)}
    assert failures == {"crash": "the process that cleaned it died", "hang": "cleaning it takes longer than 4 s"}
    assert len(found) == len(names)


def test_what_failed_in_the_pool_is_not_tried_again_by_the_reader(settings: dict[str, Any], scrape: Write) -> None:
    path = scrape()
    key = story_key(path.read_bytes(), b"", ZONE)
    story_cache(Path(settings["CACHE_PATH"])).failures[key] = Finding(path, "the process that cleaned it died", "…")
    with pytest.raises(DiemtinError, match=r"pha\.txt: the process that cleaned it died"):
        StoryReader(settings).read(str(path))


def test_what_is_gone_or_refused_does_not_stop_the_rest(settings: dict[str, Any], scrape: Write) -> None:
    paths = [Path(settings["PATH"]) / "stories" / "gone.txt", scrape("", "empty.txt", "broken ="), scrape()]
    clean_misses(settings, paths)
    assert load_story(paths[-1], ZONE, story_cache(Path(settings["CACHE_PATH"]))).title == "Thêm chuyến phà Cần Giờ"
