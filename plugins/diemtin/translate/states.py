"""How far a story's translation is: its segments counted by state."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from diemtin.translate.backlog import Story
from diemtin.translate.catalog import Catalog
from diemtin.translate.placeholders import fault
from diemtin.translate.provenance import refusal_of, state_of

STATES: Final = ("reviewed", "machine", "draft", "untranslated", "refused")


def count(story: Story, catalog: Catalog | None) -> Mapping[str, int]:
    """Return how many segments of *story* are in which of ``STATES``; those with none of a state are left out.

    "refused" are those that an engine was asked in vain, and those whose text has wrong placeholders.
    """
    entries = catalog.find({segment.msgid for segment in story.segments}) if catalog else {}
    counts: Counter[str] = Counter()
    for segment in story.segments:
        entry = entries.get(segment.msgid)
        state: str = state_of(entry) if entry else "untranslated"
        if entry and (refusal_of(entry.comments) if state == "untranslated" else fault(segment.msgid, entry.msgstr)):
            state = "refused"
        counts[state] += 1
    return dict(counts)


@dataclass(frozen=True, slots=True)
class StatusLine:
    """How far one story is in one language; ``fault`` is why its catalog cannot be read, "" where it can."""

    story: str
    title: str
    source: str
    lang: str
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()
    fault: str = ""

    @property
    def complete(self) -> bool:
        """Whether every segment has a translation."""
        return not (self.fault or self.counts.get("untranslated") or self.counts.get("refused"))

    @property
    def reviewed(self) -> bool:
        """Whether a person has seen every segment."""
        return self.complete and not (self.counts.get("machine") or self.counts.get("draft"))

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        own = {"story": self.story, "title": self.title, "source": self.source, "lang": self.lang}
        return {
            **own,
            **{state: self.counts.get(state, 0) for state in STATES},
            "notes": self.notes,
            "fault": self.fault,
        }

    def __str__(self) -> str:
        counts = ", ".join(f"{self.counts[state]} {state}" for state in STATES if self.counts.get(state))
        said = [
            f"catalog cannot be read: {self.fault}" if self.fault else counts or "nothing to translate",
            *self.notes,
        ]
        return f"{self.story} {self.source}→{self.lang}: {'; '.join(said)}"
