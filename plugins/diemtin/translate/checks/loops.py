"""Words or phrases that a translation repeats and its source does not."""

from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.pair import Pair, Word

_LONGEST: Final = 40  # words of a phrase; what loops is mostly short, but whole sentences are doubled, too
# How many times in a row a phrase of so many words must stand to be a loop. Single words and short phrases are repeated
# for emphasis, and Vietnamese doubles syllables (ngày ngày).
_COPIES: Final = {1: 4, 2: 3, 3: 3}


def check_loops(pair: Pair) -> Iterator[str]:
    """Yield a phrase of the target that stands several times in a row, more often than anything in the source."""
    found = _loop(pair.target.words)
    if found:
        phrase, copies = found
        if copies > _most(pair.source.words, len(phrase)):
            yield f"{' '.join(word.text for word in phrase)} × {copies}"


def _loop(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], int] | None:
    """Return the first phrase that loops, and its copies."""
    lower = [word.lower for word in words]
    for size in range(1, min(_LONGEST, len(words) // 2) + 1):
        needed = _COPIES.get(size, 2)
        same = 0
        for at in range(size, len(lower)):
            same = same + 1 if lower[at] == lower[at - size] else 0
            if same >= size * (needed - 1):
                start = at - same + 1 - size
                return words[start : start + size], _copies(lower, start, size)
    return None


def _copies(lower: list[str], start: int, size: int) -> int:
    """Return how many times the phrase of *size* words from *start* on stands in a row."""
    copies = 1
    while lower[start + copies * size : start + (copies + 1) * size] == lower[start : start + size]:
        copies += 1
    return copies


def _most(words: tuple[Word, ...], size: int) -> int:
    """Return how many times in a row any phrase of *size* words, or of one, stands."""
    lower = [word.lower for word in words]
    return max((_copies(lower, at, n) for n in {1, size} for at in range(len(lower))), default=1)
