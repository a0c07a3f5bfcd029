"""A story's topics, as the page names them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.outlet import Outlet
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import View
from diemtin.clean.facts.visible import HEADINGS, Line
from diemtin.text import fold_tones, squeeze

_WORDS: Final = tomllib.loads(Path(__file__).with_name("keywords.toml").read_text("utf-8"))
_BUTTONS: Final = frozenset(_WORDS["buttons"])
_OUTLET: Final = frozenset(_WORDS["outlet"])
_JSON_LD: Final = 0.8
_LINKS: Final = 0.7
_SPLIT: Final = re.compile(r"\s*[,;|、，·]\s*")
_MAX_LENGTH: Final = 60
_MAX_TAGS: Final = 60
_MAX_LINK: Final = 45
_PARAGRAPH: Final = 100  # characters of a line with which the text has begun
# Before topics or a section, whichever the links say they are.
_FILED: Final = re.compile(
    r"^(?:this (?:entry|post) was )?(?:filed under|posted in)\s*:?\s*(?:and (?:is )?tagged(?: with)?\b)?\s*",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"^(?:tagged(?: with)?\b|(?:tags?|labels|từ khóa|từ khoá|thẻ|chủ đề|topics?|keywords?|themen|temas)(?=\s*:))"
    r"\s*:?\s*",
    re.IGNORECASE,
)
# What a line says of sections before it names topics: "Chuyên mục: Thời sự. Từ khóa: …".
_SECTIONS: Final = re.compile(
    r"^(?:chuyên mục|danh mục|categor(?:y|ies)|sections?)\s*:.*?(?=(?:từ khóa|từ khoá|thẻ|tags?)\s*:)", re.IGNORECASE
)
_KEYWORDS: Final = re.compile(r"(?:từ khóa|từ khoá|keywords|tags)\b", re.IGNORECASE)
_LABELLED: Final = re.compile(r"^[\w ]{2,24}: ?(?=\S)")
_TOPIC_LABEL: Final = re.compile(rf"\b(?:{'|'.join(_WORDS['labels'])})\b", re.IGNORECASE)
_TECHNICAL: Final = re.compile(
    r"https?:|^[@/]|[{}<>=_\[\]]|^share\b|^[0-9a-f-]{16,}$|^\d+$|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}$"
)


def split_tags(text: str) -> list[str]:
    """Return the topics in a list that is written as one text."""
    parts = _SPLIT.split(text)
    if len(parts) == 1 and text.count(" ") >= 3 and re.search("[\u3040-\u30ff\u4e00-\u9fff]", text):
        parts = text.split()  # Chinese has no spaces inside a word
    tags = [tag for part in parts if (tag := squeeze(part).strip("\"'“” "))]
    # Beside plain topics a system's own marks have a "#" ("#newsletter"); hashtags all have one.
    named = [tag for tag in tags if tag[0] != "#"]
    return named or [bare for tag in tags if (bare := tag.lstrip("# "))]


def statements(
    page: Page, articles: Sequence[jsonld.Node], view: View, titles: Sequence[str], outlet: Outlet
) -> list[tuple[tuple[str, ...], Fact]]:
    """Return each place that names topics, with the topics, the most believed first.

    A list that is only the words of the headline or of the address was made by a machine for search engines: it is
    the last that is taken. One of nothing but the *outlet*'s name and words for news is none.
    """
    found: list[tuple[list[str], str, float]] = []
    for node in articles:
        values = list(jsonld.texts(node.get("keywords")))
        tags = [tag for value in values for tag in split_tags(value)] if len(values) < 3 else values
        found.append((tags, "JSON-LD keywords", _JSON_LD))
    for values, source, weight in metatags.lists(page, "tag"):
        found.append(([tag for value in values for tag in split_tags(value)], source, weight))
    for values, source, weight in metatags.lists(page, "repeated_tag"):
        found.append((values if len(values) > 1 else split_tags(values[0]), source, weight))
    words = {word for title in (*titles, *page.addresses) for word in re.findall(r"[^\W_]+", fold_tones(title))}
    found = [stated for stated in found if not _is_outlets(stated[0], outlet)]
    found = [
        (tags, source, weight / 2 if _is_unmarked(tags, words, page) else weight) for tags, source, weight in found
    ]
    ranking = [ranked for stated in found if (ranked := _ranked(*stated, titles, words))]
    if all(fact.confidence < _LINKS for _, fact in ranking) and (
        shown := _ranked(list(_shown(view.below)), "tag links", _LINKS, titles, words)
    ):
        ranking.append(shown)
    return sorted(ranking, key=lambda statement: -statement[1].confidence)


def _ranked(
    stated: Iterable[str], source: str, weight: float, titles: Sequence[str], words: set[str]
) -> tuple[tuple[str, ...], Fact] | None:
    tags = tuple(_clean(stated, titles))
    if not tags:
        return None
    machine_made = len(tags) > 3 and sum(fold_tones(tag) in words for tag in tags) > 0.7 * len(tags)
    return tags, Fact("tag", ", ".join(tags), source, weight / 2 if machine_made else weight)


def _is_unmarked(tags: Sequence[str], words: set[str], page: Page) -> bool:
    """Whether a Vietnamese page's *tags* are *words* of its headline and address without their marks: made for search
    engines.
    """
    plain = " ".join(tags)
    return plain.isascii() and plain.islower() and page.is_vietnamese and set(re.findall(r"\w+", plain)) <= words


def _is_outlets(tags: Sequence[str], outlet: Outlet) -> bool:
    """Whether *tags* are the outlet's own, the same on every page: its name among words for news."""
    told = [tag for tag in tags if fold_tones(tag) not in _OUTLET]
    return bool(told) and all(map(outlet.is_called, told))


