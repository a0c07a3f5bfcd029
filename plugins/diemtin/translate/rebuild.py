"""A body in another language: translations set between the source's own tags, and the marks that readers need."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from diemtin.text import visible
from diemtin.translate.markup import Body, Run, with_alternative_text
from diemtin.translate.placeholders import Mark, split

#: How the paragraph in the source language is announced, in the reader's language.
_ORIGINAL: Final = {"vi": "Bản gốc", "en": "Original"}
#: Where a disclosure may stand: inside these blocks, or right after these. (Not in a heading: it would be read out as
#: part of it; not in a table's cell: one in each cell leaves nothing of the table to read.)
_INSIDE: Final = frozenset({"li", "dd", "figcaption", "blockquote", "div"})
_AFTER: Final = frozenset({"p"})
_INTERACTIVE: Final = frozenset({"a", "summary", "details"})
#: A picture is not shown a second time.
_MEDIA: Final = frozenset({"img", "picture", "source", "audio", "video"})
_ID: Final = re.compile(r' id="[^"]*"')


@dataclass(frozen=True, slots=True)
class Translation:
    """One segment's text in the other language (placeholders as in its msgid) and its state."""

    text: str
    state: str


def translated(body: Body, found: tuple[Run, ...], texts: Mapping[int, str], alts: Mapping[int, str]) -> str:
    """Return the HTML of *body* with some runs (by index in *found*) and alternative texts (by token) replaced.

    Every tag of the source is there once, with its own attributes, and no other. The texts' placeholders must be
    those of the runs (see ``placeholders.fault``).
    """
    tags = {index: with_alternative_text(body.tokens[index], alt) for index, alt in alts.items()}
    return "".join(_replaced(body, found, texts, tags))


def _replaced(body: Body, found: tuple[Run, ...], texts: Mapping[int, str], tags: Mapping[int, str]) -> list[str]:
    """Return the tokens of *body* with *tags* in place of the source's and the text of some runs set between them."""
    tokens = list(body.tokens)
    for index, tag in tags.items():
        tokens[index] = tag
    for number, text in texts.items():
        run = found[number]
        tokens[run.first : run.last] = [_rendered(run, text, tokens)] + [""] * (run.last - run.first - 1)
    return tokens


def edition(
    body: Body,
    found: tuple[Run, ...],
    translations: Mapping[int, Translation],
    alts: Mapping[int, str | None],
    source_lang: str,
    lang: str,
) -> str:
    """Return *body* as an edition shows it: every block says its state, what is untranslated its language.

    Translated paragraphs have the source's paragraph in a closed disclosure beside them. An alternative text in
    *alts* that is None has no translation.
    """
    tags = {
        index: f'{body.tokens[index][:-1]} lang="{source_lang}">'
        if alt is None
        else with_alternative_text(body.tokens[index], alt)
        for index, alt in alts.items()
    }
    tokens = _replaced(body, found, {number: item.text for number, item in translations.items()}, tags)
    interactive = _interactive(body)
    anchors = _anchors(body, found)
    for number, run in enumerate(found):
        translation = translations.get(number)
        marks = f' data-state="{translation.state}"' if translation else f' data-state="source" lang="{source_lang}"'
        if run.holder is None:
            tokens[run.first] = f"<span{marks}>{tokens[run.first]}"
            tokens[run.last - 1] += "</span>"
            continue
        _mark(tokens, run.holder, marks + anchors.get(run.holder, ""))
        if translation and not any(start < run.holder < end for start, end in interactive):
            _disclose(body, tokens, run, source_lang, lang)
    return "".join(tokens)


def anchored(body: Body, found: tuple[Run, ...]) -> str:
    """Return *body* in its own language with the anchors that its translations have."""
    tokens = list(body.tokens)
    for index, anchor in _anchors(body, found).items():
        _mark(tokens, index, anchor)
    return "".join(tokens)


def _anchors(body: Body, found: tuple[Run, ...]) -> dict[int, str]:
    """Number the blocks that hold one run: the same numbers in every edition, because they count the source's."""
    holders = [run.holder for run in found if run.holder is not None]
    return {index: f' id="p-{number}"' for number, index in enumerate(holders, 1) if not _ID.search(body.tokens[index])}


def _mark(tokens: list[str], index: int, attributes: str) -> None:
    tag = tokens[index]
    if " lang=" in attributes:
        tag = re.sub(r' lang="[^"]*"', "", tag)
    tokens[index] = f"{tag[:-1]}{attributes}>"


def _rendered(run: Run, text: str, tokens: list[str]) -> str:
    out: list[str] = []
    ranges = {"open": run.opening, "close": run.closing, "single": run.single}
    for piece in split(text):
        if isinstance(piece, Mark):
            first, last = ranges[piece.kind][piece.number]
            out += tokens[first:last]
        else:
            out.append(html.escape(visible(piece), quote=False))
    return "".join(out)


def _disclose(body: Body, tokens: list[str], run: Run, source_lang: str, lang: str) -> None:
    """Set the source's paragraph into a disclosure, where one may stand."""
    holder = run.holder
    assert holder is not None
    name, end = body.names[holder], body.partners[holder]
    if name not in _INSIDE and name not in _AFTER:
        return
    original = "".join(
        _ID.sub("", token)
        for token, name in zip(body.tokens[run.first : run.last], body.names[run.first : run.last], strict=True)
        if name not in _MEDIA
    )
    paragraph = f'<p lang="{source_lang}">{original}</p>'
    disclosure = f'<details class="original"><summary>{_ORIGINAL[lang]}</summary>{paragraph}</details>'
    if name in _AFTER:
        tokens[end] += disclosure
    else:
        tokens[end] = disclosure + tokens[end]


def _interactive(body: Body) -> list[tuple[int, int]]:
    """Return where nothing may be set that can be clicked: inside links, summaries and other disclosures."""
    return [
        (index, body.partners[index])
        for index in sorted(body.structural)
        if body.names[index] in _INTERACTIVE and body.partners[index] > index
    ]
