"""The other stories of a page, which read like its own: teasers, lists, and the whole of the next one."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame, links_in
from diemtin.clean.body.elements import text_of
from diemtin.clean.body.features import Context
from diemtin.clean.body.grammar import form_of
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import likeness
from diemtin.clean.facts.dateline import stands_apart

#: From here on a line is the headline.
_SAME: Final = 0.9
#: Items of a list above the headline at least, and the share of another story's headline that is linked.
_LISTED_ABOVE, _LINKED = 3, 0.8
#: The share of a line that is linked in a list of them, beside a date or a section.
_LISTED: Final = 0.6
_LISTS: Final = frozenset({"links", "read also"})
_LISTING: Final = KINDS["ul"] | KINDS["ol"] | KINDS["table"]
#: A line that heads the comments of readers, and how many such lines a page has at most.
_COMMENTS: Final = re.compile(
    r"\W*(?:\d[\d.,]*\s*)?(?:bình luận|ý kiến (?:bạn đọc|độc giả)|(?:readers? )?comments?|reactions|responses)"
    r"(?:\W*\d[\d.,]*)?\W*",
    re.IGNORECASE,
)
_HEADS: Final = 3
#: Elements that box a teaser in, and its texts: the headline, what it says, where or when.
_BOXES, _BOXED = frozenset({"div", "section", "aside", "article"}), 3
#: Characters of a line that dates a story, and what it holds.
_DATED: Final = 100
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
#: Paragraphs that make a story.
_STORY: Final = 3


def drop_others(page: Context, rules: dict[Block, str]) -> None:
    """Drop what *rules* keep of *page*'s blocks and is told of other stories."""
    blocks = page.blocks
    _drop_comments(blocks, rules)
    _drop_teasers(blocks, rules)
    _drop_boxed_teasers(blocks, rules)
    _drop_lists_above(page, rules)
    _drop_dated_links(blocks, rules)
    _drop_headed_lists(blocks, rules)
    _drop_next_stories(blocks, rules)
    if blocks:
        _drop_further_stories(page, rules)


