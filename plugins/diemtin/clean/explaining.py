"""Why a scrape was cleaned as it was: for people at a terminal, for programs, and as a page with both in colour."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Final

from diemtin.clean.cleaned import Block, Cleaned
from diemtin.clean.topics import Topic

_WIDTH: Final = 96  # characters of a block that a terminal shows
_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: start; vertical-align: top; padding: .2rem .6rem .2rem 0; }
.block { margin: .4rem 0; padding: .3rem .7rem; border-inline-start: .3rem solid; }
.kept { border-color: #2e7d32; background: color-mix(in srgb, #2e7d32 12%, transparent); }
.dropped { border-color: #c62828; background: color-mix(in srgb, #c62828 10%, transparent); opacity: .85; }
.rule { font: .8rem/1.4 ui-monospace, monospace; display: block; }
"""


def blocks_in_order(story: Cleaned) -> list[Block]:
    """Return kept and dropped blocks as they stood in the scrape."""
    return sorted((*story.kept, *story.dropped), key=lambda block: block.place)


def as_record(story: Cleaned) -> dict[str, Any]:
    """Return the article as values of JSON; blocks and evidence are left to `as_explanation`."""
    record = dataclasses.asdict(story)
    for name in ("kept", "dropped", "evidence"):
        del record[name]
    return {name: value.isoformat() if isinstance(value, dt.datetime) else value for name, value in record.items()}


def as_explanation(story: Cleaned, topics: Sequence[Topic]) -> dict[str, Any]:
    """Return what `explain --json` prints: the facts with their evidence, the topics, every block with its rule."""
    kept = set(map(id, story.kept))
    return {
        "title": story.title,
        "no_story": story.no_story,
        "notes": list(story.notes),
        "facts": [dataclasses.asdict(fact) for fact in story.evidence],
        "topics": [{**dataclasses.asdict(topic), "taken": topic.taken} for topic in topics],
        "blocks": [
            {"kept": id(block) in kept, "tag": block.tag, "rule": block.rule, "text": block.text}
            for block in blocks_in_order(story)
        ],
    }


def as_lines(story: Cleaned, topics: Sequence[Topic]) -> Iterator[str]:
    """Yield what `explain` prints: facts, topics, then each block with ``+`` or ``-`` and the rule that dropped it."""
    for fact in story.evidence:
        yield f"{fact.name + ':':10} {_cut(fact.value)}  ({fact.source}, {fact.confidence:.2f})"
    for topic in topics:
        yield f"{'topic:':10} {topic.name}  (weight {topic.weight} of {topic.needed} needed)"
    for note in filter(None, (story.no_story, *story.notes)):
        yield f"{'note:':10} {note}"
    yield ""
    kept = set(map(id, story.kept))
    for block in blocks_in_order(story):
        if id(block) in kept:
            yield f"+ {block.tag:10} {_cut(block.text)}"
        else:
            yield f"- {block.tag:10} [{block.rule}] {_cut(block.text)}"


def as_page(story: Cleaned, topics: Sequence[Topic]) -> str:
    """Return a page of its own that shows the kept blocks in green, the dropped ones in red with their rules."""
    kept = set(map(id, story.kept))
    facts = "".join(
        f"<tr><th>{escape(fact.name)}</th><td>{escape(fact.value)}</td><td>{escape(fact.source)}</td>"
        f"<td>{fact.confidence:.2f}</td></tr>"
        for fact in story.evidence
    )
    named = "".join(
        f"<tr><th>topic</th><td>{escape(topic.name)}</td><td>weight {topic.weight} of {topic.needed} needed</td></tr>"
        for topic in topics
    )
    blocks = "\n".join(_as_element(block, id(block) in kept) for block in blocks_in_order(story))
    lang = escape(story.lang or "und")
    title = escape(story.title or "no title")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<title>{title}</title><style>{_STYLE}</style></head>\n<body><h1 lang="{lang}">{title}</h1>\n'
        f'<table lang="{lang}">{facts}{named}</table>\n<main lang="{lang}">\n{blocks}\n</main></body></html>\n'
    )


def _as_element(block: Block, kept: bool) -> str:
    rule = f"{block.tag}: {block.rule}" if block.rule else block.tag
    return (
        f'<div class="block {"kept" if kept else "dropped"}"><span class="rule">{escape(rule)}</span>'
        f"{escape(block.text)}</div>"
    )


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1].rstrip()}…"
