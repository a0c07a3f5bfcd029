"""The engines that a site can name, and how they are chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from diemtin.findings import DiemtinError, Finding
from diemtin.translate.engines.chat import Chat
from diemtin.translate.engines.libretranslate import LibreTranslate
from diemtin.translate.engines.protocol import Engine
from diemtin.translate.settings import TranslateSettings


def chosen(settings: TranslateSettings, models: Path) -> tuple[Engine, ...]:
    """Return the engines that *settings* name, in order; *models* is where local models lie by default.

    Raises DiemtinError for a name that is no engine, and for one that lacks its address, key or package.
    """
    engines = []
    for name in settings.engine_names:
        if name not in ENGINES:
            known = ", ".join([*sorted(ENGINES), "none"])
            raise DiemtinError(Finding("DIEMTIN_ENGINE", f"no engine {name!r}", f"write one of {known}"))
        engines.append(ENGINES[name](settings, settings.models or models))
    return tuple(engines)


def _libretranslate(settings: TranslateSettings, _: Path) -> Engine:
    return LibreTranslate(_address(settings, "http://localhost:5000"), _key(settings), settings.engine_price)


def _chat(settings: TranslateSettings, _: Path) -> Engine:
    address = _address(settings, "http://localhost:11434/v1")
    return Chat(address, _key(settings), settings.engine_model, settings.engine_price)


def _address(settings: TranslateSettings, usual: str) -> str:
    address = settings.engine_url or usual
    try:
        parts = urlsplit(address)
        well_formed = (
            parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        well_formed = False
    if not well_formed:
        raise DiemtinError(Finding("DIEMTIN_ENGINE_URL", f"{address!r} is no address", f"write one such as {usual}"))
    return address


def _key(settings: TranslateSettings) -> str:
    key = settings.engine_key.strip()
    if not (key.isascii() and key.isprintable()):
        raise DiemtinError(Finding("DIEMTIN_ENGINE_KEY", "characters that no key has", "copy the key again"))
    return key


#: Name → what makes the engine from the settings and the folder of local models.
ENGINES: Final[dict[str, Callable[[TranslateSettings, Path], Engine]]] = {
    "chat": _chat,
    "libretranslate": _libretranslate,
}
