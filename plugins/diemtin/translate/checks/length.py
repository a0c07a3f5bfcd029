"""How long a translation is beside its source, and whether its end is missing."""

import math
import re
from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.pair import Pair

# Letters of a Vietnamese text to those of its English counterpart, as a natural logarithm: in news the mean of it is
# MEAN + SHORT / n for n letters of the shorter side, its variance NOISE + SPREAD / n. Measured on human translations
# of English news and rounded.
_MEAN: Final = -0.01
_SHORT: Final = 4.0
_NOISE: Final = 0.006
_SPREAD: Final = 1.9
_TOO_LONG: Final = 4.0  # standard deviations
_TOO_SHORT: Final = -3.3
_HEADLINE_TOO_SHORT: Final = -2.0
_END: Final = re.compile(r"[.!?…]['\"”’»)\]]*$")
_ANY_END: Final = re.compile(r"[.!?…:;'\"”’»)\]*]$")


def deviation(pair: Pair) -> float:
    """Return by how many standard deviations the target is longer (or, below 0, shorter) than is usual."""
    source, target = pair.source.letters, pair.target.letters
    if not source or not target:
        return 0.0
    vi, en = (source, target) if pair.source.lang == "vi" else (target, source)
    shorter = min(vi, en)
    usual = _MEAN + _SHORT / shorter
    spread = math.sqrt(_NOISE + _SPREAD / shorter)
    way = 1 if pair.target.lang == "vi" else -1
    return way * (math.log(vi / en) - usual) / spread


def check_length(pair: Pair) -> Iterator[str]:
    """Yield the lengths where the target is far longer or shorter than translations are."""
    off = deviation(pair)
    if off > _TOO_LONG or off < _TOO_SHORT:
        yield f"{pair.source.letters} letters → {pair.target.letters}"


def check_truncated(pair: Pair) -> Iterator[str]:
    """Yield the end of a target that breaks off: no stop where the source has one, or far too short a headline."""
    source, target = pair.source.text, pair.target.text
    stops = bool(_END.search(source))
    if (stops and target and not _ANY_END.search(target)) or (not stops and deviation(pair) < _HEADLINE_TOO_SHORT):
        yield f"… {target[-30:]}"
