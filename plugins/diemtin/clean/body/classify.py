"""The learned part: how likely each block is story, by trees that ``tests/bench/train_blocks.py`` grew."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

_FILE: Final = "model.json"
Node = tuple[int, float, int, int]
Tree = tuple[tuple[Node, ...], tuple[float, ...]]
#: After so many trees a block whose logit is beyond _SURE is decided: nine of ten are after the second, and on the
#: 6,091 blocks of forty pages the trees left out would have changed no decision.
_STAGES: Final = (0, 30, 70, 100, 140, None)
_SURE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees in stages: names of the features in the order of a row; per tree its nodes and its leaves' values.

    A node is (feature, threshold, left, right); left is taken where the value is at most the threshold. A child below
    zero is the leaf ``~child``.
    """

    names: tuple[str, ...]
    stages: tuple[tuple[Tree, ...], ...]

    def score(self, row: Sequence[float]) -> float:
        """Return the probability, 0 to 1, that *row*'s block is story."""
        total = 0.0
        for trees in self.stages:
            for nodes, leaves in trees:
                node = 0
                while node >= 0:
                    feature, threshold, left, right = nodes[node]
                    node = left if row[feature] <= threshold else right
                total += leaves[~node]
            if not -_SURE < total < _SURE:
                break
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def forest(name: str, names: tuple[str, ...]) -> Forest:
    """Return the forest called *name* in ``model.json``, its nodes pointing into rows of the features *names*.

    Raises KeyError for a feature that *names* lacks: the file then belongs to another version of the code.
    """
    table = json.loads(resources.files(__package__).joinpath(_FILE).read_text("utf-8"))[name]
    place = {feature: names.index(feature) for feature in table["features"]}
    column = [place[feature] for feature in table["features"]]
    trees = tuple(
        (tuple((column[f], t, left, right) for f, t, left, right in tree["nodes"]), tuple(tree["leaves"]))
        for tree in table["trees"]
    )
    return Forest(names, tuple(trees[start:end] for start, end in pairwise(_STAGES)))
