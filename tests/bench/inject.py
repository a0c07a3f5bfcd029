"""How many injected faults the checks catch, and how many right translations they flag.

    python tests/bench/inject.py [PAIRS.jsonl] [--show FAULT|clean]

PAIRS holds one JSON object a line with ``document``, ``en`` and ``vi``; without it, the pairs of the shared yardsticks
(``DIEMTIN_SHARED``, default ``../shared``). Faults are chosen by seed and text, so that two runs agree.
"""

import argparse
import json
import os
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

from diemtin.translate.checks import check, document_language

SHARED = Path(os.environ.get("DIEMTIN_SHARED", Path(__file__).parents[3] / "shared"))
PAIRS = SHARED / "bench" / "translation" / "ntrex-dev.jsonl"
DIRECTIONS = (("vi", "en"), ("en", "vi"))

# A fault takes (source, right translation, target language, dice) and gives the faulty text, or None where the right
# translation has nothing that it could damage.
Fault = Callable[[str, str, str, random.Random], str | None]
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def _one(pattern: re.Pattern[str], text: str, dice: random.Random, edit: Callable[[str], str | None]) -> str | None:
    """Edit one match of *pattern*, drawn by *dice*."""
    found = list(pattern.finditer(text))
    if not found:
        return None
    match = dice.choice(found)
    edited = edit(match.group())
    return None if edited is None or edited == match.group() else text[: match.start()] + edited + text[match.end() :]


