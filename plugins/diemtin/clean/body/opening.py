"""The lines of facts between a headline and its text, and below it: who wrote the story, and when it was published."""

from collections.abc import Iterator, Sequence
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import SENTENCE_END, Known
from diemtin.clean.facts.dateline import find_dateline, has_place_or_name, stands_apart

#: Characters of such a line, and of an item beside it in a list of facts.
_LINE, _ITEM = 120, 40
#: Characters beside the names in a byline: "Written by", "Theo", "(T/h)", a place, an agency, a mark.
_BESIDE: Final = 25
_FACTS: Final = frozenset({"byline", "date line"})


def drop_fact_lines(blocks: Sequence[Block], known: Known, rules: dict[Block, str]) -> None:
    """Drop the lines of facts that *rules* keep of *blocks* before the first paragraph and behind the last."""
    prose = [block.index for block in blocks if not rules[block] and block.is_prose]
    if not prose:
        return
    outside = [
        block
        for block in blocks
        if not rules[block] and not prose[0] <= block.index <= prose[-1] and len(block.text) <= _LINE
    ]
    facts = {
        block: rule
        for block in outside
        if not is_heading(block) and (rule := _fact(block.text, known, opens=block.index < prose[0]))
    }
    facts |= {block: "signature" for block in outside if block.index > prose[-1] and _is_signature(block)}
    facts |= dict.fromkeys(_between(blocks, outside, facts, rules), "facts")
    lists = {block.frame.parent for block in facts if block.tag == "li"}
    lists |= {block.frame.parent for block in blocks if block.tag == "li" and rules[block] == "share words"}
    items = (block for block in outside if block.tag == "li" and len(block.text) <= _ITEM)
    rules |= dict.fromkeys((block for block in items if block.frame.parent in lists), "facts") | facts


def _is_signature(block: Block) -> bool:
    """Say whether *block*, behind a text, stands on the right, is no sentence and no figure of a table: who wrote it,
    for which house.
    """
    kinds = block.frame.kinds
    return kinds & (KINDS["right"] | KINDS["table"]) == KINDS["right"] and block.text[-1] not in SENTENCE_END - {")"}


def _between(
    blocks: Sequence[Block], outside: Sequence[Block], facts: dict[Block, str], rules: dict[Block, str]
) -> Iterator[Block]:
    """Yield each short line of *outside* that stands in one box between two lines that are dropped, one of them as one
    of the *facts*: what the author is, between name and date.
    """
    lines = set(outside)
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if block in lines and len(block.text) <= _ITEM and before.frame is block.frame is after.frame:
            beside = [rules[line] or facts.get(line, "") for line in (before, after)]
            if all(beside) and not _FACTS.isdisjoint(beside):
                yield block


def _fact(text: str, known: Known, *, opens: bool) -> str:
    """Return which fact a line tells, as the name of the rule that drops it; "" for none. Behind a text a place and a
    date are its own: those of a letter or an appeal.
    """
    if stands_apart(text) or (opens and has_place_or_name(text)):
        return "date line"
    if (dateline := find_dateline(text)) is not None and dateline.labelled:
        return "date line"
    rest = line = text.casefold()
    for name in known.authors:
        rest = rest.replace(name, "")
    return "byline" if rest != line and len(rest) < _BESIDE else ""
