"""Words or phrases that a translation repeats and its source does not."""

from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.pair import Pair

_LONGEST: Final = 40  # words of a phrase; what loops is mostly short, but whole sentences are doubled, too
# How many times in a row a phrase of so many words must stand to be a loop. Single words and short phrases are repeated
# for emphasis, and Vietnamese doubles syllables (ngày ngày).
_PUNCTUATION: Final = ".,;:!?…\"'“”‘’()[]«»-–"
_COPIES: Final = {1: 4, 2: 3, 3: 3}


def check_loops(pair: Pair) -> Iterator[str]:
    """Yield a phrase of the target that stands several times in a row, more often than anything in the source."""
    found = _loop(_tokens(pair.target.text))
    if found:
        phrase, copies = found
        own = _most(_tokens(pair.source.text), len(phrase))
        if copies >= 2 * own:  # "no, no, no" may well be "không, không, không, không"
            yield f"{' '.join(phrase)} × {copies}"


def _tokens(text: str) -> list[str]:
    """Return the words of *text* in lower case without the punctuation around them; what is all punctuation stays."""
    return [token.strip(_PUNCTUATION) or token for token in text.lower().split(" ")]


def _loop(words: list[str]) -> tuple[list[str], int] | None:
    """Return the first phrase that loops, and its copies."""
    if len(set(words)) == len(words):
        return None
    half = len(words) // 2
    if half > 1 and len(words) == 2 * half and words[:half] == words[half:]:
        return words[:half], 2
    for size in range(1, min(_LONGEST, len(words) // 2) + 1):
        needed = size * (_COPIES.get(size, 2) - 1)
        same = 0
        for at, (word, later) in enumerate(zip(words, words[size:], strict=False)):
            same = same + 1 if word == later else 0
            if same >= needed:
                start = at - same + 1
                return words[start : start + size], _copies(words, start, size)
    return None


def _copies(words: list[str], start: int, size: int) -> int:
    """Return how many times the phrase of *size* words from *start* on stands in a row."""
    copies = 1
    while words[start + copies * size : start + (copies + 1) * size] == words[start : start + size]:
        copies += 1
    return copies


def _most(words: list[str], size: int) -> int:
    """Return how many times in a row any phrase of *size* words stands."""
    return max((_copies(words, at, size) for at in range(len(words))), default=1)
