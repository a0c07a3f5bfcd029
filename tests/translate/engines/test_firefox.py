"""Fetching and loading local models, against a records server of our own; the models in it are no real ones."""

import asyncio
import errno
import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import pytest

from diemtin.findings import DiemtinError
from diemtin.translate.engines import models
from diemtin.translate.engines.commands import fetch_all
from diemtin.translate.engines.firefox import Firefox
from diemtin.translate.engines.protocol import Refused, Segment
from tests.translate.engines.conftest import Server, reply

pytest.importorskip("fxtranslate", reason="the optional package of diemtin[local] is not installed")

FILES = {"model": b"no model " * 30_000, "vocab": b"no words " * 200, "lex": b"no list " * 99}


def packed(content: bytes) -> bytes:
    """Return *content* as a zstd frame of raw blocks (RFC 8878, 3.1.1): packed in name only."""
    blocks = [content[at : at + 100_000] for at in range(0, len(content), 100_000)]
    frame = b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(content))
    for number, block in enumerate(blocks):
        frame += struct.pack("<I", len(block) << 3 | (number == len(blocks) - 1))[:3] + block
    return frame


def record(role: str, content: bytes, **other: Any) -> dict[str, Any]:
    served = packed(content)
    return {
        "name": f"{role}.vien.bin",
        "fileType": role,
        "sourceLanguage": "vi",
        "targetLanguage": "en",
        "version": "2.0",
        "architecture": "base",
        "decompressedHash": hashlib.sha256(content).hexdigest(),
        "attachment": {
            "location": f"files/{role}",
            "size": len(served),
            "hash": hashlib.sha256(served).hexdigest(),
            "filename": f"{role}.zst",
        },
    } | other


@pytest.fixture
def mirror(server: Server) -> Server:
    """A records server with one whole model, vi to en."""
    rows = [record(role, content) for role, content in FILES.items()]
    served = {f"/files/{role}": packed(content) for role, content in FILES.items()}

    def by_path(path: str) -> Any:
        if path == "/records":
            return reply({"data": rows})
        return (200, {}, served[path]) if path in served else reply({}, 404)

    server.by_path = by_path
    server.rows, server.served = rows, served  # type: ignore[attr-defined]
    return server


def fault(mirror: Server, folder: Path) -> str:
    with pytest.raises(DiemtinError) as error:
        fetch_all(f"{mirror.url}/records", folder)
    line = str(error.value)
    assert "\n" not in line
    assert not [path.name for path in folder.glob("*") if path.suffix == ".json" or path.name.startswith(".")]
    for path in folder.glob("*"):  # what did come is whole
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
    return line


