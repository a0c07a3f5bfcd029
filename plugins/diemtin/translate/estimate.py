"""What a run of translation would ask, and what that costs."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican

from diemtin.translate import session
from diemtin.translate.survey import Survey


@dataclass(frozen=True, slots=True)
class EngineEstimate:
    """What one engine could be asked at most: texts, characters, US dollars (None where it states no price)."""

    name: str
    segments: int
    characters: int
    cost: float | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """Stories (counted once a language), different segments and their characters that have no translation yet."""

    stories: int
    segments: int
    characters: int
    engines: tuple[EngineEstimate, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return asdict(self)


def estimate(pelican: Pelican, only: Collection[Path] | None = None) -> Estimate:
    """Say what ``translate_site`` would ask, without asking or writing anything. A text is asked once, however often
    it stands in the stories."""
    stories = 0
    texts: dict[tuple[str, str], set[str]] = {}
    for story, segments in Survey(pelican, None, write=False).missing(only):
        stories += 1
        texts.setdefault((story.source, story.target), set()).update(segment.msgid for segment in segments)
    engines = []
    for engine in session.engines_of(pelican.settings):
        asked = [text for pair, same in texts.items() if engine.translates(*pair) for text in same]
        characters = sum(map(len, asked))
        cost = None if engine.price is None else characters * engine.price / 1_000_000
        engines.append(EngineEstimate(engine.name, len(asked), characters, cost))
    count = sum(map(len, texts.values()))
    return Estimate(stories, count, sum(len(text) for same in texts.values() for text in same), tuple(engines))
