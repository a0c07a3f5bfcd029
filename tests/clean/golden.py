"""Whole scrapes with what must come out of them: one folder a case below ``golden/``.

    scrape.html or scrape.txt   the scrape, byte for byte; scrape.toml its sidecar, if it has one
    truth.json                  what an editor would keep, written by hand
    expected.json, .html        what the cleaner gives now; `python -m tests.clean.refresh` writes them anew

A new case costs a scrape, a truth and one command. Read the difference that the command makes before committing it.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from diemtin.clean import Cleaned
from diemtin.clean.explaining import as_record
from diemtin.clean.pipeline import DEFAULT_ZONE
from diemtin.clean.reader import clean_file

CASES = Path(__file__).parent / "golden"
# The body has a file of its own; the text is the body's.
_ELSEWHERE = ("html", "text")


def cases() -> list[Path]:
    """Return the folders of all cases, in order."""
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def cleaned(case: Path) -> Cleaned:
    """Return what the cleaner makes of the case's scrape and sidecar."""
    scrape = next(path for suffix in ("html", "txt") if (path := case / f"scrape.{suffix}").is_file())
    return clean_file(scrape, scrape.read_bytes(), DEFAULT_ZONE)


def produced(case: Path) -> Iterator[tuple[Path, str]]:
    """Yield the expected files of the case with what they would hold now."""
    story = cleaned(case)
    facts = {name: value for name, value in as_record(story).items() if name not in _ELSEWHERE}
    yield case / "expected.json", json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
    yield case / "expected.html", story.html.rstrip("\n") + "\n"
