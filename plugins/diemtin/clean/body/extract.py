"""From a page's tree to the body of its story."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from diemtin.clean.body.blocks import Block
from diemtin.clean.body.choose import choose, score
from diemtin.clean.body.features import Context
from diemtin.clean.body.grammar import outlet_prefix, without_prefix
from diemtin.clean.body.lede import find_lede
from diemtin.clean.body.links import absolute
from diemtin.clean.body.pictured import Pictures
from diemtin.clean.body.pictures import image_of, is_same
from diemtin.clean.body.segment import segment
from diemtin.clean.body.sites import Site, apply_hints, site_of
from diemtin.clean.body.unseen import unseen_story
from diemtin.clean.body.wording import Known, known_of
from diemtin.clean.body.writing import Item, plain_text, write_html
from diemtin.clean.cleaned import Block as Shown
from diemtin.clean.facts.model import Facts
from diemtin.clean.parsing import parse
from diemtin.sanitize import safe_html
from diemtin.stories import Picture

#: A page that tells its story shows so many paragraphs, most often.
_PARAGRAPHS: Final = 3
_NOTHING_KNOWN: Final = Facts()


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a story.

    ``html`` is safe to publish, structure kept, the lede (where the page shows one) as ``<p class="lede">``, captions
    as ``figcaption``. ``text`` is the same as paragraphs with a blank line between them, captions left out. ``lede`` is
    plain text, empty where none is visible. ``image`` is the first picture of the body. ``kept`` and ``dropped`` show
    every block of text with what decided.
    """

    html: str = ""
    text: str = ""
    lede: str = ""
    image: Picture | None = None
    kept: tuple[Shown, ...] = ()
    dropped: tuple[Shown, ...] = ()


def extract_body(tree: _Element, facts: Facts = _NOTHING_KNOWN) -> Body:
    """Return the body of the story in *tree*, which is left as it is; *facts* are what the page says of it."""
    base = (absolute(facts.base, facts.url) if facts.base else None) or facts.url
    site = site_of(facts.url)
    is_vietnamese = facts.lang == "vi"
    known = known_of(facts)
    page, rules = _chosen(tree, known, site)
    kept = [block for block in page.blocks if not rules[block]]
    if sum(block.is_prose for block in kept) < _PARAGRAPHS:
        told = sum(block.size for block in kept)
        unseen = unseen_story(tree, facts.headlines[0] if facts.headlines else "", facts.body, told)
        if unseen:
            page, rules = _chosen(parse(unseen), known, site)
    return _body(page, rules, base, site, is_vietnamese=is_vietnamese)


def _chosen(tree: _Element, known: Known, site: Site) -> tuple[Context, dict[Block, str]]:
    """Return *tree*'s blocks, and what drops each."""
    page = Context(segment(tree), known)
    never = apply_hints(page.all, site)
    return page, choose(page, score(page), never)


def _body(page: Context, rules: dict[Block, str], base: str | None, site: Site, *, is_vietnamese: bool) -> Body:
    """Write down what *rules* keep."""
    kept = [block for block in page.blocks if not rules[block]]
    if not kept:
        return Body(dropped=tuple(Shown(b.tag, b.text, rules[b], b.index) for b in page.blocks))
    lede = find_lede(page, kept)
    for block in {kept[0], lede or kept[0]} if is_vietnamese or site.names else ():
        length = outlet_prefix("".join(piece for piece in block.pieces if isinstance(piece, str)), site.names)
        if length:  # what a paper opens with its name is its lede
            without_prefix(block, length)
            lede = lede or block
    pictures = Pictures(page.all, rules, page.blocks[page.headline].index)
    items: list[Item] = []
    told = set(kept)
    shown: set[str] = set()
    for block in page.all:
        if block.picture is None:
            if block in told:
                items.append(Item("lede" if block is lede else "text", block))
            elif block in pictures.captions:
                items.append(Item("caption", block))
                rules[block] = "caption"
        elif pictures.belongs(block) and not _is_spare(block, items):
            image = image_of(block.picture, base)
            if image is None or image.is_small or image.picture.src in shown:
                continue
            shown.add(image.picture.src)
            before = items[-1].image if items else None
            if before is None or not is_same(before, image):
                items.append(Item("picture", block, image))
            elif image.size > before.size:
                items[-1] = Item("picture", block, image)
    lead = next((item.image.picture for item in items if item.image), None)
    return Body(
        html=safe_html(write_html(items, base)),
        text=plain_text(items),
        lede=lede.text if lede else "",
        image=lead,
        kept=tuple(Shown(b.tag, b.text, "lede" if b is lede else "", b.index) for b in kept),
        dropped=tuple(Shown(b.tag, b.text, rules[b], b.index) for b in page.blocks if rules[b]),
    )


def _is_spare(picture: Block, items: Sequence[Item]) -> bool:
    """Say whether *picture* stands in a ``noscript`` behind the picture that a script would have loaded."""
    if picture.picture is None or picture.picture.tag != "noscript" or not items:
        return False
    return items[-1].image is not None and items[-1].block.index == picture.index - 1
