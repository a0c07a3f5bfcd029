"""What is to be asked: each text once, whoever wants it; in parts, where an engine cannot have it whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from diemtin.translate.markup import is_prose
from diemtin.translate.placeholders import plain

_MARK: Final = re.compile(r"(</?[gx]\d+/?>)")
_EDGES: Final = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’»)])\s+")


@dataclass(slots=True, eq=False)
class Text:
    """A text to be asked and what has come of it so far.

    ``wanted_by`` are the keys of the requests for it. ``parts`` are, in turn, a string to keep and a text to ask, where
    the text is asked in parts; ``part_of`` leads back from each of these. ``rejected`` are answers that were judged to
    be none, ``failed`` counts requests for it alone that brought no answer, ``reason`` says why the last one was of no
    use. ``refused``: not the engine failed, but this text, at some time. ``queued``: it was laid on a desk.
    """

    text: str
    source: str
    target: str
    title: str = ""
    before: tuple[str, ...] = ()
    wanted_by: list[str] = field(default_factory=list)
    parts: "list[str | Text]" = field(default_factory=list)
    part_of: "list[Text]" = field(default_factory=list)
    answer: str | None = None
    rejected: list[str] = field(default_factory=list)
    failed: int = 0
    reason: str = ""
    refused: bool = False
    queued: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """Languages of the text and of its translation."""
        return self.source, self.target

    @property
    def why(self) -> str:
        """Why there is no answer: the text's own reason, or that of one of its parts."""
        parts = (part.why for part in self.parts if isinstance(part, Text) and part.answer is None)
        return next(filter(None, parts), self.reason)

    def start_afresh(self) -> None:
        """Forget what one engine made of it, before the next is asked."""
        self.queued, self.rejected, self.failed, self.parts, self.part_of = False, [], 0, [], []

    def joined(self) -> str | None:
        """Return the translations of the parts set together, or None while one is missing."""
        pieces = [part if isinstance(part, str) else part.answer for part in self.parts]
        return None if None in pieces else "".join(piece or "" for piece in pieces)


class Texts:
    """All texts of a run: one for all requests, and all parts, of the same words and the same pair of languages."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], Text] = {}

    def __iter__(self) -> Iterator[Text]:
        return iter(self._known.values())

    def get(self, text: str, source: str, target: str, title: str = "", before: tuple[str, ...] = ()) -> Text:
        """Return the one entry for *text*, new where nobody wanted it yet."""
        return self._known.setdefault((source, target, text), Text(text, source, target, title, before))

    def divide(self, text: Text, pieces: Iterable[str]) -> list[Text]:
        """Set *pieces* (kept and asked in turn) as the parts of *text*; return those that are asked."""
        asked: list[Text] = []
        text.parts = []
        for number, piece in enumerate(pieces):
            if number % 2 == 0:
                text.parts.append(piece)
                continue
            part = self.get(piece, text.source, text.target, text.title, text.before)
            part.part_of.append(text)
            text.parts.append(part)
            asked.append(part)
        return asked


def by_runs(text: str) -> list[str]:
    """Split a msgid at its placeholders: what is kept and what is asked, in turn; a lone entry where there are none."""
    pieces = [""]
    for piece in _MARK.split(text):
        edges = _EDGES.fullmatch(piece)
        if edges is None or _MARK.fullmatch(piece) or not is_prose(plain(piece)):
            pieces[-1] += piece
        else:
            pieces[-1] += edges[1]
            pieces += [edges[2], edges[3]]
    return pieces


def by_sentences(text: str, characters: int) -> list[str]:
    """Split a msgid without placeholders after sentences into pieces of at most *characters*, as ``by_runs`` does.

    A sentence that is longer itself is a piece of its own.
    """
    pieces = [""]
    for sentence in _SENTENCE.split(text):
        if len(pieces) > 1 and len(pieces[-2]) + 1 + len(sentence) <= characters:
            pieces[-2] += f" {sentence}"
        else:
            pieces[-1] = " " if len(pieces) > 1 else ""
            pieces += [sentence, ""]
    return pieces
