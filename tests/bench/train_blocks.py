"""Grow the classifier of blocks (``plugins/diemtin/clean/body/model.py``) from labelled pages.

    pip install lightgbm scikit-learn
    python -m tests.bench.train_blocks WCXB TRAFILATURA            # cross-validate by publisher, print the figures
    python -m tests.bench.train_blocks WCXB TRAFILATURA --write    # then grow it from all pages and write model.py

The pages are those of the shared benchmark, the articles of WCXB (CC BY 4.0) and trafilatura's own evaluation pages
(Apache-2.0); the arguments are checkouts of the latter two (see `labelled.wcxb_pages`, `snippets.snippet_pages`). Only
weights go into the project, no page. The cross-validation keeps all pages of a publisher on one side: its figures say
what to expect of outlets never seen; those on the pages it grew from say nothing.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import lightgbm
import numpy
from sklearn.linear_model import LogisticRegression

from diemtin.clean.body import smoothing
from diemtin.clean.body.choose import choose
from diemtin.clean.body.features import NAMES
from tests.bench.labelled import SHARED, Labelled, labelled_pages, wcxb_pages
from tests.bench.snippets import snippet_pages

MODEL = Path(__file__).parents[2] / "plugins" / "diemtin" / "clean" / "body" / "model.py"
FOLDS = 5
#: Small trees, few features each and strong shrinkage: 1,400 pages are few for some two hundred features.
FOREST = {
    "objective": "cross_entropy", "learning_rate": 0.15, "num_leaves": 31, "max_depth": 6, "min_data_in_leaf": 60,
    "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "path_smooth": 1,
    "verbose": -1, "num_threads": 1, "seed": 0, "deterministic": True,
}  # fmt: skip
TREES = 140
#: After so many trees a block whose logit is beyond `classify._SURE` is decided.
STAGES = (0, 20, 47, 94)
HEAD = '''"""Grown by ``tests/bench/train_blocks.py``; not to be edited.

A tree is one expression, because Python evaluates it three times as fast as a table of nodes, and because compiled
code loads in a millisecond.
"""

from collections.abc import Sequence
from typing import Final

'''
#: What a page made of another one weighs beside a real one.
MADE = 0.4
#: What a page of another set weighs beside one of the benchmark. WCXB's truths keep captions and calls to buy that
#: these drop.
OTHERS = {"wcxb": 0.3, "snippets": 1.0}

Pair = tuple[Labelled, Labelled | None]


def weights(page: Labelled) -> list[float]:
    """Return what each block weighs: as the benchmark counts, by its share of the page's story, never nothing."""
    return [(min(1.0, words / max(60, page.truth)) * 30) ** 0.75 + 0.15 for words in page.words]


def grow(pairs: Iterable[Pair]) -> lightgbm.Booster:
    """Return boosted trees for the blocks of pages and, weighing less, of those made of them."""
    pages = [
        (page, share * OTHERS.get(page.set, 1.0))
        for pair in pairs
        for page, share in zip(pair, (1.0, MADE), strict=True)
        if page is not None
    ]
    learned = [
        (row, min(1.0, label), weight * share)
        for page, share in pages
        for row, label, weight in zip(page.rows, page.labels, weights(page), strict=True)
        if row is not None
    ]
    rows, labels, heavy = (numpy.array(column) for column in zip(*learned, strict=True))
    return lightgbm.train(FOREST, lightgbm.Dataset(rows, labels, weight=heavy), TREES)


def fit_smoothing(pages: list[Labelled], scores: list[list[float]]) -> LogisticRegression:
    """Return the second look, fitted to *scores* that the forest gave to pages it had not seen."""
    known = [(page, score) for page, score in zip(pages, scores, strict=True) if score]
    rows = numpy.vstack([smoothing.contexts(page.context.blocks, score) for page, score in known])
    labels = numpy.concatenate([numpy.array(page.labels) >= 0.5 for page, _ in known])
    heavy = numpy.concatenate([weights(page) for page, _ in known])
    return LogisticRegression(C=0.05, max_iter=500).fit(rows, labels, sample_weight=heavy)


def unseen_scores(real: list[Labelled], pairs: list[Pair], draw: int) -> tuple[list[list[float]], list[int]]:
    """Return scores of each page by a forest that saw no page of its publisher, and the fold each page was in."""
    publishers = sorted({page.publisher for page in real})
    random.Random(draw).shuffle(publishers)
    fold_of = {publisher: place % FOLDS for place, publisher in enumerate(publishers)}
    scores = [[smoothing.CHROME] * len(page.rows) for page in real]
    for fold in range(FOLDS):
        forest = grow(pair for pair in pairs if fold_of.get(pair[0].publisher) != fold)
        for place, page in enumerate(real):
            if any(row is not None for row in page.rows) and fold_of[page.publisher] == fold:
                seen = iter(forest.predict(numpy.array([row for row in page.rows if row is not None])))
                scores[place] = [smoothing.CHROME if row is None else float(next(seen)) for row in page.rows]
    return scores, [fold_of[page.publisher] for page in real]


