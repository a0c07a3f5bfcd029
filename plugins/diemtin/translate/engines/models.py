"""Mozilla's small translation models: found in its records, fetched once, kept by their hash, checked when loaded.

A pair's files lie in the models folder under their SHA-256; ``vi-en.json`` beside them names them, with the model's
version. It is written last, so that a pair is there whole or not at all.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

import httpx

from diemtin.files import write_atomically
from diemtin.findings import DiemtinError, Finding
from diemtin.text import squeeze

#: Mozilla's own service, for Firefox and for one fetch a site, not for every build; a mirror is set by
#: DIEMTIN_MODELS_URL, and has its files where the records' locations lead from there.
RECORDS: Final = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records"
)
_FILES: Final = "https://firefox-settings-attachments.cdn.mozilla.net/"
_ROLES: Final = ("model", "vocab", "srcvocab", "trgvocab", "lex")
#: Larger models first: they translate better, and a digest is not typed into.
_SIZES: Final = ("base", "base-memory", "tiny")
_RECORDS_LARGEST: Final = 32 * 1024 * 1024
_FILE_LARGEST: Final = 512 * 1024 * 1024
_TIMEOUT: Final = httpx.Timeout(30.0)
_FETCH_AGAIN: Final = "run diemtin engine fetch"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model: its ``role`` ("model", "vocab", …), where it is, its packed size in bytes and its SHA-256.

    ``sha256`` is of the file unpacked; ``packed`` of the file as served, "" where the record has none.
    """

    role: str
    location: str
    size: int
    sha256: str
    packed: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """The files that translate from one language into another."""

    pair: str
    version: str
    files: tuple[ModelFile, ...]


def find_models(records: str, pairs: Iterable[tuple[str, str]]) -> list[Model]:
    """Fetch the list at *records* and return the newest model of each of *pairs* that it has.

    Raises DiemtinError where the address does not answer with such a list.
    """
    body = _get(records, _RECORDS_LARGEST, lambda _: None)
    try:
        rows = json.loads(body)["data"]
        files = [row for row in rows if isinstance(row, dict) and row.get("fileType") in _ROLES]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _wrong(records, "no list of models", "set DIEMTIN_MODELS_URL to one") from None
    return [model for source, target in pairs if (model := _newest(files, source, target, records))]


def fetch_model(model: Model, folder: Path, advance: Callable[[int], None]) -> int:
    """Bring the files of *model* that *folder* lacks; *advance* is told of bytes as they come. Return how many came.

    Raises DiemtinError, with nothing half stored, for a file that cannot be fetched, whose hash is wrong, or that
    cannot be written.
    """
    from fxtranslate import discovery

    came = 0
    for file in model.files:
        if _is_whole(folder / file.sha256, file.sha256):
            advance(file.size)
            continue
        packed = _get(file.location, _FILE_LARGEST, advance)
        if file.packed and hashlib.sha256(packed).hexdigest() != file.packed:
            raise _wrong(file.location, "another file than the records name (its hash is wrong)", "fetch again")
        try:
            content = discovery.verify_and_decompress(packed, file.sha256)
        except ValueError as error:
            raise _wrong(file.location, f"a damaged file ({squeeze(str(error))[:100]})", "fetch again") from None
        _write(folder / file.sha256, content)
        came += 1
    names = {file.role: file.sha256 for file in model.files}
    manifest = {"version": model.version, "files": names}
    _write(folder / f"{model.pair}.json", json.dumps(manifest, indent=2, sort_keys=True).encode() + b"\n")
    return came


def installed(folder: Path, source: str, target: str) -> bool:
    """Whether *folder* names a model for this pair."""
    return (folder / f"{source}-{target}.json").is_file()


