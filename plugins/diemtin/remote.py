"""Pictures that lie with somebody else: a page or a feed links to them, and never loads them by itself.

Loading one tells another site who reads what, and a strict content security policy forbids it.
"""

import re
from html import unescape
from typing import Final

from markupsafe import escape

from diemtin.sanitize import tag_pattern

_TAG: Final = tag_pattern("a|img|source|audio|video")
_LOADED: Final = ("<img", "<source", "<audio", "<video")
_ATTRIBUTE: Final = re.compile(r' ([\w-]+)="([^"]*)"')
_SRCSET: Final = re.compile(r' (?:srcset|sizes)="[^"]*"')


def is_local(src: str) -> bool:
    """Say whether a picture lies on the site itself."""
    return src.startswith("/") and not src.startswith("//")


def link_remote_pictures(html: str, label: str) -> str:
    """Return a safe body in which another's picture is a link to it, named *label* and its alternative text.

    A picture that lies on the site stays, without other sizes of it that do not. Sound and film stay silent: they lose
    the address they would be loaded from.
    """
    if not any(tag in html for tag in _LOADED):
        return html
    in_link = False

    def shown(tag: re.Match[str]) -> str:
        nonlocal in_link
        closing, name, attributes = tag.groups()
        if name == "a":
            in_link = not closing
        elif name == "source":
            return ""
        elif name in {"audio", "video"} and not closing:
            return f"<{name}>"
        elif name == "img":
            return _picture(attributes, label, in_link)
        return tag[0]

    return _TAG.sub(shown, html)


def _picture(attributes: str, label: str, in_link: bool) -> str:
    known = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    if is_local(known.get("src", "")):
        return f"<img{_SRCSET.sub('', attributes)}>"
    text = escape(f"{label}: {known['alt']}" if known.get("alt") else label)
    if in_link or "src" not in known:
        return str(text)
    return f'<a href="{escape(known["src"])}" rel="noopener nofollow">{text}</a>'
