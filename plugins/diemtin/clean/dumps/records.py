"""A story as a crawl or a clipper keeps it, with fields of known names: one record of JSON, the first row of a table
(CSV), a text below its front matter.
"""

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from typing import Any, Final

from diemtin.clean.dumps.frontmatter import read_fields
from diemtin.clean.dumps.vocabulary import TABLES

_NAMES: Final = {re.sub(r"[\W_]", "", name): kind for kind, names in TABLES["records"].items() for name in names}
_LABELS: Final = {
    "title": "Title",
    "author": "Author",
    "date": "Published",
    "modified": "Updated",
    "section": "Section",
    "tags": "Tags",
    "url": "URL",
    "site": "Source",
}
_METAS: Final = {
    "title": "og:title",
    "author": "author",
    "date": "article:published_time",
    "modified": "article:modified_time",
    "section": "article:section",
    "tags": "keywords",
    "url": "og:url",
    "site": "og:site_name",
}
_DOCUMENT: Final = re.compile(r"<(?:!doctype|html|head)\b", re.IGNORECASE)
#: Under these names a field that is a record itself tells what it holds ("author": {"name": …}).
_INSIDE: Final = ("name", "rendered", "title", "text")
_TOLD: Final = 100  # characters of a record's text
_MOST: Final = 1_000  # records looked at
_APART: Final = ",;\t|"
_FEW: Final = 3  # columns
_HEADS: Final = 1_000  # characters of a table's first line


def unpack(dump: str, is_markup: Callable[[str], bool]) -> str:
    """Return *dump*, and of a record a dump with its fields as labels above its text; a page, if that is markup."""
    start = dump.lstrip("\ufeff \t\r\n")
    for record in _from_json(start) if start[:1] in "{[" else _from_text(start):
        found = _fields(record)
        if len(found.get("body", "")) >= _TOLD:
            return _page(found) if is_markup(found["body"]) else _labelled(found)
    return dump


def _from_json(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the records of *text* and those inside them, the outer ones first; of lines of JSON, those of the first."""
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return
    waiting = [value]
    for value in waiting:
        if isinstance(value, dict):
            yield value
        inside = value.values() if isinstance(value, dict) else value
        waiting += [one for one in inside if isinstance(one, dict | list)][: max(0, _MOST - len(waiting))]


def _from_text(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the text with the fields above it, if those tell a fact of it, or else a table's rows."""
    fields = read_fields(text)
    if {*map(_kind, fields)} - {"body", None}:
        yield fields
    else:
        yield from _from_table(text)


def _from_table(text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table whose heads name a text and something else that is known."""
    heads = text[: _HEADS + 1].partition("\n")[0].strip()
    delimiter = max(_APART, key=heads.count)
    known = [_kind(head) for head in heads.replace('"', "").split(delimiter)] if len(heads) <= _HEADS else []
    if len(known) < _FEW or "body" not in known or len({*known} - {None}) < _FEW:
        return
    try:
        yield from csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    except csv.Error:
        return


def _kind(name: object) -> str | None:
    """Return the kind of fact that a field called *name* holds."""
    return _NAMES.get(re.sub(r"[\W_]", "", str(name).casefold()))


def _fields(record: Mapping[str, Any]) -> dict[str, str]:
    """Return the known fields of *record* by kind; of several of one kind the first, of texts the longest."""
    found: dict[str, str] = {}
    for name, value in record.items():
        kind = _kind(name)
        text = _said(value, moment=kind in {"date", "modified"}) if kind else ""
        if kind == "site" and text.startswith(("http://", "https://")):
            kind = "url"
        if kind and text and (kind not in found or (kind == "body" and len(text) > len(found[kind]))):
            found[kind] = text
    return found


def _said(value: object, *, moment: bool) -> str:
    """Return what a field says, of several values each; a number of seconds (or milliseconds) is a *moment*."""
    if isinstance(value, str):
        # A program that keeps one record a line writes the ends of the text's own lines like this.
        return value.strip() if "\n" in value else value.strip().replace("\\r", "").replace("\\n", "\n")
    if isinstance(value, list):
        return ", ".join(filter(None, (_said(one, moment=moment) for one in value)))
    if isinstance(value, dict):
        return next((_said(value[name], moment=moment) for name in _INSIDE if value.get(name)), "")
    if moment and isinstance(value, int | float) and 1e8 < value < 1e13:
        return dt.datetime.fromtimestamp(value / (1000 if value > 1e11 else 1), dt.UTC).isoformat()
    return ""


def _labelled(found: Mapping[str, str]) -> str:
    lines = [f"{label}: {' '.join(found[kind].split())}" for kind, label in _LABELS.items() if kind in found]
    return "\n\n".join([*lines, found["body"]])


def _page(found: Mapping[str, str]) -> str:
    """Return the record's markup as a page, which it may be already."""
    if _DOCUMENT.search(found["body"], 0, 1_000):
        return found["body"]
    metas = "".join(
        f'<meta property="{name}" content="{escape(unescape(found[kind]))}">'
        for kind, name in _METAS.items()
        if kind in found
    )
    headline = f"<h1>{found['title']}</h1>" if "title" in found else ""
    return f"<html><head>{metas}</head><body><article>{headline}{found['body']}</article></body></html>"
