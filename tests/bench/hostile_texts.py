"""Which text and chat faults of the hostile engine the checks catch, its right answers being human translations.

    python tests/bench/hostile_texts.py [PAIRS.jsonl]

The faults are functions of the shared yardsticks (``DIEMTIN_SHARED``, default ``../shared``); faults that leave a text
as it is, or as good as it is, are counted apart.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from inject import DIRECTIONS, PAIRS, SHARED, read_pairs

sys.path.insert(0, str(SHARED / "hostile"))

from chat import CHAT_FAULTS
from textfaults import TEXT_FAULTS

from diemtin.text import squeeze
from diemtin.translate.checks import check

RAW = ("bidi", "controls")  # nothing is left of these once a text has been squeezed; the checks see them all the same
HUGE = "huge"  # 4 MB an answer: some are enough
MARKED = "<g1>{}</g1> {}<x2/>"


def marked(text: str) -> str:
    """Return *text* with the markup of a segment: its first word in bold, a picture at its end."""
    first, _, rest = text.partition(" ")
    return MARKED.format(first, rest)


def text_faults(pairs: list[dict[str, str]]) -> None:
    """Print a line for each text fault: caught, of how many texts that it changed, by which checks."""
    for name, fault in TEXT_FAULTS.items():
        cells, named = [], Counter[str]()
        for source_lang, target_lang in DIRECTIONS:
            tried = caught = 0
            for pair in pairs[:8] if name == HUGE else pairs:
                source, right = pair[source_lang], pair[target_lang]
                if "placeholder" in name or "tags" in name:
                    source, right = marked(source), marked(right)
                wrong = fault(source, right)
                if squeeze(wrong) == squeeze(right) and name not in RAW:
                    continue
                issues = check(source, wrong, source_lang, target_lang)
                tried, caught = tried + 1, caught + bool(issues)
                named.update({issue.name for issue in issues})
            cells.append(f"{caught:6}/{tried:<5}{100 * caught / tried if tried else 100:6.1f} %")
        print(f"{name:24}{cells[0]:>22}{cells[1]:>22}   {dict(named.most_common(5))}")


def chat_faults(pairs: list[dict[str, str]]) -> None:
    """Print a line for each chat fault: of ten segments to a request, the answers of a reader that takes any text.

    What is no text by then (a missing id, a finish reason) is the adapter's to refuse; here the whole message stands
    for the first segment where it holds no segments.
    """
    for name, fault in CHAT_FAULTS.items():
        cells, named = [], Counter[str]()
        for source_lang, target_lang in DIRECTIONS:
            tried = caught = 0
            for start in range(0, len(pairs) - 9, 10):
                batch = pairs[start : start + 10]
                said, _ = fault([{"id": str(i), "text": pair[target_lang]} for i, pair in enumerate(batch)])
                for i, wrong in _answers(said):
                    if i >= len(batch) or wrong == batch[i][target_lang]:
                        continue
                    others = [pair[source_lang] for j, pair in enumerate(batch) if j != i]
                    issues = check(batch[i][source_lang], wrong, source_lang, target_lang, siblings=others)
                    tried, caught = tried + 1, caught + bool(issues)
                    named.update({issue.name for issue in issues})
            cells.append(f"{caught:6}/{tried:<5}{100 * caught / tried if tried else 100:6.1f} %")
        print(f"{name:24}{cells[0]:>22}{cells[1]:>22}   {dict(named.most_common(5))}")


def _answers(said: str) -> list[tuple[int, str]]:
    try:
        content: dict[str, Any] = json.loads(said)
        return [(int(segment["id"]), segment["text"]) for segment in content["segments"]]
    except (ValueError, KeyError):
        return [(0, said)]


if __name__ == "__main__":
    read = read_pairs(Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)
    print(f"{'':24}{'vi → en':>22}{'en → vi':>22}")
    text_faults(read)
    chat_faults(read)
