"""Parse.ly's meta element ``parsely-page``: all that a page states of itself, in one JSON object."""

from collections.abc import Iterator, Mapping
from typing import Final

from diemtin.clean.facts.jsonld import texts
from diemtin.clean.facts.jsonscript import load

NAME: Final = "parsely-page"
#: The object's members, and the meta elements that state the same.
_NAMES: Final = {
    "title": "parsely-title",
    "link": "parsely-link",
    "pub_date": "parsely-pub-date",
    "author": "parsely-author",
    "authors": "parsely-author",
    "section": "parsely-section",
    "tags": "parsely-tags",
    "image_url": "parsely-image-url",
}


def members(content: str) -> Iterator[tuple[str, str]]:
    """Yield what the *content* of the element states, by the names of the elements that state one fact each."""
    try:
        page = load(content)
    except (ValueError, RecursionError):
        return
    for member, name in _NAMES.items() if isinstance(page, Mapping) else ():
        for value in texts(page.get(member)):
            yield name, value
