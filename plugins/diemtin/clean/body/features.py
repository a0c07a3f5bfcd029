"""What the classifier sees of a block: itself, the frames around it, its neighbours and what the page says of itself."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from diemtin.clean.body.blocks import KINDS, Block, Frame
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.phrases import PHRASE, openings_of
from diemtin.clean.body.segment import is_prose

_SENTENCE_END: Final = re.compile(r"[.!?…。！？।؟\"”»’'）)]$")
_SENTENCES: Final = re.compile(r"[.!?…。！？।؟](?:\s|$)")
_DATE: Final = re.compile(r"\b\d{1,2}[/.:-]\d{1,2}(?:[/.-]\d{2,4})?\b|\b(?:19|20)\d\d\b")
_ADDRESS: Final = re.compile(r"https?:|www\.|@\w|\.com\b")
_COMMA: Final = re.compile(r"[,;،，、]")
_TAGS: Final = ("p", "h1", "h2", "h3", "h4", "li", "td", "div", "figcaption", "blockquote", "pre", "dd")
_TAG_AS: Final = {"h5": "h4", "h6": "h4", "th": "td", "dt": "dd", "caption": "figcaption"}
_KIND_NAMES: Final = tuple(KINDS)
_LEVELS: Final = 4
#: Candidates for the headline that count; the further ones are headings of other things.
_HEADLINES: Final = 4


class Context:
    """A page's blocks of text, and what is known of its story beside them."""

    def __init__(
        self,
        blocks: Sequence[Block],
        headlines: Sequence[str],
        ledes: Sequence[str],
        authors: Sequence[str],
        article_body: str,
    ) -> None:
        self.all = blocks
        self.blocks = [block for block in blocks if block.picture is None]
        self.headlines = [words for line in headlines[:_HEADLINES] if (words := _words(line))]
        self.ledes = [words for line in ledes if len(words := _words(line)) > 5]
        self.authors = [name.casefold() for name in authors if len(name) > 3]
        self.declared = _shingles(_words(article_body)) if len(article_body) > 400 else set()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _shingles(words: list[str], size: int = 4) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1))}


