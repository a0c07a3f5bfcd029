"""What is installed is whole: the plugins, the theme and the sample site."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files, as an installer lays them."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "packages")
    return folder / "packages"


def test_every_file_that_is_no_code_is_in_the_wheel(installed: Path) -> None:
    package = ROOT / "plugins" / "diemtin"
    beside_code = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and not path.name.startswith(".")
    }
    assert beside_code
    assert [name for name in beside_code if not (installed / "diemtin" / name).is_file()] == []


def test_the_sample_site_is_built_from_the_installed_package_alone(installed: Path, tmp_path: Path) -> None:
    package = installed / "diemtin"
    settings = (package / "sample/pelicanconf.py").read_text("utf-8")
    (tmp_path / "pelicanconf.py").write_text(f"{settings}\ndel THEME, PLUGIN_PATHS\n", "utf-8")
    command = [sys.executable, "-m", "diemtin", "build", "--offline", "--content", str(package / "sample/content")]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output/vi/index.html").is_file()
    assert (tmp_path / "output/theme/css").is_dir()