def digit_changed(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    return _one(re.compile(r"\d"), right, dice, lambda digit: dice.choice([d for d in "123456789" if d != digit]))


def digit_dropped(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    """One digit of a number of two or more is lost."""

    def drop(number: str) -> str | None:
        at = dice.choice([i for i, char in enumerate(number) if char.isdigit()])
        return (number[:at] + number[at + 1 :]).strip(".,") or None

    return _one(re.compile(r"\d[\d.,]*\d"), right, dice, drop)


def number_dropped(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    text = _one(_DIGITS, right, dice, lambda _: "")
    return None if text is None else re.sub(r"  +", " ", text)


def times_ten(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    return _one(_DIGITS, right, dice, lambda number: number + "0")


def times_ten_by_separator(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    """2,8 becomes 28, and 1.500 becomes 15.00: the separator has moved or gone."""

    def move(number: str) -> str:
        at = max(number.rfind("."), number.rfind(","))
        moved = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        return moved.strip(".,") if not moved[-1].isdigit() else moved

    return _one(re.compile(r"\d+[.,]\d+"), right, dice, move)


def scale_changed(_source: str, right: str, lang: str, dice: random.Random) -> str | None:
    """Million for billion and the other way round."""
    small, big = ("million", "billion") if lang == "en" else ("triệu", "tỷ")
    pattern = re.compile(r"\b(?:million|billion)" if lang == "en" else r"\b(?:triệu|t[ỷỉ])\b")
    return _one(pattern, right, dice, lambda word: small if word != small else big)


def quarter_cut(_source: str, right: str, _lang: str, _dice: random.Random) -> str | None:
    words = right.split()
    return " ".join(words[: len(words) * 3 // 4]) if len(words) >= 4 else None


def quarter_cut_by_letters(_source: str, right: str, _lang: str, _dice: random.Random) -> str | None:
    return right[: len(right) * 3 // 4] if len(right) >= 8 else None


def quarter_cut_with_stop(source: str, right: str, lang: str, dice: random.Random) -> str | None:
    """The full stop (and the quotation mark after it) stays."""
    cut, end = quarter_cut(source, right, lang, dice), re.search(r"[.?!]['\"”’]*\s*$", right)
    return cut.rstrip(" ,.;:") + end.group() if cut and end else None


def second_half_source(source: str, right: str, _lang: str, _dice: random.Random) -> str | None:
    return _halves(right, source) if len(right.split()) >= 4 else None


def first_half_source(source: str, right: str, _lang: str, _dice: random.Random) -> str | None:
    return _halves(source, right) if len(right.split()) >= 4 else None


def _halves(first: str, second: str) -> str:
    start, end = first.split(), second.split()
    return " ".join([*start[: len(start) // 2], *end[len(end) // 2 :]])


def phrase_looped(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    """A phrase of two to six words stands three to ten times."""
    words = right.split()
    size = dice.randint(2, 6)
    if len(words) < size:
        return None
    at = dice.randint(0, len(words) - size)
    return " ".join([*words[:at], *words[at : at + size] * dice.randint(3, 10), *words[at + size :]])


def loop_at_the_end(_source: str, right: str, _lang: str, dice: random.Random) -> str | None:
    words = right.split()
    return " ".join([*words, *words[-dice.randint(1, 5) :] * dice.randint(3, 20)])


def echo(source: str, _right: str, _lang: str, _dice: random.Random) -> str | None:
    return source


def empty(_source: str, _right: str, _lang: str, dice: random.Random) -> str | None:
    return dice.choice(["", " ", "\n"])


_PREAMBLES = {
    "en": ["Here is the translation: ", "Sure! Here's the English translation:\n\n", "Translation: ", "English: "],
    "vi": ["Here is the translation: ", "Đây là bản dịch: ", "Dưới đây là bản dịch tiếng Việt:\n", "Bản dịch: "],
}


def preamble(_source: str, right: str, lang: str, dice: random.Random) -> str | None:
    return dice.choice(_PREAMBLES[lang]) + right


FAULTS: dict[str, Fault] = {
    fault.__name__.replace("_", " "): fault
    for fault in (
        digit_changed,
        digit_dropped,
        number_dropped,
        times_ten,
        times_ten_by_separator,
        scale_changed,
        quarter_cut,
        quarter_cut_by_letters,
        quarter_cut_with_stop,
        second_half_source,
        first_half_source,
        phrase_looped,
        loop_at_the_end,
        echo,
        empty,
        preamble,
    )
}


def read_pairs(path: Path) -> list[dict[str, str]]:
    """Return the pairs of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def cases(pairs: list[dict[str, str]], source_lang: str, target_lang: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield (source, faulty target) of each pair that *name* can damage; ``clean`` damages nothing."""
    for pair in pairs:
        source, right = pair[source_lang], pair[target_lang]
        dice = random.Random(f"{name}|{target_lang}|{source}")
        faulty = right if name == "clean" else FAULTS[name](source, right, target_lang, dice)
        if faulty is not None and (name in ("clean", "echo") or faulty != right):
            yield source, faulty


def languages_wrong(pairs: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Return (document, language) of each document's side whose language is told wrong."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in pairs:
        for lang in ("en", "vi"):
            texts[pair["document"], lang].append(pair[lang])
    return [key for key, said in texts.items() if document_language(" ".join(said)) != key[1]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS)
    parser.add_argument("--show", help="print the flagged pairs (clean) or the missed ones (a fault)")
    options = parser.parse_args()
    pairs = read_pairs(options.pairs)
    print(f"{len(pairs)} pairs of {len({pair['document'] for pair in pairs})} documents")
    print(f"{'':26}{'vi → en':>22}{'en → vi':>22}")
    for name in ["clean", *FAULTS]:
        if options.show not in (None, name):
            continue
        cells, named = [], Counter[str]()
        for source_lang, target_lang in DIRECTIONS:
            tried = caught = 0
            for source, target in cases(pairs, source_lang, target_lang, name):
                issues = check(source, target, source_lang, target_lang)
                tried, caught = tried + 1, caught + bool(issues)
                named.update({issue.name for issue in issues})
                if options.show and bool(issues) == (name == "clean"):
                    print(f"\n{source}\n{target}\n   {[(i.name, i.evidence) for i in issues]}")
            cells.append(f"{caught:6}/{tried:<5}{100 * caught / max(tried, 1):6.1f} %")
        print(f"{name:26}{cells[0]:>22}{cells[1]:>22}   {dict(named.most_common(8))}")
    began = time.process_time()
    for pair in pairs:
        check(pair["vi"], pair["en"], "vi", "en")
        check(pair["en"], pair["vi"], "en", "vi")
    spent = (time.process_time() - began) / (2 * len(pairs)) * 1000
    print(f"languages told wrong: {languages_wrong(pairs) or 0}; {spent:.2f} ms of processor a pair")


if __name__ == "__main__":
    main()
