"""Markup: HTML entities that show, and tags that are not the source's."""

import re
from collections.abc import Iterator
from typing import Final

from diemtin.translate.checks.pair import Pair

_ENTITY: Final = re.compile(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8}\d?);", re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-z/!?][^<>]*>?", re.IGNORECASE)


def check_entities(pair: Pair) -> Iterator[str]:
    """Yield HTML entities that the source does not show."""
    new = set(_ENTITY.findall(pair.target.text)) - set(_ENTITY.findall(pair.source.text))
    if new:
        yield ", ".join(sorted(new))


def check_markup(pair: Pair) -> Iterator[str]:
    """Yield tags that stand on one side only or more often there, or that cross in the target."""
    source, target = _TAG.findall(pair.source.raw), _TAG.findall(pair.target.raw)
    if sorted(source) != sorted(target):
        lost, new = [tag for tag in source if tag not in target], [tag for tag in target if tag not in source]
        yield f"{' '.join(lost or source)} → {' '.join(new or target) or '–'}"
    elif source != target and _nested(source) and not _nested(target):
        yield f"{' '.join(source)} → {' '.join(target)}"


def _nested(tags: list[str]) -> bool:
    """Whether every pair of placeholders opens before it closes, and none crosses another."""
    opened: list[str] = []
    for tag in tags:
        if tag.startswith("</"):
            if not opened or opened.pop() != tag.replace("/", ""):
                return False
        elif not tag.endswith("/>"):
            opened.append(tag)
    return not opened
