"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from diemtin.files import remove_leftovers, write_atomically


def test_a_file_that_holds_its_bytes_already_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "a/x.po"
    assert write_atomically(file, b"1")
    stamp = file.stat().st_mtime_ns
    assert not write_atomically(file, b"1")
    assert file.stat().st_mtime_ns == stamp


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.po"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(file, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_leftovers_of_a_killed_process_go_and_those_of_a_running_one_stay(tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    dead, alive, theirs = (
        tmp_path / "vi" / name for name in (".4194305-page.part", f".{os.getpid()}-x.part", ".mine.part")
    )
    for file in (dead, alive, theirs):
        file.write_bytes(b"")
    remove_leftovers(tmp_path)
    assert sorted(path.name for path in (tmp_path / "vi").iterdir()) == sorted([alive.name, theirs.name])
