"""What stands where no story stands, whatever its words are: rules about the places of blocks that seem to be story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame, frames_of, is_prose
from diemtin.clean.body.features import Context
from diemtin.clean.body.grammar import form_of, opens_with_place
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.notes import is_mark
from diemtin.clean.body.surroundings import is_heading
from diemtin.clean.body.wording import is_stated_lede, likeness

#: Characters of a line right behind a picture: longer ones are paragraphs, however they are set.
_CAPTION: Final = 250
#: What boxes a picture in with its caption, and the lines of that: what it shows, and whose it is.
_BOXES, _LINES = frozenset({"div", "table", "span"}), 2
#: How a line right behind a picture begins that says whose it is.
_CREDIT: Final = re.compile(r"(?:photos?|pictures?|images?|ảnh|hình|foto)(?: by\b|\s*:)", re.IGNORECASE)
#: The share of a story that one column of an old page holds.
_COLUMN: Final = 0.8
#: The longest box that asks for an address, in characters, and the largest beside its story.
_BOX, _BOX_SHARE = 500, 0.3
#: The share of paragraphs in a hidden box that holds the rest of a story.
_REST: Final = 0.7
#: Paragraphs that tell a story by themselves: fewer may be all that is shown of one.
_STORY: Final = 3
#: From here on a line is the headline.
_SAME: Final = 0.9
_RULE: Final = re.compile(r"[^\w\s]{3,}|_{3,}")
#: What heads the part below an article of a journal that tells how to cite it and who may print it.
_CITATION: Final = re.compile(
    r"(?:rights and permissions|(?:about|cite|citing|how to cite) this (?:article|paper|story)"
    r"|(?:cách )?trích dẫn bài (?:báo|viết)(?: này)?)\W*",
    re.IGNORECASE,
)
_DIALOGS: Final = frozenset({"dialog", "alertdialog"})
_DIALOG_NAME: Final = re.compile(r"modal|popup|pop-up|lightbox|(?<![a-z])dialog", re.IGNORECASE)


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
        own = block.frame.hints  # what is called a lede is none, though a word in it is called a source
        names = own | (parent.hints if parent else 0) | (0 if own & HINT["lead"] else block.hints)
        figcaption = block.frame.kinds & KINDS["figcaption"] and not is_photo_story
        if (figcaption or names & HINT["caption"]) and block.size <= _CAPTION and not opens_with_place(block.text):
            yield block
    for before, block in pairwise(page.all):
        if before.picture is None or block.picture is not None or block.size > _CAPTION or is_heading(block):
            continue
        if is_stated_lede(block, page.known):
            continue
        if (is_telling and _is_set_off(block)) or _CREDIT.match(block.text):
            yield block
    yield from _captions_in_boxes(page, kept)


def _captions_in_boxes(page: Context, kept: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines of each small box among paragraphs that holds a picture and nothing else behind it."""
    paragraphs = Counter(frame for block in kept if is_prose(block) for frame in (block.frame, block.frame.parent))
    box: Frame | None = None
    for before, block in pairwise(page.all):
        if before.picture is not None and block.picture is None:
            around = set(before.frame.ancestors())
            small = (f for f in block.frame.ancestors() if f.tag in _BOXES and f in around)
            box = next((f for f in small if f.parent is not None and paragraphs[f.parent] >= _STORY), None)
            if box is not None and (box.blocks > _LINES or box.chars > _CAPTION or is_heading(block)):
                box = None
        if box is not None and block.picture is None and box in block.frame.ancestors():
            yield block


def _is_set_off(block: Block) -> bool:
    """Say whether *block* is centred or slanted as a whole."""
    return block.frame.kinds & KINDS["center"] != 0 or block.italic_chars > 0.9 * len(block.text)


def drop_by_place(page: Context, rules: dict[Block, str]) -> None:
    """Drop what *rules* keep of *page*'s blocks in a place that is none of the story's."""
    blocks = page.blocks
    _drop_masthead(page, rules)
    _drop_side_columns(blocks, rules)
    _drop_sign_up_boxes(blocks, rules)
    _drop_below_rule(blocks, rules)
    _drop_citation(blocks, rules)
    _drop_box_remains(blocks, rules)


