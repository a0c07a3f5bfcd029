"""A scrape's way to a story: decode, take the text out of a crawl's record, tell a page from a plain-text dump, read
its facts and its body, let the sidecar have the last word. Pure: bytes and sidecar in, `Cleaned` out.
"""

import dataclasses
import datetime as dt
import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from zoneinfo import ZoneInfo

from lxml.etree import _Element

from diemtin.clean.body import extract_body
from diemtin.clean.cleaned import MAX_BYTES, Block, Cleaned
from diemtin.clean.decoding import decode
from diemtin.clean.dumps import dump_body, dump_facts, paragraphs, read_story, unpack
from diemtin.clean.facts.language import detect
from diemtin.clean.facts.model import Fact, Facts
from diemtin.clean.facts.reading import read_facts
from diemtin.clean.parsing import parse
from diemtin.clean.yields import shortfalls, why_no_story
from diemtin.findings import DiemtinError, Finding
from diemtin.sanitize import safe_html
from diemtin.stories import Picture, Sidecar

DEFAULT_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
#: Characters, lines and paragraphs of a plain-text dump: a hundred times the longest story's.
MAX_DUMP: Final = 5_000_000
MAX_LINES: Final = 50_000
MAX_PARAGRAPHS: Final = 10_000

_NO_SIDECAR: Final = Sidecar()
_DOCUMENT: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b[^>]{0,1000}>", re.IGNORECASE)
_ELEMENT: Final = re.compile(r"</?[a-z][a-z0-9]{0,20}\b[^<>]{0,2000}>", re.IGNORECASE)
_BLOCK: Final = re.compile(
    r"</?(?:p|div|br|h[1-6]|[uo]l|li|table|tr|td|section|article|main|header|figure|blockquote)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_MARKDOWN_LINK: Final = re.compile(r"\]\((?:https?:|/)")
_LINKS: Final = 3
_LEDE: Final = '<p class="lede">'


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the collector from searching for cycles in the thousands of objects that a page is read into: it finds none,
    and takes a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_no_collection()
def clean(
    data: bytes,
    url: str | None = None,
    *,
    sidecar: Sidecar = _NO_SIDECAR,
    zone: ZoneInfo = DEFAULT_ZONE,
) -> Cleaned:
    """Return the story in *data*, a saved page or a plain-text dump (told apart by what it holds, not by a name).

    *url* is where the page came from; *sidecar* is stronger than the page in all it states. Dates are given in
    *zone*, in which a time without an offset is understood. What is missing is empty or None, and noted.

    Raises DiemtinError (its finding's file is ``the scrape``) for what is no text, too large, or nested too deeply.
    """
    if len(data) > MAX_BYTES:
        raise DiemtinError(Finding("the scrape", f"{len(data):,} bytes, over {MAX_BYTES:,}", "save the story alone"))
    decoded = decode(data)
    address = sidecar.url or url
    text = unpack(decoded.text, is_page)
    if is_page(text):
        utf8 = decoded.utf8 if text is decoded.text else text.encode("utf-8", "replace")
        cleaned = _clean_page(parse(utf8, "the scrape"), address, sidecar, zone)
    else:
        cleaned = _clean_dump(text, address, sidecar, zone)
    cleaned = _with_sidecar(cleaned, sidecar, zone)
    notes = (*decoded.notes, *cleaned.notes, *shortfalls(cleaned))
    return dataclasses.replace(cleaned, notes=notes, no_story=why_no_story(cleaned))


def is_page(text: str) -> bool:
    """Say whether *text* is markup: a document, or a piece of one. A dump may speak of tags in its sentences."""
    if _DOCUMENT.search(text) and "</" in text:
        return True
    if len(_MARKDOWN_LINK.findall(text, 0, 200_000)) >= _LINKS:  # a converter left tags between its marks
        return False
    if text.lstrip()[:1] == "<" and len(_ELEMENT.findall(text, 0, 5000)) > 1:
        return True
    first = _BLOCK.search(text)
    if first is None or re.search(r"\S[^\S\n]*\n\s*\n", text[: first.start()]):
        return False
    return sum(1 for _ in _BLOCK.finditer(text)) >= max(3, len(text) / 2000)


def _clean_page(tree: _Element, url: str | None, sidecar: Sidecar, zone: ZoneInfo) -> Cleaned:
    facts = read_facts(tree, url, zone=zone, fetched=_aware(sidecar.fetched, zone))
    headlines = (sidecar.title, *facts.headlines) if sidecar.title else facts.headlines
    ledes = (sidecar.lede, *facts.ledes) if sidecar.lede else facts.ledes
    body = extract_body(tree, dataclasses.replace(facts, headlines=headlines, ledes=ledes))
    image = _lead_picture(facts.image, body.image)
    story = _story(dataclasses.replace(facts, image=image), body.html, body.text, kept=body.kept, dropped=body.dropped)
    return dataclasses.replace(story, lede=body.lede or next(iter(ledes), ""))


def _lead_picture(stated: Picture | None, shown: Picture | None) -> Picture | None:
    """Return the picture that the page states for its story; what it leaves unsaid, the body's own first one tells."""
    if stated is None or shown is None or stated.src != shown.src:
        return stated or shown
    return Picture(stated.src, stated.alt or shown.alt, stated.width or shown.width, stated.height or shown.height)


def _clean_dump(text: str, url: str | None, sidecar: Sidecar, zone: ZoneInfo) -> Cleaned:
    if len(text) > MAX_DUMP:
        raise _too_long(f"a text of {len(text):,} characters, over {MAX_DUMP:,}")
    if text.count("\n") > MAX_LINES:
        raise _too_long(f"a text of {text.count(chr(10)):,} lines, over {MAX_LINES:,}")
    found = paragraphs(text)
    if len(found) > MAX_PARAGRAPHS:
        raise _too_long(f"a text of {len(found):,} paragraphs, over {MAX_PARAGRAPHS:,}")
    reading = read_story(found, (sidecar.title,) if sidecar.title else ())
    facts = dump_facts(reading, url, zone=zone, fetched=_aware(sidecar.fetched, zone))
    body = dump_body(reading)
    story = _story(facts, safe_html(body.html), body.text, kept=body.kept, dropped=body.dropped)
    return dataclasses.replace(story, lede=body.lede)


def _too_long(found: str) -> DiemtinError:
    return DiemtinError(Finding("the scrape", found, "save the story alone, without what stood around it"))


def _story(facts: Facts, html: str, text: str, *, kept: tuple[Block, ...], dropped: tuple[Block, ...]) -> Cleaned:
    return Cleaned(
        title=facts.title or "",
        lede_in_body=_LEDE in html,
        lang=facts.lang or detect(text) or detect(f"{facts.title} {' '.join(facts.ledes)}") or "",
        date=facts.date,
        modified=facts.modified,
        authors=facts.authors,
        section=facts.section or "",
        tags=facts.tags,
        image=facts.image,
        url=facts.url,
        site=facts.site,
        licence=facts.licence,
        html=html,
        text=text,
        notes=facts.notes,
        kept=kept,
        dropped=dropped,
        evidence=facts.evidence,
    )


def _with_sidecar(cleaned: Cleaned, sidecar: Sidecar, zone: ZoneInfo) -> Cleaned:
    """Return *cleaned* with everything that the sidecar states in place of what the page stated."""
    stated: dict[str, Any] = {
        name: value
        for name in ("title", "lang", "section", "authors", "tags", "url", "site", "lede")
        if (value := getattr(sidecar, name)) is not None
    }
    if sidecar.date:
        stated["date"] = _aware(sidecar.date, zone)
    if sidecar.image:
        stated["image"] = _picture(cleaned.image, sidecar.image)
    if sidecar.lede is not None and sidecar.lede != cleaned.lede:
        stated["lede_in_body"] = False
        stated["html"] = cleaned.html.replace(_LEDE, "<p>")
    facts = tuple(
        Fact({"authors": "author", "tags": "tag"}.get(name, name), _shown(value), "sidecar", 1.0)  # type: ignore[arg-type]
        for name, value in stated.items()
        if name not in {"html", "lede_in_body"}
    )
    return dataclasses.replace(cleaned, **stated, evidence=(*facts, *cleaned.evidence)) if stated else cleaned


def _picture(found: Picture | None, src: str) -> Picture:
    """Return the picture at *src*; its alternative text is known if the page names the same picture."""
    return found if found and found.src == src else Picture(src)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return value.src if isinstance(value, Picture) else str(value)


def _aware(moment: dt.datetime | None, zone: ZoneInfo) -> dt.datetime | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
