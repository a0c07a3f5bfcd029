"""What the benchmark's Vietnamese set knows beyond the text: section, lede, captions and images of each page.

    python -m tests.bench.details              # one line a measure
    python -m tests.bench.details --wrong      # and each page that is not right, with what was wanted and found

Right means: the section is the publisher's (of a path any step, or the whole); the lede has the truth's words (nine of
ten runs of two words shared); every caption is a figcaption, and no figcaption is none; no caption stands in the text;
the images of the body are the truth's, by file name (addresses on saved pages point nowhere).
"""

import argparse
import gzip
import json
import os
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from diemtin.clean import clean

ROOT = Path(__file__).parents[2]
SET = Path(os.environ.get("DIEMTIN_SHARED", ROOT.parent / "shared")) / "bench" / "cleaning" / "data" / "vietnamese"
_PHRASE = 5  # words
MEASURES = ("section", "lede", "captions", "captions kept out of the text", "images")


def measured(folder: Path = SET) -> Iterator[tuple[str, str, float, Any, Any]]:
    """Yield id, measure, score from 0 to 1, wanted and found for every page and every measure its truth knows."""
    details = {row["id"]: row for row in _rows(folder / "details.jsonl")}
    for page in _rows(folder / "truth.jsonl"):
        truth = details[page["id"]]
        story = clean(gzip.decompress((folder / page["file"]).read_bytes()), page["url"])
        found = {"section": story.section, "lede": story.lede, "text": story.text}
        body = lxml_html.fragment_fromstring(story.html, create_parent="div")
        if truth["section"]:
            score = float(
                _key(found["section"]) in {_key(step) for step in [truth["section"], *truth["section"].split(">")]}
            )
            yield page["id"], "section", score, truth["section"], found["section"]
        if truth["lead"]:
            yield page["id"], "lede", float(_alike(truth["lead"], found["lede"]) >= 0.9), truth["lead"], found["lede"]
        captions = [" ".join(element.itertext()) for element in body.iter("figcaption")]
        yield page["id"], "captions", _captions_f1(truth["captions"], captions), truth["captions"], captions
        if truth["captions"]:
            text, lines = _key(found["text"]), {_key(line) for line in found["text"].split("\n")}
            # A short one may be a phrase of the story: "Ông Đỗ Quý Hải" under a picture of his.
            inside = [
                caption
                for caption in truth["captions"]
                if (line := _key(caption)) and (line in lines or (len(line.split()) > _PHRASE and line in text))
            ]
            share = 1 - len(inside) / len(truth["captions"])
            yield page["id"], "captions kept out of the text", share, truth["captions"], inside
        images = [element.get("src", "") for element in body.iter("img")]
        wanted, got = {_name(image) for image in truth["images"]}, {_name(image) for image in images}
        yield page["id"], "images", _f1(len(wanted & got), len(wanted), len(got)), sorted(wanted), sorted(got)


def main() -> None:
    """Print the share of each measure that is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list every page that is not right")
    parser.add_argument("--measure", choices=MEASURES, help="only this one")
    options = parser.parse_args()
    scores: dict[str, list[float]] = {}
    for page, measure, score, wanted, found in measured():
        scores.setdefault(measure, []).append(score)
        if options.wrong and score < 1 and options.measure in {None, measure}:
            print(f"{measure} {score:.2f}  {page}\n    wanted {wanted}\n    found  {found}")
    for measure in MEASURES:
        values = scores.get(measure, [])
        right = sum(value == 1 for value in values)
        if values:
            print(f"{measure:30} {statistics.fmean(values):.3f}   {right} of {len(values)} pages wholly right")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def _key(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").casefold()))


def _alike(wanted: str, found: str | None) -> float:
    pairs = [
        Counter(zip(words, words[1:] or words, strict=False)) for words in (_key(wanted).split(), _key(found).split())
    ]
    return _f1((pairs[0] & pairs[1]).total(), pairs[0].total(), pairs[1].total())


def _captions_f1(wanted: list[str], found: list[str]) -> float:
    """A caption is found if one holds the other: who took the picture may stand apart."""
    left = [key for key in map(_key, found) if key]
    hits = 0
    for key in map(_key, wanted):
        match = next(
            (other for other in left if key and (key in other or (other in key and len(other) > len(key) / 2))), None
        )
        if match is not None:
            left.remove(match)
            hits += 1
    return _f1(hits, len(wanted), hits + len(left))


def _f1(hits: int, wanted: int, found: int) -> float:
    return 2 * hits / (wanted + found) if wanted + found else 1.0


def _name(address: str) -> str:
    return unquote(urlsplit(address).path).rpartition("/")[2].casefold() or address


if __name__ == "__main__":
    main()
