"""Pinned addresses: ``slug = {en = "…"}`` in a story's sidecar, set once when its title is first translated."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from diemtin.files import write_atomically
from diemtin.findings import DiemtinError, Finding
from diemtin.stories import sidecar_path

_INLINE: Final = re.compile(r"^(\s*slug\s*=\s*\{[^}\n]*?)(\s*\})", re.MULTILINE)
_TABLE: Final = re.compile(r"^\s*\[\s*slug\s*\][^\n]*\n?", re.MULTILINE)
_DOTTED: Final = re.compile(r"^\s*slug\s*\.[^\n]*\n?", re.MULTILINE)
_HEADER: Final = re.compile(r"^\s*\[", re.MULTILINE)


def pin_slug(scrape: Path, lang: str, slug: str) -> bool:
    """Pin *slug* as the address of *scrape* in *lang*; a pinned one is never changed. Return whether it was pinned now.

    What stands in the sidecar keeps its bytes. Raises DiemtinError for a sidecar that is no TOML in UTF-8.
    """
    path = sidecar_path(scrape)
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except FileNotFoundError:
        text, table = "", {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DiemtinError(Finding(path, str(error), "mend the sidecar")) from None
    slugs = table.get("slug", {})
    if not isinstance(slugs, dict) or lang in slugs:
        return False
    wanted = {**table, "slug": {**slugs, lang: slug}}
    for candidate in _candidates(text, lang, slug):
        try:
            if tomllib.loads(candidate.removeprefix("\ufeff")) == wanted:
                return write_atomically(path, candidate.encode("utf-8"))
        except tomllib.TOMLDecodeError:
            continue
    raise DiemtinError(Finding(path, "no place for a pinned address", f'add {lang} = "{slug}" to slug by hand'))


def _candidates(text: str, lang: str, slug: str) -> Iterator[str]:
    """Yield *text* with the pin wherever it might belong; the reader of TOML says which of them mean it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    pair = f'{lang} = "{slug}"'
    for match in _INLINE.finditer(text):
        comma = "" if match[1].rstrip().endswith("{") else ","
        space = "" if match[1].endswith(" ") and not comma else " " if comma else ""
        yield f"{text[: match.end(1)]}{comma}{space}{pair}{text[match.end(1) :]}"
    for pattern, before in ((_TABLE, ""), (_DOTTED, "slug.")):
        for match in pattern.finditer(text):
            head = text[: match.end()]
            yield f"{head}{'' if head.endswith(chr(10)) else newline}{before}{pair}{newline}{text[match.end() :]}"
    line = f"slug = {{{pair}}}{newline}"
    yield text + ("" if not text or text.endswith("\n") else newline) + line
    for match in _HEADER.finditer(text):
        start = text.rfind("\n", 0, match.end() - 1) + 1
        yield text[:start] + line + text[start:]
