"""How near the cleaner comes to the truth of the golden cases: ``python -m tests.clean.scores`` prints the figures.

Body text is compared by runs of four words, as the shared benchmark does; lists by the F1 of their sets; the rest is
right or wrong.
"""

import json
import re
import statistics
from collections import Counter
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from tests.clean.golden import cases, cleaned


def scores() -> dict[str, float]:
    """Return the mean of every measure over all cases whose truth knows it."""
    found: dict[str, list[float]] = {}
    for case in cases():
        for measure, value in _of_case(case).items():
            found.setdefault(measure, []).append(value)
    return {measure: statistics.fmean(values) for measure, values in found.items()}


def _of_case(case: Path) -> dict[str, float]:
    truth: dict[str, Any] = json.loads((case / "truth.json").read_text("utf-8"))
    story = cleaned(case)
    wanted, got = _runs(truth["text"]), _runs(story.text)
    shared = (wanted & got).total()
    captions = [" ".join(e.itertext()) for e in lxml_html.fragment_fromstring(story.html, "div").iter("figcaption")]
    measures = {
        "precision": shared / got.total() if got else float(not wanted),
        "recall": shared / wanted.total() if wanted else float(not got),
        "title": float(story.title == truth["title"]),
        "section": float(story.section == truth["section"]),
        "authors": _set_f1(truth["authors"], story.authors),
        "tags": _set_f1(truth["tags"], story.tags),
        "lede": float(_words(story.lede) == _words(truth["lede"])),
        "captions": _set_f1(map(_line, truth["captions"]), map(_line, captions)),
        "lang": float(story.lang == truth["lang"]),
    }
    if truth["date"]:
        measures["date"] = float(story.date is not None and story.date.isoformat() == truth["date"])
    return measures


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _line(text: str) -> str:
    return " ".join(_words(text))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _words(text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(len(words) - 3, 1)) if words)


def _set_f1(wanted: Any, got: Any) -> float:
    left, right = {item.casefold() for item in wanted}, {item.casefold() for item in got}
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


if __name__ == "__main__":
    for name, score in scores().items():
        print(f"{name:10} {score:.3f}")
