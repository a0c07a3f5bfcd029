"""From a scrape to an article in its own language: the only room that sees raw HTML."""

from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from diemtin.clean.cleaned import Cleaned
from diemtin.clean.pool import clean_misses
from diemtin.clean.reader import claim_scrapes
from diemtin.signals import stories_found

if TYPE_CHECKING:
    from diemtin.clean.pipeline import clean

__all__ = ["Cleaned", "clean", "register"]


def __getattr__(name: str) -> Any:
    """Load the cleaner when it is asked for: most builds know every story, and it takes a third of their start."""
    if name != "clean":
        raise AttributeError(name)
    from diemtin.clean.pipeline import clean

    return clean


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(claim_scrapes)
    stories_found.connect(clean_misses)
