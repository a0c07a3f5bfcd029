"""An edition: the whole site in one language, and Pelican's settings as that edition sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from diemtin import settings
from diemtin.findings import DiemtinError, Finding

#: Settings whose ``{lang}`` Pelican or the theme fills in itself, or that hold no address.
_PLACEHOLDER: Final = "{lang}"


@settings.keys
@dataclass(frozen=True, slots=True)
class EditionSettings:
    """``DIEMTIN_SITE_ID``: stands in every feed id, never changes. ``DIEMTIN_EDITIONS``: language → its settings."""

    site_id: str = ""
    editions: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """One language of the site: ``path`` is where it lies below the site's root, with a slash at the end."""

    lang: str
    name: str
    sitename: str
    tagline: str = ""
    overrides: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Return ``vi/``: the edition's front page and the beginning of all its addresses."""
        return f"{self.lang}/"


def read_editions(pelican_settings: Mapping[str, Any]) -> tuple[Edition, ...]:
    """Return the site's editions in the order of ``DIEMTIN_EDITIONS``.

    Raises DiemtinError where there is none, or one is no table of settings.
    """
    parsed = settings.parse(EditionSettings, pelican_settings)
    if not parsed.site_id:
        raise DiemtinError(
            Finding(
                "DIEMTIN_SITE_ID", "not set", 'choose an id once, such as "tag:news.example,2026", and never change it'
            )
        )
    if not parsed.editions:
        raise DiemtinError(Finding("DIEMTIN_EDITIONS", "no edition", 'write {"vi": {"NAME": "Tiếng Việt"}, …}'))
    return tuple(_edition(lang, table, pelican_settings) for lang, table in parsed.editions.items())


def _edition(lang: str, table: Any, pelican_settings: Mapping[str, Any]) -> Edition:
    if not isinstance(table, Mapping) or not all(isinstance(key, str) and key.isupper() for key in table):
        raise DiemtinError(
            Finding("DIEMTIN_EDITIONS", f"{lang!r}: {table!r}", 'write a table such as {"NAME": "English"}')
        )
    overrides = {key: value for key, value in table.items() if key not in {"NAME", "TAGLINE"}}
    return Edition(
        lang=lang,
        name=str(table.get("NAME", lang)),
        sitename=str(table.get("SITENAME", pelican_settings["SITENAME"])),
        tagline=str(table.get("TAGLINE", "")),
        overrides=overrides,
    )


def localised(pelican_settings: Mapping[str, Any], edition: Edition) -> dict[str, Any]:
    """Return a copy of Pelican's settings for *edition*: its overrides, and its language wherever ``{lang}`` stands."""
    own = {**pelican_settings, **edition.overrides}
    for key, value in own.items():
        if isinstance(value, str) and _PLACEHOLDER in value:
            own[key] = value.replace(_PLACEHOLDER, edition.lang)
        elif isinstance(value, list) and any(isinstance(item, str) and _PLACEHOLDER in item for item in value):
            own[key] = [item.replace(_PLACEHOLDER, edition.lang) if isinstance(item, str) else item for item in value]
    own["DEFAULT_LANG"] = edition.lang
    # docutils knows no Vietnamese and says so at every start; pages are HTML (or Markdown, where it is installed).
    own["READERS"] = {"rst": None, **own["READERS"]}
    return own
