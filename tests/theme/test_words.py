"""Interface words: all that templates and plugins say stands in both catalogs, and nothing else does."""

import re
import unicodedata
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import ROOT

THEME = ROOT / "theme"
# The 404 page asks each language's catalog through `say`.
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None}
# Plugins ask the edition's catalog too, some inside f-strings, where Babel does not look before Python 3.12.
IN_PLUGIN = re.compile(r"""\bgettext\((["'])(.+?)\1\)""")


def said() -> set[str | tuple[str, ...]]:
    options = {"jinja2": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    found = extract_from_dir(THEME / "templates", [("**.html", "jinja2")], options, keywords=KEYWORDS)
    plugins = [path.read_text("utf-8") for path in (ROOT / "plugins" / "diemtin").rglob("*.py")]
    asked = {match[2] for text in plugins for match in IN_PLUGIN.finditer(text)}
    return asked | {message for _, _, message, _, _ in found}


def catalog(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_catalog_holds_what_is_said_and_nothing_else(lang: str) -> None:
    held = {message.id for message in catalog(THEME / "translations" / f"{lang}.po") if message.id}
    assert held == said()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_message_is_translated_with_the_same_placeholders(lang: str) -> None:
    words = catalog(THEME / "translations" / f"{lang}.po")
    for message in words:
        if not message.id:
            continue
        singular = message.id[0] if isinstance(message.id, tuple) else message.id
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert len(strings) == (words.num_plurals if isinstance(message.id, tuple) else 1), message.id
        for string in strings:
            assert string, message.id
            assert unicodedata.is_normalized("NFC", string), message.id
            assert set(re.findall(r"%\(\w+\)s", string)) == set(re.findall(r"%\(\w+\)s", singular)), message.id
        assert not message.fuzzy, message.id
