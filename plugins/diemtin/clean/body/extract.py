"""From a page's tree to the body of its story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from diemtin.clean.body.choose import captions, choose
from diemtin.clean.body.declared import article_body
from diemtin.clean.body.features import Context
from diemtin.clean.body.pictures import image_of
from diemtin.clean.body.segment import segment
from diemtin.clean.body.writing import Item, plain_text, write_html
from diemtin.clean.cleaned import Block as Shown
from diemtin.sanitize import safe_html
from diemtin.stories import Picture


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a story.

    ``html`` is safe to publish, structure kept, the lede (where the page shows one) as ``<p class="lede">``, captions
    as ``figcaption``. ``text`` is the same as paragraphs with a blank line between them, captions left out. ``lede`` is
    plain text, empty where none is visible. ``image`` is the first picture of the body. ``is_article`` is False where
    the page seems to have no story of its own. ``kept`` and ``dropped`` show every block of text with what decided.
    """

    html: str = ""
    text: str = ""
    lede: str = ""
    image: Picture | None = None
    is_article: bool = False
    kept: tuple[Shown, ...] = ()
    dropped: tuple[Shown, ...] = ()


def extract_body(
    tree: HtmlElement,
    headlines: Sequence[str] = (),
    ledes: Sequence[str] = (),
    authors: Sequence[str] = (),
    *,
    url: str | None = None,
    lang: str | None = None,
    pictures: Mapping[str, str] | None = None,
) -> Body:
    """Return the body of the story in *tree*, which is left as it is.

    *headlines*, *ledes* and *authors* are what the page says its headline, its lede and its authors are; *url* makes
    links absolute; *pictures* maps a picture's address to a file that takes its place.
    """
    base = _base(tree, url)
    blocks = segment(tree)
    page = Context(blocks, headlines, ledes, authors, article_body(tree))
    rules = choose(page)
    captioning = captions(blocks, rules)
    kept = [block for block in page.blocks if not rules[block]]
    items: list[Item] = []
    if kept:
        first, last = kept[0].index, kept[-1].index
        for block in blocks:
            if block.picture is None:
                if not rules[block]:
                    items.append(Item("text", block))
                elif block in captioning:
                    items.append(Item("caption", block))
            elif first <= block.index <= last:
                image = image_of(block.picture, base)
                if image is not None and not image.is_small:
                    items.append(Item("picture", block, image))
    html = safe_html(write_html(items, base))
    image = next((item.image.picture for item in items if item.image), None)
    return Body(
        html=html,
        text=plain_text(items),
        image=image,
        is_article=bool(kept),
        kept=tuple(Shown(b.tag, b.text, "", b.index) for b in kept),
        dropped=tuple(Shown(b.tag, b.text, rules[b], b.index) for b in page.blocks if rules[b]),
    )


def _base(tree: HtmlElement, url: str | None) -> str | None:
    return url
