"""Pages of our own writing, each for one habit of the press: what is kept of them, as HTML.

A case is a folder below ``golden``: ``source.html``, ``expected.toml`` (a reason, and what the page says of itself) and
``expected.html``, which ``python -m tests.clean.body.refresh`` writes anew. Read the difference before committing it.
"""

from pathlib import Path

import pytest

from tests.clean.body.golden_cases import cases, produced


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_page_gives_the_expected_body(case: Path) -> None:
    expected = (case / "expected.html").read_text("utf-8")
    assert produced(case) == expected, "if this is better: python -m tests.clean.body.refresh, and read the difference"
