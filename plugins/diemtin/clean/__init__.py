"""From a scrape to an article in its own language: the only room that sees raw HTML."""

from pelican.plugins import signals

from diemtin.clean.cleaned import Cleaned
from diemtin.clean.pipeline import clean
from diemtin.clean.pool import clean_misses
from diemtin.clean.reader import claim_scrapes
from diemtin.signals import stories_found

__all__ = ["Cleaned", "clean", "register"]


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(claim_scrapes)
    stories_found.connect(clean_misses)
