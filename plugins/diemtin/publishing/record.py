"""What builds wrote into the output folder: the record lies in that folder, so that it outlives every cache.

Two files: the record of the last build that came to its end, and a journal of the names that a build is about to
create, so that one that is cut off leaves no file behind that nobody knows.
"""

import contextlib
import hashlib
import json
from pathlib import Path
from typing import BinaryIO, Final

from diemtin.files import write_atomically

NAME: Final = ".diemtin.json"
_JOURNAL: Final = ".diemtin.new"
#: Stands for the hash of a file that an unfinished build announced.
UNKNOWN: Final = ""


def digest(content: bytes) -> str:
    """Return the hash by which the record knows a file's bytes."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()


def read_record(output: Path) -> dict[str, str]:
    """Return name → hash of what builds wrote into *output*; ``UNKNOWN`` where a build was cut off.

    A missing or damaged record knows no file, so that nothing is pruned by it; names that lead out of *output* are
    passed over.
    """
    files: dict[str, str] = {}
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        files = {str(name): str(value) for name, value in json.loads((output / NAME).read_bytes())["files"].items()}
    with contextlib.suppress(OSError, UnicodeDecodeError):
        files |= dict.fromkeys((output / _JOURNAL).read_text("utf-8").splitlines(), UNKNOWN)
    return {name: value for name, value in files.items() if name and is_inside(name)}


def open_journal(output: Path) -> BinaryIO:
    """Open the journal; each name (and a line feed) goes into it before the file is created.

    What is written is there at once, behind what other processes of the build wrote.
    """
    output.mkdir(parents=True, exist_ok=True)
    return (output / _JOURNAL).open("ab", buffering=0)


def write_record(output: Path, files: dict[str, str]) -> None:
    """Write the record of a build that came to its end, and drop the journal."""
    text = json.dumps({"files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0)
    write_atomically(output / NAME, text.encode("utf-8"))
    (output / _JOURNAL).unlink(missing_ok=True)


def is_inside(name: str) -> bool:
    """Say whether *name* stays below the folder that it is told from."""
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts
