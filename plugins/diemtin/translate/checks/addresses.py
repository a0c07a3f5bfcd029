"""Web addresses, e-mail addresses, hashtags and mentions, letter by letter."""

import re
from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.language import told
from diemtin.translate.checks.pair import Pair, Side

_END: Final = re.compile(r"[.,;:!?)\]'’]+$")


def check_addresses(pair: Pair) -> Iterator[str]:
    """Yield what only one side has."""
    source, target = _addresses(pair.source), _addresses(pair.target)
    if not told(pair.target):  # where words are unreadable, names in addresses may be, too
        source, target = ({address for address in side if "://" in address} for side in (source, target))
    lost, new = source - target, target - source
    if lost or new:
        yield f"{', '.join(sorted(lost)) or '–'} → {', '.join(sorted(new)) or '–'}"


def _addresses(side: Side) -> set[str]:
    """Return the addresses of a side in lower case and without the punctuation after them."""
    return {_END.sub("", address).lower() for address in side.addresses}
