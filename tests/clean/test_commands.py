"""``diemtin add``, ``clean`` and ``explain`` as a user meets them."""

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diemtin.clean.commands import add, clean, explain
from tests.clean.conftest import DUMP
from tests.clean.test_reader import PAGE

STORED = "stories/2024/06/them-chuyen-pha-can-gio.txt"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site's folder as the working folder."""
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text(
        'PATH = "content"\nCACHE_PATH = "cache"\nTIMEZONE = "Asia/Ho_Chi_Minh"\nPLUGINS = ["diemtin.clean"]\n', "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server that has ``ferry.html``."""
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "ferry.html").write_text(PAGE, "utf-8")
    (folder / "a.zip").write_bytes(b"PK")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        del args


def run(command: object, *arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], input=stdin)  # type: ignore[arg-type]


def test_a_file_is_stored_byte_for_byte_under_its_title(site: Path, tmp_path: Path) -> None:
    (tmp_path / "saved.txt").write_text(DUMP, "utf-8", newline="\r\n")
    result = run(add, tmp_path / "saved.txt", "--url", "https://báo.example/pha?id=7")
    assert (result.exit_code, result.stdout.strip()) == (0, str(site / STORED))
    assert (site / STORED).read_bytes() == (tmp_path / "saved.txt").read_bytes()
    sidecar = (site / STORED).with_suffix(".toml").read_text("utf-8")
    assert 'url = "https://báo.example/pha?id=7"\n' in sidecar
    assert 'id = "2024/06/them-chuyen-pha-can-gio"\n' in sidecar
    assert "fetched = 20" in sidecar


def test_what_is_here_already_is_named_and_left_alone(site: Path) -> None:
    assert run(add, "-", stdin=DUMP).exit_code == 0
    before = {path: path.read_bytes() for path in site.rglob("*.t*")}
    result = run(add, "-", stdin=DUMP)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "the same bytes as them-chuyen-pha-can-gio.txt" in result.stderr
    assert {path: path.read_bytes() for path in site.rglob("*.t*")} == before


@pytest.mark.usefixtures("site")
def test_another_scrape_of_a_known_address_is_refused() -> None:
    assert run(add, "-", "--url", "http://www.bao.example/pha/", stdin=DUMP).exit_code == 0
    result = run(add, "-", "--url", "https://bao.example/pha#top", stdin=DUMP + "\n")
    assert result.exit_code == 1
    assert "its address is that of them-chuyen-pha-can-gio.txt" in result.stderr


def test_another_story_of_the_same_title_gets_a_name_of_its_own(site: Path) -> None:
    run(add, "-", stdin=DUMP)
    result = run(add, "-", stdin=DUMP.replace("bốn", "năm"))
    assert result.exit_code == 0
    assert Path(result.stdout.strip()).name.startswith("them-chuyen-pha-can-gio-")
    assert len(list(site.rglob("*.txt"))) == 2


def test_one_bad_source_does_not_stop_the_rest(site: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "saved.txt").write_text(DUMP, "utf-8")
    result = run(add, tmp_path / "gone.html", tmp_path / "empty.html", tmp_path / "saved.txt")
    assert result.exit_code == 1
    assert (site / STORED).is_file()
    assert ["no such file" in line or "no article text" in line for line in result.stderr.splitlines()] == [True, True]


@pytest.mark.usefixtures("site")
def test_a_page_is_fetched_from_its_address_once(server: str) -> None:
    result = run(add, f"{server}/ferry.html")
    assert result.exit_code == 0, result.stderr
    stored = Path(result.stdout.strip())
    assert stored.name == "ferry-adds-crossings.html"
    assert stored.read_text("utf-8") == PAGE
    assert f'url = "{server}/ferry.html"' in stored.with_suffix(".toml").read_text("utf-8")
    again = run(add, f"{server}/ferry.html")
    assert again.exit_code == 1
    assert "its story is here" in again.stderr


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("name", "said"), [("gone.html", "404"), ("a.zip", "application/zip, no page")])
def test_an_address_without_a_page_is_named_in_one_line(server: str, name: str, said: str) -> None:
    result = run(add, f"{server}/{name}")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("site")
def test_an_address_nobody_answers_is_named_in_one_line() -> None:
    result = run(add, "http://127.0.0.1:9/x.html")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_clean_prints_the_article(tmp_path: Path) -> None:
    (tmp_path / "saved.txt").write_text(DUMP, "utf-8")
    text = run(clean, tmp_path / "saved.txt").stdout
    assert text.startswith("Thêm chuyến phà Cần Giờ\n\nTừ sáng mai")
    assert '<p class="lede">Từ sáng mai' in run(clean, tmp_path / "saved.txt", "--format", "html").stdout
    record = json.loads(run(clean, "-", "--format", "json", stdin=DUMP).stdout)
    assert (record["lang"], record["date"]) == ("vi", "2024-06-28T09:38:00+07:00")


def test_clean_of_what_is_no_story_fails(tmp_path: Path) -> None:
    assert run(clean, tmp_path / "gone.html").exit_code == 1
    assert run(clean, "-", stdin="").exit_code == 1


def test_explain_names_the_rule_that_dropped_each_block(site: Path) -> None:
    (site / "terms.csv").write_text("kind,vi,en\ntag,Cần Giờ,\n", "utf-8")
    run(add, "-", stdin=f"31 👨 283\n\n{DUMP}")
    lines = run(explain, site / STORED).stdout.splitlines()
    assert "- line       [furniture] 31 👨 283" in lines
    assert any(line.startswith("+ p          Từ sáng mai") for line in lines)
    assert any(line.startswith("topic:     Cần Giờ  (weight") for line in lines)
    found = json.loads(run(explain, site / STORED, "--json").stdout)
    assert [block["rule"] for block in found["blocks"]] == ["furniture", "headline", "", "", "dateline"]
    assert found["topics"][0]["taken"]


def test_explain_writes_a_page_that_shows_both_and_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "saved.txt").write_text(DUMP.replace("phà Cần", "<script>alert(1)</script> Cần", 2), "utf-8")
    assert run(explain, tmp_path / "saved.txt", "--html", tmp_path / "why.html").exit_code == 0
    page = (tmp_path / "why.html").read_text("utf-8")
    assert 'class="block kept"' in page
    assert 'class="block dropped"' in page
    assert "<script" not in page


def test_a_reader_that_has_seen_enough_ends_the_command_without_a_word(site: Path) -> None:
    (site.parent / "ferry.html").write_text(PAGE, "utf-8")
    reading, writing = os.pipe()
    os.close(reading)  # as ``head`` does; so each write fails, whatever the timing
    command = [sys.executable, "-m", "diemtin", "explain", "ferry.html"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
