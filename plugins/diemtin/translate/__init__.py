"""A Pelican plugin: every story in the other language, from catalogs that people and engines fill."""

from pelican import signals

from diemtin.translate.filling import fill_edition


def register() -> None:
    """Fill the foreign articles of each edition from their catalogs before its tags and sections are made."""
    signals.article_generator_pretaxonomy.connect(fill_edition)
