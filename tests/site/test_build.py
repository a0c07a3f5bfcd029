"""A build is a pure function of the content, writes only what changed, and touches nobody else's files."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.site.conftest import Site, run_build

# Runs the command with every way out of the machine closed: a connection is an error of the build's.
CLOSED_NETWORK = """
import socket, sys
def refuse(*args, **kwargs):
    sys.stderr.write("NETWORK USED\\n")
    raise OSError("no network in this test")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from diemtin.cli import main
main(sys.argv[1:])
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes_with_and_without_a_cache(site: Site, tmp_path: Path) -> None:
    done = run_build(
        tmp_path / "output", tmp_path / "cache", "--workers", "1", PYTHONHASHSEED="7", TZ="America/New_York"
    )
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "output") == contents(site.folder)


def test_a_build_makes_no_connection(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLOSED_NETWORK, "build", "--offline", "--output", str(tmp_path / "output")]
    done = subprocess.run(
        [*command, "--cache", str(tmp_path / "cache")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "NETWORK USED" not in done.stderr


def test_a_second_build_changes_no_file(site: Site, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(site.folder, output)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    done = run_build(output, tmp_path / "cache")
    assert " 0 changed, 0 removed" in done.stdout
    del before[output / ".diemtin.json"]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_building_writes_nothing_into_content(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    before = contents(content)
    run_build(tmp_path / "output", tmp_path / "cache", "--content", str(content))
    assert contents(content) == before


def test_a_story_that_is_gone_leaves_no_page_and_a_foreign_file_stays(tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "output"
    shutil.copytree(ROOT / "content", content)
    output.mkdir()
    (output / "google1234.html").write_text("theirs")
    run_build(output, tmp_path / "cache", "--content", str(content))
    story = next(iter(sorted((content / "stories").rglob("*.html"))))
    page = next(output.glob(f"*/*/*/*/{story.stem}/index.html"))
    story.unlink()
    done = run_build(output, tmp_path / "cache", "--content", str(content))
    assert done.returncode == 0, done.stderr
    assert not page.parent.exists()
    assert (output / "google1234.html").read_text() == "theirs"


def test_a_file_that_no_build_wrote_is_never_overwritten(tmp_path: Path) -> None:
    output = tmp_path / "output"
    (output / "vi").mkdir(parents=True)
    (output / "vi/index.html").write_text("theirs")
    done = run_build(output, tmp_path / "cache")
    assert done.returncode == 2
    assert "vi/index.html: a file that no build wrote" in done.stderr
    assert "Traceback" not in done.stderr
    assert (output / "vi/index.html").read_text() == "theirs"


def test_one_bad_story_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    story = next(iter(sorted((content / "stories").rglob("*.html"))))
    story.with_suffix(".toml").write_text("title = \n", "utf-8")
    done = run_build(tmp_path / "output", tmp_path / "cache", "--content", str(content))
    assert done.returncode == 1
    assert f"{story.stem}.toml:1:" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "output/vi/index.html").is_file()


def test_a_plugin_that_is_none_is_named_in_a_line(tmp_path: Path) -> None:
    settings = tmp_path / "siteconf.py"
    settings.write_text('PLUGINS = ["diemtin"]\n')
    done = run_build(tmp_path / "output", tmp_path / "cache", "--settings", str(settings))
    assert done.returncode == 2
    assert "siteconf.py: plugin diemtin does not load" in done.stderr
    assert "Traceback" not in done.stderr


def test_pelican_alone_builds_the_same_pages(site: Site, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(tmp_path / "output")]
    command += ["--cache-path", str(tmp_path / "cache"), "-e", 'SITEURL="https://news.example/digest"']
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(tmp_path / "output") == contents(site.folder)
