"""A Pelican plugin: every story in the other language, from catalogs that people and engines fill."""

from pelican import Pelican, signals

from diemtin.findings import DiemtinError, report
from diemtin.settings import parse
from diemtin.signals import build_started
from diemtin.translate.filling import fill_edition
from diemtin.translate.settings import TranslateSettings


def check_settings(pelican: Pelican) -> None:
    """Refuse a wrong setting before any work is done."""
    parse(TranslateSettings, pelican.settings)


def translate_first(pelican: Pelican) -> None:
    """Before a build: have the site's engine translate what is missing. What it cannot do is said, and no more."""
    from diemtin.translate.session import translate_site  # engines are slow to import; most builds need none

    try:
        translate_site(pelican, progress=True)
    except DiemtinError as error:
        report(error.finding)


def register() -> None:
    """Fill the foreign articles of each edition from their catalogs before its tags and sections are made."""
    signals.initialized.connect(check_settings)
    build_started.connect(translate_first)
    signals.article_generator_pretaxonomy.connect(fill_edition)
