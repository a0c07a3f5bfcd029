"""Which blocks are story: the classifier's word, then the rules that know better."""

from collections.abc import Sequence

from diemtin.clean.body.blocks import Block
from diemtin.clean.body.classify import forest
from diemtin.clean.body.features import Context, features

_THRESHOLD = 0.5


def choose(page: Context) -> dict[Block, str]:
    """Return for each block of text the name of the rule that drops it; "" keeps it."""
    if not page.blocks:
        return {}
    names, rows = features(page)
    trees = forest("first")
    scores = [trees.score(row) for row in rows]
    return {
        block: "" if score >= _THRESHOLD else "unlike the story"
        for block, score in zip(page.blocks, scores, strict=True)
    }


def captions(blocks: Sequence[Block], dropped: dict[Block, str]) -> set[Block]:
    """Return the dropped blocks that caption a kept picture: in its figure, named so, or right behind it."""
    return set()
