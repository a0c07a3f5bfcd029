"""Text with placeholders, as it stands in catalogs and goes to engines: ``<g1>…</g1>`` and ``<x2/>``, the rest text.

``&``, ``<`` and ``>`` of the text are written as entities. What people write by hand (``R&D``, ``a < b``) is read as
text too; what looks like a tag and is no placeholder is a fault, never markup.
"""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diemtin.text import squeeze

_PLACEHOLDER: Final = re.compile(r"<(?:(/?)g|(x))(\d{1,4})(?(2)/)>")
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_TAG: Final = re.compile(r"<[a-zA-Z/!?]")
_WORD: Final = re.compile(r"[^\W_]")
#: A sentence's end: a placeholder from inside the source that follows it was not placed, only kept.
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’»)]*\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A placeholder: ``kind`` is "open", "close" or "single"."""

    kind: str
    number: int


def split(text: str) -> Iterator[str | Mark]:
    """Yield the pieces of *text*: plain strings (entities resolved) and placeholders."""
    position = 0
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > position:
            yield _unescaped(text[position : match.start()])
        kind = "single" if match[2] else "close" if match[1] else "open"
        yield Mark(kind, int(match[3]))
        position = match.end()
    if position < len(text):
        yield _unescaped(text[position:])


def escape(text: str) -> str:
    """Return plain *text* as a msgid or msgstr holds it."""
    return html.escape(text, quote=False)


def plain(text: str) -> str:
    """Return what a reader sees of *text*: no placeholders, entities resolved, on one line."""
    if "<" not in text and "&" not in text:
        return squeeze(text)
    return squeeze("".join(piece for piece in split(text) if isinstance(piece, str)))


def canonical(text: str) -> str:
    """Return *text* as diemtin writes a msgid: squeezed, every ``&``, ``<``, ``>`` of the text as an entity."""
    if "<" not in text and "&" not in text and ">" not in text:
        return squeeze(text)
    pieces = (escape(piece) if isinstance(piece, str) else _written(piece) for piece in split(text))
    return squeeze("".join(pieces))


def key(msgid: str) -> str:
    """Return the segment key of a canonical *msgid*: twelve hexadecimal digits, the same after every re-scrape."""
    return hashlib.sha256(msgid.encode("utf-8")).hexdigest()[:12]


def fault(source: str, target: str) -> str | None:
    """Say in a few words why *target* cannot stand for *source*, a msgid however it is spelled, or None where every
    placeholder is in its place.
    """
    if "<" in source:
        source = canonical(source)
    if "<" not in source and "<" not in target:
        return None
    rest = _PLACEHOLDER.sub("", target)
    stray = _TAG.search(rest)
    if stray:
        return f"a tag that is no placeholder: {rest[stray.start() : stray.start() + 20]!r}"
    wanted, found = list(split(source)), list(split(target))
    difference = _difference(wanted, found)
    if difference:
        return difference
    parents, full, _ = _nesting(wanted)
    try:
        parents_here, full_here, outside = _nesting(found)
    except ValueError as error:
        return str(error)
    for number, parent in parents.items():
        if parents_here[number] != parent:
            return f"placeholder {number} is inside another one than in the source"
    emptied = sorted(full - full_here)
    if emptied:
        return f"<g{emptied[0]}> is emptied"
    if full and not outside and _nesting(wanted)[2]:
        return "a placeholder has swallowed the text around it"
    return _moved_to_the_end(wanted, found)


def _difference(wanted: list[str | Mark], found: list[str | Mark]) -> str | None:
    count = Counter(piece for piece in found if isinstance(piece, Mark))
    count.subtract(piece for piece in wanted if isinstance(piece, Mark))
    for mark, surplus in count.items():
        if surplus:
            return f"{_written(mark)} is {'missing' if surplus < 0 else 'not in the source or doubled'}"
    return None


def _nesting(pieces: list[str | Mark]) -> tuple[dict[int, int], set[int], bool]:
    """Return the placeholder around each one (0 for none), those with words in them, and whether words stand outside.

    Raises ValueError where pairs cross.
    """
    parents: dict[int, int] = {}
    full: set[int] = set()
    open_pairs: list[int] = []
    outside = False
    for piece in pieces:
        if isinstance(piece, str):
            if _WORD.search(piece):
                full.update(open_pairs)
                outside = outside or not open_pairs
        elif piece.kind == "close":
            if not open_pairs or open_pairs.pop() != piece.number:
                raise ValueError(f"</g{piece.number}> crosses another pair")
        else:
            parents[piece.number] = open_pairs[-1] if open_pairs else 0
            if piece.kind == "open":
                open_pairs.append(piece.number)
    return parents, full, outside


def _moved_to_the_end(wanted: list[str | Mark], found: list[str | Mark]) -> str | None:
    """Engines that lose track append what they could not place after the full stop."""
    last = found[-1]
    if not isinstance(last, Mark) or last.kind != "single" or wanted[-1] == last:
        return None
    before = "".join(piece for piece in found if isinstance(piece, str))
    return f"{_written(last)} is moved to the end" if _SENTENCE_END.search(before) else None


def _written(mark: Mark) -> str:
    return {"open": f"<g{mark.number}>", "close": f"</g{mark.number}>", "single": f"<x{mark.number}/>"}[mark.kind]


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
