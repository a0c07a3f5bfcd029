"""JSON as pages carry it in scripts: in the wrappings of old pages, several values in one script, with mistakes."""

import html
import json
import re
from collections.abc import Mapping
from typing import Any, Final

_MAX_SCRIPT: Final = 8_000_000  # characters
_MAX_BROKEN: Final = 1_000_000  # characters of a script that is worth mending: that takes a microsecond each
# Where a string or another value ends. A quote before anything else was meant for the string and not escaped; between
# two lines a comma may be missing.
_ENDED: Final = r'(?=\s*(?:[:,}\]]|\Z)|\s*\n\s*")'
_TOKEN: Final = re.compile(
    rf'(?P<cut>"(?:[^"\\]|\\.|"(?!{_ENDED}))*+)(?P<string>")?'
    r"|(?:/[/*][ \t]*)?<!\[CDATA\[|//[^\n]*|/\*.*?(?:\*/|\Z)|\s+"
    r'|(?P<mark>[{}\[\],:])|(?P<word>[^\s"{}\[\],:/]+)|.',
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r'(\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))|\\(.)|"', re.DOTALL)
_ARTICLE_TYPE: Final = re.compile(r'"@type"\s*:\s*"\w*(?:Article|Posting)"')
_MEMBER: Final = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|description|mainEntityOfPage|url|author|creator|keywords'
    r'|image)"\s*:\s*'
)
_END: Final = re.compile(_ENDED)
# Line breaks inside strings are common and harmless; numbers too long for int() are no fact of ours.
_DECODER: Final = json.JSONDecoder(
    strict=False, parse_int=lambda digits: int(digits[:20]), parse_constant=lambda _: None
)


def load(script: str) -> Any:
    """Return the value in *script*, or a list of its values where plain mistakes had to be mended.

    Raises ValueError or RecursionError if it cannot be read or is longer than 8 million characters.
    """
    if len(script) > _MAX_SCRIPT:
        raise ValueError("too long")
    if '"' not in script:  # all quotes are of another kind
        script = html.unescape(script) if "&quot;" in script else script.replace("'", '"')
    try:
        return _DECODER.decode(script)
    except ValueError:
        if len(script) > _MAX_BROKEN:
            raise
        return _DECODER.decode(_mended(script))


def salvaged(script: str) -> Mapping[str, Any] | None:
    """Return the facts that can be read in broken JSON of an article, as if they were its only members."""
    if len(script) > _MAX_BROKEN or not _ARTICLE_TYPE.search(script):
        return None
    node: dict[str, Any] = {"@type": "NewsArticle"}
    tried: set[str] = set()  # each name once: a script of nothing but names would take for ever
    place = 0
    while found := _MEMBER.search(script, place):
        name, place = found[1], found.end()
        if name in tried:
            continue
        tried.add(name)
        try:
            value, end = _DECODER.raw_decode(script, place)
        except (ValueError, RecursionError):
            continue
        if _END.match(script, end):
            node[name], place = value, end
    return node


def _mended(script: str) -> str:
    """Return the values in *script* as one list: no comments, nothing around the values, commas set anew, brackets
    closed.
    """
    made = ["["]
    closing: list[str] = []
    for found in _TOKEN.finditer(script):
        token = found[0]
        if found.lastgroup in {None, "cut"} or not (closing or token in "{["):
            continue
        if token in ",}]" and made[-1] == ":":
            made.append("null")
        if token in "}]":
            closing.pop()
        elif token not in ",:" and made[-1] not in "[{:":
            made.append(",")
        if token in "{[":
            closing.append("]" if token == "[" else "}")
        if token != ",":
            made.append(_value(token))
    if made[-1] == ":":
        made.append("null")
    return "".join((*made, *reversed(closing), "]"))


def _value(token: str) -> str:
    """Return *token* with the quotes inside of a string escaped and escapes undone that JSON does not know."""
    if token == "undefined":
        return "null"
    if len(token) < 3 or token[0] != '"':
        return token
    return f'"{_ESCAPE.sub(_escaped, token[1:-1])}"'


def _escaped(found: re.Match[str]) -> str:
    return found[1] or found[2] or '\\"'