def _drop_comments(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what is named a comment below the last paragraph that is not, and what stands below a line that heads the
    comments: readers write as long texts as reporters. A page on which many lines do is a list of something else.
    """
    kept = [block for block in blocks if not rules[block]]
    named = {block for block in kept if (block.frame.hints | block.frame.around) & HINT["comment"]}
    told = [block for block in kept if block not in named and block.is_prose]
    rules |= dict.fromkeys((block for block in named if told and block.index > told[-1].index), "comments")
    if len(told) < _STORY:
        return
    begun = told[_STORY - 1].index
    heads = [block.index for block in blocks if block.index > begun and _COMMENTS.fullmatch(block.text)]
    if not 0 < len(heads) <= _HEADS:
        return
    homes = {block.frame.parent for block in told if block.index < heads[0]}
    if not any(block.frame.parent in homes for block in told if block.index > heads[0]):
        rules |= dict.fromkeys((block for block in kept if block.index > heads[0]), "comments")


def _drop_teasers(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop each text below a linked line, under a heading that says that other stories follow (and the linked
    line, where the heading says nothing else), and each linked line that follows one which says so between the story's
    paragraphs, or a dropped one in the same list of lines.
    """
    region: Frame | None = None
    heading: Block | None = None  # the region's, where it says nothing but that other stories follow
    is_led = False
    story = Counter(block.frame.parent for block in blocks if not rules[block] and block.is_prose)
    last = max((block.index for block in blocks if not rules[block] and block.is_prose), default=0)
    for before, block in pairwise(blocks):
        # Between a headline and its text may stand when it was published, and under what.
        is_led = rules[before] != "" and (before.link_density > _LINKED or (is_led and before.size < _DATED))
        led_to = rules[before] == "read also" and block.index < last and block.link_density > _LINKED
        listed = rules[before] in _LISTS and before.frame is block.frame and block.link_density > _LISTED
        if (led_to or listed) and not rules[block]:
            rules[block] = rules[before]
        elif is_heading(block) and block.link_density < _LINKED:
            region = block.frame.parent if _heads_others(block) else None
            heading = block if region is not None and form_of(block, at_end=True) == "read also" else None
        elif region and not rules[block] and region in block.frame.ancestors():
            goes_on = block.frame.parent is not before.frame.parent and story[block.frame.parent] >= _STORY
            of_others = heading is not None and (block.link_density > _LINKED or region.prose == 0)
            if (is_led and not goes_on) or of_others:
                rules[block] = "related links"
                if heading is not None:
                    rules[heading] = "related links"


def _drop_boxed_teasers(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the text of a small box that begins with a linked headline, between paragraphs that stand in no box."""
    paragraphs = [block for block in blocks if not rules[block] and block.is_prose]
    story = Counter(block.frame.parent for block in paragraphs)
    for before, block in pairwise(blocks):
        if rules[block] or before.link_density < _LINKED or block.links or not block.is_prose:
            continue
        box = next((f for f in block.frame.ancestors() if f.parent is not None and story[f.parent] >= _STORY), None)
        if box is None or box.tag not in _BOXES or not 1 < box.blocks <= _BOXED or box not in before.frame.ancestors():
            continue
        if any(other.index > block.index and other.frame.parent is box.parent for other in paragraphs):
            rules[before] = rules[before] or "related links"
            rules[block] = "related links"


def _heads_others(heading: Block) -> bool:
    named = (heading.frame.hints | heading.hints) & HINT["related"]
    return named != 0 or openings_of(heading.text) & PHRASE["related"] != 0


def _drop_lists_above(page: Context, rules: dict[Block, str]) -> None:
    """Drop a list above the headline whose items hold links: a story begins with its headline."""
    best = page.known.headlines[:1]
    headings = [place for place, block in enumerate(page.blocks) if is_heading(block)]
    start = next((n for n in headings if likeness(frozenset(page.blocks[n].words), best) > _SAME), 0)
    listed = [block for block in page.blocks[:start] if not rules[block] and block.tag == "li" and block.links]
    if len(listed) >= _LISTED_ABOVE and any(not rules[block] and block.is_prose for block in page.blocks[start:]):
        rules |= dict.fromkeys(listed, "related links")


def _drop_dated_links(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the items of a list that are each a link and a date: other stories, and when they were published."""
    dated: dict[Frame | None, list[Block]] = {}
    for block in blocks:
        if block.tag == "li" and block.links == 1 and not rules[block] and _is_dated_link(block):
            dated.setdefault(block.frame.parent, []).append(block)
    for items in dated.values():
        if len(items) > 1:
            rules |= dict.fromkeys(items, "related links")


def _drop_headed_lists(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop each list, or table of an old page, right behind a line that says only that other stories follow, if most of
    its lines hold links; and each list behind a call to subscribe: what the reader would get. The line goes with it.
    """
    for place, (heading, first) in enumerate(pairwise(blocks), 1):
        if rules[first] or not first.frame.kinds & _LISTING:
            continue
        listed = next(frame for frame in first.frame.ancestors() if frame.tag in {"ul", "ol", "table"})
        form = "" if listed in heading.frame.ancestors() else form_of(heading, at_end=True)
        if form not in {"read also", "subscription"}:
            continue
        lines = [block for block in blocks[place:] if listed in block.frame.ancestors()]
        is_offer = form == "subscription" and listed.tag != "table"
        if is_offer or sum(block.links > 0 for block in lines) >= _LINKED * len(lines):
            rule = "related links" if form == "read also" else form
            rules |= dict.fromkeys((block for block in (heading, *lines) if not rules[block]), rule)


def _is_dated_link(block: Block) -> bool:
    beside = block.text.replace(text_of(next(links_in(block))), "", 1).strip(" ()[]|-–—•")
    return stands_apart(beside)


def _drop_next_stories(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the stories that a page puts below its own, which stands in an ``article``: each in another with a headline
    of its own, or below a headline outside.
    """
    kept = [block for block in blocks if not rules[block]]
    home = _article(kept[0].frame) if kept else None
    if home is None:
        return
    own = set(home.ancestors())
    headed = {article for block in blocks if block.tag == "h1" and (article := _article(block.frame)) is not None}
    told = [block.index for block in kept if block.is_prose and home in block.frame.ancestors()]
    below = False
    for block in blocks:
        if (rules[block] and block.tag != "h1") or home in block.frame.ancestors():
            continue
        below = below or (block.tag == "h1" and len(told) >= _STORY and block.index > told[-1])
        article = _article(block.frame)
        if not rules[block] and (below or (article in headed and article not in own)):
            rules[block] = "another story"


def _drop_further_stories(page: Context, rules: dict[Block, str]) -> None:
    """Drop the stories that follow below the page's own without any ``article`` around them, as a reader scrolls on.

    A story whose first part is already headed as a story would be has such parts.
    """
    blocks, start = page.blocks, page.headline
    told: list[Block] = []
    home: Frame | None = None
    for place in range(start + 1, len(blocks) if is_heading(blocks[start]) else 0):
        block = blocks[place]
        if home is None and _is_like(block, blocks[start]) and _is_headline(blocks, place, rules):
            if len(told) < _STORY:
                return
            home = _left_by(block, blocks[start], told[-1])
        if not rules[block]:
            if home is not None and home not in block.frame.ancestors():
                rules[block] = "another story"
            elif block.is_prose:
                told.append(block)


def _is_headline(blocks: Sequence[Block], place: int, rules: dict[Block, str]) -> bool:
    """Say whether the heading at *place* is a story's own: it leads to it, or its date or its byline follows."""
    return blocks[place].link_density > _LINKED or any(
        rules[block] == "byline" or (rules[block] and block.size < _DATED and _YEAR.search(block.text))
        for block in blocks[place + 1 : place + 3]
    )


def _is_like(block: Block, head: Block) -> bool:
    """Say whether *block* is a heading of the first level as *head* is, or one in its style."""
    style = head.frame.key[1]
    return is_heading(block) and (block.tag == head.tag == "h1" or bool(style and block.frame.key[1] == style))


def _left_by(heading: Block, head: Block, last: Block) -> Frame | None:
    """Return the frame of the story from the headline *head* to the paragraph *last* that *heading* stands outside of:
    one of the first level outside of all that holds both, one in the style of *head* outside of the frame with *last*.
    A story may head its own parts by either.
    """
    around = set(heading.frame.ancestors())
    own = set(head.frame.ancestors())
    story = next(frame for frame in last.frame.ancestors() if frame in own)
    if story not in around and heading.tag == "h1":
        return story
    body = last.frame if last.tag == "div" else last.frame.parent
    return body if heading.frame.key[1] == head.frame.key[1] != "" and body not in around else None


def _article(frame: Frame) -> Frame | None:
    """Return the ``article`` element that *frame* is or lies in."""
    around = frame.ancestors() if frame.kinds & KINDS["article"] else ()
    return next((place for place in around if place.tag == "article"), None)
