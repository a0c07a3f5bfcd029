"""The one allow-list that everything from a scrape, a catalog or an engine passes right before it becomes HTML."""

import re
from typing import Final

import nh3

BLOCKS: Final = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "div"}
    | {"figure", "figcaption", "picture", "details", "summary"}
    | {"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"}
)
INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"rp", "rt", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
    | {"img", "source"}
)
_MEDIA: Final = frozenset({"audio", "video"})
_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "*": {"lang", "dir", "id", "title", "translate"},
    "a": {"href", "hreflang"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    "source": {"src", "srcset", "sizes", "media", "type", "width", "height"},
    "audio": {"src", "controls", "preload"},
    "video": {"src", "controls", "preload", "poster", "width", "height"},
    "time": {"datetime"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"datetime", "cite"},
    "ins": {"datetime", "cite"},
}
# Marks that diemtin itself sets on a story's blocks; a scrape's own attributes of these names never get this far,
# because `clean` rebuilds the body and keeps none of them.
_OWN_ATTRIBUTES: Final = {"data-state", "data-segment"}
_OWN_CLASSES: Final = {"p": {"lede"}, "div": {"original"}, "details": {"original"}}
_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCHEMES: Final = {"http", "https", "mailto", "tel"}
_SRCSET_SAFE: Final = re.compile(r"(?:(?:https?://|/(?!/)|[^\s:,]+(?=\s|$|,))[^\s]*(?:\s+[\d.]+[wx])?\s*(?:,\s*|$))+")


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if _ID.fullmatch(value) else None
    if name == "lang":
        return value if _LANGUAGE.fullmatch(value) else None
    if name == "srcset":
        return value if _SRCSET_SAFE.fullmatch(value) else None
    if name in {"cite", "poster"} or (name == "src" and tag in _MEDIA | {"img", "source"}):
        return value if re.match(r"https?://|(?!//)[^:/?#]*(?:[/?#]|$)", value, re.IGNORECASE) else None
    return value


_cleaner: Final = nh3.Cleaner(
    tags=set(BLOCKS | INLINE | _MEDIA),
    clean_content_tags={
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "title",
        "textarea",
    },
    attributes={**_ATTRIBUTES, "*": _ATTRIBUTES["*"] | _OWN_ATTRIBUTES},
    attribute_filter=_attribute,
    allowed_classes={tag: set(names) for tag, names in _OWN_CLASSES.items()},
    url_schemes=_SCHEMES,
    strip_comments=True,
    link_rel="noopener nofollow",
)


def without_originals(html: str) -> str:
    """Return a safe body without the source's own paragraphs that stand folded under the translated ones."""
    before, *folded = html.split('<details class="original"')
    return before + "".join([part.partition("</details>")[2] for part in folded])


def tag_pattern(names: str) -> re.Pattern[str]:
    """Return what finds the tags *names* (alternatives) in a safe body, each with its groups: "/", name, attributes.

    Whole tags are matched, so that one inside an attribute's value is never taken for one. All that stands between two
    of them is a match as well, without groups: it is passed over in one step.
    """
    attributes = r'[^>"]*+(?:"[^"]*+"[^>"]*+)*+'
    return re.compile(
        rf"<(/?)({names})\b({attributes})>|(?:<(?!/?(?:{names})\b){attributes}>[^<]*+)++",
    )


def safe_html(html: str) -> str:
    """Return *html* with nothing in it that runs, loads a foreign document, submits, covers the page or names one of
    its parts. Ids are kept only where they are plain and lower-case; who makes the body gives them a prefix.
    """
    return _cleaner.clean(html)
