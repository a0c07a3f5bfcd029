"""Fills the foreign articles of an edition from their catalogs, in place. The network is never asked here."""

import dataclasses
import html
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from pelican.contents import Article

from diemtin.apart import together
from diemtin.findings import DiemtinError, Finding, advise, report
from diemtin.sanitize import safe_html
from diemtin.stories import catalog_path
from diemtin.translate.catalog import Catalog, read_catalog
from diemtin.translate.lexer import Entry
from diemtin.translate.placeholders import fault, key, plain
from diemtin.translate.provenance import SegmentProvenance, stamp_of, state_of, summed_up
from diemtin.translate.rebuild import Translation, anchored, edition
from diemtin.translate.segments import Segmented, lede_run, take_apart

#: Of a story's characters so many must be translated before it is published in the other language.
ENOUGH: Final = 0.8

Lookup = Callable[[str], Entry | None]
#: What becomes of an article: new values of its attributes.
Changes = dict[str, Any]


def fill_edition(generator: Any) -> None:
    """Translate, as far as catalogs go, every article of *generator* that is not in its language.

    The first edition takes each story apart for all of them; what becomes of it in the others waits until they ask.
    """
    lang = generator.settings["DEFAULT_LANG"]
    shared: dict[str, Any] = generator.context.setdefault("shared", {})
    waiting: dict[str, dict[str, Changes]] = shared.setdefault("translations", {})
    if lang not in waiting:
        langs = [edition.lang for edition in generator.context.get("editions", ())] or [lang]
        filled = together(partial(_all_changes, langs), generator.articles)
        for article, by_lang in zip(generator.articles, filled, strict=True):
            for other, changed in by_lang.items():
                waiting.setdefault(other, {})[article.source_path] = changed
    changes = waiting.pop(lang, {})
    for article in generator.articles:
        vars(article).update(changes.get(article.source_path, {}))


def _all_changes(langs: Sequence[str], articles: Sequence[Article]) -> list[dict[str, Changes]]:
    """Return what becomes of each of *articles*, which are in their own languages, in every edition."""
    filled = []
    for article in articles:
        story = segments_of(article)
        filled.append(
            {lang: anchors(story) if lang == article.lang else translation(article, story, lang) for lang in langs}
        )
    return filled


def segments_of(article: Article) -> Segmented:
    """Return the segments of an article in its own language."""
    image = getattr(article, "image", None)
    return take_apart(article.title, article.lede, article._content, image.alt if image else "")


def anchors(story: Segmented) -> Changes:
    """Return the body of an article in its own language with the anchors that its translation has."""
    return {"_content": safe_html(anchored(story.body, story.runs))}


def translation(article: Article, story: Segmented, lang: str) -> Changes:
    """Return what turns *article*, taken apart into *story*, into its translation to *lang*; nothing where its catalog
    does not reach.

    Its title and at least ``ENOUGH`` of its characters must be translated. A catalog that cannot be read is reported.
    """
    path = catalog_path(Path(article.source_path), lang)
    try:
        catalog = read_catalog(path)
    except DiemtinError as error:
        report(error.finding)
        return {}
    if catalog is None:
        return {}
    if not catalog.entries:
        advise(Finding(path, "an empty catalog", "translate the story, or remove the file", 1))
        return {}
    lookup = _lookup(catalog, story)
    return _translated(article, story, lookup, lang) if _enough(story, lookup) else {}


def _lookup(catalog: Catalog, story: Segmented) -> Lookup:
    """Return what finds the entry that can stand for a msgid; one with wrong placeholders is reported and left out."""
    wrong = set()
    for entry in catalog.live():
        if entry.msgstr and (found := fault(entry.msgid, entry.msgstr)):
            report(Finding(catalog.path, found, "set the placeholders as in the msgid", entry.line))
            wrong.add(entry.line)
    usable = {
        msgid: entry
        for msgid, entry in catalog.find({segment.msgid for segment in story}).items()
        if entry.line not in wrong and plain(entry.msgstr)
    }
    return usable.get


def _enough(story: Segmented, lookup: Lookup) -> bool:
    if story.title and not lookup(story.title.msgid):
        return False
    if all(lookup(segment.msgid) for segment in story):
        return True
    everything = translated = 0
    for segment in story:
        length = len(plain(segment.msgid))
        everything += length
        translated += length if lookup(segment.msgid) else 0
    return translated >= ENOUGH * everything


def _translated(article: Article, story: Segmented, lookup: Lookup, lang: str) -> Changes:
    entries = {number: entry for number, run in enumerate(story.runs) if (entry := lookup(run.msgid))}
    translations = {number: Translation(entry.msgstr, state_of(entry)) for number, entry in entries.items()}
    alts = {index: _text(lookup, html.escape(alt, quote=False)) for index, alt in story.alts}
    lede_source = story.lede or lede_run(story.body, story.runs, article.lede)
    lede = lede_source and _text(lookup, lede_source.msgid)
    lede_lang, lede = (lang, lede) if lede else (article.lang, article.lede)
    changes = {
        "lang": lang,
        "lede": lede,
        "lede_lang": lede_lang,
        "_summary": html.escape(lede, quote=False),
        "_content": safe_html(edition(story.body, story.runs, translations, alts, article.lang, lang)),
        "provenance": summed_up(
            (_provenance(segment.msgid, lookup(segment.msgid)) for segment in story),
            len(story.runs) - len(translations),
            article.date.tzinfo,
        ),
    }
    if story.title:
        changes["title"] = _text(lookup, story.title.msgid)
    if story.image_alt:
        changes["image"] = dataclasses.replace(article.image, alt=_text(lookup, story.image_alt.msgid) or "")
    return changes


def _text(lookup: Lookup, msgid: str) -> str | None:
    entry = lookup(msgid)
    return plain(entry.msgstr) if entry else None


def _provenance(msgid: str, entry: Entry | None) -> SegmentProvenance:
    if entry is None:
        return SegmentProvenance(key(msgid), "source")
    stamp = stamp_of(entry.comments)
    return SegmentProvenance(
        key(msgid), state_of(entry), stamp.engine if stamp else None, stamp.date if stamp else None
    )
