"""How likely blocks are story where they stand: scores drawn to the list, the table and the paragraphs around them."""

from collections import Counter
from collections.abc import Sequence, Set
from itertools import islice
from typing import Final, NamedTuple

from diemtin.clean.body.blocks import KINDS, Block, Frame, links_in
from diemtin.clean.body.classify import DOUBTFUL, THRESHOLD
from diemtin.clean.body.features import Context
from diemtin.clean.body.grammar import is_note, opens_with_place, outlet_prefix
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.inserts import is_folded, is_pulled, is_quoted
from diemtin.clean.body.links import leads_elsewhere
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.body.recipes import in_recipe
from diemtin.clean.body.steps import with_steps
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import SENTENCE_END, Known, is_stated_lede

#: Below this it is no line of a recipe either, which is hardly like anything that was learned.
_UNLIKELY: Final = 0.03
#: What a table gains for standing between paragraphs: its cells by themselves look like nothing.
_BETWEEN: Final = 0.3
#: The share of a table's text that may be linked for that, and of preformatted text.
_LINKED: Final = 0.6
#: How many frames around two paragraphs must be named alike.
_ALIKE: Final = 5
#: Paragraphs in such frames that speak for another there, and the share of all that they must be.
_SIBLINGS, _MOST = 3, 0.7
#: Paragraphs among which a long one in doubt is like the others, its characters, and how likely it must be: beside
#: twice as many, anything but hardly.
_MANY, _LONG, _LIKELY = 10, 150, 0.2
#: The share of all such paragraphs that they must be: the further down in a long text, the less sure is the classifier.
_FADING: Final = 1 / 3
#: A table with so large a share of paragraphs is a page's layout.
_LAYOUT: Final = 0.5
_GROUPS: Final = frozenset({"table", "ul", "ol", "dl"})
#: What stands in a list outside of these was put between its items: a call to give, an advertisement.
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_GROUPED: Final = sum(KINDS[name] for name in _GROUPS)


class _Story(NamedTuple):
    """What is known of a story: the places of its first two paragraphs, of its last one and of its last line (the same
    where there is one alone), and the frames that its paragraphs stand in.
    """

    first: int
    second: int
    last_paragraph: int
    last: int
    homes: Set[Frame | None]

    def is_near(self, home: Frame | None) -> bool:
        """Say whether what stands in *home* stands beside paragraphs, or in a box beside them or like theirs."""
        if home is None:
            return False
        return home.parent in self.homes or any(other and other.key == home.key for other in self.homes)


def standing(page: Context, scores: Sequence[float]) -> list[float]:
    """Return *scores*, one for each of *page*'s blocks of text, as they are where each block stands."""
    blocks = page.blocks
    together = with_steps(blocks, _with_siblings(blocks, _grouped(blocks, scores, page.known)))
    told = [place for place, score in enumerate(together) if score >= THRESHOLD and blocks[place].is_prose]
    if not told:
        return together
    story = _Story(
        told[0],
        told[:2][-1],
        told[-1],
        max(place for place, score in enumerate(together) if score >= THRESHOLD),
        {blocks[place].frame.parent for place in told},
    )
    for place, score in enumerate(together):
        if _UNLIKELY <= score < THRESHOLD and _belongs(page, together, place, story):
            together[place] = THRESHOLD
    return together


def _belongs(page: Context, scores: Sequence[float], place: int, story: _Story) -> bool:
    """Say whether the block in doubt at *place* is a part of the *story* that is known so far."""
    blocks = page.blocks
    block, home = blocks[place], blocks[place].frame.parent
    if place > story.first and in_recipe(block):
        return True
    if scores[place] < DOUBTFUL:
        return False
    if place < story.second and block.is_prose and _opens_story(page, place, story.first):
        return True
    if place < story.first:
        return False
    if block.tag == "pre":
        return block.link_density < _LINKED and (place < story.last or home in story.homes)
    if is_folded(blocks, scores, place, story.last_paragraph):
        return True
    if is_heading(block) or block.tag == "summary":
        return _heads_part(blocks, scores, place)
    return (
        (place < story.last_paragraph and is_pulled(block))
        or is_quoted(blocks, scores, place, story.last_paragraph)
        or (is_note(block) and story.is_near(home))
    )


def _grouped(blocks: Sequence[Block], scores: Sequence[float], known: Known) -> list[float]:
    """Return *scores*, those of a table's cells and of a list's items drawn to what the whole of it is like.

    A cell by itself says little; a table or a list is story as a whole or not at all.
    """
    groups: dict[Frame, list[int]] = {}
    for place, block in enumerate(blocks):
        group = group_of(block.frame)
        if group is not None:
            groups.setdefault(group, []).append(place)
    result = list(scores)
    for group, places in groups.items():
        sizes = [blocks[place].size for place in places]
        if len(places) < 3 or (group.tag != "table" and max(sizes) > 400) or max(sizes) > 1500:
            continue
        mean = sum(scores[place] * size for place, size in zip(places, sizes, strict=True)) / sum(sizes)
        weight = 0.9 if group.tag == "table" else 0.6
        if _stands_in_story(blocks, scores, group, places):
            if _tells_by_links([blocks[place] for place in places], group, known):
                mean, weight = max(mean, THRESHOLD), 1.0
            elif group.tag == "table" and group.link_chars <= _LINKED * group.chars:
                mean += _BETWEEN
        if group.tag in {"ul", "ol"} and _is_led_up_to(blocks, scores, places):
            mean, weight = max(mean, THRESHOLD), 1.0
        for place in places:
            result[place] = weight * mean + (1 - weight) * scores[place]
    return result


