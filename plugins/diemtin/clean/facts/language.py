"""The language of a text, told by the text itself: attributes on pages are wrong too often."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Final

_TABLE: Final = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))
_BY_WORD: Final[dict[str, tuple[str, ...]]] = {}
for _lang, _words in _TABLE["words"].items():
    for _word in _words:
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _lang)
# Compiled where they are asked for: a wide range takes ten milliseconds, the two narrow ones below a tenth of that.
_SCRIPTS: Final = {lang: f"[{chr(first)}-{chr(last)}]" for lang, (first, last) in _TABLE["scripts"].items()}
_VIETNAMESE: Final = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_BEYOND_LATIN: Final = re.compile("[^\0-\u036f\u1e00-\u2e7f]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 2_000  # characters that are looked at


def detect(text: str) -> str | None:
    """Return the code (ISO 639-1) of the language that *text* is in, or None where it is too short to tell.

    Vietnamese is told by its own letters, other scripts by their range, the rest by their commonest words.
    """
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < 2:
        return None
    if len(_VIETNAMESE.findall(sample)) > letters * 0.04:
        return "vi"
    is_latin = len(_BEYOND_LATIN.findall(sample)) <= letters * 0.1  # nearly always, and fourteen searches less
    for lang, script in () if is_latin else _SCRIPTS.items():
        share = len(re.findall(script, sample)) / letters
        if share > (0.1 if lang in {"ja", "ko"} else 0.4):
            return _cyrillic(sample) if lang == "ru" else lang
    found: Counter[str] = Counter()
    counts = Counter(words)
    for word in counts.keys() & _BY_WORD.keys():
        for lang in _BY_WORD[word]:
            found[lang] += counts[word]
    if not found:
        return None
    (lang, count), *others = found.most_common(2)
    if count < 2 or (others and others[0][1] == count):
        return None
    return lang


def _cyrillic(sample: str) -> str:
    if re.search("[іїєґ]", sample):
        return "uk"
    return "ru" if "ы" in sample or "э" in sample else "bg"
