"""Mends, where there is only one way, what engines do to placeholders: spacing, case, escaping, lost ends."""

import re
from typing import Final

from diemtin.translate.placeholders import Mark, split

#: ``< / G 1 >``, ``&lt;g1&gt;``, ``＜g1＞``, ``<x2>`` and the like; what stands inside says which placeholder it was.
_MANGLED: Final = re.compile(
    r"(?:<|＜|&lt;|&#60;)\s*([/／\\]?)\s*([gGxX])\s*(\d{1,4})\s*([/／\\]?)\s*(?:>|＞|&gt;|&#62;)"
)
_SINGLE_AS_PAIR: Final = re.compile(r"<x(\d{1,4})/>\s*</x\1>")
_LITERAL: Final = re.compile(r"&lt;\s*/?\s*[gGxX]\s*\d")
_PAIR_START: Final = re.compile(r"(\s*)(<g\d+>)(\s+)")
_PAIR_END: Final = re.compile(r"(\s+)(</g\d+>)(\s*)(?=(\W?))")


def repaired(source: str, answer: str) -> str:
    """Return *answer* with its placeholders written as in *source*, wherever it is certain which was meant.

    What cannot be mended stays as it is; ``placeholders.fault`` refuses it.
    """
    if "<" not in source:
        return answer
    text = answer if _LITERAL.search(source) else _MANGLED.sub(_respelled, answer)
    text = _SINGLE_AS_PAIR.sub(r"<x\1/>", text)
    text = _with_ends(source, text)
    return _spaced(source, text)


def _respelled(match: re.Match[str]) -> str:
    before, kind, number, after = match.groups()
    if kind in "xX":
        return f"</x{int(number)}>" if before else f"<x{int(number)}/>"
    return f"</g{int(number)}>" if before or after else f"<g{int(number)}>"


def _with_ends(source: str, text: str) -> str:
    """Close what was opened and never closed: a second opening is the end, or else the end of the text is.

    The end of the text is certain only where the pair ends the source too.
    """
    marks = [piece for piece in split(text) if isinstance(piece, Mark)]
    for number in {mark.number for mark in marks if mark.kind == "open"}:
        opened = marks.count(Mark("open", number))
        closed = marks.count(Mark("close", number))
        tag, end = f"<g{number}>", f"</g{number}>"
        if (opened, closed) == (2, 0):
            first = text.index(tag) + len(tag)
            text = text[:first] + text[first:].replace(tag, end, 1)
        elif (opened, closed) == (1, 0) and source.endswith(end):
            text = text.rstrip() + end
    return text


def _spaced(source: str, text: str) -> str:
    """Take the spaces that engines put inside a pair out of it, where the source has none there."""
    if not _PAIR_START.search(source):
        text = _PAIR_START.sub(lambda match: (" " if match.start() else "") + match[2], text)
    if not _PAIR_END.search(source):
        text = _PAIR_END.sub(_space_after, text)
    return text


def _space_after(match: re.Match[str]) -> str:
    following = match[4]
    ends = not following and match.end() == len(match.string)
    return match[2] + ("" if ends or following in tuple(",.;:!?…)”’»") else " ")
