"""The output folder: only what changed is written, nobody else's file is touched, a cut-off build is mended."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.writers import FileOverwriteFailedError

from diemtin.findings import DiemtinError
from diemtin.publishing.record import read_record
from diemtin.publishing.writer import ChangeWriter


def build(output: Path, files: dict[str, str]) -> ChangeWriter:
    writer = ChangeWriter(str(output))
    for name, text in files.items():
        writer.write_bytes(name, text.encode())
    writer.prune()
    return writer


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "1", "b/c.html": "2"})
    kept = (tmp_path / "a.html").stat().st_mtime_ns
    writer = build(tmp_path, {"a.html": "1", "b/c.html": "3"})
    assert writer.changed == ["b/c.html"]
    assert (tmp_path / "a.html").stat().st_mtime_ns == kept


def test_what_is_gone_is_pruned_with_its_empty_folders(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "1", "b/c/d.html": "2"})
    build(tmp_path, {"a.html": "1"})
    assert not (tmp_path / "b").exists()


def test_a_foreign_file_stays_and_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("news.example")
    build(tmp_path, {"a.html": "1"})
    with pytest.raises(DiemtinError, match="no build wrote"):
        build(tmp_path, {"CNAME": "other.example"})
    build(tmp_path, {})
    assert (tmp_path / "CNAME").read_text() == "news.example"


def test_a_page_that_was_changed_by_hand_is_not_pruned(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "1"})
    (tmp_path / "a.html").write_text("mended by hand")
    build(tmp_path, {})
    assert (tmp_path / "a.html").exists()


def test_a_build_that_was_cut_off_is_known_to_the_next(tmp_path: Path) -> None:
    cut_off = ChangeWriter(str(tmp_path))
    cut_off.write_bytes("new.html", b"half a site")
    build(tmp_path, {"new.html": "the whole one"})
    assert (tmp_path / "new.html").read_text() == "the whole one"
    cut_off = ChangeWriter(str(tmp_path))
    cut_off.write_bytes("newer.html", b"x")
    build(tmp_path, {"new.html": "the whole one"})
    assert not (tmp_path / "newer.html").exists()


def test_a_page_cannot_leave_the_output_folder(tmp_path: Path) -> None:
    writer = ChangeWriter(str(tmp_path / "output"))
    with pytest.raises(DiemtinError, match="outside"):
        writer.write_bytes("../escape.html", b"x")
    assert not (tmp_path / "escape.html").exists()


def test_a_name_is_written_once_in_a_build(tmp_path: Path) -> None:
    writer = ChangeWriter(str(tmp_path))
    writer.write_bytes("a.html", b"1")
    with pytest.raises(FileOverwriteFailedError):
        writer.write_bytes("a.html", b"2")


@given(st.binary())
def test_a_damaged_record_prunes_nothing(damage: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        (output / "theirs.html").write_text("x")
        (output / ".diemtin.json").write_bytes(damage)
        build(output, {"a.html": "1"})
        assert (output / "theirs.html").exists()


def test_a_record_that_names_files_outside_is_not_believed(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("x")
    output = tmp_path / "output"
    output.mkdir()
    (output / ".diemtin.json").write_text('{"files": {"../precious.txt": "0", "/etc/passwd": "0", "a": "0"}}')
    assert list(read_record(output)) == ["a"]


def test_work_apart_is_known_after_joining(tmp_path: Path) -> None:
    writer = ChangeWriter(str(tmp_path))
    writer.apart(lambda apart: apart.write_bytes("vi/a.html", b"1"))
    writer.write_bytes("en/a.html", b"2")
    writer.join()
    writer.prune()
    assert sorted(read_record(tmp_path)) == ["en/a.html", "vi/a.html"]
    assert sorted(writer.changed) == ["en/a.html", "vi/a.html"]


def test_what_work_apart_raises_is_raised_on_joining(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("news.example")
    writer = ChangeWriter(str(tmp_path))
    with pytest.raises(DiemtinError, match="CNAME: a file that no build wrote"):  # noqa: PT012 - one core raises at once
        writer.apart(lambda apart: apart.write_bytes("CNAME", b"other"))
        writer.join()


def test_a_name_written_here_and_apart_is_an_error(tmp_path: Path) -> None:
    writer = ChangeWriter(str(tmp_path))
    writer.write_bytes("a.html", b"1")
    with pytest.raises(FileOverwriteFailedError):  # noqa: PT012
        writer.apart(lambda apart: apart.write_bytes("a.html", b"2"))
        writer.join()
