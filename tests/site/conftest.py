"""The sample site, built once for all the tests that look at it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from tests.conftest import ROOT

SITEURL = "https://news.example/digest"


@dataclass(frozen=True)
class Site:
    """A built site: its folder and its pages by their paths below it."""

    folder: Path

    @property
    def pages(self) -> dict[str, html.HtmlElement]:
        return {
            path.relative_to(self.folder).as_posix(): html.document_fromstring(path.read_bytes())
            for path in sorted(self.folder.rglob("*.html"))
        }

    def file_of(self, address: str) -> Path | None:
        """Return the file that an address of this site leads to, or None for an address of somebody else's."""
        parts = urlsplit(address)
        base = urlsplit(SITEURL)
        if parts.netloc not in {"", base.netloc} or parts.scheme not in {"", "http", "https"}:
            return None
        path = unquote(parts.path)
        assert path.startswith(f"{base.path}/"), f"{address} is outside the site's sub-path"
        file = self.folder / path.removeprefix(f"{base.path}/")
        return file / "index.html" if path.endswith("/") else file


Build = Callable[..., "subprocess.CompletedProcess[str]"]


def run_build(output: Path, cache: Path, *options: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Build the sample site as a user would, offline, from the project's folder."""
    command = [sys.executable, "-m", "diemtin", "build", "--offline", "--siteurl", SITEURL]
    command += ["--output", str(output), "--cache", str(cache), *options]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample site, built for a sub-path."""
    folder = tmp_path_factory.mktemp("site")
    done = run_build(folder / "output", folder / "cache")
    assert done.returncode == 0, done.stderr
    return Site(folder / "output")
