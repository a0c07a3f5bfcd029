"""A block's own line of HTML: emphasis, links and the like, without the page's attributes."""

import re
from html import escape
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import BREAK, CLOSE, Block
from diemtin.clean.body.links import absolute
from diemtin.text import on_one_line

_WRITTEN_AS: Final = {
    **{tag: tag for tag in ("u", "s", "del", "ins", "sub", "sup", "code", "kbd", "samp", "var", "mark", "q", "cite")},
    **{tag: tag for tag in ("abbr", "dfn", "small", "time", "ruby", "rt", "rp", "bdi", "bdo", "strong", "em")},
    "b": "strong", "i": "em", "strike": "s", "tt": "code",
}  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMPTY_PAIR: Final = re.compile(r"<(\w+)(?: [^<>]*)?>(\s*)</\1>")
_DOUBLE: Final = re.compile(r"</(strong|em)>(\s*)<\1>")
#: Rounds of taking out empty pairs: pairs nest, and nobody nests a dozen for a reason.
_ROUNDS: Final = 12


def inline_html(block: Block, base: str | None) -> str:
    """Return *block*'s text with its inline markup; links become absolute from *base*."""
    is_pre = block.tag == "pre"
    parts: list[str] = []
    closing: list[str] = []
    for piece in block.pieces:
        if isinstance(piece, str):
            parts.append(escape(piece, quote=False))
        elif piece is CLOSE:
            parts.append(closing.pop() if closing else "")
        elif piece is BREAK:
            parts.append("\n" if is_pre else "<br>")
        elif isinstance(piece, _Element):
            opening, end = _pair(piece, base, is_linked="</a>" in closing, is_bold=block.tag in _HEADINGS)
            parts.append(opening)
            closing.append(end)
    parts.extend(reversed(closing))
    text = "".join(parts)
    if not is_pre:
        text = on_one_line(text)
    for _ in range(_ROUNDS if "</" in text else 0):
        before, text = text, _DOUBLE.sub(r"\2", _EMPTY_PAIR.sub(r"\2", text))
        if before == text:
            break
    return text.strip("\n") if is_pre else text.strip()


def _pair(element: _Element, base: str | None, *, is_linked: bool, is_bold: bool) -> tuple[str, str]:
    """Return the start and end tag that *element* is written with; empty ones where it means nothing."""
    tag = str(element.tag)
    if tag == "a" and not is_linked:
        href = absolute(element.get("href") or "", base)
        return (f'<a href="{escape(href)}">', "</a>") if href else ("", "")
    name = _WRITTEN_AS.get(tag, "")
    if not name or (is_bold and name == "strong"):
        return "", ""
    return f"<{name}>", f"</{name}>"
