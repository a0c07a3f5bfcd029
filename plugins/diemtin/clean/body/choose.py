"""Which blocks are story: the classifier's word first, then what is known for certain."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.classify import forest
from diemtin.clean.body.features import NAMES, Context, features
from diemtin.clean.body.grammar import form_of
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.segment import is_prose
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import likeness

#: A block is story from this probability on; a little over one half gave the best F1 on other outlets than it learned.
_THRESHOLD: Final = 0.5
#: A page of so few blocks has no frame around its story: what is prose is story.
_FEW: Final = 12
#: Characters: a line this long that stands on the page twice was printed twice (a lede for a reading mode, a second
#: layout for telephones); a shorter one may be a refrain.
_REPEATED: Final = 60
#: Characters of a line right behind a picture: longer ones are paragraphs, however they are set.
_CAPTION: Final = 250
_GROUPS: Final = frozenset({"table", "ul", "ol", "dl"})


def score(page: Context) -> list[float]:
    """Return for each block of text how likely it is story, 0 to 1."""
    if not page.blocks:
        return []
    trees = forest("first", NAMES)
    return [trees.score(row) for row in features(page)]


def choose(page: Context, scores: Sequence[float], never: set[Block]) -> dict[Block, str]:
    """Return for each block of text the name of the rule that drops it; "" keeps it.

    *never* are blocks that are no story whatever their score.
    """
    together = _grouped(page.blocks, scores)
    rules = {
        block: "" if value >= _THRESHOLD else _reason(block) for block, value in zip(page.blocks, together, strict=True)
    }
    if not any(not rule for rule in rules.values()) and len(page.blocks) <= _FEW:
        rules |= {block: "" for block in page.blocks if _may_be_story(block)}
    for block in _captions_by_form(page):
        if not rules[block]:
            rules[block] = "caption"
    last_prose = max((block.index for block in page.blocks if not rules[block] and is_prose(block)), default=-1)
    said: dict[str, Frame | None] = {}
    for block in page.blocks:
        if rules[block]:
            continue
        rules[block] = (
            ("outlet" if block in never else "")
            or form_of(block, at_end=block.index > last_prose)
            or ("headline repeated" if _is_headline(block, page) else "")
            or ("said before" if said.get(block.text, block.frame.parent) is not block.frame.parent else "")
        )
        if block.size >= _REPEATED and not rules[block]:
            said.setdefault(block.text, block.frame.parent)
    return rules


def _captions_by_form(page: Context) -> Iterator[Block]:
    """Yield the lines that are set as captions, whatever they are called: a short one right behind a picture, centred
    or slanted as a whole, or named a caption by its frame.
    """
    for before, block in pairwise(page.all):
        if before.picture is None or block.picture is not None or block.size > _CAPTION or is_heading(block):
            continue
        named = (block.frame.hints | block.hints) & HINT["caption"]
        if block.frame.kinds & KINDS["center"] or block.italic_chars > 0.9 * len(block.text) or named:
            yield block


def _grouped(blocks: Sequence[Block], scores: Sequence[float]) -> list[float]:
    """Return *scores*, those of a table's cells and of a list's items drawn to what the whole of it is like.

    A cell by itself says little; a table or a list is story as a whole or not at all.
    """
    groups: dict[Frame, list[int]] = {}
    for place, block in enumerate(blocks):
        group = _group(block.frame)
        if group is not None:
            groups.setdefault(group, []).append(place)
    result = list(scores)
    for group, places in groups.items():
        sizes = [blocks[place].size for place in places]
        if len(places) < 3 or (group.tag != "table" and max(sizes) > 400) or max(sizes) > 1500:
            continue
        mean = sum(scores[place] * size for place, size in zip(places, sizes, strict=True)) / sum(sizes)
        weight = 0.9 if group.tag == "table" else 0.6
        for place in places:
            result[place] = weight * mean + (1 - weight) * scores[place]
    return result


def _group(frame: Frame) -> Frame | None:
    group = None
    for around in frame.ancestors():
        if around.tag in _GROUPS:
            group = around
    return group


def _may_be_story(block: Block) -> bool:
    outside = KINDS["nav"] | KINDS["footer"] | KINDS["aside"] | KINDS["hidden"]
    return not block.frame.kinds & outside and block.link_density < 0.5 and block.tag != "h1"


def _is_headline(block: Block, page: Context) -> bool:
    return block.size < 400 and likeness(frozenset(block.words), page.known.headlines) > 0.95


_REASONS: Final = (
    ("comment", "comments"), ("related", "related links"), ("promo", "promotion"), ("subscribe", "subscription"),
    ("social", "share words"), ("caption", "caption"), ("author", "byline"), ("tag", "keywords"), ("consent", "consent"),
    ("nav", "navigation"), ("footer", "page footer"), ("aside", "sidebar"), ("meta", "facts"), ("tool", "tools"),
)  # fmt: skip


def _reason(block: Block) -> str:
    """Name what a block that the classifier drops most likely is: for a reader of a report, not for a decision."""
    kinds, near = block.frame.kinds, block.frame.hints | block.hints
    if kinds & KINDS["nav"]:
        return "navigation"
    if kinds & KINDS["footer"]:
        return "page footer"
    if kinds & KINDS["figcaption"]:
        return "caption"
    for bits in (near, block.frame.around):
        for group, reason in _REASONS:
            if bits & HINT[group]:
                return reason
        if block.link_density > 0.5:
            return "links"
    return "unlike the story"
