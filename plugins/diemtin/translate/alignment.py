"""Whether a list of answers is in the order of the list that was asked.

A list that came back shifted by one looks well-formed, and texts under other texts' names have reached published sites.
What a translation keeps of its source (length, digits, placeholders, brackets and quotes, names, the mark at its end)
tells: the answers must not fit the texts markedly better when shifted.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = re.compile(r"\d+")
_NAME: Final = re.compile(r"\b[A-Z][A-Za-z]{2,}\b")
_BRACKET: Final = re.compile('["“(%$]')
_PLACEHOLDER: Final = re.compile(r"</?[gx]\d+/?>")
_CLOSERS: Final = "\"'”’»)] \u00a0"
#: Spread of log(length of translation / length of source): about 0.17 on human news translations between Vietnamese
#: and English; twice that leaves engines room.
_SPREAD: Final = 0.35
#: How much better a shift must fit to be believed: one clear contradiction.
_EVIDENCE: Final = 2.0
#: A pair up to this far apart may be a text and its translation. An answer that fits nowhere is bad, not moved.
_FITS: Final = 3.0
#: What one pair can say for a shift: a bad answer beside a chance likeness is no shift yet.
_ONE_PAIR: Final = 2.5
#: What a translator's freedom may take from the evidence that the texts alone promise.
_MARGIN: Final = 3.0
#: Up to so many texts a list is asked one by one where a shift could not be told; a longer one always tells.
_SHORT: Final = 6


@dataclass(frozen=True, slots=True)
class _Trait:
    length: int
    digits: Counter[str]
    placeholders: Counter[str]
    brackets: int
    names: frozenset[str]
    end: str


def in_order(texts: Sequence[str], answers: Sequence[str]) -> bool:
    """Say whether *answers*, as many as *texts*, can be believed to stand in their order."""
    asked, said = [_trait(text) for text in texts], [_trait(text) for text in answers]
    own = [_distance(one, other) for one, other in zip(asked, said, strict=True)]
    count = len(asked)
    for shift in range(1, count):
        moved = [_distance(asked[at], said[(at + shift) % count]) for at in range(count)]
        gains = [_gain(*pair) for pair in zip(own, moved, strict=True)]
        if sum(gains) > _EVIDENCE:
            return False
        if shift in {1, count - 1} and _best_stretch(gains) > 3 * _EVIDENCE:
            return False
    return True


def tellable(texts: Sequence[str]) -> bool:
    """Say whether a shift of the answers to *texts* would be seen.

    Of two texts only where they differ widely; of more than a few always.
    """
    count = len(texts)
    if count > _SHORT:
        return True
    traits = [_trait(text) for text in texts]
    return all(
        sum(min(_ONE_PAIR, _distance(traits[at], traits[(at + shift) % count]) - 1) for at in range(count))
        >= _EVIDENCE + _MARGIN
        for shift in range(1, count)
    )


def _trait(text: str) -> _Trait:
    plain = _PLACEHOLDER.sub("", text).strip()
    last = plain.rstrip(_CLOSERS)[-1:]
    return _Trait(
        length=len(plain),
        digits=Counter(_DIGITS.findall(plain)),
        placeholders=Counter(_PLACEHOLDER.findall(text)),
        brackets=len(_BRACKET.findall(plain)),
        names=frozenset(_NAME.findall(plain)),
        end=last if last in ".?!:…" else "",
    )


def _distance(one: _Trait, other: _Trait) -> float:
    spread = math.log((one.length + 3) / (other.length + 3)) / _SPREAD
    far = min(4.0, spread * spread / 2)
    if one.digits or other.digits:
        shared = (one.digits & other.digits).total()
        far += 3 * (1 - shared / max(one.digits.total(), other.digits.total()))
    if one.placeholders != other.placeholders:
        far += 3
    far += min(2, abs(one.brackets - other.brackets))
    if one.names and other.names and not one.names & other.names:
        far += 1
    return far + (one.end != other.end)


def _gain(own: float, moved: float) -> float:
    """Return what one pair says for a shift: how much better the answer fits there, if it fits there at all."""
    return min(_ONE_PAIR, own - moved) if moved < _FITS else min(0.0, own - moved) - 1


def _best_stretch(gains: Sequence[float]) -> float:
    """Return the largest sum over neighbours in *gains*."""
    best = here = 0.0
    for gain in gains:
        here = max(0.0, here + gain)
        best = max(best, here)
    return best