def test_models_are_fetched_once_and_lie_under_their_hash(
    mirror: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetch_all(f"{mirror.url}/records", tmp_path)
    assert capsys.readouterr().out == "vi-en 2.0: 3 files fetched\nen-vi: no released model\n"
    version, files = models.load(tmp_path, "vi", "en")
    assert version == "2.0"
    assert files == FILES
    before = len(mirror.asked)
    fetch_all(f"{mirror.url}/records", tmp_path)
    assert [one.path for one in mirror.asked[before:]] == ["/records"]
    assert "already there" in capsys.readouterr().out


def test_the_newest_released_version_is_taken(mirror: Server, tmp_path: Path) -> None:
    newer = {role: content + b"!" for role, content in FILES.items()}
    for role, content in newer.items():
        row = record(role, content, version="10.1")
        row["attachment"]["location"] = f"new/{role}"
        mirror.rows.append(row)  # type: ignore[attr-defined]
        mirror.rows.append(record(role, content, version="11.0a1"))  # type: ignore[attr-defined]
        mirror.served[f"/new/{role}"] = packed(content)  # type: ignore[attr-defined]
    fetch_all(f"{mirror.url}/records", tmp_path)
    assert models.load(tmp_path, "vi", "en") == ("10.1", newer)


def test_a_file_of_the_wrong_hash_is_one_line_and_nothing_half_stored(mirror: Server, tmp_path: Path) -> None:
    mirror.served["/files/vocab"] = packed(b"other words")  # type: ignore[attr-defined]
    assert "its hash is wrong" in fault(mirror, tmp_path)


def test_a_file_whose_content_has_the_wrong_hash_is_one_line(mirror: Server, tmp_path: Path) -> None:
    row = next(row for row in mirror.rows if row["fileType"] == "lex")  # type: ignore[attr-defined]
    row["decompressedHash"] = "0" * 64
    assert "damaged file" in fault(mirror, tmp_path)


def test_a_damaged_file_is_one_line(mirror: Server, tmp_path: Path) -> None:
    row = next(row for row in mirror.rows if row["fileType"] == "model")  # type: ignore[attr-defined]
    row["attachment"]["hash"] = hashlib.sha256(b"junk").hexdigest()
    mirror.served["/files/model"] = b"junk"  # type: ignore[attr-defined]
    assert "damaged file" in fault(mirror, tmp_path)


def test_a_missing_file_is_one_line(mirror: Server, tmp_path: Path) -> None:
    del mirror.served["/files/lex"]  # type: ignore[attr-defined]
    assert "HTTP 404" in fault(mirror, tmp_path)


def test_a_full_disk_is_one_line(mirror: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(models, "write_atomically", full)
    assert "No space left on device" in fault(mirror, tmp_path)


def test_a_folder_that_is_a_file_is_one_line(mirror: Server, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.write_text("no folder")
    with pytest.raises(DiemtinError, match="cannot be written"):
        fetch_all(f"{mirror.url}/records", folder)


@pytest.mark.parametrize(
    "body", [b"<html>", b"[]", b'{"data": 3}', b'{"data": []}', b'{"data": [{"fileType": "model"}]}']
)
def test_an_address_without_a_list_of_models_is_one_line(server: Server, tmp_path: Path, body: bytes) -> None:
    server.answer = (200, {}, body)
    assert server.url in fault(server, tmp_path)


def test_an_address_where_nobody_listens_is_one_line(tmp_path: Path) -> None:
    assert "cannot be fetched" in fault(Server("http://127.0.0.1:9"), tmp_path)


def ask(folder: Path) -> Any:
    async def once() -> Any:
        engine = Firefox(folder)
        try:
            return await engine.translate([Segment("Xin chào.")], "vi", "en", {}, 5.0)
        finally:
            await engine.close()

    return asyncio.run(once())


def test_the_engine_has_the_pairs_that_were_fetched(mirror: Server, tmp_path: Path) -> None:
    fetch_all(f"{mirror.url}/records", tmp_path)
    assert Firefox(tmp_path).translates("vi", "en")
    assert not Firefox(tmp_path).translates("en", "vi")


def test_what_is_whole_and_no_model_is_refused_in_one_line(mirror: Server, tmp_path: Path) -> None:
    fetch_all(f"{mirror.url}/records", tmp_path)
    outcome = ask(tmp_path)
    assert isinstance(outcome, Refused)
    assert "cannot be loaded (unsupported model version" in outcome.reason


def test_a_model_damaged_since_it_was_fetched_is_seen(mirror: Server, tmp_path: Path) -> None:
    fetch_all(f"{mirror.url}/records", tmp_path)
    path = tmp_path / hashlib.sha256(FILES["vocab"]).hexdigest()
    path.write_bytes(path.read_bytes()[:-1])
    assert "the vocab of vi→en is damaged" in ask(tmp_path).reason
    path.unlink()
    assert "cannot be read" in ask(tmp_path).reason
    (tmp_path / "vi-en.json").write_text(json.dumps({"files": 3}))
    assert "no list of a model's files" in ask(tmp_path).reason


def test_a_damaged_file_is_fetched_again(mirror: Server, tmp_path: Path) -> None:
    fetch_all(f"{mirror.url}/records", tmp_path)
    path = tmp_path / hashlib.sha256(FILES["vocab"]).hexdigest()
    path.write_bytes(b"damaged")
    fetch_all(f"{mirror.url}/records", tmp_path)
    assert models.load(tmp_path, "vi", "en")[1] == FILES
