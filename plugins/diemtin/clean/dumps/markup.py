"""What a converter left of a page's markup in a dump: marks of Markdown, numbers and addresses of links, entities."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from diemtin.clean.body.hints import HINT, hints_in
from diemtin.clean.facts.visible import place_of

#: Stands for a line end that a link held; no text has it.
SWALLOWED: Final = "\U0010fffd"
#: Stands for a picture; no text has it.
PICTURE: Final = "\U0010fffc"
_PICTURE: Final = re.compile(
    r"!\[[^\[\]]{0,600}\]\((?:[^()]|\([^()]{0,100}\)){0,2000}\)(?:\{(?=[.#]\w|[\w-]+=)[^{}]{1,600}\})?"
)
_CAPTION: Final = re.compile(r"<figcaption\b[^<>]{0,600}>.{0,1200}?</figcaption>", re.DOTALL)
# An address may be broken where the converter wrapped its line, and a title stand behind it.
_LINK: Final = re.compile(
    r"\[([^\[\]]{0,600})\]\(<?((?:https?:|mailto:|javascript:|[/#])(?:[^()\[]|\([^()\[]{0,100}\)){0,2000})\)"
)
_STRONG: Final = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*]+)(?<=\S)\1(?![\w*])")
_ITALIC: Final = re.compile(r"(?<!\w)_(?=[^\s_])([^_]+)(?<=\S)_(?!\w)")
# A line in bold is a heading, and one in italics may be a caption.
_WHOLE_STRONG: Final = re.compile(r"(\*\*|__)(?!\s).+(?<!\s)\1")
_WHOLE_ITALIC: Final = re.compile(r"(\*|_)(?![\s*_])[^*]+(?<![\s*_])\1")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~$'\"-])")
# Pandoc: "[words](address){.class rel="author"}", "## Heading {#name .class}", "![](address){width="1024"}".
_ATTRIBUTES: Final = re.compile(r"(?:(?<=[\])])|\s?(?=\{[^{}]{1,300}\}$))\{(?=[.#]\w|[\w-]+=)[^{}]{1,300}\}")
_TAG: Final = re.compile(r"(?<!`)(?:</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,4000})?>|<!--[^<>]{0,2000}-->)")
_AFTER_LINK: Final = re.compile(rf"(?<=[\])]){SWALLOWED}*\{{(?=[.#]\w|[\w-]+=)[^{{}}]{{1,600}}\}}")
_BROKEN_LINK: Final = re.compile(r"\[[^\[\]\n]{1,200}\n[^\[\]\n]{1,200}\]\((?:https?:|/)")
_DIV: Final = re.compile(r"\s*:{3,}\s*(?:\{(?P<names>[^{}]{1,300})\}|(?P<name>[\w-]+))\s*:*")
_DIV_END: Final = re.compile(r"\s*:{3,}")
_DIVS: Final = re.compile(r"^ *:{3,} *[{\w]", re.MULTILINE)
_SHORT_DIV: Final = 600  # characters
_OTHERS: Final = sum(
    HINT[group]
    for group in ("related", "promo", "subscribe", "social", "comment", "footer", "consent", "caption", "media")
)
# "[words][1]", and far below "[1]: https://example.org".
_REFERENCE: Final = re.compile(r"\[([^\[\]]{1,300})\]\[[^\[\]]{0,100}\]")
_REFERENCES: Final = re.compile(r"^ *\[[^\[\]\n]{1,100}\]: *<?https?:", re.MULTILINE)
# `lynx -dump` puts the number of a link before its words, and lists the addresses at the end.
_NUMBER: Final = re.compile(r"#?\[\d{1,4}\](?=\S)")
_NUMBERS: Final = re.compile(r"^ *\d{1,4}\. (?:https?|file|mailto):", re.MULTILINE)
_LIST_OF_LINKS: Final = re.compile(
    r"^References\s{1,20}(?:(?:Visible|Hidden) links:?\s{1,20})?1\. (?:https?|file|mailto|javascript):", re.MULTILINE
)
# Others put it behind: "words [1]", and below "[1] https://example.org".
_NOTE: Final = re.compile(r"(?<=\S) ?\[\d{1,4}\](?! *:? *https?:)")
_NOTES: Final = re.compile(r"^ *\[\d{1,4}\]:? *https?:", re.MULTILINE)
_WHOLE_LINK: Final = re.compile(rf"(?:{_LINK.pattern}|\[\d{{1,4}}\][^\[\]]+)")
# A mail as text: "words <https://example.org>".
_LINK_BEGINS: Final = re.compile(r"\]\(<?(?:https?:|mailto:|javascript:|[/#])")
_LINKS: Final = 2
_ADDRESS: Final = re.compile(r"(?<=[^\s<>]) *<(?:https?://|mailto:)[^<>]{1,2000}>")
_ENTITY: Final = re.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[a-zA-Z]{2,8});")


@dataclass(frozen=True, slots=True)
class Markup:
    """Which marks a dump has: they are taken for marks only where the whole of it shows that they are."""

    is_markdown: bool
    has_references: bool
    has_numbers: bool
    has_notes: bool
    has_addresses: bool

    def on_lines(self, dump: str) -> str:
        """Return *dump*, the whole of it, with every link of Markdown on one line, of its address what that tells, and
        without its pictures and tags; SWALLOWED stands for the line ends that they held, and PICTURE for each picture.
        """
        if not self.is_markdown:
            return dump
        dump = _TAG.sub(_line_ends, _CAPTION.sub(_line_ends, dump))
        dump = _PICTURE.sub(lambda found: PICTURE + _line_ends(found), dump)
        dump = _LINK.sub(_on_line, dump)
        return _AFTER_LINK.sub(_line_ends, dump)

    def is_link(self, text: str) -> bool:
        """Say whether *text* is a link and nothing else."""
        return (self.is_markdown or self.has_numbers) and _WHOLE_LINK.fullmatch(text) is not None

    def emphasis(self, text: str) -> Literal["", "strong", "italic"]:
        """Return what *text* is set in from its first word to its last."""
        if not self.is_markdown or text[-1:] not in {"*", "_"}:
            return ""
        return "strong" if _WHOLE_STRONG.fullmatch(text) else "italic" if _WHOLE_ITALIC.fullmatch(text) else ""

    def leads_to(self, text: str, place: str) -> tuple[str, ...]:
        """Return the words of the links in *text* whose addresses are those of topics ("tags") or authors."""
        if not self.is_markdown:
            return ()
        return tuple(found[1] for found in _LINK.finditer(text) if found[2] == f"#{place}")

    def links_behind_label(self, text: str) -> tuple[str, ...]:
        """Return the words of the links in *text*, a line that is made of a label and a row of them."""
        label, _, row = text.partition(":")
        return () if "[" in label else self.links_in_row(row.strip())

    def links_in_row(self, text: str) -> tuple[str, ...]:
        """Return the words of the links in *text*, a line of Markdown or a mail that is made of nothing else."""
        if self.is_markdown and text[-1:] == ")":
            row = tuple(words for found in _LINK.finditer(text) if (words := self.plain(found[1]).strip()))
            return () if len(row) < _LINKS or any(map(str.isalnum, _LINK.sub("", text))) else row
        if not self.has_addresses or text[-1:] != ">":
            return ()
        return tuple(words for part in _ADDRESS.split(text) if (words := part.strip()))

    def plain(self, text: str) -> str:
        """Return *text*, a paragraph, as it was read on the page."""
        if self.has_references:
            text = _REFERENCE.sub(r"\1", text)
        if self.has_numbers:
            text = _NUMBER.sub("", text)
        elif self.has_notes:
            text = _NOTE.sub("", text)
        if self.is_markdown:
            text = _LINK.sub(r"\1", _ATTRIBUTES.sub("", text))
            text = _ESCAPE.sub(r"\1", _ITALIC.sub(r"\1", _STRONG.sub(r"\2", text)))
        return _ADDRESS.sub("", text) if self.has_addresses else text


def markup_of(dump: str) -> Markup:
    """Return which marks *dump* has."""
    return Markup(
        is_markdown=_LINK_BEGINS.search(dump) is not None or "**" in dump,
        has_references=_REFERENCES.search(dump) is not None,
        has_numbers=_NUMBERS.search(dump) is not None,
        has_notes=_NOTES.search(dump) is not None,
        has_addresses=dump.count("<http") > 1,
    )


def _on_line(found: re.Match[str]) -> str:
    return f"[{' '.join(found[1].split())}](#{place_of(found[2])}){_line_ends(found)}"


def _line_ends(found: re.Match[str]) -> str:
    return SWALLOWED * (found[0].count("\n") + found[0].count(SWALLOWED))


def below_pictures(lines: Sequence[str]) -> set[int]:
    """Return the places of the lines that a picture stands right above, or before the first word of."""
    below: set[int] = set()
    is_below = False
    for place, line in enumerate(lines):
        tells = any(map(str.isalnum, line))
        if tells and (is_below or line.lstrip().startswith(PICTURE)):
            below.add(place)
        is_below = not tells and (is_below or PICTURE in line)
    return below


def is_converted(dump: str) -> bool:
    """Say whether a converter wrote *dump* as Markdown, links and all: its lines are no paragraphs then."""
    return len(_LINK_BEGINS.findall(dump)) >= _LINKS and not _NUMBERS.search(dump)


def breaks_links(dump: str) -> bool:
    """Say whether a converter wrapped the words of links in *dump*, Markdown."""
    return _BROKEN_LINK.search(dump) is not None


def without_entities(dump: str) -> str:
    """Return *dump* with the characters that entities stand for: a feed's reader left them."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), dump) if "&" in dump else dump


def without_list_of_links(dump: str) -> str:
    """Return *dump* without the addresses that lynx lists at its end."""
    found = _LIST_OF_LINKS.search(dump)
    return dump[: found.start()] if found else dump


def without_divs(lines: Sequence[str]) -> list[str]:
    """Return *lines*, those that open and close Pandoc's divs blank, and all lines of a short one whose classes name it
    as none of the story: a form to subscribe, other stories, a picture.
    """
    found: list[str] = []
    open_divs: list[tuple[int, bool]] = []
    for line in lines:
        if opens := _DIV.fullmatch(line):
            names = re.sub(r"[.#]", " ", opens["names"] or opens["name"])
            open_divs.append((len(found), bool(hints_in(names) & _OTHERS)))
        elif not _DIV_END.fullmatch(line):
            found.append(line)
            continue
        elif open_divs:
            start, is_other = open_divs.pop()
            if is_other and sum(map(len, found[start:])) <= _SHORT_DIV:
                found[start:] = [""] * (len(found) - start)
        found.append("")
    return found


def has_divs(dump: str) -> bool:
    """Say whether *dump* has Pandoc's divs."""
    return _DIVS.search(dump) is not None