def _with_siblings(blocks: Sequence[Block], scores: Sequence[float]) -> list[float]:
    """Return *scores*, that of an unlinked paragraph lifted over the threshold where most of those that stand in frames
    like its own are story; and that of a long one, links and all, between many that are, or with others right behind.
    """
    groups: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for place, block in enumerate(blocks):
        if block.is_prose:
            alike = tuple(frame.key for frame in islice(block.frame.ancestors(), _ALIKE))
            groups.setdefault(alike, []).append(place)
    result = list(scores)
    for places in groups.values():
        for place in (*_among_most(blocks, scores, places), *_among_many(blocks, scores, places)):
            result[place] = max(scores[place], THRESHOLD)
    return result


def _among_most(blocks: Sequence[Block], scores: Sequence[float], places: Sequence[int]) -> list[int]:
    """Return the unlinked paragraphs of *places* that are at all likely, where most of them are story."""
    unlinked = [place for place in places if not blocks[place].links]
    told = sum(scores[place] >= THRESHOLD for place in unlinked)
    if told < _SIBLINGS or told < _MOST * len(unlinked):
        return []
    return [place for place in unlinked if scores[place] >= DOUBTFUL]


def _among_many(blocks: Sequence[Block], scores: Sequence[float], places: Sequence[int]) -> list[int]:
    """Return the long paragraphs of *places* that stand between many of the story, or several of them right behind."""
    told = [place for place in places if scores[place] >= THRESHOLD]
    if len(told) < max(_MANY, _FADING * len(places)):
        return []
    homes = Counter([blocks[place].frame.parent for place in told])
    beside = {place: homes[blocks[place].frame.parent] for place in places if blocks[place].size >= _LONG}
    likely = [place for place in beside if scores[place] >= (DOUBTFUL if beside[place] >= 2 * _MANY else _LIKELY)]
    within = [place for place in likely if told[0] < place < told[-1]]
    behind = [place for place in likely if place > told[-1] and beside[place] >= _MANY]
    return within + behind if len(behind) >= _SIBLINGS else within


def _opens_story(page: Context, place: int, first: int) -> bool:
    """Say whether the paragraph at *place*, below the headline, is the first: it opens with the place or the agency
    that it was sent from; or, above the story's *first* paragraph so far, with the paper's name; or it is the lede,
    where the press of its language prints that there and the page states it, or it stands alone.
    """
    block, known = page.blocks[place], page.known
    if place <= page.headline:
        return False
    if opens_with_place(block.text):  # a standfirst may stand above
        return True
    if place > first:
        return False
    if outlet_prefix(block.text) > 0:
        return True
    return known.opens_with_lede and (is_stated_lede(block, known) or _stands_alone(page, place, first))


def _stands_alone(page: Context, place: int, first: int) -> bool:
    """Say whether the block at *place* is the only paragraph between the headline and the *first* one, a sentence
    without links that is no caption by its place or name.
    """
    block = page.blocks[place]
    if block.links or block.text[-1] not in SENTENCE_END or (block.frame.hints | block.hints) & HINT["caption"]:
        return False
    if block.index and page.all[block.index - 1].picture is not None:
        return False
    before = page.blocks[page.headline + 1 : first]
    return not any(other.is_prose and other.tag != "figcaption" for other in before if other is not block)


def _heads_part(blocks: Sequence[Block], scores: Sequence[float], place: int) -> bool:
    """Say whether the heading at *place* stands between two blocks of the story, a paragraph behind it."""
    heading = blocks[place]
    if heading.links or openings_of(heading.text) or place + 1 >= len(blocks):
        return False
    following = blocks[place + 1]
    heads = following.is_prose or (following.tag == "li" and not following.links)
    return heads and min(scores[place - 1], scores[place + 1]) >= THRESHOLD


def _stands_in_story(blocks: Sequence[Block], scores: Sequence[float], group: Frame, places: Sequence[int]) -> bool:
    """Say whether *group*, with what is wrapped around it alone, stands between two blocks of the story around it."""
    before, after = places[0] - 1, places[-1] + 1
    if before < 0 or after >= len(blocks) or min(scores[before], scores[after]) < THRESHOLD:
        return False
    home = next((frame for frame in group.ancestors() if frame.chars > group.chars), group)
    return all(any(frame is home for frame in blocks[beside].frame.ancestors()) for beside in (before, after))


def _tells_by_links(blocks: Sequence[Block], group: Frame, known: Known) -> bool:
    """Say whether a list or a table may be all links: its columns have heads, or its links lead to other sites, as no
    list of the outlet's own stories does.
    """
    if group.tag == "table":
        return any(block.tag == "th" for block in blocks)
    links = [link.get("href") or "" for block in blocks for link in links_in(block)]
    return bool(links) and known.url is not None and all(leads_elsewhere(link, known.url) for link in links)


def _is_led_up_to(blocks: Sequence[Block], scores: Sequence[float], places: Sequence[int]) -> bool:
    """Say whether a line of the story ends in a colon right before the list at *places*, and the story goes on behind:
    links and all, the list is what it speaks of.
    """
    before, after = places[0] - 1, places[-1] + 1
    if before < 0 or after >= len(blocks) or min(scores[before], scores[after]) < THRESHOLD:
        return False
    line = blocks[before]
    return line.text[-1] == ":" and line.links == 0 and openings_of(line.text) & PHRASE["related"] == 0


def group_of(frame: Frame) -> Frame | None:
    """Return the list or the table that *frame* is a part of: the outermost list, but the innermost table.

    Old pages are laid out with tables: one that holds another table, or mostly paragraphs, is none.
    """
    group = None
    in_item = False
    for around in frame.ancestors() if frame.kinds & _GROUPED else ():
        if around.tag == "table":
            return around if around.prose < _LAYOUT * around.chars else group
        in_item = in_item or around.tag in _ITEMS
        if around.tag in _GROUPS and in_item:
            group = around
    return group
