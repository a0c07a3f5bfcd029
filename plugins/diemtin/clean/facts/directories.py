"""The directories in a story's address, which many sites name after their sections."""

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Final
from urllib.parse import urlsplit

from diemtin.text import fold_tones

_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
_EXTENSION: Final = re.compile(r"\.[a-z]{3,5}$")
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_MAX_NAME: Final = 60  # characters


def directories(addresses: Iterable[str]) -> dict[str, int]:
    """Return what lies above the story in its *addresses*, by path and by name, and how deep: "van-hoa", "sang-tac".

    Years and days name no section, nor does the language of a site's edition.
    """
    found: dict[str, int] = {}
    for address in addresses:
        for level, path in enumerate(accumulate(path_of(address).split("/")[:-1], "{}/{}".format), 1):
            name = path.rpartition("/")[2]
            if may_name_section(name):
                found |= {path: level, name: level}
    return found


def may_name_section(directory: str) -> bool:
    """Whether *directory* is no year, no day and no language."""
    return bool(directory) and not directory.isdecimal() and not _LANGUAGE.fullmatch(directory)


def depth(name: str, address: str | None, above: Mapping[str, int]) -> int:
    """Return how deep the directory *above* a story lies that *name* means or a link's *address* is; 0 if none."""
    if not above or len(name) > _MAX_NAME:
        return 0
    level = above.get(_OTHER.sub("-", fold_tones(name)).strip("-"), 0)
    return max(level, above.get(path_of(address), 0)) if address and "?" not in address else level


def path_of(address: str) -> str:
    """Return the path in *address* without the slashes around it and the end of a file's name; "" for a front page."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return _EXTENSION.sub("", path.strip("/").lower())