def similarity(words: list[str], other: list[str]) -> float:
    """Return the share of common words (Dice), repeats counted once."""
    left, right = set(words), set(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _log(value: float) -> float:
    return math.log2(1 + value)


def features(page: Context) -> tuple[list[str], list[list[float]]]:
    """Return the names of the features and each block's values."""
    blocks = page.blocks
    count = len(blocks)
    total = sum(block.size for block in blocks) or 1
    total_prose = sum(block.size for block in blocks if is_prose(block)) or 1
    best = best_frame(blocks)
    best_chain = set(map(id, best.ancestors())) if best else set()
    sig_chars: Counter[object] = Counter()
    sig_blocks: Counter[object] = Counter()
    sig_links: Counter[object] = Counter()
    key_prose: Counter[object] = Counter()
    key_blocks: Counter[object] = Counter()
    seen: Counter[str] = Counter()
    for block in blocks:
        signature = _signature(block)
        sig_blocks[signature] += 1
        key_blocks[block.frame.key] += 1
        seen[block.text] += 1
        sig_links[signature] += block.link_chars
        if is_prose(block):
            sig_chars[signature] += block.size
            key_prose[block.frame.key] += block.size
    own = [_own(block, page) for block in blocks]
    head = headline_index(page)
    first = next((i for i in range(head + 1, count) if is_prose(blocks[i]) and blocks[i].link_density < 0.2), head)
    head_chain = set(map(id, blocks[head].frame.ancestors()))
    first_chain = set(map(id, blocks[first].frame.ancestors()))
    twins = _Twins(blocks)
    linked_headings = dates = relateds = comments = 0
    heading_before: tuple[float, float, float] = (0.0, 0.0, 30.0)
    heading_at = -30
    before = 0
    head_before = sum(block.size for block in blocks[:head])
    rows: list[list[float]] = []
    last_prose = -99
    next_prose = _next_prose(blocks)
    passed: Counter[str] = Counter()
    names: list[str] = []
    after_picture = _after_picture(page.all)
    has_article = float(any(block.frame.kinds & KINDS["article"] for block in blocks))
    for i, block in enumerate(blocks):
        frame = block.frame
        row: list[tuple[str, float]] = list(own[i])
        # where it stands
        row += [
            ("pos", i / count),
            ("pos_chars", before / total),
            ("from_head", max(-60, min(200, i - head))),
            ("chars_from_head", math.copysign(_log(abs(before - head_before)), before - head_before)),
            ("after_head", float(i > head)),
            ("page_blocks", _log(count)),
            ("page_prose", _log(total_prose)),
            ("prose_share_page", total_prose / total),
            ("has_article", has_article),
            ("depth", frame.depth),
            ("seen", seen[block.text]),
            ("seen_before", passed[block.text]),
            ("to_prose_before", min(30, i - last_prose)),
            ("to_prose_after", min(30, next_prose[i] - i)),
        ]
        passed[block.text] += 1
        # frames
        level_frame: Frame | None = frame
        for level in range(_LEVELS):
            if level_frame is None:
                row += [
                    (f"f{level}_prose", 1.0),
                    (f"f{level}_links", 0.0),
                    (f"f{level}_blocks", 9.0),
                    (f"f{level}_size", 15.0),
                ]
            else:
                f = level_frame
                row += [
                    (f"f{level}_prose", f.prose / total_prose),
                    (f"f{level}_links", f.link_chars / (f.chars or 1)),
                    (f"f{level}_blocks", _log(f.blocks)),
                    (f"f{level}_size", _log(f.chars)),
                ]
                level_frame = f.parent
        parent = frame.parent or frame
        row += [
            ("f0_pictures", min(3, frame.pictures)),
            ("f1_pictures", min(3, parent.pictures)),
            ("after_picture", after_picture[i]),
        ]
        for mark, chain in (("head", head_chain), ("first", first_chain)):
            up, meeting = 0, frame
            for f in frame.ancestors():
                if id(f) in chain:
                    meeting = f
                    break
                up += 1
            row += [
                (f"to_{mark}_up", up),
                (f"to_{mark}_prose", meeting.prose / total_prose),
                (f"to_{mark}_blocks", _log(meeting.blocks)),
            ]
        row += [("from_first", max(-30, min(100, i - first)))]
        row += twins.of(frame)
        is_heading = (
            frame.tag[0] == "h"
            and frame.tag[1:].isdigit()
            or (block.bold_chars > 0.9 * len(block.text) and block.size < 120)
        )
        row += [
            ("linked_headings", min(20, linked_headings)),
            ("dates_passed", min(20, dates)),
            ("relateds_passed", min(10, relateds)),
            ("comments_passed", min(10, comments)),
            ("heading_opens", heading_before[0]),
            ("heading_links", heading_before[1]),
            ("heading_distance", min(30, i - heading_at)),
        ]
        if i > head:
            if is_heading and block.link_density > 0.8:
                linked_headings += 1
            if block.size < 60 and own[i][_DATE_AT][1]:
                dates += 1
            if block.size < 80 and openings_of(block.text) & PHRASE["related"]:
                relateds += 1
            if (frame.hints | frame.around) & HINT["comment"]:
                comments += 1
        if is_heading:
            heading_at = i
            heading_before = (own[i][-1][1], block.link_density, 0.0)
        distance, inside = 0, 0.0
        for f in frame.ancestors():
            if f is best:
                inside = 1.0
                break
            if id(f) in best_chain:
                break
            distance += 1
        row += [
            ("best_inside", inside),
            ("best_distance", distance if inside else 20 + distance),
            ("best_prose", (best.prose / total_prose) if best else 0.0),
        ]
        signature = _signature(block)
        row += [
            ("sig_prose", sig_chars[signature] / total_prose),
            ("sig_blocks", _log(sig_blocks[signature])),
            ("sig_mean", sig_chars[signature] / sig_blocks[signature]),
            ("sig_links", sig_links[signature] / sig_blocks[signature]),
            ("key_prose", key_prose[frame.key] / total_prose),
            ("key_blocks", _log(key_blocks[frame.key])),
        ]
        for offset in (-2, -1, 1, 2):
            j = i + offset
            near = blocks[j] if 0 <= j < count else None
            mark = f"n{offset:+d}"
            if near is None:
                row += [
                    (mark + "_size", -1),
                    (mark + "_links", -1),
                    (mark + "_same", -1),
                    (mark + "_head", 0),
                    (mark + "_open", 0),
                    (mark + "_tag", 0),
                ]
            else:
                same = (
                    3.0
                    if near.frame is frame
                    else 2.0
                    if near.frame.parent is frame.parent
                    else 1.0
                    if _signature(near) == signature
                    else 0.0
                )
                row += [
                    (mark + "_size", _log(near.size)),
                    (mark + "_links", near.link_density),
                    (mark + "_same", same),
                    (mark + "_head", float(near.tag[0] == "h" and len(near.tag) == 2)),
                    (mark + "_open", float(own[j][-1][1])),
                    (mark + "_tag", float(near.tag == block.tag)),
                ]
        if not names:
            names = [name for name, _ in row]
        rows.append([value for _, value in row])
        before += block.size
        if is_prose(block):
            last_prose = i
    return names, rows


class _Twins:
    """Frames that repeat beside each other, as cards and comments do: same tag and first class under one parent."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._groups: dict[tuple[int, str, str], list[Frame]] = {}
        seen: set[int] = set()
        for block in blocks:
            for frame in block.frame.ancestors():
                if id(frame) in seen or frame.parent is None:
                    break
                seen.add(id(frame))
                self._groups.setdefault(self._key(frame), []).append(frame)

    @staticmethod
    def _key(frame: Frame) -> tuple[int, str, str]:
        return id(frame.parent), frame.tag, frame.key[1].split(" ", 1)[0].rstrip("0123456789")

    def of(self, frame: Frame) -> list[tuple[str, float]]:
        """Return how many twins the nearest repeated frame of several blocks has, their links, size and distance."""
        for up, around in enumerate(frame.ancestors()):
            if around.blocks < 2 or around.tag in {"tr", "tbody", "table", "ul", "ol"} or around.parent is None:
                continue
            group = self._groups[self._key(around)]
            if len(group) > 2:
                chars = sum(f.chars for f in group)
                return [
                    ("twins", min(30, len(group))),
                    ("twins_links", sum(f.link_chars for f in group) / (chars or 1)),
                    ("twins_linked", sum(f.link_chars > 10 for f in group) / len(group)),
                    ("twins_mean", _log(chars / len(group))),
                    ("twins_up", up),
                    ("twins_prose", sum(f.prose > 0 for f in group) / len(group)),
                ]
        return [
            ("twins", 0),
            ("twins_links", 0),
            ("twins_linked", 0),
            ("twins_mean", 0),
            ("twins_up", 20),
            ("twins_prose", 0),
        ]


_DATE_AT: Final = 15


def _own(block: Block, page: Context) -> list[tuple[str, float]]:
    text, size = block.text, block.size
    frame = block.frame
    words = _words(text)
    block.words = words
    length = len(text)
    letters = sum(map(str.isupper, text)) if length < 400 else 0
    openings = openings_of(text)
    row: list[tuple[str, float]] = [
        ("size", _log(size)),
        ("words", _log(len(words))),
        ("link_density", block.link_density),
        ("links", min(20, block.links)),
        ("bold", block.bold_chars / length),
        ("italic", block.italic_chars / length),
        ("ends", float(bool(_SENTENCE_END.search(text)))),
        ("colon", float(text.endswith(":"))),
        ("upper_first", float(text[0].isupper())),
        ("lower_first", float(text[0].islower())),
        ("digits", sum(map(str.isdigit, text[:200])) / min(200, length)),
        ("uppers", letters / length),
        ("commas", _log(len(_COMMA.findall(text)))),
        ("word_length", length / (len(words) or 1)),
        ("sentences", _log(len(_SENTENCES.findall(text)))),
        ("date", float(size < 200 and bool(_DATE.search(text)))),
        ("address", float(bool(_ADDRESS.search(text[:300])))),
        ("bar", float("|" in text or "•" in text)),
        ("quote_first", float(text[0] in "\"“„«'‘-–—")),
        ("paren_first", float(text[0] in "([")),
        ("punct_first", float(not text[0].isalnum())),
        ("broken", float(block.broken)),
        ("title_case", sum(w[:1].isupper() for w in text.split()) / (len(words) or 1) if size < 200 else 0.5),
        ("whole_link", float(block.links == 1 and block.link_density > 0.9)),
    ]
    tag = _TAG_AS.get(frame.tag, frame.tag)
    row += [(f"tag_{name}", float(tag == name)) for name in _TAGS]
    row += [(f"in_{name}", float(bool(frame.kinds & KINDS[name]))) for name in _KIND_NAMES]
    own_bits = frame.hints | block.hints
    parent = frame.parent
    parent_bits = parent.hints if parent else 0
    grand_bits = parent.parent.hints if parent and parent.parent else 0
    around = frame.around
    for group, bit in HINT.items():
        row.append(
            (
                f"hint_{group}",
                4.0
                if own_bits & bit
                else 3.0
                if parent_bits & bit
                else 2.0
                if grand_bits & bit
                else 1.0
                if around & bit
                else 0.0,
            )
        )
    row += [(f"opens_{group}", float(bool(openings & bit))) for group, bit in PHRASE.items()]
    short = size < 400
    row += [
        ("headline", max((similarity(words, line) for line in page.headlines), default=0.0) if short else 0.0),
        ("lede", max((similarity(words, line) for line in page.ledes), default=0.0) if size < 900 else 0.0),
        ("author", float(size < 200 and any(name in text.casefold() for name in page.authors))),
        ("declared", -1.0 if not page.declared else _share(words, page.declared)),
    ]
    row.append(("opens", float(bool(openings) and size < 200)))
    return row


def _share(words: list[str], declared: set[tuple[str, ...]]) -> float:
    mine = _shingles(words)
    return len(mine & declared) / len(mine)


def _signature(block: Block) -> object:
    frame = block.frame
    parent = frame.parent
    return (parent.key if parent else None, frame.key)


def headline_index(page: Context) -> int:
    """Return where the headline stands: the heading most like it, or the first h1, or 0."""
    best, at = 0.5, -1
    for i, block in enumerate(page.blocks):
        if block.size < 400 and page.headlines:
            score = max(similarity(block.words, line) for line in page.headlines)
            if block.tag == "h1":
                score += 0.3
            elif block.tag in {"h2", "h3"}:
                score += 0.1
            if score > best:
                best, at = score, i
    if at < 0:
        at = next((i for i, block in enumerate(page.blocks) if block.tag == "h1"), 0)
    return at


def _next_prose(blocks: Sequence[Block]) -> list[int]:
    result = [0] * len(blocks)
    upcoming = len(blocks) + 30
    for i in range(len(blocks) - 1, -1, -1):
        result[i] = upcoming
        if is_prose(blocks[i]):
            upcoming = i
    return result


def _after_picture(blocks: Sequence[Block]) -> list[float]:
    """Say of each text block how close a picture stands: 2 in front of it in its own or the next frame, 1 in front."""
    result: list[float] = []
    previous: Block | None = None
    for block in blocks:
        if block.picture is None:
            if previous is not None and previous.picture is not None:
                near = (
                    previous.frame is block.frame
                    or previous.frame.parent is block.frame.parent
                    or previous.frame.parent is block.frame
                )
                result.append(2.0 if near else 1.0)
            else:
                result.append(0.0)
        previous = block
    return result


def best_frame(blocks: Sequence[Block]) -> Frame | None:
    """Return the frame that holds most of the prose closely: each paragraph speaks for the frame around it, and half
    for the one around that."""
    scores: dict[Frame, float] = {}
    for block in blocks:
        if not is_prose(block):
            continue
        weight = (1 - block.link_density) * min(block.size, 600)
        frame: Frame | None = block.frame if block.tag == "div" or block.broken else block.frame.parent
        for share in (1.0, 0.5, 0.3):
            if frame is None:
                break
            scores[frame] = scores.get(frame, 0.0) + weight * share
            frame = frame.parent
    return max(scores, key=lambda frame: scores[frame], default=None)
