"""The site's own terms: where the source has one, the target has its translation."""

import re
from collections.abc import Iterator

from diemtin.text import fold_tones
from diemtin.translate.checks.language import told
from diemtin.translate.checks.pair import Pair


def check_glossary(pair: Pair) -> Iterator[str]:
    """Yield ``"Biển Đông → East Sea"`` for terms whose translation the target lacks; long terms hide those in them."""
    if not pair.glossary or not told(pair.target):
        return
    text = pair.source.text
    for term in sorted(pair.glossary, key=lambda term: (-len(term), term)):
        found = _term(term).search(text)
        if not found:
            continue
        text = _term(term).sub(" ", text)
        if fold_tones(pair.glossary[term]) not in pair.target.folded:
            yield f"{found.group()} → {pair.glossary[term]}"


def _term(term: str) -> re.Pattern[str]:
    """Return the pattern of a term as a whole word; only one without capitals is found in any case."""
    flags = re.IGNORECASE if term == term.lower() else re.NOFLAG
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", flags)
