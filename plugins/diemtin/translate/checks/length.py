"""How long a translation is beside its source, and whether its end is missing."""

import math
import re
from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.language import told
from diemtin.translate.checks.pair import Pair, Side
from diemtin.translate.checks.tables import table

# Letters of a Vietnamese text to those of its English counterpart, as a natural logarithm: in news the mean of it is
# MEAN + SHORT / n for n letters of the shorter side, its variance NOISE + SPREAD / n. English headlines are terser.
# Measured on human translations of English news and rounded.
_MEAN: Final = -0.01
_SHORT: Final = 4.0
_HEADLINE: Final = 0.04
_NOISE: Final = 0.006
_SPREAD: Final = 1.9
# In standard deviations. A text may gain explanations, so it may be longer by more than it may be shorter; a headline
# has no full stop that would show that its end is missing. Vietnamese that was not translated is terser than the
# measured kind ("Bộ Giáo dục": the Ministry of Education).
_TOO_LONG: Final = 4.0
_TOO_SHORT: Final = {"en": -2.4, "vi": -3.2}
_HEADLINE_TOO_SHORT: Final = {"en": -1.7, "vi": -2.3}
_FEW: Final = 20  # letters; what is shorter is a name or an abbreviation, and the mean says nothing of it
_STOP: Final = re.compile(r"[.!?…;:]['\"”’»)\]]*$")
_ABBREVIATION: Final = re.compile(r"\b(?:\w\.){2,}$")  # U.S., A.I.
_COMMA: Final = re.compile(r",['\"”’]*$")
_ANY_END: Final = re.compile(r"[.!?…:;'\"”’»)\]*]$")


def deviation(pair: Pair) -> float:
    """Return by how many standard deviations the target is longer (or, below 0, shorter) than is usual."""
    source, target = pair.source.letters, pair.target.letters
    if not source or not target:
        return 0.0
    vi, en = (source, target) if pair.source.lang == "vi" else (target, source)
    shorter = min(vi, en)
    usual = _MEAN + _SHORT / max(shorter, _FEW) + (0 if _stops(pair.source) else _HEADLINE)
    spread = math.sqrt(_NOISE + _SPREAD / shorter)
    way = 1 if pair.target.lang == "vi" else -1
    return way * (math.log(vi / en) - usual) / spread


def _stops(side: Side) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_STOP.search(side.text)) and not _ABBREVIATION.search(side.text)


def check_length(pair: Pair) -> Iterator[str]:
    """Yield the lengths where the target is far longer or shorter than translations are."""
    off = deviation(pair)
    if (off > _TOO_LONG and told(pair.target)) or off < _TOO_SHORT[pair.target.lang]:
        yield f"{pair.source.letters} letters → {pair.target.letters}"


def check_truncated(pair: Pair) -> Iterator[str]:
    """Yield the end of a target that breaks off: no full stop where the source has one, or nothing after *of*.

    Headlines have no full stop; there a length below the usual is enough. Where words are unreadable, their number is.
    """
    target = pair.target.text
    if _stops(pair.source):
        broken = not _ANY_END.search(target)
    else:
        broken = pair.source.letters >= _FEW and deviation(pair) < _HEADLINE_TOO_SHORT[pair.target.lang]
    if not told(pair.target):
        broken = broken or (not target.isupper() and 2 * len(target.split()) <= len(pair.source.text.split()))
    elif not broken:
        headline = not _stops(pair.source)
        broken = _dangles(pair.target, headline) and not _dangles(pair.source, headline)
    if broken:
        yield f"… {target[-30:]}"


def _dangles(side: Side, headline: bool) -> bool:
    """Whether a text ends with a comma, or with a word that another must follow."""
    if _COMMA.search(side.text):
        return True
    if not side.words or side.text[-1] in ":…-?" or side.words[-1].capital:
        return False
    last, before = side.words[-1].lower, side.words[-2].lower if len(side.words) > 1 else ""
    endings = table("endings")[side.lang] | (table("endings")["headline"][side.lang] if headline else {})
    rest = side.prose[side.words[-1].start + len(last) :]
    return last in endings and before not in endings[last] and not any(map(str.isalnum, rest))