def drop_hidden(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what the page hides, unless nearly all of the story is hidden until a script shows it, or what is hidden
    goes on where the story in sight ends: the part behind "read more". What waits for subscribers is told only where
    all that is in sight is a teaser.
    """
    kept = [block for block in blocks if not rules[block]]
    hidden = [block for block in kept if block.frame.kinds & KINDS["hidden"]]
    unseen = sum(block.size for block in hidden)
    if not hidden or sum(block.size for block in kept) - unseen <= 0.3 * unseen:
        return
    told = [b for b in kept if not b.frame.kinds & KINDS["hidden"] and is_prose(b) and not form_of(b, at_end=False)]
    last = told[-1] if told else kept[0]
    beside = set(islice(last.frame.ancestors(), 1, 3))
    boxes = [[frame for frame in block.frame.ancestors() if frame.kinds & KINDS["hidden"]][-1] for block in hidden]
    alike = Counter((box.parent, box.key) for box in boxes)
    is_teaser = len(told) < _STORY and sum(block.size for block in told) < unseen
    for block, box in zip(hidden, boxes, strict=True):
        is_rest = box.tag != "p" and alike[box.parent, box.key] > 1 and box.prose > _REST * box.chars
        is_open = is_teaser or not box.hints & HINT["subscribe"]
        goes_on = is_rest and is_open and block.index > last.index and box.parent in beside
        rules[block] = "" if goes_on else "hidden"


def drop_dialogs(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop what stands in a dialog, as a page asks for consent by it, where a story stands outside."""
    kept = [block for block in blocks if not rules[block]]
    dialogs = set(filter(_is_dialog, frames_of(kept)))
    if not dialogs:
        return
    asking = {block for block in kept if not dialogs.isdisjoint(block.frame.ancestors())}
    if any(is_prose(block) for block in kept if block not in asking):
        rules |= dict.fromkeys(asking, "consent")


def _is_dialog(frame: Frame) -> bool:
    """Say whether *frame* is a dialog by its element, its role or the names that it has."""
    element = frame.element
    if frame.tag == "dialog" or element.get("role") in _DIALOGS:
        return True
    if frame.tag != "div" or not frame.hints & (HINT["consent"] | HINT["media"]):
        return False
    return _DIALOG_NAME.search(f"{frame.key[1]} {element.get('id')}") is not None


def _drop_masthead(page: Context, rules: dict[Block, str]) -> None:
    """Drop what stands above the headline in a frame that is named for a page's head: what a blog is about."""
    headline = page.blocks[page.headline] if page.blocks else None
    if headline is None or not likeness(frozenset(headline.words), page.known.headlines[:1]) > _SAME:
        return
    if sum(not rules[block] and is_prose(block) for block in page.blocks[page.headline :]) < _STORY:
        return
    own = set(headline.frame.ancestors())
    for block in page.blocks[: page.headline]:
        if not rules[block] and any(f.hints & HINT["nav"] and f not in own for f in block.frame.ancestors()):
            rules[block] = "outlet"


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


def _drop_below_rule(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the lines below the last paragraph that a line of dashes sets apart: contacts, notes of the house."""
    kept = [block for block in blocks if not rules[block]]
    last = max((block.index for block in kept if is_prose(block)), default=-1)
    rule = next((block.index for block in kept if block.index > last >= 0 and _RULE.fullmatch(block.text)), None)
    if rule is not None:
        rules |= dict.fromkeys((block for block in kept if block.index >= rule), "set apart")


def _drop_citation(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop the parts of an article that tell how to cite it, each from its heading to the next or to its box's end."""
    box: Frame | None = None
    for block in blocks:
        if is_heading(block):
            box = block.frame.parent if _CITATION.fullmatch(block.text) else None
        if box is not None and not rules[block] and box in block.frame.ancestors():
            rules[block] = "citation"


def _drop_box_remains(blocks: Sequence[Block], rules: dict[Block, str]) -> None:
    """Drop a line behind the last paragraph whose box holds nothing else of the story, and that heads nothing: all that
    stands beside it there was dropped.
    """
    kept = [block for block in blocks if not rules[block]]
    last = max((block.index for block in kept if is_prose(block)), default=0)
    told = Counter(block.frame.parent for block in kept)
    held = Counter(block.frame.parent for block in blocks if not is_mark(block))
    for place, block in enumerate(blocks):
        heads = place + 1 < len(blocks) and not rules[blocks[place + 1]]
        if rules[block] or heads or not block.index > last > 0:
            continue
        if told[block.frame.parent] == 1 < held[block.frame.parent]:
            rules[block] = "rest of a box"
