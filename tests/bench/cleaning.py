"""The cleaner as benchmarks call it: ``clean(html, url)`` returns a dict; a plain adapter over `diemtin.clean`."""

import gc
import re
from typing import Any

import diemtin.clean
from diemtin.cli import COLLECT_AFTER
from diemtin.findings import DiemtinError

gc.set_threshold(COLLECT_AFTER)  # as the command does
# The benchmark compares all that the HTML shows with a truth that leaves captions out.
_CAPTION = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)


def clean(html: bytes, url: str | None = None) -> dict[str, Any]:
    """Return what the cleaner finds in *html* (a page or a plain-text dump); what it does not find is None.

    Keys: title, authors, tags, date (ISO 8601), image (address), html, text, lede, section, lang. A scrape that the
    cleaner refuses gives a dict without any value.
    """
    try:
        story = diemtin.clean.clean(html, url)
    except DiemtinError:
        return dict.fromkeys(("title", "authors", "tags", "date", "image", "html", "text", "lede", "section", "lang"))
    return {
        "title": story.title or None,
        "authors": list(story.authors) or None,
        "tags": list(story.tags) or None,
        "date": story.date.isoformat() if story.date else None,
        "image": story.image.src if story.image else None,
        "html": _CAPTION.sub("", story.html) or None,
        "text": story.text or None,
        "lede": story.lede or None,
        "section": story.section or None,
        "lang": story.lang or None,
    }
