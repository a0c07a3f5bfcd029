"""Front matter: the fields that clippers, site generators and readers' programs write above the text of a story.

Between two lines of hyphens stand fields as YAML has them (https://jekyllrb.com/docs/front-matter/); of YAML, values on
one line, lists and folded lines are read. Other programs name the page's title, its address, and the text below.
"""

import re
from typing import Final

_FIELDS: Final = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>(?:(?!---)[^\n]{0,4000}\n){1,80})---[ \t]*\r?(?:\n|$)")
_FIELD: Final = re.compile(r"(?P<name>[^\W\d_][\w .-]{0,40}):(?:\s+(?P<value>.*))?$")
_ITEM: Final = re.compile(r"\s*-\s+(?P<value>.+)$")
_FOLDED: Final = frozenset({">", "|", ">-", "|-"})
_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]|\[([^\[\]]+)\]\([^()]*\)")
# "Title: …", "URL Source: …", "Published Time: …", "Markdown Content:"
_READER: Final = re.compile(
    r"\s*Title: (?P<title>[^\n]{1,500})\n\s*URL Source: (?P<url>\S+)\s*\n"
    r"(?:\s*Published Time: (?P<date>[^\n]{4,60})\n)?(?:\s*[A-Z][\w ]{2,30}: [^\n]{0,200}\n){0,3}"
    r"\s*Markdown Content:\s*\n"
)
_HEADING: Final = re.compile(r"^(?:# +(?P<marked>\S[^\n]*)|(?P<ruled>\S[^\n]*)\n=+[ \t]*)$", re.MULTILINE)


def read_fields(dump: str) -> dict[str, str | list[str]]:
    """Return the fields above the text of *dump*, and the text as ``text``; nothing if it has none."""
    if found := _READER.match(dump):
        text = dump[found.end() :]
        fields = {name: value.strip() for name, value in found.groupdict().items() if value}
        return {**fields, "title": _heading(text, fields["title"]), "text": text}
    found = _FIELDS.match(dump)
    fields_above = _from_yaml(found["fields"].splitlines()) if found else {}
    return {**fields_above, "text": dump[found.end() :]} if found and fields_above else {}


def _heading(text: str, title: str) -> str:
    """Return the heading of *text* that the page's *title* begins with, or else that title."""
    headings = (found["marked"] or found["ruled"] for found in _HEADING.finditer(text))
    return next((heading for heading in headings if title.startswith(heading)), title)


def _from_yaml(lines: list[str]) -> dict[str, str | list[str]]:
    """Return the fields in *lines*; nothing if one of them belongs to none."""
    fields: dict[str, str | list[str]] = {}
    name = ""
    for line in lines:
        found = _FIELD.match(line)
        item = _ITEM.match(line)
        if found:
            name, value = found["name"], (found["value"] or "").strip()
            fields[name] = "" if value in _FOLDED else _value(value)
        elif line.strip() and not line.startswith("#"):
            before = fields.get(name)
            if before is None or not (item or line[0].isspace()):
                return {}
            if item:
                fields[name] = [*(before if isinstance(before, list) else ()), _plain(item["value"])]
            elif isinstance(before, str):
                fields[name] = f"{before} {line.strip()}".strip()
    return fields


def _value(text: str) -> str | list[str]:
    """Return what a field on one line says, or the items of its list."""
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [item.strip("\"' ") for item in text[1:-1].split(",") if item.strip()]
    return _plain(text)


def _plain(text: str) -> str:
    """Return *text* without quotation marks around it; of a link its words."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].replace('\\"', '"').replace("''", "'")
    return _LINK.sub(lambda found: found[1] or found[2], text)
