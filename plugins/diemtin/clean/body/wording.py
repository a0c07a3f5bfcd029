"""What the classifier sees of a block by itself: its text, its tag, its hints, and what the page says of its story."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_uppercase
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.facts.model import Facts

_STOPS: Final = ".!?…。！？।؟"
#: What may end a sentence.
SENTENCE_END: Final = frozenset(_STOPS + "\"”»’'）)")
_STOP: Final = re.compile(rf"[{_STOPS}] ")
_DATE: Final = re.compile(r"\b\d{1,2}[/.:-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b(?:19|20)\d\d\b")
_ADDRESS: Final = re.compile(r"https?:|www\.|@\w|\.com\b")
_ADDRESS_SIGNS: Final = ("http", "www.", "@", ".com")
_COMMAS: Final = ",;،，、"
_WORD: Final = re.compile(r"\w+")
_CAPITALS: Final = ascii_uppercase.encode()
_DIGIT: Final = re.compile(r"\d")
_TAGS: Final = ("p", "h1", "h2", "h3", "h4", "li", "td", "div", "figcaption", "blockquote", "pre", "dd")
_TAG_AS: Final = {"h5": "h4", "h6": "h4", "th": "td", "dt": "dd", "caption": "figcaption"}
_TAG_ROWS: Final = {name: [float(name == other) for other in _TAGS] for name in (*_TAGS, "")}
_KIND_BITS: Final = tuple(KINDS.values())
_HINT_BITS: Final = tuple(HINT.values())
_PHRASE_BITS: Final = tuple(PHRASE.values())
#: Candidates for the headline that count; the further ones are headings of other things.
_HEADLINES: Final = 4
#: Characters up to which a line can be a headline, a lede, a line of its own kind (a date, a byline).
_HEADLINE, _LEDE, _LINE = 400, 900, 200
#: Characters of a block that are looked at: what it is shows long before.
_READ: Final = 5000
#: From here on a line is the lede that the page states.
_SAME: Final = 0.9
#: Words that a declared body's runs are compared by.
_RUN: Final = 4

NAMES: Final = (
    "size", "words", "link_density", "links", "bold", "italic", "ends", "colon", "upper_first", "lower_first", "digits",
    "uppers", "commas", "word_length", "sentences", "date", "address", "bar", "quote_first", "paren_first",
    "punct_first", "broken", "title_case", "whole_link", "headline", "lede", "author", "declared", "opens",
    *(f"tag_{name}" for name in _TAGS), *(f"in_{name}" for name in KINDS), *(f"hint_{name}" for name in HINT),
    *(f"opens_{name}" for name in PHRASE),
)  # fmt: skip
#: Where the values that other features are made of stand in a row.
DATE, HEADLINE, OPENS = NAMES.index("date"), NAMES.index("headline"), NAMES.index("opens")


class Known:
    """What the page itself says of its story: headline, lede, authors, and the body that its JSON-LD declares.

    ``url`` is the page's address. ``opens_with_lede`` says that the press of its language prints the lede as the
    story's first paragraph: all but the English press does, which sets a standfirst above it.
    """

    def __init__(
        self,
        headlines: Sequence[str] = (),
        ledes: Sequence[str] = (),
        authors: Sequence[str] = (),
        body: str = "",
        *,
        url: str | None = None,
        opens_with_lede: bool = False,
    ) -> None:
        self.url = url
        self.opens_with_lede = opens_with_lede
        self.headlines = [frozenset(words) for line in headlines[:_HEADLINES] if (words := words_of(line))]
        self.ledes = [frozenset(words) for line in ledes if len(words := words_of(line)) > 5]
        self.authors = [name.casefold() for name in authors if len(name) > 3]
        self.declared = _runs(words_of(body)) if len(body) > 400 else frozenset()


def known_of(facts: Facts) -> Known:
    """Return what *facts* say of the story."""
    return Known(
        facts.headlines,
        facts.ledes,
        facts.authors,
        facts.body,
        url=facts.url,
        opens_with_lede=facts.lang is not None and facts.lang != "en",
    )


def words_of(text: str) -> list[str]:
    """Return the words of *text*, letter case folded."""
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False)) or frozenset({tuple(words)})


def likeness(words: frozenset[str], lines: Sequence[frozenset[str]]) -> float:
    """Return the share of words that *words* has in common (Dice) with the most alike of *lines*."""
    best = 0.0
    for line in lines:
        common = len(words & line)
        if common:
            best = max(best, 2 * common / (len(words) + len(line)))
    return best


def is_stated_lede(block: Block, known: Known) -> bool:
    """Say whether *block*, whose words are known, is a lede that the page states."""
    return likeness(frozenset(block.words), known.ledes) > _SAME


def wording(block: Block, known: Known) -> list[float]:
    """Return *block*'s values of ``NAMES``; its words are kept on it."""
    text, size, frame = block.text[:_READ], block.size, block.frame
    length = len(text)
    block.words = words = words_of(text)
    count = len(words) or 1
    distinct = frozenset(words) if size < _LEDE else frozenset()
    openings = openings_of(text)
    first = text[0]
    density = block.link_density
    digits = len(_DIGIT.findall(text, 0, _LINE))
    row = [
        math.log2(1 + size), math.log2(1 + len(words)), density, min(20, block.links),
        block.bold_chars / len(block.text), block.italic_chars / len(block.text),
        float(text[-1] in SENTENCE_END), float(text[-1] == ":"),
        float(first.isupper()), float(first.islower()),
        digits / min(_LINE, length),
        _capitals(text) / length if size < _HEADLINE else 0.0,
        math.log2(1 + sum(map(text.count, _COMMAS))), length / count, math.log2(1 + _sentences(text)),
        float(digits > 0 and size < _LINE and _DATE.search(text) is not None), float(_shows_address(text[:300])),
        float("|" in text or "•" in text), float(first in "\"“„«'‘-–—"), float(first in "(["),
        float(not first.isalnum()),
        float(block.broken),
        sum([word[0].isupper() for word in text.split()]) / count if size < _LINE else 0.5,
        float(block.links == 1 and density > 0.9),
        likeness(distinct, known.headlines) if size < _HEADLINE else 0.0,
        likeness(distinct, known.ledes) if size < _LEDE else 0.0,
        float(size < _LINE and bool(known.authors) and _names_author(text, known.authors)),
        _declared_share(words, known.declared) if known.declared else -1.0,
        float(openings != 0 and size < _LINE),
    ]  # fmt: skip
    row += _TAG_ROWS.get(_TAG_AS.get(frame.tag, frame.tag), _TAG_ROWS[""])
    row += _bits(frame.kinds, _KIND_BITS)
    row += _hints(block)
    row += _bits(openings, _PHRASE_BITS)
    return row


