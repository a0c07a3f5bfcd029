"""Pages of trafilatura's own evaluation as labelled blocks: of each, a few lines are known to be story or not.

They were chosen where extractors err: at a story's beginning and end, and beside it. All other blocks stay unlabelled.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from diemtin.text import squeeze
from tests.bench.labelled import Labelled, read_labelled

#: Pages that are named by a hash are scrapinghub's, a half of which the benchmark keeps back.
_SCRAPINGHUB = re.compile(r"[0-9a-f]{32}")
#: Characters: a shorter line may stand in many blocks by chance.
_TELLING = 25
#: Words of a usual story, by which its blocks are weighed: how long these stories are is not known.
_STORY = 300


def snippet_pages(folder: Path) -> Iterator[tuple[Labelled, None]]:
    """Yield the evaluation pages in *folder*, a checkout of adbar/trafilatura (Apache-2.0).

    Rows of blocks that nothing is known of are None, so that they are not learned from.
    """
    for url, record in json.loads((folder / "tests" / "evaldata.json").read_text("utf-8")).items():
        file = folder / "tests" / "eval" / record["file"]
        if _SCRAPINGHUB.match(file.name) or not file.is_file():
            continue
        page = read_labelled("snippets", file.read_bytes(), {"id": file.stem, "url": url, "text": ""})
        known = _known([block.text for block in page.context.blocks], record["with"], record["without"])
        page.rows = [row if place in known else None for place, row in enumerate(page.rows)]
        page.labels = [known.get(place, 0.0) for place in range(len(page.rows))]
        page.truth = _STORY
        yield page, None


def _known(texts: Sequence[str], wanted: Sequence[str], unwanted: Sequence[str]) -> Mapping[int, float]:
    """Return the label of each block, by its place, that one of the lines tells of; what both tell of is unknown."""
    labels: dict[int, float] = {}
    for line in map(squeeze, unwanted):
        for place, text in enumerate(texts):
            if line in text and (len(line) >= _TELLING or len(text) <= 3 * len(line)):
                labels[place] = 0.0
    for line in map(squeeze, wanted):
        places = [place for place, text in enumerate(texts) if line in text]
        if len(places) == 1 or (places and len(line) >= _TELLING):
            place = max(places, key=lambda place: len(texts[place]))
            if labels.pop(place, 1.0):
                labels[place] = 1.0
    return labels
