"""Pages of the shared benchmark, and of WCXB, as labelled blocks: which of a page's blocks stand in the truth's text.

Both tell the text of a story, not its blocks. A block counts as story by the share of its runs of four words that the
truth holds; a shorter one if the truth holds it together with its neighbours' words, or as a line of its own beside
other blocks that are story.
"""

import gzip
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from diemtin.clean.body.blocks import KINDS, Block, count_frames
from diemtin.clean.body.features import Context, features
from diemtin.clean.body.hints import HINT
from diemtin.clean.body.links import domain_of
from diemtin.clean.body.segment import segment
from diemtin.clean.body.wording import known_of
from diemtin.clean.decoding import decode
from diemtin.clean.facts.reading import read_facts
from diemtin.clean.parsing import parse

SHARED = Path(os.environ.get("DIEMTIN_SHARED", Path(__file__).parents[3] / "shared"))
DATA = SHARED / "bench" / "cleaning" / "data"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_WORD = re.compile(r"\w+")
_RUN = 4
#: How many blocks beside a short line are looked at, and how much story they must hold (in shares of a block).
_BESIDE, _ENOUGH = 2, 0.8
_CUSTOM = HINT["caption"] | HINT["subscribe"] | HINT["promo"] | HINT["social"] | HINT["author"] | HINT["related"]
#: The share of a truth's words that the blocks of its page must hold.
_FOUND = 0.8


@dataclass
class Labelled:
    """One page: its publisher, its blocks of text, and per block the features (None for chrome), label and words.

    Labels go from 0 to 1; ``truth`` counts the words of the story.
    """

    set: str
    publisher: str
    context: Context
    rows: list[list[float] | None]
    labels: list[float]
    words: list[int]
    truth: int
    text: str


def labelled_pages(data: Path = DATA) -> Iterator[tuple[Labelled, Labelled | None]]:
    """Yield each page of the benchmark, and a second one made of it (see `shrunk`) where it has enough blocks."""
    for file in sorted(data.glob("*/truth.jsonl")):
        for record in map(json.loads, file.open(encoding="utf-8")):
            page = gzip.decompress((file.parent / record["file"]).read_bytes())
            yield _with_shrunk(file.parent.name, page, record)


def wcxb_pages(folder: Path) -> Iterator[tuple[Labelled, Labelled | None]]:
    """Yield the articles of WCXB, the Web Content Extraction Benchmark (CC BY 4.0), as `labelled_pages` does.

    *folder* is a checkout of Murrough-Foley/web-content-extraction-benchmark. Pages whose truth stands mostly in none
    of their blocks (made by scripts) are left out.
    """
    for file in sorted(folder.glob("*/ground-truth/*.json")):
        record = json.loads(file.read_text("utf-8"))
        text = record["ground_truth"].get("main_content")
        page = file.parents[1] / "html" / f"{file.stem}.html.gz"
        if record["_internal"]["page_type"]["primary"] != "article" or not text or not page.is_file():
            continue
        truth = {"id": file.stem, "url": record.get("url"), "text": text}
        pair = _with_shrunk("wcxb", gzip.decompress(page.read_bytes()), truth)
        found = sum(count for count, label in zip(pair[0].words, pair[0].labels, strict=True) if label >= 0.5)
        if found > _FOUND * pair[0].truth:
            for made in filter(None, pair):
                blocks = zip(made.context.blocks, made.rows, strict=True)
                made.rows = [None if _is_custom(block) else row for block, row in blocks]
            yield pair


def _is_custom(block: Block) -> bool:
    """Say whether WCXB and the benchmark may think otherwise of *block*: captions, calls to subscribe, share words."""
    parent = block.frame.parent
    names = block.hints | block.frame.hints | (parent.hints if parent else 0)
    return bool(names & _CUSTOM or block.frame.kinds & KINDS["figcaption"])


def _with_shrunk(name: str, page: bytes, record: dict[str, Any]) -> tuple[Labelled, Labelled | None]:
    # Read twice, because shrinking counts the frames of its blocks anew.
    made = shrunk(read_labelled(name, page, record), random.Random(record["id"]))
    return read_labelled(name, page, record), made


