"""Web addresses, e-mail addresses, hashtags and mentions, letter by letter."""

import re
from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.pair import ADDRESS, Pair

_END: Final = re.compile(r"[.,;:!?)\]'’]+$")


def check_addresses(pair: Pair) -> Iterator[str]:
    """Yield what only one side has."""
    source, target = _addresses(pair.source.text), _addresses(pair.target.text)
    lost, new = source - target, target - source
    if lost or new:
        yield f"{', '.join(sorted(lost)) or '–'} → {', '.join(sorted(new)) or '–'}"


def _addresses(text: str) -> set[str]:
    """Return the addresses of *text* without the punctuation after them; hosts, tags and mentions in lower case."""
    return {_END.sub("", match.group()).lower() for match in ADDRESS.finditer(text)}
