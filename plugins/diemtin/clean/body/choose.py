"""Which blocks are story: the classifier's word first, then what is known for certain."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import KINDS, Block, Piece
from diemtin.clean.body.captions import captions_by_form
from diemtin.clean.body.classify import THRESHOLD, likelihood
from diemtin.clean.body.copies import drop_copies
from diemtin.clean.body.features import Context, features
from diemtin.clean.body.grammar import form_of
from diemtin.clean.body.hidden import drop_dialogs, drop_hidden
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.links import absolute
from diemtin.clean.body.notes import notes_of
from diemtin.clean.body.opening import drop_fact_lines
from diemtin.clean.body.others import drop_others
from diemtin.clean.body.places import drop_by_place
from diemtin.clean.body.smoothing import CHROME, smooth
from diemtin.clean.body.standing import group_of, standing
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import likeness

#: A page of so few blocks has no frame around its story: what is prose is story, and so is what is in doubt.
_FEW: Final = 12
_LENIENT: Final = 0.4
#: From this share of links on, what stands in an ``aside`` leads away from the story.
_LINKED: Final = 0.9
_CELLS: Final = frozenset({"td", "th"})
#: What may head a part of the story, and the characters of what may open it: no repeated headline unless it is the one
#: that was taken.
_HEADS: Final = _CELLS | {"h1"}
_PARAGRAPH: Final = 150
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
    together = standing(page, scores)
    is_short = len(page.blocks) <= _FEW
    least = _LENIENT if is_short else THRESHOLD
    rules = {
        block: "" if value >= least else _reason(block) for block, value in zip(page.blocks, together, strict=True)
    }
    if is_short and all(rules.values()):
        rules |= {block: "" for block in page.blocks if _may_be_story(block)}
    kept = [block for block in page.blocks if not rules[block]]
    rules |= dict.fromkeys(notes_of(page.blocks, kept), "")
    rules |= dict.fromkeys(captions_by_form(page, kept), "caption")
    drop_dialogs(page.blocks, rules)
    drop_hidden(page.blocks, rules)  # before what is said twice: of two copies the one in sight stays
    prose = [block.index for block in page.blocks if not rules[block] and block.is_prose]
    first_prose, last_prose = (prose[0], prose[-1]) if prose else (-1, -1)
    for block in page.blocks:
        if rules[block]:
            continue
        within = first_prose < block.index < last_prose
        rules[block] = (
            ("outlet" if block in never else "")
            or ("links" if block.link_density > _LINKED and _leads_from_story(block) else "")
            or _form(block, within=within, at_end=block.index >= last_prose)
            or ("headline repeated" if _is_headline(block, page, within=within) else "")
        )
    drop_fact_lines(page.blocks, page.known, rules)
    drop_copies(page.blocks, rules)
    drop_by_place(page, rules)
    drop_others(page, rules)
    return rules


def _form(block: Block, *, within: bool, at_end: bool) -> str:
    """Return the name of the form that *block* has; "" for none.

    *within* the story, a heading, an item and a cell of data (a lone one is none) are parts of it, whatever they look
    like: an app by its name, the day of a match. So is a date in bold: it heads a part, as in a timeline.
    """
    table = group_of(block.frame) if block.tag in _CELLS else None
    is_item = block.tag == "li" or (table is not None and table.blocks > 1)
    if within and block.links == 0 and (is_heading(block) or is_item):
        return ""
    form = form_of(block, at_end=at_end)
    is_heading_by_look = within and block.bold_chars > _WHOLLY * len(block.text)
    return "" if form == "date line" and is_heading_by_look else form


def _leads_from_story(block: Block) -> bool:
    """Say whether *block*, all link, stands in an ``aside`` or in a box that is named for other stories."""
    return bool(block.frame.kinds & KINDS["aside"] or (block.frame.hints | block.hints) & HINT["related"])


def _may_be_story(block: Block) -> bool:
    outside = KINDS["nav"] | KINDS["footer"] | KINDS["aside"] | KINDS["hidden"]
    linked = block.link_density >= 0.5 and any(map(_leads_away, block.pieces))
    return not block.frame.kinds & outside and not linked and block.tag != "h1"


def _leads_away(piece: Piece) -> bool:
    """Say whether *piece* opens a link that leads anywhere: a script's does not, it makes a button of the text."""
    return isinstance(piece, _Element) and piece.tag == "a" and absolute(piece.get("href") or "", None) is not None


def _is_headline(block: Block, page: Context, *, within: bool) -> bool:
    """Say whether *block* is the headline again. *within* the story, a first-level heading may head a part of it, and a
    cell a column, though the page seems to call it a headline, as it may call its first paragraph.
    """
    is_other = (within and block.tag in _HEADS) or len(block.text) > _PARAGRAPH
    lines = page.known.headlines[:1] if is_other else page.known.headlines
    return block.size < 400 and likeness(frozenset(block.words), lines) > 0.95


_REASONS: Final = (
    ("comment", "comments"), ("related", "related links"), ("promo", "promotion"), ("subscribe", "subscription"),
    ("social", "share words"), ("caption", "caption"), ("author", "byline"), ("tag", "keywords"),
    ("consent", "consent"), ("nav", "navigation"), ("footer", "page footer"), ("aside", "sidebar"), ("meta", "facts"),
    ("tool", "tools"),
)  # fmt: skip


def _reason(block: Block) -> str:
    """Name what a block that the classifier drops most likely is: for a reader of a report, not for a decision."""
    frame = block.frame
    return _reason_of(frame.kinds, frame.hints | block.hints, frame.around, block.link_density > 0.5)


@lru_cache(maxsize=10_000)
def _reason_of(kinds: int, near: int, around: int, linked: bool) -> str:
    if kinds & KINDS["nav"]:
        return "navigation"
    if kinds & KINDS["footer"]:
        return "page footer"
    if kinds & KINDS["figcaption"]:
        return "caption"
    for bits in (near, around):
        for group, reason in _REASONS:
            if bits & HINT[group]:
                return reason
        if linked:
            return "links"
    return "unlike the story"