def _shown(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the topics that are linked one by one below the headline, in lines that hold little else: marked as topics,
    or behind a label ("Từ khóa: …"), which may be a line of its own. Keywords need no links there.

    Topics below a heading that no text follows are of other stories, where the story has its own before.
    """
    labelled = keywords = found = headed = False
    for line in lines:
        text = _LABEL.sub("", line.text)
        if not text or _KEYWORDS.fullmatch(line.text):
            labelled, keywords = not text, bool(text)
            continue
        labelled = labelled and all(part.linked for part in line.parts) and not line.bold
        keywords = keywords and line.tag == "li" and not line.links
        if len(line.text) > _PARAGRAPH > sum(map(len, line.links)):
            headed = False
        headed = headed or line.tag in HEADINGS
        tags = [] if found and headed else [*_linked(line, text, labelled), *_listed(line, text, keywords)]
        if tags:
            found, headed = True, False
        yield from (tag for tag in tags if fold_tones(tag) not in _BUTTONS)


def _linked(line: Line, text: str, labelled: bool) -> Iterator[str]:
    """Yield the topics that *line* links; *text* is what it says behind a label."""
    parts = line.parts if labelled or text != line.text else line.parts_of("tags")
    links = [part.text for part in parts if part.linked and len(part.text) <= _MAX_LINK]
    if not links:
        return
    said = " ".join(part.text for part in line.parts if "section" not in part.kinds)
    said = _LABEL.sub("", _SECTIONS.sub("", _FILED.sub("", said)))
    if sum(map(len, links)) >= len(said) / 2:
        for link in links:
            yield from split_tags(_LABEL.sub("", link))


def _listed(line: Line, text: str, keywords: bool) -> list[str]:
    """Return the keywords that *line* lists without a link: behind their label, or below it."""
    is_listed = keywords or (text != line.text and _KEYWORDS.match(line.text) is not None)
    return split_tags(text) if is_listed and not line.links and len(text) <= _PARAGRAPH else []


def _clean(tags: Iterable[str], titles: Iterable[str]) -> Iterator[str]:
    seen = {fold_tones(title) for title in titles}
    count = 0
    for tag in tags:
        if label := _LABELLED.match(tag):
            if not _TOPIC_LABEL.search(label[0]):
                continue
            tag = tag[label.end() :]
        folded = tag.casefold()
        if folded in seen or len(tag) > _MAX_LENGTH or _TECHNICAL.search(tag):
            continue
        seen.add(folded)
        count += 1
        yield tag
        if count == _MAX_TAGS:
            return