def read_labelled(name: str, page: bytes, record: dict[str, Any]) -> Labelled:
    """Return *page* of the set *name*; *record* has its id, its url and the text of its story."""
    tree = parse(decode(page).text)
    facts = read_facts(tree, record["url"], zone=ZONE)
    context = Context(segment(tree), known_of(facts))
    labels = _labels([block.text for block in context.blocks], record["text"])
    words = [len(_WORD.findall(block.text)) for block in context.blocks]
    rows = features(context) if context.blocks else []
    publisher = publisher_of(record)
    truth = len(_WORD.findall(record["text"]))
    return Labelled(name, publisher, context, rows, labels, words, truth, record["text"])


def publisher_of(record: dict[str, Any]) -> str:
    """Return whose page it is, by its host, as WCXB's pages are told too: pages of one publisher must not be learned
    from and tried on at once.
    """
    return domain_of(record["url"] or "") or re.sub(r"[-_]\d+$", "", record["id"])


def shrunk(page: Labelled, source: random.Random) -> Labelled | None:
    """Return *page* with most of its story taken away, and sometimes without any class name.

    A short story among much else is rare in the benchmark and common in life; class names may be written by machine.
    None for a page with hardly any story. *page* cannot be used any more.
    """
    blocks = page.context.all
    label_of = dict(zip(page.context.blocks, page.labels, strict=True))
    story = [block for block in page.context.blocks if label_of[block] >= 0.5]
    if len(story) < 4:
        return None
    gone = set(story[max(1, int(len(story) * source.uniform(0.08, 0.5))) :])
    left = [block for block in blocks if block not in gone]
    nameless = source.random() < 0.35
    for block in blocks:
        for frame in block.frame.ancestors():
            frame.chars = frame.link_chars = frame.prose = frame.blocks = 0
            if nameless:
                frame.hints = frame.around = block.hints = 0
    count_frames(left)
    context = Context(left, page.context.known)
    labels = [label_of[block] for block in context.blocks]
    words = [len(_WORD.findall(block.text)) for block in context.blocks]
    truth = sum(count for count, label in zip(words, labels, strict=True) if label >= 0.5)
    return Labelled(page.set, page.publisher, context, features(context), labels, words, truth, "")


def _labels(texts: Sequence[str], truth: str) -> list[float]:
    left = Counter(_runs(_WORD.findall(truth)))
    wanted = frozenset(left)
    lines = Counter(" ".join(_WORD.findall(line)) for line in re.split(r"[\n\t]", truth))
    words = [_WORD.findall(text) for text in texts]
    runs = [list(_runs(line)) if len(line) >= _RUN else [] for line in words]
    shares = [sum(run in wanted for run in line) / len(line) if line else 0.0 for line in runs]
    labels = [0.0] * len(texts)
    # What stands on the page twice is story where more story stands around it.
    support = [
        sum(shares[j] * len(words[j]) for j in range(max(0, i - 4), min(len(texts), i + 5)) if j != i)
        for i in range(len(texts))
    ]
    for i in sorted(range(len(texts)), key=lambda i: -support[i]):
        if shares[i]:
            found = 0
            for run in runs[i]:
                if left[run] > 0:
                    left[run] -= 1
                    found += 1
            labels[i] = found / len(runs[i])
    for i, line in enumerate(words):
        beside = sum(labels[max(0, i - _BESIDE) : i]) + sum(labels[i + 1 : i + 1 + _BESIDE])
        if 0 < len(line) < _RUN and lines[" ".join(line)] > 0 and beside > _ENOUGH:
            labels[i] = 1.0
            lines[" ".join(line)] -= 1
    whole = [word for line in words for word in line]
    start = 0
    for i, line in enumerate(words):
        if 0 < len(line) < _RUN and not labels[i]:
            around = whole[max(0, start + len(line) - _RUN) : start + _RUN]
            labels[i] = float(any(run in wanted for run in _runs(around)))
        start += len(line)
    return labels


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_RUN)), strict=False)
