"""A second look at each block's score beside those of its neighbours: a heading between paragraphs is story, a lone
sentence among links is none.

A logistic model over logits; ``tests/bench/train_blocks.py`` fits it to scores of pages the forest had not learned.
"""

import math
from collections.abc import Sequence
from operator import mul
from typing import Final

from diemtin.clean.body.blocks import Block, Frame
from diemtin.clean.body.model import INTERCEPT, SECOND

NAMES: Final = (
    "own", "before", "after", "before_2", "after_2", "heading*after", "heading*after_2", "heading", "siblings",
    "cousins", "between", "heading*between", "short*between", "same_frame*before", "same_frame*after", "short",
    "short*siblings", "page_best",
)  # fmt: skip
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
#: Characters: less is a short line.
_SHORT: Final = 31
#: The logit of what is not there.
_NOTHING: Final = -4.0
#: How likely chrome is story: what the classifier says of most of it. No neighbours lift this or less to one half: half
#: of a page's blocks are not looked at again.
CHROME: Final = 0.01
_WEIGHTS: Final = tuple(SECOND[name] for name in NAMES)


def smooth(blocks: Sequence[Block], scores: Sequence[float]) -> list[float]:
    """Return *scores* (0 to 1, one a block) after the second look."""
    return [
        _probability(INTERCEPT + sum(map(mul, _WEIGHTS, row))) if row else score
        for score, row in zip(scores, contexts(blocks, scores, CHROME), strict=True)
    ]


def contexts(blocks: Sequence[Block], scores: Sequence[float], least: float = -1.0) -> list[tuple[float, ...]]:
    """Return what the second look sees of each block: the values of ``NAMES``, nothing where the score is not over
    *least*.
    """
    if not blocks:
        return []
    logit_of = {score: _logit(score) for score in set(scores)}  # half of them are chrome's
    logits = [logit_of[score] for score in scores]
    padded = [_NOTHING, _NOTHING, *logits, _NOTHING, _NOTHING]
    parents = [block.frame.parent for block in blocks]
    grands = [parent.parent if parent else None for parent in parents]
    weights = [math.log2(len(block.words) + 1.5) for block in blocks]
    siblings = _means(parents, logits, weights)
    cousins = _means(grands, logits, weights)
    best = max(logits)
    rows: list[tuple[float, ...]] = []
    for i, block in enumerate(blocks):
        if scores[i] <= least:
            rows.append(())
            continue
        own = logits[i]
        before_2, before, after, after_2 = padded[i], padded[i + 1], padded[i + 3], padded[i + 4]
        heading = float(block.tag in _HEADINGS)
        short = float(block.size < _SHORT)
        between = min(max(before, before_2), max(after, after_2))
        joined = float(i > 0 and parents[i - 1] is parents[i])
        joins = float(i + 1 < len(blocks) and parents[i + 1] is parents[i])
        rows.append(
            (own, before, after, before_2, after_2, heading * after, heading * after_2, heading, siblings[i],
             cousins[i], between, heading * between, short * between, joined * before, joins * after, short,
             short * siblings[i], best)
        )  # fmt: skip
    return rows


def _means(groups: Sequence[Frame | None], logits: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return for each block the mean logit of the others in its group, long ones weighing more."""
    sums: dict[Frame | None, float] = {}
    totals: dict[Frame | None, float] = {}
    for group, logit, weight in zip(groups, logits, weights, strict=True):
        sums[group] = sums.get(group, 0.0) + logit * weight
        totals[group] = totals.get(group, 0.0) + weight
    return [
        (sums[group] - logit * weight) / rest if (rest := totals[group] - weight) > 0.5 else _NOTHING
        for group, logit, weight in zip(groups, logits, weights, strict=True)
    ]


def _logit(score: float) -> float:
    score = min(0.995, max(0.005, score))
    return math.log(score / (1 - score))


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
