"""The directories in a story's address, which many sites name after their sections."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final
from urllib.parse import urlsplit

from diemtin.text import fold_tones

_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
_EXTENSION: Final = re.compile(r"\.[a-z]{3,5}$")
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def directories(addresses: Iterable[str]) -> list[str]:
    """Return what lies above the story in its *addresses*, the outermost first: "van-hoa", "van-hoa/sang-tac".

    Years and days name no section, nor does the language of a site's edition.
    """
    paths = [path for address in addresses for path in accumulate(path_of(address).split("/")[:-1], "{}/{}".format)]
    names = {path: path.rpartition("/")[2] for path in paths}
    return [path for path, name in names.items() if not name.isdecimal() and not _LANGUAGE.fullmatch(name)]


def depth(name: str, address: str | None, above: Sequence[str]) -> int:
    """Return which of the directories *above* a story is meant by *name*, or lies at a link's *address*; 0 if none."""
    path = path_of(address) if address and "?" not in address else ""
    slug = _OTHER.sub("-", fold_tones(name)).strip("-")
    meant = [path == place or slug == place.rpartition("/")[2] for place in above]
    return max((number for number, is_meant in enumerate(meant, 1) if is_meant), default=0)


def path_of(address: str) -> str:
    """Return the path in *address* without the slashes around it and the end of a file's name; "" for a front page."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return _EXTENSION.sub("", path.strip("/").lower())
