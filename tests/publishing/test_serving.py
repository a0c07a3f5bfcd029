"""The site on this machine, through a real HTTP server on loopback."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from diemtin.findings import DiemtinError
from diemtin.publishing.serving import Builds, open_server


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi/index.html").write_text("<p>xin chào</p>", "utf-8")
    (tmp_path / "404.html").write_text("<p>không có</p>", "utf-8")
    (tmp_path / "x.css").write_text("a{}")
    return tmp_path


@pytest.fixture
def server(output: Path) -> Iterator[tuple[str, Builds]]:
    builds = Builds()
    with open_server(0, output, "/digest", builds) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", builds
        server.shutdown()


def test_pages_are_served_below_the_sub_path_and_reload_themselves(server: tuple[str, Builds]) -> None:
    with urllib.request.urlopen(f"{server[0]}/digest/vi/") as answer:
        page = answer.read().decode()
    assert "xin chào" in page
    assert "EventSource" in page


def test_files_are_served_as_they_are(server: tuple[str, Builds]) -> None:
    with urllib.request.urlopen(f"{server[0]}/digest/x.css") as answer:
        assert answer.read() == b"a{}"


def test_what_is_not_there_is_answered_with_the_sites_own_page(server: tuple[str, Builds]) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{server[0]}/digest/vi/nothing/")
    assert error.value.code == 404
    assert "không có" in error.value.read().decode()


def test_an_open_page_hears_of_the_next_build(server: tuple[str, Builds]) -> None:
    address, builds = server
    with urllib.request.urlopen(f"{address}/.diemtin/reload") as stream:
        heard = threading.Event()
        threading.Thread(target=lambda: stream.readline() and heard.set(), daemon=True).start()
        while not heard.wait(0.05):
            builds.announce()
    assert heard.is_set()


def test_a_port_that_is_taken_is_one_line(server: tuple[str, Builds], output: Path) -> None:
    port = int(server[0].rpartition(":")[2])
    with pytest.raises(DiemtinError, match="--port"):
        open_server(port, output, "", Builds())
