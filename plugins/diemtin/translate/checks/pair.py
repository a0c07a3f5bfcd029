"""The two sides of a segment as the checks look at them, each view worked out once."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple
from unicodedata import is_normalized

from diemtin.text import fold_tones, on_one_line, visible

# The markup of a segment's text (DESIGN: pairs <g1>…</g1>, singles <x2/>). A pair hugs its words; a single stands for
# something that separates them (a line break, a picture).
_PAIRED: Final = re.compile(r"</?g\d+>")
_SINGLE: Final = re.compile(r"<x\d+/>")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What is no prose: addresses, mentions, hashtags. They are compared letter by letter elsewhere.
_DOMAINS: Final = "(?:com|org|net|vn|edu|gov|info|io|uk)"
ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|(?<!\w)[@#]\w+"
    rf"|(?<![\w.-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.{_DOMAINS}\b(?:/\S*)?",
    re.IGNORECASE,
)
# What every address holds, so that most texts need no closer look.
_ADDRESSED: Final = re.compile(rf"[@#]|://|www\.|\.{_DOMAINS}\b", re.IGNORECASE)
_FOLD: Final = {code: fold_tones(chr(code)) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))}


def folded(text: str) -> str:
    """Return what `fold_tones` returns for text in NFC, faster: checks fold every text."""
    return text.lower() if text.isascii() else text.lower().translate(_FOLD)


class Word(NamedTuple):
    """One word of a side: as it stands, and in lower case; *start* counts characters of the side's prose."""

    text: str
    lower: str
    start: int

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[0] != self.lower[0]


@dataclass(frozen=True)
class Side:
    """One side of a pair. ``raw`` is what was given, ``text`` what a reader sees of it: no placeholders, one line."""

    raw: str
    lang: str

    @cached_property
    def text(self) -> str:
        """The readable text in NFC, without placeholders, control characters and doubled white space."""
        text = self.raw
        if "<" in text:
            text = _SINGLE.sub(" ", _PAIRED.sub("", text))
        if not (text.isprintable() and is_normalized("NFC", text)):
            text = visible(text)
        return on_one_line(text)

    @cached_property
    def prose(self) -> str:
        """The text without addresses, hashtags and mentions."""
        return ADDRESS.sub(" ", self.text) if self.addresses else self.text

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the prose in lower case, each once."""
        return frozenset(word.lower for word in self.words)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The web and e-mail addresses, hashtags and mentions."""
        return tuple(ADDRESS.findall(self.text)) if _ADDRESSED.search(self.text) else ()

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the prose, without numbers."""
        return tuple(Word(m.group(), m.group().lower(), m.start()) for m in WORD.finditer(self.prose))

    @cached_property
    def letters(self) -> int:
        """How many letters and digits the text has."""
        return sum(map(str.isalnum, self.text))

    @cached_property
    def folded(self) -> str:
        """The text in lower case and without tones."""
        return folded(self.text)


@dataclass(frozen=True)
class Pair:
    """A source text and its translation, with what else is known: the glossary and the story's other source texts."""

    source: Side
    target: Side
    glossary: Mapping[str, str] = field(default_factory=dict)
    siblings: Collection[str] = ()
