"""Brackets that were closed in the source and are not in the target."""

from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.pair import Pair

_PAIRS: Final = ("()", "[]", "{}")


def check_brackets(pair: Pair) -> Iterator[str]:
    """Yield brackets that stand open in the target though the source closes all of its own."""
    for opening, closing in _PAIRS:
        if _open(pair.source.text, opening, closing) == 0 and (left := _open(pair.target.text, opening, closing)):
            yield f"{abs(left)} {opening if left > 0 else closing} without {closing if left > 0 else opening}"


def _open(text: str, opening: str, closing: str) -> int:
    return text.count(opening) - text.count(closing)
