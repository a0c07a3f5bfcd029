"""What an engine says besides, or instead of, its translation: preambles, refusals, notes, fences, service notices."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diemtin.translate.checks.pair import Pair
from diemtin.translate.checks.tables import table

_QUOTES: Final = "\"“”„«»'‘’"
_START: Final = 400  # characters in which a preamble stands
_SPOKEN: Final = 2_000  # characters at both ends of an answer in which an engine speaks of itself


@cache
def _patterns(group: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = table("answers")[group]
    return (
        re.compile("|".join(f"(?:{pattern})" for pattern in rows["patterns"]), re.IGNORECASE),
        re.compile(rows["unless"], re.IGNORECASE),
    )


def _ends(text: str) -> str:
    return text if len(text) <= 2 * _SPOKEN else f"{text[:_SPOKEN]}\n{text[-_SPOKEN:]}"


def _said(pair: Pair, group: str) -> Iterator[str]:
    """Yield what the target says of a group of patterns that nothing in the source explains."""
    patterns, unless = _patterns(group)
    match = patterns.search(_ends(pair.target.raw))
    if match and not unless.search(pair.source.raw):
        yield match.group().strip()


def check_preamble(pair: Pair) -> Iterator[str]:
    """Yield an opening such as *Here is the translation:*, or quotation marks that the source has nowhere."""
    start, source = pair.target.raw[:_START].lstrip(), pair.source.raw[:_START]
    for group in ("preamble", "label", "opener"):
        patterns, unless = _patterns(group)
        match = patterns.match(start)
        if match and not unless.search(source):
            yield match.group().strip()
            return
    if _quoted(pair.target.text) and not any(mark in pair.source.text for mark in _QUOTES):
        yield f"{pair.target.text[:20]} … in quotation marks"


def _quoted(text: str) -> bool:
    return len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES


def check_refusal(pair: Pair) -> Iterator[str]:
    """Yield an apology of the engine: *I'm sorry, but I can't help with that request.*"""
    return _said(pair, "refusal")


def check_debris(pair: Pair) -> Iterator[str]:
    """Yield fences, JSON, roles, notes and offers of help."""
    return _said(pair, "debris")


def check_notice(pair: Pair) -> Iterator[str]:
    """Yield what a service says of itself: quotas, limits, server errors."""
    return _said(pair, "notice")
