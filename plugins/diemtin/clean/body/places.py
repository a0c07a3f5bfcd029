"""What stands where no story stands, whatever its words are: rules about the places of blocks that seem to be story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame, frames_of, is_prose
from diemtin.clean.body.features import Context
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import likeness

#: Characters of a line right behind a picture: longer ones are paragraphs, however they are set.
_CAPTION: Final = 250
#: How a line right behind a picture begins that says whose it is.
_CREDIT: Final = re.compile(r"(?:photos?|pictures?|images?|ảnh|hình|foto)(?: by\b|\s*:)", re.IGNORECASE)
#: From here on a line is the lede that the page states.
_SAME: Final = 0.9
#: The share of a story that one column of an old page holds.
_COLUMN: Final = 0.8
#: The longest box that asks for an address, in characters, and the largest beside its story.
_BOX, _BOX_SHARE = 500, 0.3
#: Blocks of a card at most, cards of a list at least, and the share of a card's headline that is linked.
_CARD, _CARDS, _LINKED = 6, 3, 0.8
#: Paragraphs beside a list of cards that make a story.
_STORY: Final = 3


def captions_by_form(page: Context, kept: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines that are set as captions, whatever they are called: a short one right behind a picture, centred
    or slanted as a whole, or named a caption by its element or its frame.

    A photo story may be told in the captions of its pictures: what is *kept* then stands mostly in such elements.
    """
    half = 0.5 * sum(block.size for block in kept)
    is_photo_story = half < sum(block.size for block in kept if block.frame.kinds & KINDS["figcaption"])
    # On a page that is centred or slanted throughout, that tells nothing.
    is_telling = half > sum(block.size for block in kept if _is_set_off(block))
    for block in page.blocks:
        parent = block.frame.parent
        names = block.frame.hints | block.hints | (parent.hints if parent else 0)
        figcaption = block.frame.kinds & KINDS["figcaption"] and not is_photo_story
        if (figcaption or names & HINT["caption"]) and block.size <= _CAPTION:
            yield block
    for before, block in pairwise(page.all):
        if before.picture is None or block.picture is not None or block.size > _CAPTION or is_heading(block):
            continue
        if likeness(frozenset(block.words), page.known.ledes) > _SAME:
            continue
        if (is_telling and _is_set_off(block)) or _CREDIT.match(block.text):
            yield block


def _is_set_off(block: Block) -> bool:
    """Say whether *block* is centred or slanted as a whole."""
    return block.frame.kinds & KINDS["center"] != 0 or block.italic_chars > 0.9 * len(block.text)


def drop_by_place(page: Context, rules: dict[Block, str]) -> None:
    """Drop what *rules* keep of *page*'s blocks in a place that is none of the story's."""
    blocks = page.blocks
    _drop_hidden(blocks, rules)
    _drop_side_columns(blocks, rules)
    _drop_sign_up_boxes(blocks, rules)
    _drop_cards(blocks, rules)
    _drop_teasers(blocks, rules)
    _drop_lists_above(page, rules)
    _drop_next_stories(blocks, rules)


def _drop_hidden(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what the page hides, unless nearly all of the story is hidden until a script shows it."""
    kept = [block for block in blocks if not rules[block]]
    hidden = [block for block in kept if block.frame.kinds & KINDS["hidden"]]
    unseen = sum(block.size for block in hidden)
    if hidden and sum(block.size for block in kept) - unseen > 0.3 * unseen:
        rules |= dict.fromkeys(hidden, "hidden")


def _drop_side_columns(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what stands in the cells beside the one that holds nearly all of the story: an old page's other columns."""
    kept = [block for block in blocks if not rules[block]]
    held: Counter[Frame] = Counter()
    for block in kept:
        for frame in block.frame.ancestors():
            if frame.tag == "td":
                held[frame] += block.size
    enough = _COLUMN * sum(block.size for block in kept)
    columns = {cell for cell, size in held.items() if size >= enough}
    for block in kept if columns else ():
        around = set(block.frame.ancestors())
        if any(cell.parent in around for cell in columns - around):
            rules[block] = "sidebar"


def _drop_sign_up_boxes(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what stands in a small box with a field for an e-mail address, whatever its words are."""
    kept = [block for block in blocks if not rules[block]]
    longest = min(_BOX, _BOX_SHARE * sum(block.size for block in kept))
    for block in kept:
        box = next((frame for frame in block.frame.ancestors() if frame.asks), None)
        if box is not None and box.chars <= longest:
            rules[block] = "subscription"


def _drop_cards(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the one text of each card that repeats beside others like it below a linked headline, where a story stands
    beside them. The entries of a live report have several texts.
    """
    alike = Counter((frame.parent, frame.key) for frame in frames_of(blocks) if 1 < frame.blocks <= _CARD)
    cards = {key for key, count in alike.items() if count >= _CARDS}
    headed: set[Frame] = set()
    told: dict[Frame, list[Block]] = {}
    for block in blocks:
        if rules[block] and block.link_density < _LINKED:
            continue
        card = next((f for f in block.frame.ancestors() if f.blocks <= _CARD and (f.parent, f.key) in cards), None)
        if card is not None and rules[block]:
            headed.add(card)
        elif card in headed:
            told.setdefault(card, []).append(block)
    teasers = {texts[0] for texts in told.values() if len(texts) == 1}
    story = sum(is_prose(block) for block in blocks if not rules[block] and block not in teasers)
    if story >= _STORY:
        rules |= dict.fromkeys(teasers, "related links")


def _drop_teasers(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop each text right below a linked line, under a heading that says that other stories follow."""
    region: Frame | None = None
    for before, block in pairwise(blocks):
        if is_heading(block) and block.link_density < _LINKED:
            region = block.frame.parent if _heads_others(block) else None
        elif region and not rules[block] and before.link_density > _LINKED and region in block.frame.ancestors():
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
    if len(listed) >= _CARDS and any(not rules[block] and is_prose(block) for block in page.blocks[start:]):
        rules |= dict.fromkeys(listed, "related links")


def _drop_next_stories(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the stories that a page puts below its own, each in an ``article`` with a headline of its own."""
    kept = [block for block in blocks if not rules[block]]
    home = _article(kept[0].frame) if kept else None
    if home is None:
        return
    own = set(home.ancestors())
    headed = {article for block in blocks if block.tag == "h1" and (article := _article(block.frame)) is not None}
    for block in kept:
        article = _article(block.frame)
        if article in headed and article is not home and article not in own and home not in article.ancestors():
            rules[block] = "another story"


def _article(frame: Frame) -> Frame | None:
    """Return the ``article`` element that *frame* is or lies in."""
    return next((around for around in frame.ancestors() if around.tag == "article"), None)