def _capitals(text: str) -> int:
    if text.isascii():  # five times as fast
        return len(text) - len(text.encode().translate(None, _CAPITALS))
    return sum(map(str.isupper, text))


def _shows_address(text: str) -> bool:
    # Few lines hold any of its signs, and to look for those is three times as fast.
    return any(map(text.__contains__, _ADDRESS_SIGNS)) and _ADDRESS.search(text) is not None


def _sentences(text: str) -> int:
    return len(_STOP.findall(text)) + (text[-1] in _STOPS)


def _names_author(text: str, authors: Sequence[str]) -> bool:
    folded = text.casefold()
    return any(name in folded for name in authors)


def _declared_share(words: list[str], declared: frozenset[tuple[str, ...]]) -> float:
    mine = _runs(words)
    return len(mine & declared) / len(mine)


@lru_cache(maxsize=10_000)
def _bits(value: int, bits: tuple[int, ...]) -> tuple[float, ...]:
    return tuple([1.0 if value & bit else 0.0 for bit in bits])


def _hints(block: Block) -> tuple[float, ...]:
    frame = block.frame
    parent = frame.parent
    grand = parent.parent if parent else None
    return _nearness(
        frame.hints | block.hints, parent.hints if parent else 0, grand.hints if grand else 0, frame.around
    )


@lru_cache(maxsize=10_000)
def _nearness(own: int, near: int, further: int, around: int) -> tuple[float, ...]:
    """Return how near each hint is: 4 on the block, 3 on the frame around it, 2 one further, 1 anywhere above."""
    return tuple(
        [
            4.0 if own & bit else 3.0 if near & bit else 2.0 if further & bit else 1.0 if around & bit else 0.0
            for bit in _HINT_BITS
        ]
    )
