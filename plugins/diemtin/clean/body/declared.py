"""The text of the story as the page's own JSON-LD states it, where it does."""

import json
import re
from typing import Any

from lxml.html import HtmlElement


def article_body(tree: HtmlElement) -> str:
    """Return the longest ``articleBody`` of the page's JSON-LD as plain text; empty where there is none."""
    longest = ""
    for script in tree.iter("script"):
        text = script.text
        if text and "articleBody" in text and "ld+json" in (script.get("type") or ""):
            try:
                graph = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            longest = max(longest, _body(graph), key=len)
    return re.sub(r"<[^>]+>", " ", longest)


def _body(graph: Any) -> str:
    longest = ""
    waiting = [graph]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            body = node.get("articleBody")
            if isinstance(body, str):
                longest = max(longest, body, key=len)
            waiting.extend(value for value in node.values() if isinstance(value, list | dict))
    return longest
