"""A story's text outside the visible page: stated in JSON-LD, or waiting in a script that would have shown it."""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from lxml.etree import _Element

from diemtin.text import visible

#: Characters of a string in a script that can be a story, and paragraphs it must have.
_SHORTEST, _PARAGRAPHS = 300, 3
_LITERAL: Final = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_PARAGRAPH: Final = re.compile(r"(?:<|\\u003[cC])p[ >\\]")
_TAG: Final = re.compile(r"<[^>]+>")


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


def unseen_story(tree: _Element, headline: str) -> str:
    """Return a page made of the text that a reader with scripts would have seen; empty where none is found.

    For pages that show no paragraph of their own: their story is HTML in a string of a script, or only in JSON-LD.
    """
    html = max(_scripted(tree), key=len, default="")
    if not html:
        paragraphs = [line for line in article_body(tree).splitlines() if line.strip()]
        html = "".join(f"<p>{escape(line)}</p>" for line in paragraphs)
    return f"<article><h1>{escape(headline)}</h1><div class='article-body'>{html}</div></article>" if html else ""


def _scripted(tree: _Element) -> Iterator[str]:
    for script in tree.iter("script"):
        text = script.text or ""
        if len(text) < _SHORTEST or not _PARAGRAPH.search(text):
            continue
        for literal in _LITERAL.finditer(text):
            if len(literal[1]) >= _SHORTEST and len(_PARAGRAPH.findall(literal[1])) >= _PARAGRAPHS:
                try:
                    yield str(json.loads(literal[0], strict=False))
                except ValueError:  # an escape that only JavaScript knows
                    continue
