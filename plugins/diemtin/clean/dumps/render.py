"""The body of a plain-text dump as HTML and as text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from diemtin.clean.body.grammar import outlet_prefix
from diemtin.clean.cleaned import Block
from diemtin.clean.dumps import lines, navigation, wires
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.reading import Reading

_LISTS = {"bullet": "ul", "number": "ol"}
_HEADING = 120  # characters
_NAME = 40  # characters of an outlet's
_NO_OUTLET = ("headline", "related", "tags")  # rules
_POINTS = 6  # lines above an agency's first sentence, and that


@dataclass(frozen=True, slots=True)
class DumpBody:
    """The body of a dump; ``lede`` is its first paragraph, empty where the body begins with something else."""

    html: str
    text: str
    lede: str
    kept: tuple[Block, ...]
    dropped: tuple[Block, ...]


def dump_body(reading: Reading) -> DumpBody:
    """Return what is left in, in order, and what is left out with its rule."""
    kept = [place for place in reading.story if not reading.rules[place]]
    if reading.deck is not None:
        kept.insert(0, reading.deck)
    for above, place in enumerate(kept[:_POINTS]):
        _without_outlet(reading, place, above)
    tags = {place: _tag(reading, kept, index) for index, place in enumerate(kept)}
    lede = kept[0] if len(kept) > 1 and tags[kept[0]] == "p" else None
    html: list[str] = []
    text: list[str] = []
    for tag, run in groupby(kept, tags.__getitem__):
        items = [reading.paragraphs[place] for place in run]
        texts = [_text(item, tag) for item in items]
        if tag == "ul" and any(text.endswith("?") for text in texts):  # a conversation: its marks say who speaks
            tag, texts = "p", [f"{'–' if item.written == '-' else item.written} {item.text}" for item in items]
        if tag in {"ul", "ol"}:
            html.append(f"<{tag}>{''.join(f'<li>{escape(item, quote=False)}</li>' for item in texts)}</{tag}>")
            text.append("\n".join(texts))
            continue
        text.extend(texts)
        html.extend(_element(tag, item) for item in texts)
    if lede is not None:
        html[0] = html[0].replace("<p>", '<p class="lede">', 1)
    return DumpBody(
        html="\n".join(html),
        text="\n\n".join(text),
        lede=_text(reading.paragraphs[lede], "p") if lede is not None else "",
        kept=tuple(Block(tags[place], _text(reading.paragraphs[place], tags[place]), "", place) for place in kept),
        dropped=tuple(_dropped(reading)),
    )


def _text(paragraph: Paragraph, tag: str) -> str:
    """Return the paragraph's text, with its number where no list will count it."""
    shown = paragraph.mark == "number" and tag != "ol"
    return f"{paragraph.written} {paragraph.text}" if shown else paragraph.text


def _without_outlet(reading: Reading, place: int, above: int) -> None:
    """Take the paper's own name off the story's first sentence ("(Dân trí) - ", "VOV.VN - "), or an agency's and where
    it writes from, below the points that it makes; below a lede, one paragraph *above*, the paper must be called so
    elsewhere, too.
    """
    paragraph = reading.paragraphs[place]
    length = outlet_prefix(paragraph.text) if above <= 1 else 0
    if above and length and not _is_called(reading, paragraph.text[:length]):
        length = 0
    length = length or wires.dateline(paragraph.text)
    if length:
        reading.paragraphs[place] = replace(paragraph, text=paragraph.text[length:])


def _is_called(reading: Reading, prefix: str) -> bool:
    """Say whether a line around the story says *prefix*, or the name that has these initials."""
    name = _letters(prefix)
    around = (place for place in range(len(reading.rules)) if place not in reading.story)
    texts = (reading.paragraphs[place].text for place in around if not reading.rules[place].startswith(_NO_OUTLET))
    parts = (part for text in texts for part in navigation.parts(text) if len(part) <= _NAME)
    return any(name in {_letters(part), _letters(word[0] for word in part.split())} for part in parts)


def _letters(text: Iterable[str]) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _element(tag: str, text: str) -> str:
    inner = escape(text, quote=False)
    return f"<blockquote><p>{inner}</p></blockquote>" if tag == "blockquote" else f"<{tag}>{inner}</{tag}>"


def _tag(reading: Reading, kept: list[int], index: int) -> str:
    """Return the element for the paragraph at ``kept[index]``."""
    paragraph = reading.paragraphs[kept[index]]
    beside = [reading.paragraphs[place] for place in kept[max(index - 1, 0) : index + 2] if place != kept[index]]
    if (
        paragraph.mark in _LISTS
        and _is_item(paragraph)
        and any(other.mark == paragraph.mark and _is_item(other) for other in beside)
    ):
        return _LISTS[paragraph.mark]
    if paragraph.mark == "quote":
        return "blockquote"
    if paragraph.mark == "heading":
        return "h2"
    return "h2" if index and _is_heading(reading, kept, index) else "p"


def _is_item(paragraph: Paragraph) -> bool:
    """Say whether a list can hold the whole of a numbered point: a law's "2. …:" goes on with points of its own."""
    return paragraph.mark != "number" or not paragraph.text.endswith(":")


def _is_heading(reading: Reading, kept: list[int], index: int) -> bool:
    """Say whether a short line without a full stop stands alone over prose."""
    paragraph = reading.paragraphs[kept[index]]
    if paragraph.mark == "number" and index + 1 < len(kept):
        return len(paragraph.text) <= _HEADING and not lines.is_prose(paragraph.text)
    if paragraph.mark or len(paragraph.text) > _HEADING or lines.is_prose(paragraph.text):
        return False
    if paragraph.text[-1] in '.,;:”"' or not any(char.isalpha() for char in paragraph.text) or index + 1 == len(kept):
        return False
    return reading.is_story(kept[index + 1]) and reading.is_story(kept[index - 1])


def _dropped(reading: Reading) -> Iterator[Block]:
    for place, (paragraph, rule) in enumerate(zip(reading.paragraphs, reading.rules, strict=True)):
        if rule:
            yield Block("line", paragraph.text, rule.removeprefix("opens "), place)
