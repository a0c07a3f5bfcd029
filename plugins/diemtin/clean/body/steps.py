"""Steps of a how-to: short lines that count ("Step 1", "Bước 2"), each above what is to be done."""

import re
from collections.abc import Sequence
from typing import Final

from diemtin.clean.body.blocks import Block
from diemtin.clean.body.classify import DOUBTFUL, THRESHOLD

_LABEL: Final = re.compile(r"([^\W\d_]{2,12}) (\d{1,2})[.:]?")
_LONGEST: Final = 16
#: Steps at least, and the share of them of which the text must be story already.
_SEVERAL, _HALF = 3, 0.5


def with_steps(blocks: Sequence[Block], scores: Sequence[float]) -> list[float]:
    """Return *scores*, those of steps and of the text right below each lifted over the threshold where half of it is
    story.
    """
    result = list(scores)
    for labels in _counted(blocks):
        steps = [place + 1 for place in labels]
        if sum(scores[place] >= THRESHOLD for place in steps) >= _HALF * len(steps):
            for place in (*labels, *steps):
                if scores[place] >= DOUBTFUL:
                    result[place] = max(scores[place], THRESHOLD)
    return result


def _counted(blocks: Sequence[Block]) -> list[list[int]]:
    """Return the places of lines that count from one upwards behind the same word, a block behind each."""
    counted: dict[str, list[int]] = {}
    for place, block in enumerate(blocks[:-1]):
        if len(block.text) <= _LONGEST and block.links == 0 and (label := _LABEL.fullmatch(block.text)):
            places = counted.setdefault(label[1].casefold(), [])
            if int(label[2]) == len(places) + 1:
                places.append(place)
    return [places for places in counted.values() if len(places) >= _SEVERAL]
