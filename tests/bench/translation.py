"""The yardstick's adapter: plain functions over the checks."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

from diemtin.translate import checks  # noqa: E402


def check(source: str, target: str, source_lang: str, target_lang: str) -> list[str]:
    """Return the names of what is wrong with *target* as a translation of *source*."""
    return [issue.name for issue in checks.check(source, target, source_lang, target_lang)]
