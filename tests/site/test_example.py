"""The owner's example, from the scraper's dump to both editions, through an engine that answers on loopback."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TITLE = "OpenAI cấm cửa các nhà phát triển đến từ Trung Quốc"
CHROME = ("283", "Bình luận", "Sắp xếp theo", "❖", "Thứ Sáu, 28/06/2024")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A scratch site with the sample's settings and terms, and no stories."""
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    (tmp_path / "pelicanconf.py").write_text(f"{settings}\ndel THEME, PLUGIN_PATHS\n", "utf-8")
    (tmp_path / "content").mkdir()
    shutil.copy(ROOT / "content/terms.csv", tmp_path / "content")
    return tmp_path


def diemtin(site: Path, *words: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "diemtin", *words],
        cwd=site,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def scrape(yardsticks: Path) -> Path:
    return next((yardsticks / "seed").glob("*.txt"))


def test_the_story_is_what_an_editor_would_have_kept(site: Path, scrape: Path) -> None:
    story = json.loads(diemtin(site, "clean", str(scrape), "--format", "json"))
    paragraphs = story["text"].split("\n\n")
    assert (story["title"], story["date"], story["section"]) == (TITLE, "2024-06-28T09:38:00+07:00", "Chuyện công nghệ")
    assert (len(paragraphs), story["lede"]) == (9, paragraphs[0])
    assert TITLE not in story["text"]
    assert [mark for mark in CHROME if mark in story["text"]] == []


def test_it_is_published_in_both_editions_and_every_segment_is_asked_once(
    site: Path, scrape: Path, yardsticks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(yardsticks / "hostile"))
    from engine import Engine

    diemtin(site, "add", str(scrape))
    with Engine([], seed=1) as engine:
        # Its answers are of no language and change names, so those two checks are left out.
        settings = {"DIEMTIN_ENGINE": "libretranslate", "DIEMTIN_ENGINE_URL": engine.url}
        settings["DIEMTIN_CHECKS_OFF"] = "language,names"
        diemtin(site, "build", **settings)
        asked = engine.stats()
        diemtin(site, "build", **settings)
        assert engine.stats() == asked
    assert asked["answered_twice"] == 0
    for lang in ("vi", "en"):
        stories = list(site.glob(f"output/{lang}/2024/06/28/*/index.html"))
        assert len(stories) == 1
        topics = {path.name for path in (site / "output" / lang / "tag").iterdir()}
        assert {"openai", "ai", "llm", {"vi": "trung-quoc", "en": "china"}[lang]} <= topics
        for name in ("2024/06/28/index.html", "feed.atom", "feed.rss"):
            assert (site / "output" / lang / name).is_file()
