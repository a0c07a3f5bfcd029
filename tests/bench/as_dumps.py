"""The cleaner on the shared benchmark's pages as plain-text dumps: all that a page shows, a line for each block.

    python run.py --cleaner tests.bench.as_dumps:clean

is called in the benchmark's folder, with this checkout and its plugins on PYTHONPATH.
"""

from typing import Any

from common import html_to_text  # type: ignore[import-not-found]  # of the benchmark, whose run.py calls this

from tests.bench import cleaning


def clean(html: bytes, url: str | None = None) -> dict[str, Any]:
    """Return what the cleaner finds in the text of *html* alone, as `cleaning.clean` does."""
    return cleaning.clean(html_to_text(html.decode("utf-8", "replace")).encode(), url)
