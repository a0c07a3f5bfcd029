"""The checks over everything that is stored, people's translations too."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican

from diemtin.findings import Finding
from diemtin.translate.review.desk import Pair, sheets


@dataclass(frozen=True, slots=True)
class Doubt:
    """What one check says of one stored translation."""

    catalog: Path
    pair: Pair
    check: str
    evidence: str

    def finding(self) -> Finding:
        """Return it as a line for people."""
        found = f"segment {self.pair.key} ({self.pair.state}), {self.check}: {self.evidence}"
        return Finding(self.catalog, found, "mend it, or leave the check out (DIEMTIN_CHECKS_OFF)", self.pair.line)

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "catalog": str(self.catalog),
            "line": self.pair.line,
            "segment": self.pair.key,
            "state": self.pair.state,
            "check": self.check,
            "evidence": self.evidence,
        }


def check_stored(pelican: Pelican, only: Collection[Path] | None = None) -> Iterator[Doubt | Finding]:
    """Yield what the checks say of every stored translation; a Finding for a catalog that cannot be read."""
    for item in sheets(pelican, only):
        if isinstance(item, Finding):
            yield item
            continue
        for pair in item.pairs:
            for issue in pair.issues:
                yield Doubt(item.story.catalog, pair, issue.name, issue.evidence)
