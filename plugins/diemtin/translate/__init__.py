"""A Pelican plugin: every story in the other language, from catalogs that people and engines fill."""

from pelican import Pelican, signals

from diemtin.settings import parse
from diemtin.translate.filling import fill_edition
from diemtin.translate.settings import TranslateSettings


def check_settings(pelican: Pelican) -> None:
    """Refuse a wrong setting before any work is done."""
    parse(TranslateSettings, pelican.settings)


def register() -> None:
    """Fill the foreign articles of each edition from their catalogs before its tags and sections are made."""
    signals.initialized.connect(check_settings)
    signals.article_generator_pretaxonomy.connect(fill_edition)
