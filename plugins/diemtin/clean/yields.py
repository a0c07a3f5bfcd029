"""Does a scrape hold a story, and did all of it come out? Judged by what was kept, what was dropped and the address."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from diemtin.clean.cleaned import Block, Cleaned

_PROSE: Final = 120  # characters; a block of so many is no menu entry and no headline
_SHORT: Final = 600  # characters; a story under this is looked at twice
_BRIEF: Final = 300  # characters of a story beside which the rest of its page is nothing but teasers
_ROOTS: Final = frozenset({"", "/", "/index.html", "/index.htm", "/index.php", "/home", "/trang-chu"})
# Rules that drop what readers or other stories say: it was never this story's own.
_FOREIGN: Final = ("after", "related", "comment", "listing", "imprint", "invitation")


def why_no_story(story: Cleaned) -> str:
    """Return why the scrape holds no story of its own (a home page, a list of stories, nothing); ``""`` if it does.

    A page that declares a date in its head or in JSON-LD is an article's, however little is on it: one picture may
    be the story.
    """
    if not story.text:
        return "no article text in it"
    if story.url and urlsplit(story.url).path.lower() in _ROOTS and not urlsplit(story.url).query:
        return f"a home page ({story.url}), no article"
    if any(fact.name == "date" and fact.source.startswith(("JSON-LD", "meta", "sidecar")) for fact in story.evidence):
        return ""
    prose = _dropped_prose(story.dropped)
    if len(story.text) < _BRIEF and prose > 8 * len(story.text):
        return f"a list of stories: {len(story.text)} characters of text among {prose:,} of teasers"
    alone, kept = _alone(story), len(story.kept)
    if kept >= 4 and alone >= 0.8 * kept:
        return f"a list of stories: {alone} of {kept} paragraphs stand alone between headlines"
    return ""


def shortfalls(story: Cleaned) -> tuple[str, ...]:
    """Return what an editor should look at: facts that are missing, a body far shorter than its page suggests."""
    facts = (("title", story.title), ("date", story.date), ("body", story.text))
    missing = tuple(f"no {name}" for name, value in facts if not value)
    return missing + ((short,) if (short := _short(story)) else ())


def _short(story: Cleaned) -> str:
    size, prose = len(story.text), _dropped_prose(story.dropped)
    if 0 < size < _SHORT and prose > 3 * size:
        return f"short: {size} characters kept, {prose:,} of prose dropped"
    if 0 < size < _SHORT and not story.lede_in_body and size < len(story.lede):
        return f"short: {size} characters kept, fewer than its summary has"
    return ""


def _dropped_prose(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if len(block.text) >= _PROSE and not block.rule.startswith(_FOREIGN))


def _alone(story: Cleaned) -> int:
    """Return how many kept blocks have no kept one beside them, captions aside."""
    blocks = sorted((*story.kept, *story.dropped), key=lambda block: block.place)
    kept = [not block.rule for block in blocks if "caption" not in block.rule]
    return sum(
        here and not before and not after
        for before, here, after in zip([False, *kept], kept, [*kept[1:], False], strict=False)
    )
