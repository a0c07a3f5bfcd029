"""What became of the letters: other scripts, lost marks and spaces, broken encodings, capitals, controls."""

import re
from collections.abc import Iterator
from typing import Final

from diemtin.text import visible
from diemtin.translate.checks.language import Kind, english, glued, kind, other, told, vietnamese
from diemtin.translate.checks.pair import Pair, Side, Word

# Letters of scripts that neither language is written in. Single Greek letters are signs (α, µ).
_SCRIPTS: Final = re.compile(
    "[\u0400-\u1cff\u2c00-\u2dff\u2e80-\ua71f\ua800-\uabff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[\u0370-\u03ff]{2,}"
)
# Bytes of UTF-8 read as Latin-1 or Windows-1252 ("tiáº¿ng", "Â£"), the replacement character, pieces no model knew,
# question marks for letters that an encoding does not have ("ti?ng Vi?t").
_HIGH: Final = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_BROKEN: Final = re.compile(
    f"(?:[ÂÃÄÅÆâáàã]{_HIGH}.?){{2}}|á[»º]{_HIGH}|[ÃÂÄÆáâ][\u0080-\u009f]|[ÃÂ][\u00a0-\u00bf]|\ufffd|⁇|<unk>"
    r"|[^\W\d_]\?+[^\W\d_]"
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_FEW: Final = 4  # words from which on a text's language can be told
_LONG_SYLLABLE: Final = 8  # letters; the longest Vietnamese syllable, nghiêng, has seven
_LONG_WORD: Final = 26
_LOUD: Final = 8  # letters from which on capitals are no abbreviation


def check_empty(pair: Pair) -> Iterator[str]:
    """Yield the target if it has no letter and no figure though the source has."""
    if pair.source.letters and not pair.target.letters:
        yield pair.target.text[:20] or "nothing"


def check_script(pair: Pair) -> Iterator[str]:
    """Yield letters of another script than the source has."""
    found = _SCRIPTS.search(pair.target.text)
    if found and not _SCRIPTS.search(pair.source.text):
        yield pair.target.text[found.start() : found.start() + 20]


def check_language(pair: Pair) -> Iterator[str]:
    """Yield the start of a target that is not in its language as a whole, or a part of it that is in no way."""
    if pair.target.lang == "vi":
        yield from _not_vietnamese(pair)
    elif pair.target.lang == "en":
        yield from _not_english(pair)


def _small(side: Side) -> list[Word]:
    """Return the words without capitals, or all of a text that is all capitals: names aside."""
    return [word for word in side.words if not word.capital or side.text.isupper()]


def _not_vietnamese(pair: Pair) -> Iterator[str]:
    words = _small(pair.target)
    kinds = [kind(word.lower) for word in words]
    foreign = kinds.count(Kind.FOREIGN) + kinds.count(Kind.ENGLISH) if Kind.ENGLISH in kinds else 0  # not just "online"
    told = sum(vietnamese(word.lower) for word in words)
    if len(words) >= _FEW and (foreign * 3 >= len(words) or told * 4 < len(words)) and not _unmarked(words):
        yield f"{pair.target.text[:40]} …"


def _not_english(pair: Pair) -> Iterator[str]:
    words = pair.target.words
    marked = sum(kind(word.lower) is Kind.VIETNAMESE and not word.capital for word in words)
    foreign = sum(other(word.lower) and not word.capital for word in words)
    told = sum(english(word.lower) for word in words)
    if (len(words) >= _FEW and (marked * 2 > len(words) or (foreign >= 2 and foreign > told))) or (
        len(words) >= 12 and told == 0 and sum(word.capital for word in words) * 2 < len(words)
    ):
        yield f"{pair.target.text[:40]} …"


def _unmarked(words: list[Word]) -> bool:
    kinds = [kind(word.lower) for word in words]
    return kinds.count(Kind.SYLLABLE) * 10 >= 8 * len(kinds) and kinds.count(Kind.VIETNAMESE) * 5 < len(kinds)


def check_accents(pair: Pair) -> Iterator[str]:
    """Yield the start of a Vietnamese target that has lost its marks."""
    words = _small(pair.target)
    if pair.target.lang == "vi" and len(words) >= _FEW and _unmarked(words):
        yield f"{pair.target.text[:40]} …"


def check_spaces(pair: Pair) -> Iterator[str]:
    """Yield words that have run together."""
    for word in pair.target.words if told(pair.target) else ():
        if len(word.lower) < _LONG_SYLLABLE or word.lower in pair.source.lower:
            continue
        if (pair.target.lang == "vi" and not word.capital and glued(word.lower)) or len(word.lower) >= _LONG_WORD:
            yield word.text
            return


def check_garbled(pair: Pair) -> Iterator[str]:
    """Yield letters of a broken encoding, or signs for pieces that an engine did not know."""
    found = _BROKEN.search(pair.target.raw)
    if found and not _BROKEN.search(pair.source.raw):
        yield visible(pair.target.raw[max(0, found.start() - 5) : found.start() + 15])


def check_capitals(pair: Pair) -> Iterator[str]:
    """Yield the start of a target in capitals whose source is not."""
    loud = pair.target.letters >= _LOUD and len(pair.target.words) > 1 and pair.target.text.isupper()
    if loud and not _mostly_capitals(pair.source.text):
        yield f"{pair.target.text[:40]} …"


def _mostly_capitals(text: str) -> bool:
    return sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text))


def check_controls(pair: Pair) -> Iterator[str]:
    """Yield control and direction-turning characters that the source does not hold."""
    new = set(_CONTROL.findall(pair.target.raw)) - set(_CONTROL.findall(pair.source.raw))
    if new:
        yield ", ".join(f"U+{ord(char):04X}" for char in sorted(new))
