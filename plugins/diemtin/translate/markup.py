"""A sanitised body as a flat list of tags and texts, and the inline runs in it that are translated.

The body is what ``sanitize.safe_html`` returns: well-formed, names in lower case, attributes in double quotes. So it
is read by one regular expression, and every tag keeps its own bytes: a translation is set between the source's tags
and can neither add nor change one.
"""

import html
import re
from dataclasses import dataclass, field, replace
from typing import Final

from diemtin.sanitize import BLOCKS, safe_html
from diemtin.text import squeeze

_TOKEN: Final = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"<>]*")*)>|[^<]+')
_WORD: Final = re.compile(r"[^\W_]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_NOT_TRANSLATED: Final = re.compile(r' translate="no"')
_ALT: Final = re.compile(r' alt="([^"]*)"')
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|[#@]\w+")
_VOID: Final = frozenset({"br", "wbr", "img", "hr", "col", "source"})
#: Elements that stand in a sentence as one thing: their text is no prose. Pictures and players are phrasing content
#: in HTML, wherever a page sets them.
_MEDIA: Final = frozenset({"img", "picture", "audio", "video"})
_WORDS: Final = frozenset({"code", "samp", "kbd", "var"})
_STRUCTURE: Final = BLOCKS - {"picture"}


@dataclass(frozen=True, slots=True)
class Body:
    """Tokens of a body in order, each a tag or a text as it stands, and what is known of each.

    ``names`` holds the element's name for a tag and "" for a text; ``partners`` the index of a tag's other end (its
    own for a void element); ``structural`` the tags that end a run; ``words`` counts, before each token, the texts
    with a letter or digit and the elements that stand for a word.
    """

    tokens: tuple[str, ...]
    names: tuple[str, ...]
    partners: tuple[int, ...]
    structural: frozenset[int]
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A maximal stretch of inline content without its edge tags: the tokens from ``first`` up to ``last``.

    ``msgid`` is its text, ``<g1>…</g1>`` and ``<x2/>`` standing for the tags; ``opening``, ``closing`` and ``single``
    say which tokens each number stands for. ``holder`` is the block element that holds this run and nothing else.
    """

    first: int
    last: int
    msgid: str
    holder: int | None = None
    opening: dict[int, tuple[int, int]] = field(default_factory=dict)
    closing: dict[int, tuple[int, int]] = field(default_factory=dict)
    single: dict[int, tuple[int, int]] = field(default_factory=dict)


def parse(body: str) -> Body:
    """Read *body*; what is not in ``safe_html``'s own form is brought into it first."""
    parsed = _tokens(body)
    if parsed is None:
        parsed = _tokens(safe_html(body))
    if parsed is None:
        raise AssertionError("the sanitiser's output is not well-formed")
    return parsed


def runs(body: Body) -> list[Run]:
    """Return the runs of *body* that hold something to translate, in reading order."""
    found: list[Run] = []
    position = start = 0
    end = len(body.tokens)
    while position <= end:
        if position < end and position not in body.structural:
            position = body.partners[position] + 1 if body.names[position] else position + 1
            continue
        if position > start:
            holder = start - 1 if start and _holds_block(body, start - 1, position) else None
            found += _pieces(body, start, position, holder)
        if position < end and _is_closed(body, position):
            position = body.partners[position]
        position += 1
        start = position
    return found


def alternative_texts(body: Body) -> list[tuple[int, str]]:
    """Return each picture's token and its alternative text (plain), where that is something to translate."""
    found = []
    position = 0
    while position < len(body.tokens):
        if body.names[position] and _is_closed(body, position):
            position = body.partners[position]
        elif body.names[position] == "img" and (match := _ALT.search(body.tokens[position])):
            text = squeeze(html.unescape(match[1]))
            if is_prose(text):
                found.append((position, text))
        position += 1
    return found


def with_alternative_text(tag: str, text: str) -> str:
    """Return the ``img`` *tag* with *text* (plain) for its alternative text."""
    return _ALT.sub(lambda _: f' alt="{html.escape(text)}"', tag, count=1)


def is_prose(text: str) -> bool:
    """Whether plain *text* has something to translate: a letter, and not only an address, a hashtag or a mention."""
    return bool(_LETTER.search(text)) and not _ADDRESS.fullmatch(text)


def _tokens(body: str) -> Body | None:
    tokens: list[str] = []
    names: list[str] = []
    partners: list[int] = []
    words: list[int] = []
    structural: set[int] = set()
    open_tags: list[int] = []
    position = count = 0
    for match in _TOKEN.finditer(body):
        if match.start() != position:
            return None
        position = match.end()
        index = len(tokens)
        token, slash, name = match[0], match[1], match[2]
        tokens.append(token)
        names.append(name or "")
        partners.append(index)
        words.append(count)
        if name is None:
            if _WORD.search(token):
                count += 1
            continue
        if slash:
            if not open_tags or names[open_tags[-1]] != name:
                return None
            start = open_tags.pop()
            partners[index], partners[start] = start, index
            if start in structural:
                structural.add(index)
            if name in _MEDIA:
                count = words[start]
            elif name in _WORDS or _NOT_TRANSLATED.search(tokens[start]):
                count = max(count, words[start] + 1)
            continue
        if name in _STRUCTURE:
            structural.add(index)
            for outer in reversed(open_tags):  # an inline element around a block ends a run as the block does
                if outer in structural:
                    break
                structural.add(outer)
        if name not in _VOID:
            open_tags.append(index)
    if open_tags or position != len(body):
        return None
    words.append(count)
    return Body(tuple(tokens), tuple(names), tuple(partners), frozenset(structural), tuple(words))


def _is_closed(body: Body, index: int) -> bool:
    """Whether the element that begins at *index* is left alone with all that is in it."""
    name = body.names[index]
    if body.partners[index] < index:
        return False
    return name == "pre" or name in _WORDS or bool(_NOT_TRANSLATED.search(body.tokens[index]))


def _is_single(body: Body, index: int) -> bool:
    """Whether the inline element that begins at *index* stands in a run as one thing."""
    name, end = body.names[index], body.partners[index]
    return name in _VOID or name in _MEDIA or _is_closed(body, index) or body.words[end + 1] == body.words[index]


def _holds_block(body: Body, start: int, end: int) -> bool:
    return end < len(body.tokens) and body.partners[start] == end and body.names[start] in _STRUCTURE


def _pieces(body: Body, start: int, end: int, holder: int | None) -> list[Run]:
    """Split the inline content from *start* to *end* where two line breaks set paragraphs apart."""
    cuts: list[tuple[int, int]] = []
    position = first = start
    breaks: list[int] = []
    while position < end:
        if body.names[position] == "br":
            breaks.append(position)
        elif body.names[position] or body.tokens[position].strip():
            if len(breaks) > 1:
                cuts.append((first, breaks[0]))
                first = position
            breaks = []
        position = body.partners[position] + 1 if body.names[position] else position + 1
    cuts.append((first, end))
    pieces = [run for first, last in cuts if (run := _run(body, first, last, holder))]
    return pieces if len(pieces) < 2 else [replace(run, holder=None) for run in pieces]


def _run(body: Body, first: int, last: int, holder: int | None) -> Run | None:
    first, last = _hoisted(body, first, last)
    opening: dict[int, tuple[int, int]] = {}
    closing: dict[int, tuple[int, int]] = {}
    single: dict[int, tuple[int, int]] = {}
    out: list[str] = []
    ends: dict[int, int] = {}
    position, number, prose = first, 0, False
    while position < last:
        token, name = body.tokens[position], body.names[position]
        if not name:
            out.append(token if "&" not in token else html.escape(html.unescape(token), quote=False))
            prose = prose or bool(_LETTER.search(token))
            position += 1
        elif position in ends:
            out.append(f"</g{ends[position]}>")
            position = closing[ends[position]][1]
        elif _is_single(body, position):
            number += 1
            single[number] = (position, body.partners[position] + 1)
            out.append(f"<x{number}/>")
            position = body.partners[position] + 1
        else:
            number += 1
            inner, inner_end = _innermost(body, position)
            opening[number] = (position, inner + 1)
            closing[number] = (inner_end, body.partners[position] + 1)
            ends[inner_end] = number
            out.append(f"<g{number}>")
            position = inner + 1
    msgid = squeeze("".join(out))
    if not prose or _ADDRESS.fullmatch(msgid):
        return None
    return Run(first, last, msgid, holder, opening, closing, single)


def _innermost(body: Body, index: int) -> tuple[int, int]:
    """Return the tags of the innermost of elements that hold nothing but each other: one placeholder for all."""
    end = body.partners[index]
    while body.names[index + 1] and body.partners[index + 1] == end - 1 and not _is_single(body, index + 1):
        index, end = index + 1, end - 1
    return index, end


def _hoisted(body: Body, first: int, last: int) -> tuple[int, int]:
    """Take white space, pictures, breaks, empty elements and tags around all of it off the edges of a run."""
    while first < last:
        after, before = body.partners[first], body.partners[last - 1]
        if _is_blank(body, first):
            first += 1
        elif _is_blank(body, last - 1):
            last -= 1
        elif body.names[first] and body.words[after + 1] == body.words[first]:
            first = after + 1
        elif body.names[last - 1] and body.words[last] == body.words[before]:
            last = before
        elif body.names[first] and after == last - 1 and not _is_single(body, first):
            first, last = first + 1, last - 1
        else:
            break
    return first, last


def _is_blank(body: Body, index: int) -> bool:
    return not body.names[index] and not body.tokens[index].replace("&nbsp;", " ").strip()