def load(folder: Path, source: str, target: str) -> tuple[str, Mapping[str, bytes]]:
    """Return the version and, by role, the files of a pair's model.

    Raises DiemtinError for a file that is missing or damaged.
    """
    path = folder / f"{source}-{target}.json"
    try:
        manifest = json.loads(path.read_bytes())
        names, version = dict(manifest["files"]), str(manifest["version"])
    except FileNotFoundError:
        raise _wrong(path, f"no model for {source}→{target}", _FETCH_AGAIN) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise _wrong(path, "no list of a model's files", _FETCH_AGAIN) from None
    files: dict[str, bytes] = {}
    for role, name in names.items():
        file = folder / Path(str(name)).name
        try:
            files[role] = file.read_bytes()
        except OSError as error:
            raise _wrong(
                file, f"the {role} of {source}→{target} cannot be read ({error.strerror})", _FETCH_AGAIN
            ) from None
        if hashlib.sha256(files[role]).hexdigest() != name:
            raise _wrong(file, f"the {role} of {source}→{target} is damaged", f"delete it and {_FETCH_AGAIN}")
    return version, files


def _newest(rows: Iterable[Mapping[str, Any]], source: str, target: str, records: str) -> Model | None:
    groups: dict[tuple[tuple[int, ...], int], dict[str, ModelFile]] = {}
    versions: dict[tuple[int, ...], str] = {}
    for row in rows:
        if (row.get("sourceLanguage"), row.get("targetLanguage")) != (source, target):
            continue
        number, size = _number(row.get("version")), row.get("architecture")
        file = _file(row, records)
        if number and file:  # a version with letters in it is a trial
            versions[number] = str(row["version"])
            rank = len(_SIZES) - _SIZES.index(size) if size in _SIZES else 0
            groups.setdefault((number, rank), {})[file.role] = file
    for key in sorted(groups, reverse=True):
        files = groups[key]
        if "model" in files and ("vocab" in files or {"srcvocab", "trgvocab"} <= files.keys()):
            return Model(f"{source}-{target}", versions[key[0]], tuple(files[role] for role in _ROLES if role in files))
    return None


def _file(row: Mapping[str, Any], records: str) -> ModelFile | None:
    attachment, sha256 = row.get("attachment"), row.get("decompressedHash")
    if not isinstance(attachment, dict) or not isinstance(attachment.get("location"), str) or not _is_hash(sha256):
        return None
    size, packed = attachment.get("size"), attachment.get("hash")
    location = urljoin(_FILES if records == RECORDS else records, attachment["location"])
    size = size if isinstance(size, int) else 0
    return ModelFile(row["fileType"], location, size, str(sha256), str(packed) if _is_hash(packed) else "")


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")


def _number(version: object) -> tuple[int, ...]:
    parts = version.split(".") if isinstance(version, str) else []
    return tuple(map(int, parts)) if parts and all(part.isascii() and part.isdigit() for part in parts) else ()


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


def _get(url: str, largest: int, advance: Callable[[int], None]) -> bytes:
    body = bytearray()
    try:
        with httpx.stream("GET", url, timeout=_TIMEOUT, follow_redirects=True) as response:
            if response.status_code != 200:
                raise _wrong(url, f"HTTP {response.status_code}", "see DIEMTIN_MODELS_URL")
            for chunk in response.iter_bytes(65536):
                body += chunk
                if len(body) > largest:
                    raise _wrong(url, f"a file of more than {largest >> 20} MB", "see DIEMTIN_MODELS_URL")
                advance(len(chunk))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _wrong(
            url, f"cannot be fetched ({squeeze(str(error))})", "fetch again, or set DIEMTIN_MODELS_URL"
        ) from None
    return bytes(body)


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except OSError as error:
        remedy = "make room, or set DIEMTIN_MODELS to another folder"
        raise _wrong(path, f"cannot be written ({error.strerror})", remedy) from None


def _wrong(place: str | Path, found: str, remedy: str) -> DiemtinError:
    return DiemtinError(Finding(place, found, remedy))


def unusable(folder: Path, found: str) -> DiemtinError:
    """Return the error for models in *folder* that are whole, and no use."""
    return _wrong(folder, found, _FETCH_AGAIN)
