"""A story that its page does not show: it waits in a script or in a ``noscript``, or is only stated in JSON-LD."""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from lxml.etree import _Element, tostring

from diemtin.clean.body.elements import text_of

#: Characters of a string in a script that can be a story, and the paragraphs of every story that is not declared.
_SHORTEST, _PARAGRAPHS = 300, 3
#: Characters and words of a paragraph that is a string of its own among a page's data: a shorter one may be a label.
_PARAGRAPH, _WORDS = 60, 6
#: Characters of the declared story by which another copy of it is known.
_SAME: Final = 40
#: The least share of paragraphs among the strings of a story: the others are headings, short answers, links in a line.
_CLOSE: Final = 0.3
_LONG: Final = re.compile(r'"(?:[^"\\]|\\.){60}')
_LITERAL: Final = re.compile(r'(?:\b(\w++)\s*+:\s*+)?"((?:[^"\\]|\\.)*+)"(\s*:)?')
#: A page of Next.js comes as strings that are one text together.
_PUSHED: Final = re.compile(r'__next_f\.push\(\[1,\s*"((?:[^"\\]|\\.)*+)"')
_PAID: Final = re.compile(r'"isAccessibleForFree"\s*+:\s*+"?false', re.IGNORECASE)
_OPENING: Final = re.compile(r"<p[ >]")
_STOPS: Final = frozenset(".!?…:")
_TAG: Final = re.compile(r"<[^<>]+>")


def unseen_story(tree: _Element, headline: str, declared: str, told: int) -> str:
    """Return a page made of the longest text of *tree*'s story that its reader does not see; empty where there is none
    that is more than twice as long as the *told* characters.

    *declared* is what JSON-LD says the story is: another text must be a copy of that, and is likely the better one,
    with its paragraphs. What the page says is for subscribers stays unseen.
    """
    if any(_PAID.search(script.text) for script in tree.iter("script") if script.text):
        return ""
    found = {html: _TAG.sub("", html) for html in (*_noscripts(tree), *_scripted(tree, headline))}
    copies = {html: text for html, text in found.items() if declared[:_SAME] in text}
    stated = "".join(f"<p>{escape(line)}</p>" for line in declared.splitlines() if line.strip())
    copies.setdefault(stated, _TAG.sub("", stated))
    html = max(copies, key=lambda copy: len(copies[copy]))
    if len(copies[html]) <= 2 * told:
        return ""
    return f"<article><h1>{escape(headline)}</h1><div class='article-body'>{html}</div></article>"


def _noscripts(tree: _Element) -> Iterator[str]:
    """Yield what a reader without scripts is shown, where that is several paragraphs."""
    for noscript in tree.iter("noscript"):
        if len(noscript.findall(".//p")) >= _PARAGRAPHS:
            yield "".join(tostring(inner, encoding="unicode", method="html") for inner in noscript)


def _scripted(tree: _Element, headline: str) -> Iterator[str]:
    """Yield the texts in scripts: strings that are HTML of several paragraphs, and paragraphs that are strings of one
    name. These could be of any story: the page must have *headline* among its data or show it.
    """
    scripts = [
        script.text
        for script in tree.iter("script")
        if script.text and "ld+json" not in (script.get("type") or "") and _LONG.search(script.text)
    ]
    scripts.append("".join(_decoded(found[1]) for script in scripts for found in _PUSHED.finditer(script)))
    is_known = any(text_of(heading) == headline for heading in tree.iter("h1"))
    for script in scripts:
        named: dict[str, list[str]] = {}
        name = ""
        for literal in _LITERAL.finditer(script):
            if literal[3]:
                name = literal[2]
                continue
            name = literal[1] or name
            if literal[2]:
                named.setdefault(name, []).append(_decoded(literal[2]))
        strings = [string for values in named.values() for string in values]
        yield from (text for text in strings if len(text) >= _SHORTEST and len(_OPENING.findall(text)) >= _PARAGRAPHS)
        if is_known or headline in strings:
            yield from filter(None, map(_paragraphs, named.values()))


def _decoded(literal: str) -> str:
    """Return the string that *literal* stands for; empty for an escape that only JavaScript knows."""
    if "\\" not in literal:
        return literal
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:
        return ""


def _paragraphs(strings: list[str]) -> str:
    """Return *strings* as HTML from the first to the last that is a paragraph; empty where too few are, or too far
    between: what a page says in all of its boxes and buttons.
    """
    strings = list(dict.fromkeys(strings))  # data may hold a story twice, for the page and for a store
    places = [place for place, text in enumerate(strings) if _is_paragraph(text)]
    story = strings[places[0] : places[-1] + 1] if places else []
    if len(places) < max(_PARAGRAPHS, _CLOSE * len(story)):
        return ""
    return "".join(f"<p>{text if _TAG.search(text) else escape(text)}</p>" for text in story)


def _is_paragraph(text: str) -> bool:
    """Say whether *text* is a sentence or more, by its length, its words and how it ends."""
    return len(text) >= _PARAGRAPH and text.count(" ") >= _WORDS and text.rstrip(' \n"”’»)')[-1:] in _STOPS
