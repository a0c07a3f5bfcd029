"""Which cleaner this is: a hash over all that decides what comes out of it, so that no change can be forgotten."""

import functools
import hashlib
import unicodedata
from importlib import metadata
from pathlib import Path
from typing import Final

_SUFFIXES: Final = frozenset({".py", ".toml", ".csv", ".json", ".txt"})
_SHARED: Final = ("text.py", "sanitize.py", "stories.py")
_LIBRARIES: Final = ("lxml", "nh3", "charset-normalizer")


@functools.cache
def cleaner_version() -> str:
    """Return a hash over this package's source and data files, the shared modules it stands on, and its libraries."""
    here = Path(__file__).parent
    files = sorted(path for path in here.rglob("*") if path.suffix in _SUFFIXES)
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for path in [*files, *(here.parent / name for name in _SHARED)]:
        digest.update(path.relative_to(here.parent).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(metadata.version(library).encode() + b"\0")
    return digest.hexdigest()
