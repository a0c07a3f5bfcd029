"""Scrapes are found where they lie, and sidecars are read or refused in one line."""

import datetime as dt
import os
from pathlib import Path

import pytest

from diemtin.findings import DiemtinError
from diemtin.scrapes import find_stories, passed_over
from diemtin.stories import Sidecar, read_sidecar, story_id, story_slug


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    (folder / "2026/11").mkdir(parents=True)
    return folder


def test_scrapes_are_found_in_order_and_the_rest_is_passed_over(stories: Path) -> None:
    for name in ("2026/11/b.html", "2026/11/a.txt", "c.htm", ".hidden.html", "a.html~", "2026/11/a.en.po"):
        (stories / name).write_text("x")
    paths, findings = find_stories(stories, [".#*"])
    assert [path.relative_to(stories).as_posix() for path in paths] == ["2026/11/a.txt", "2026/11/b.html", "c.htm"]
    assert findings == []


def test_hidden_scrapes_and_backups_are_named(stories: Path) -> None:
    for name in (".hidden.html", "a.html~", "b.html", ".gitignore", "notes~"):
        (stories / name).write_text("x")
    assert sorted(Path(finding.file).name for finding in passed_over(stories)) == [".hidden.html", "a.html~"]


def test_what_is_no_ordinary_file_is_named_and_not_opened(stories: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("x")
    (stories / "out.html").symlink_to(secret)
    (stories / "self.html").symlink_to("self.html")
    os.mkfifo(stories / "pipe.html")
    (stories / "folder.html").mkdir()
    paths, findings = find_stories(stories)
    assert paths == []
    assert {Path(finding.file).name for finding in findings} == {"out.html", "self.html", "pipe.html", "folder.html"}


def test_two_scrapes_that_differ_by_suffix_or_unicode_form_are_one_story(stories: Path) -> None:
    (stories / "tin-tức.html").write_text("x")
    (stories / "tin-tu\u031b\u0301c.txt").write_text("x")
    paths, findings = find_stories(stories)
    assert len(paths) == 1
    assert len(findings) == 1


def test_the_id_is_the_path_unless_pinned_and_does_not_depend_on_the_unicode_form(stories: Path) -> None:
    assert story_id(stories / "2026/11/tu\u031b\u0301c.html", stories, Sidecar()) == "2026/11/tức"
    assert story_id(stories / "x.html", stories, Sidecar(id="s-1")) == "s-1"


def test_the_slug_is_the_stem_unless_pinned(stories: Path) -> None:
    pinned = Sidecar(slug={"en": "petrol-falls"})
    assert story_slug(stories / "giá-xăng.html", pinned, "vi") == "gia-xang"
    assert story_slug(stories / "giá-xăng.html", pinned, "en") == "petrol-falls"


def test_a_sidecar_is_read_with_its_types(stories: Path) -> None:
    (stories / "x.toml").write_text(
        'url = "https://a.example/1"\ndate = 2026-11-03\nfetched = "2026-11-03T08:00:00+07:00"\n'
        'tags = ["giá xăng", " "]\nslug = {en = "petrol"}\n',
        "utf-8",
    )
    sidecar = read_sidecar(stories / "x.html")
    assert sidecar.date == dt.datetime(2026, 11, 3)
    assert sidecar.fetched == dt.datetime.fromisoformat("2026-11-03T08:00:00+07:00")
    assert (sidecar.tags, sidecar.slug) == (("giá xăng",), {"en": "petrol"})


@pytest.mark.parametrize(
    ("toml", "found"),
    [
        ("titel = 'x'", "unknown key 'titel'"),
        ("title = 3", "title = 3"),
        ("date = 'hôm qua'", "date = 'hôm qua'"),
        ("lang = 'fr'", "lang = 'fr'"),
        ("slug = {en = '../up'}", "slug = "),
        ("pictures = {a = '../up.png'}", "pictures = "),
        ("pictures = {a = 3}", "pictures = "),
        ("title = 'x'\nlede\n", "x.toml:2:"),
    ],
)
def test_a_wrong_sidecar_is_refused_in_one_line(stories: Path, toml: str, found: str) -> None:
    (stories / "x.toml").write_text(toml, "utf-8")
    with pytest.raises(DiemtinError) as error:
        read_sidecar(stories / "x.html")
    assert found in str(error.value)
    assert "\n" not in str(error.value)
