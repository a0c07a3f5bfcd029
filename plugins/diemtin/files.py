"""Files written whole or not at all."""

import contextlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

_TEMPORARY: Final = re.compile(r"\.(\d+)-.*\.part")


def write_atomically(path: Path, data: bytes) -> bool:
    """Make *path* hold *data*: temporary file beside it, fsync, rename. Nothing is touched where it already does.

    Returns whether anything was written. Raises OSError (disk full, no permission); then *path* is as it was and no
    temporary file is left.
    """
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mode = 0o644
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{os.getpid()}-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return True


def remove_leftovers(folder: Path) -> None:
    """Remove below *folder* the temporary files of ``write_atomically`` whose process is no more: it was killed."""
    for here, _, names in os.walk(folder):
        for name in names:
            match = _TEMPORARY.fullmatch(name)
            if match and not _is_running(int(match[1])):
                with contextlib.suppress(OSError):
                    Path(here, name).unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
