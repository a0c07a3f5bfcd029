"""Checks of a translation against its source, each with a name that an editor can read and silence.

Every check looks at both sides: what would be a fault of an engine ("Here is the translation", a repeated word, a
three-fold length) may be the news itself. A check is a function from a `Pair` to the evidence it found, one line each.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from diemtin.text import squeeze
from diemtin.translate.checks.addresses import check_addresses
from diemtin.translate.checks.brackets import check_brackets
from diemtin.translate.checks.chat_debris import check_debris, check_notice, check_preamble, check_refusal
from diemtin.translate.checks.currency_units import check_units
from diemtin.translate.checks.dates import check_dates
from diemtin.translate.checks.echo import check_echo, check_siblings
from diemtin.translate.checks.entities import check_entities, check_markup
from diemtin.translate.checks.glossary import check_glossary
from diemtin.translate.checks.language import document_language
from diemtin.translate.checks.length import check_length, check_truncated
from diemtin.translate.checks.letters import (
    check_accents,
    check_capitals,
    check_controls,
    check_empty,
    check_garbled,
    check_language,
    check_script,
    check_spaces,
)
from diemtin.translate.checks.loops import check_loops
from diemtin.translate.checks.names import check_names
from diemtin.translate.checks.numbers import check_numbers
from diemtin.translate.checks.pair import Pair, Side
from diemtin.translate.checks.untranslated import check_untranslated

__all__ = ["NAMES", "Issue", "check", "document_language"]

_CHECKS: Final[Mapping[str, Callable[[Pair], Iterable[str]]]] = {
    "echo": check_echo,
    "sibling": check_siblings,
    "preamble": check_preamble,
    "refusal": check_refusal,
    "notice": check_notice,
    "debris": check_debris,
    "loop": check_loops,
    "length": check_length,
    "truncated": check_truncated,
    "script": check_script,
    "language": check_language,
    "untranslated": check_untranslated,
    "accents": check_accents,
    "spaces": check_spaces,
    "capitals": check_capitals,
    "garbled": check_garbled,
    "entities": check_entities,
    "controls": check_controls,
    "markup": check_markup,
    "numbers": check_numbers,
    "dates": check_dates,
    "units": check_units,
    "names": check_names,
    "addresses": check_addresses,
    "brackets": check_brackets,
    "glossary": check_glossary,
}
NAMES: Final = ("empty", *_CHECKS)
_OVERLONG: Final = 20  # times the source's length
_SHORT: Final = 500  # characters that even the shortest text may come to
_EVIDENCE: Final = 200  # characters of evidence that an editor reads on one line


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found: its name, and the evidence (``"3,2 tỷ → 3.2 million"``), one line."""

    name: str
    evidence: str


def check(
    source: str,
    target: str,
    source_lang: str,
    target_lang: str,
    *,
    glossary: Mapping[str, str] = {},
    off: Collection[str] = (),
    siblings: Collection[str] = (),
) -> list[Issue]:
    """Return what is wrong with *target* as a translation of *source*, in the order of `NAMES`; nothing if all is well.

    Both may hold ``<g1>…</g1>`` and ``<x2/>``. *glossary* maps terms of the source language to their translations;
    *off* names checks to leave out; *siblings* are the source texts of the other segments of the story or batch.
    """
    pair = Pair(Side(source, source_lang), Side(target, target_lang), glossary, siblings)
    if not pair.source.letters:
        return []
    if len(target) > _OVERLONG * len(source) + _SHORT and "length" not in off:  # megabytes are not worth a closer look
        return [Issue("length", f"{len(source)} characters → {len(target)}")]
    if not pair.target.letters:
        return [] if "empty" in off else [Issue("empty", evidence) for evidence in check_empty(pair)]
    return [
        Issue(name, squeeze(evidence)[:_EVIDENCE])
        for name, find in _CHECKS.items()
        if name not in off
        for evidence in find(pair)
    ]
