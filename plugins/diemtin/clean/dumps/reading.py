"""A plain-text dump while its paragraphs are being decided about."""

from dataclasses import dataclass, field
from typing import Final

from diemtin.clean.dumps import lines
from diemtin.clean.dumps.paragraphs import Paragraph

# Lines; so many between two paragraphs are a page's furniture, if this share of them surely is. Else they are a table,
# a poem, a listing of code.
_GAP: Final = 15
_SURE: Final = 0.1
_TEASER: Final = 240  # characters; a longer paragraph is no teaser's
_BEGUN: Final = 400  # characters of an earlier run that may be the story, whatever follows


@dataclass(slots=True)
class Reading:
    """A dump being read: for each paragraph the rule that leaves it out, ``""`` where it is body.

    ``title`` is a place in ``paragraphs``, and so is ``deck``, the line above the story that belongs to its body;
    ``story`` are the places of the rest, from the first to the last. ``is_terse`` says that
    the dump has no paragraph longer than four words, so that shorter sentences are its story.
    """

    paragraphs: list[Paragraph]
    rules: list[str] = field(default_factory=list)
    title: int | None = None
    deck: int | None = None
    story: range = range(0)
    is_terse: bool = False
    _prose: list[bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._prose = [lines.is_prose(paragraph.text) for paragraph in self.paragraphs]

    def is_story(self, place: int) -> bool:
        """Say whether the paragraph is left in and reads as prose or as an item of a list."""
        if self.rules[place]:
            return False
        paragraph = self.paragraphs[place]
        if self._prose[place] or paragraph.mark in {"bullet", "number", "quote"}:
            return True
        return self.is_terse and lines.is_sentence(paragraph.text)

    def runs(self, start: int = 0) -> list[range]:
        """Return the runs of story from *start* on: paragraphs with no more than a little furniture between them."""
        runs: list[range] = []
        for place in range(start, len(self.rules)):
            if not self.is_story(place):
                continue
            between = self.rules[runs[-1].stop : place] if runs else []
            if runs and (len(between) < _GAP or sum(map(bool, between)) < _SURE * len(between)):
                runs[-1] = range(runs[-1].start, place + 1)
            else:
                runs.append(range(place, place + 1))
        return runs

    def main_run(self, start: int = 0) -> range:
        """Return the run from *start* on that tells most, or an earlier one that tells nearly half as much."""
        runs = self.runs(start)
        most = max(map(self.told, runs), default=0.0)
        enough = (run for run in runs if self.told(run) >= min(most, max(_BEGUN, 0.4 * most)))
        return next(enough, range(0))

    def told(self, places: range) -> float:
        """Return how much is told in *places*, in characters; what is short and stands alone between other lines counts
        a tenth: teasers take turns with headlines, a story's paragraphs follow each other.
        """
        return sum(self.weight(place) for place in places)

    def weight(self, place: int) -> float:
        """Return how much one paragraph tells (see `told`)."""
        if not self.is_story(place):
            return 0
        length = len(self.paragraphs[place].text)
        return length * (0.1 if length < _TEASER and self.stands_alone(place) else 1)

    def stands_alone(self, place: int) -> bool:
        """Say whether neither the paragraph above nor the one below is story, as under a teaser's headline."""
        return not (self._story_beside(place, -1) or self._story_beside(place, 1))

    def _story_beside(self, place: int, step: int) -> bool:
        """Say whether the next line that is left in, in this direction, is story too."""
        for other in range(place + step, place + 4 * step, step):
            if not 0 <= other < len(self.rules) or self.rules[other] == "ago":  # the next teaser's, or the last one's
                return False
            if not self.rules[other]:
                return self.is_story(other)
        return False