def print_figures(real: list[Labelled], scores: list[list[float]], folds: list[int]) -> None:
    """Print the benchmark's F1, precision and recall of each set: blocks chosen by score alone, then by the rules too.

    Sites' own rules are left out: the figures are to say what to expect of outlets never seen.
    """
    sys.path.insert(0, str(SHARED / "bench" / "cleaning"))
    from run import overlap, pooled, tokens  # type: ignore[import-not-found]

    parts: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for fold in range(FOLDS):
        others = [place for place in range(len(real)) if folds[place] != fold]
        look_again = fit_smoothing([real[place] for place in others], [scores[place] for place in others])
        for page, first in ((real[place], scores[place]) for place in range(len(real)) if folds[place] == fold):
            blocks = page.context.blocks
            second = look_again.predict_proba(smoothing.contexts(blocks, first))[:, 1] if blocks else []
            both = [(one + float(other)) / 2 for one, other in zip(first, second, strict=True)]
            rules = choose(page.context, both, set())
            ways = {"first look": first, "both looks": both, "and rules": [float(not rules[block]) for block in blocks]}
            for way, values in ways.items():
                kept = [block.text for block, value in zip(blocks, values, strict=True) if value >= 0.5]
                parts[way, page.set].append(overlap(tokens(page.text), tokens("\n".join(kept))))
    for (way, name), pages in sorted(parts.items()):
        print(f"{way:12} {name:12} " + "  ".join(f"{key} {value:.4f}" for key, value in pooled(pages).items()))


def as_module(trees: list[dict[str, Any]], second: dict[str, float], intercept: float) -> str:
    """Return the source of ``model.py``: *trees* as LightGBM dumps them, the second look's weights by name."""
    stages = []
    for start, end in pairwise([*STAGES, len(trees)]):
        used: set[int] = set()
        terms = [f"    total += {_expression(tree, used)}" for tree in trees[start:end]]
        row = ", ".join(f"f{column}" if column in used else "_" for column in range(len(NAMES)))
        head = f"def _trees_from_{start}(row: Sequence[float], total: float) -> float:"
        stages.append("\n".join([head, f"    {row} = row", *terms, "    return total"]))
    names = ", ".join(f"_trees_from_{start}" for start in STAGES)
    return HEAD + "\n\n".join(
        [
            f"NAMES: Final = {NAMES!r}\nSECOND: Final = {second!r}\nINTERCEPT: Final = {intercept!r}",
            *stages,
            f"STAGES: Final = ({names})\n",
        ]
    )


def _expression(node: dict[str, Any], used: set[int]) -> str:
    if "leaf_value" in node:
        return repr(round(node["leaf_value"], 5))
    used.add(node["split_feature"])
    left, right = (_expression(node[side], used) for side in ("left_child", "right_child"))
    return f"({left} if f{node['split_feature']} <= {_short(node['threshold'])} else {right})"


def _short(threshold: float) -> str:
    return repr(float(f"{threshold:.5g}"))


def main() -> None:
    """Cross-validate; with ``--write``, also grow and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wcxb", type=Path, help="a checkout of Murrough-Foley/web-content-extraction-benchmark")
    parser.add_argument("trafilatura", type=Path, help="a checkout of adbar/trafilatura")
    parser.add_argument("--draw", type=int, default=1, help="which draw of the folds (1)")
    parser.add_argument("--write", action="store_true", help="write model.py")
    options = parser.parse_args()
    pairs = [*labelled_pages(), *wcxb_pages(options.wcxb), *snippet_pages(options.trafilatura)]
    real = [page for page, _ in pairs if page.set not in OTHERS]
    scores, folds = unseen_scores(real, pairs, options.draw)
    print_figures(real, scores, folds)
    if options.write:
        second = fit_smoothing(real, scores)
        weights = {name: round(float(w), 4) for name, w in zip(smoothing.NAMES, second.coef_[0], strict=True)}
        trees = [tree["tree_structure"] for tree in grow(pairs).dump_model()["tree_info"]]
        MODEL.write_text(as_module(trees, weights, round(float(second.intercept_[0]), 4)), "utf-8")


if __name__ == "__main__":
    main()
