"""Which blocks are story: the classifier's word first, then what is known for certain."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import KINDS, Block, Frame, Piece, is_prose
from diemtin.clean.body.classify import likelihood
from diemtin.clean.body.copies import drop_copies
from diemtin.clean.body.features import Context, features
from diemtin.clean.body.grammar import form_of
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.links import absolute
from diemtin.clean.body.others import drop_others
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.body.places import captions_by_form, drop_by_place
from diemtin.clean.body.smoothing import CHROME, smooth
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import likeness

#: A block is story from this probability on; a little over one half gave the best F1 on other outlets than it learned.
_THRESHOLD: Final = 0.5
#: A page of so few blocks has no frame around its story: what is prose is story, and so is what is in doubt.
_FEW: Final = 12
_LENIENT: Final = 0.4
#: Characters: a line this long that stands on the page twice was printed twice (a lede for a reading mode, a second
#: layout for telephones); a shorter one may be a refrain.
_REPEATED: Final = 60
#: Characters that may stand beside a name in a signature: a place, "Theo", "(T/h)", the photographer's mark.
_SIGNATURE: Final = 20
#: What a table gains for standing between paragraphs: its cells by themselves look like nothing.
_BETWEEN: Final = 0.3
#: How many frames around two paragraphs must be named alike.
_ALIKE: Final = 5
#: Paragraphs in such frames that speak for another there, the share of all that they must be, and the score below which
#: nothing speaks for it.
_SIBLINGS, _MOST, _DOUBTFUL = 3, 0.7, 0.1
#: A table with so large a share of paragraphs is a page's layout.
_LAYOUT: Final = 0.5
#: From this share of links on, what stands in an ``aside`` leads away from the story.
_LINKED: Final = 0.9
_GROUPS: Final = frozenset({"table", "ul", "ol", "dl"})
_GROUPED: Final = sum(KINDS[name] for name in _GROUPS)
_CELLS: Final = frozenset({"td", "th"})
#: The share of a line that is in bold where the whole of it is: a mark beside may stand outside.
_WHOLLY: Final = 0.9


def score(page: Context) -> list[float]:
    """Return for each block of text how likely it is story, 0 to 1: the mean of what it is like by itself and of what
    it is like beside its neighbours, which is better on outlets never seen than either.
    """
    if not page.blocks:
        return []
    first = [CHROME if row is None else likelihood(row) for row in features(page)]
    return [(one + other) / 2 for one, other in zip(first, smooth(page.blocks, first), strict=True)]


def choose(page: Context, scores: Sequence[float], never: set[Block]) -> dict[Block, str]:
    """Return for each block of text the name of the rule that drops it; "" keeps it.

    *never* are blocks that are no story whatever their score.
    """
    together = _with_siblings(page.blocks, _grouped(page.blocks, scores))
    is_short = len(page.blocks) <= _FEW
    least = _LENIENT if is_short else _THRESHOLD
    rules = {
        block: "" if value >= least else _reason(block) for block, value in zip(page.blocks, together, strict=True)
    }
    if is_short and all(rules.values()):
        rules |= {block: "" for block in page.blocks if _may_be_story(block)}
    kept = [block for block in page.blocks if not rules[block]]
    rules |= dict.fromkeys(captions_by_form(page, kept), "caption")
    prose = [block.index for block in page.blocks if not rules[block] and is_prose(block)]
    first_prose, last_prose = (prose[0], prose[-1]) if prose else (-1, -1)
    said: dict[str, Frame | None] = {}
    for block in page.blocks:
        if rules[block]:
            continue
        within = first_prose < block.index < last_prose
        rules[block] = (
            ("outlet" if block in never else "")
            or ("links" if block.frame.kinds & KINDS["aside"] and block.link_density > _LINKED else "")
            or _form(block, within=within, at_end=block.index > last_prose)
            or ("byline" if block.index > last_prose and _signs(block, page) else "")
            or ("headline repeated" if _is_headline(block, page, within=within) else "")
            or ("said before" if said.get(block.text, block.frame.parent) is not block.frame.parent else "")
        )
        if block.size >= _REPEATED and not rules[block]:
            said.setdefault(block.text, block.frame.parent)
    drop_copies(page.blocks, rules)
    drop_by_place(page, rules)
    drop_others(page, rules)
    return rules


def _form(block: Block, *, within: bool, at_end: bool) -> str:
    """Return the name of the form that *block* has; "" for none.

    *within* the story, a heading, an item and a cell of data are parts of it, whatever they look like: an app by its
    name, the day of a match. So is a date in bold: it heads a part, as in a timeline.
    """
    is_item = block.tag == "li" or (block.tag in _CELLS and _group(block.frame) is not None)
    if within and block.links == 0 and (is_heading(block) or is_item):
        return ""
    form = form_of(block, at_end=at_end)
    is_heading_by_look = within and block.bold_chars > _WHOLLY * len(block.text)
    return "" if form == "date line" and is_heading_by_look else form


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
        if group.tag == "table" and _stands_in_story(blocks, scores, group, places):
            mean += _BETWEEN
        weight = 0.9 if group.tag == "table" else 0.6
        if group.tag in {"ul", "ol"} and _is_led_up_to(blocks, scores, places):
            mean, weight = max(mean, _THRESHOLD), 1.0
        for place in places:
            result[place] = weight * mean + (1 - weight) * scores[place]
    return result


def _with_siblings(blocks: Sequence[Block], scores: Sequence[float]) -> list[float]:
    """Return *scores*, that of an unlinked paragraph lifted over the threshold where most of those that stand in frames
    like its own are story.
    """
    groups: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for place, block in enumerate(blocks):
        if is_prose(block) and not block.links:
            alike = tuple(frame.key for frame in islice(block.frame.ancestors(), _ALIKE))
            groups.setdefault(alike, []).append(place)
    result = list(scores)
    for places in groups.values():
        told = sum(scores[place] >= _THRESHOLD for place in places)
        if told >= _SIBLINGS and told >= _MOST * len(places):
            for place in places:
                if scores[place] >= _DOUBTFUL:
                    result[place] = max(scores[place], _THRESHOLD)
    return result


def _stands_in_story(blocks: Sequence[Block], scores: Sequence[float], table: Frame, places: Sequence[int]) -> bool:
    """Say whether *table* holds hardly a link and stands between two blocks of the story that it is a part of."""
    before, after = places[0] - 1, places[-1] + 1
    if table.link_chars > 0.2 * table.chars or before < 0 or after >= len(blocks):
        return False
    return all(
        scores[beside] >= _THRESHOLD and any(frame is table.parent for frame in blocks[beside].frame.ancestors())
        for beside in (before, after)
    )


def _is_led_up_to(blocks: Sequence[Block], scores: Sequence[float], places: Sequence[int]) -> bool:
    """Say whether a line of the story ends in a colon right before the list at *places*, and the story goes on behind:
    links and all, the list is what it speaks of.
    """
    before, after = places[0] - 1, places[-1] + 1
    if before < 0 or after >= len(blocks) or min(scores[before], scores[after]) < _THRESHOLD:
        return False
    line = blocks[before]
    return line.text[-1] == ":" and line.links == 0 and openings_of(line.text) & PHRASE["related"] == 0


def _group(frame: Frame) -> Frame | None:
    """Return the list or the table that *frame* is a part of: the outermost list, but the innermost table.

    Old pages are laid out with tables: one that holds another table, or mostly paragraphs, is none.
    """
    group = None
    for around in frame.ancestors() if frame.kinds & _GROUPED else ():
        if around.tag == "table":
            return around if around.prose < _LAYOUT * around.chars else group
        if around.tag in _GROUPS:
            group = around
    return group


def _may_be_story(block: Block) -> bool:
    outside = KINDS["nav"] | KINDS["footer"] | KINDS["aside"] | KINDS["hidden"]
    linked = block.link_density >= 0.5 and any(map(_leads_away, block.pieces))
    return not block.frame.kinds & outside and not linked and block.tag != "h1"


def _leads_away(piece: Piece) -> bool:
    """Say whether *piece* opens a link that leads anywhere: a script's does not, it makes a button of the text."""
    return isinstance(piece, _Element) and piece.tag == "a" and absolute(piece.get("href") or "", None) is not None


def _signs(block: Block, page: Context) -> bool:
    """Say whether *block*, behind the last paragraph, holds hardly more than authors' names."""
    line = rest = block.text.casefold()
    for name in page.known.authors:
        rest = rest.replace(name, "")
    return rest != line and len(rest) < _SIGNATURE


def _is_headline(block: Block, page: Context, *, within: bool) -> bool:
    """Say whether *block* is the headline again. *within* the story, a first-level heading may head a part of it,
    though the page names it beside the headline.
    """
    lines = page.known.headlines[:1] if within and block.tag == "h1" else page.known.headlines
    return block.size < 400 and likeness(frozenset(block.words), lines) > 0.95


_REASONS: Final = (
    ("comment", "comments"), ("related", "related links"), ("promo", "promotion"), ("subscribe", "subscription"),
    ("social", "share words"), ("caption", "caption"), ("author", "byline"), ("tag", "keywords"),
    ("consent", "consent"), ("nav", "navigation"), ("footer", "page footer"), ("aside", "sidebar"), ("meta", "facts"),
    ("tool", "tools"),
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
