"""A plain-text dump while its paragraphs are being decided about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from diemtin.clean.dumps import lines
from diemtin.clean.dumps.paragraphs import Paragraph

_GAP: Final = 15  # lines; more of them between two paragraphs are a page's furniture, if some of them surely are


@dataclass(slots=True)
class Reading:
    """A dump being read: for each paragraph the rule that leaves it out, ``""`` where it is body.

    ``title`` and ``lede`` are places in ``paragraphs``; ``story`` the first and last place of the body.
    """

    paragraphs: Sequence[Paragraph]
    rules: list[str] = field(default_factory=list)
    title: int | None = None
    story: range = range(0)

    def is_story(self, place: int) -> bool:
        """Say whether the paragraph is left in and reads as prose or as an item of a list."""
        paragraph = self.paragraphs[place]
        if self.rules[place]:
            return False
        return lines.is_prose(paragraph.text) or paragraph.mark in {"bullet", "number", "quote"}

    def runs(self) -> list[range]:
        """Return the runs of story in order: paragraphs with no more than a little furniture between them."""
        runs: list[range] = []
        for place in range(len(self.rules)):
            if not self.is_story(place):
                continue
            if runs and (place - runs[-1].stop < _GAP or not any(self.rules[runs[-1].stop : place])):
                runs[-1] = range(runs[-1].start, place + 1)
            else:
                runs.append(range(place, place + 1))
        return runs

    def longest_run(self) -> range:
        """Return the run that tells most."""
        return max(self.runs(), key=self.told, default=range(0))

    def told(self, places: range) -> float:
        """Return how much is told in *places*, in characters; what stands alone between other lines counts a quarter:
        teasers take turns with headlines, a story's paragraphs follow each other.
        """
        return sum(self.weight(place) for place in places)

    def weight(self, place: int) -> float:
        """Return how much one paragraph tells (see `told`)."""
        if not self.is_story(place):
            return 0
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(self.rules)]
        return len(self.paragraphs[place].text) * (1 if any(map(self.is_story, beside)) else 0.25)
