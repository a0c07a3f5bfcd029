"""The yardstick's adapter: plain functions over the checks and over the reader of catalogs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

from diemtin.translate import checks
from diemtin.translate.catalog import read_catalog


def check(source: str, target: str, source_lang: str, target_lang: str) -> list[str]:
    """Return the names of what is wrong with *target* as a translation of *source*."""
    return [issue.name for issue in checks.check(source, target, source_lang, target_lang)]


def read(path: str | Path) -> list[tuple[str, str, bool]]:
    """Return the live entries of a catalog as (msgid, msgstr, fuzzy), without its header.

    Raises DiemtinError, whose text begins with file and line, for a catalog that is not well-formed.
    """
    catalog = read_catalog(Path(path))
    if catalog is None:
        raise FileNotFoundError(path)
    return [
        (entry.msgid, entry.msgstrs[0], entry.fuzzy)
        for entry in catalog.entries
        if not entry.obsolete and (entry.msgid or entry.context is not None)
    ]
