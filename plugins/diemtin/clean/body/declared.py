"""The story's text as a page's JSON-LD states it."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml.etree import _Element

from diemtin.text import visible

_TAG: Final = re.compile(r"<[^<>]+>")


def article_body(tree: _Element) -> str:
    """Return the longest ``articleBody`` of the page's JSON-LD as plain text; empty where there is none."""
    longest = ""
    for script in tree.iter("script"):
        text = script.text
        if text and "articleBody" in text and "ld+json" in (script.get("type") or ""):
            try:
                graph = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            longest = max(longest, *_bodies(graph), key=len)
    return visible(_TAG.sub(" ", longest))


def _bodies(graph: Any) -> Iterator[str]:
    yield ""
    waiting = [graph]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            body = node.get("articleBody")
            if isinstance(body, str):
                yield body
            waiting.extend(value for value in node.values() if isinstance(value, list | dict))
