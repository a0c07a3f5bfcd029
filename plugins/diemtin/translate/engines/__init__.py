"""The engines that a site can name, and how they are chosen.

An engine's module, and the HTTP libraries below it, are loaded when the engine is chosen: a build asks nobody.
"""

import dataclasses
import importlib.util
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from diemtin.findings import DiemtinError, Finding
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
        engine = ENGINES[name](settings, settings.models or models)
        if settings.engine_rate:
            engine.limits = dataclasses.replace(engine.limits, rate=settings.engine_rate)
        if settings.engine_timeout:
            engine.limits = dataclasses.replace(engine.limits, timeout=settings.engine_timeout)
        engines.append(engine)
    return tuple(engines)


def _libretranslate(settings: TranslateSettings, _: Path) -> Engine:
    from diemtin.translate.engines.libretranslate import LibreTranslate

    address = _address(settings, "libretranslate", "http://localhost:5000")
    return LibreTranslate(address, _key(settings, "libretranslate"), settings.engine_price)


def _chat(settings: TranslateSettings, _: Path) -> Engine:
    from diemtin.translate.engines.chat import Chat

    address = _address(settings, "chat", "http://localhost:11434/v1")
    return Chat(address, _key(settings, "chat"), settings.engine_model, settings.engine_price)


def _deep(name: str, settings: TranslateSettings, _: Path) -> Engine:
    from diemtin.translate.engines.deep import SERVICES, Deep

    key = _key(settings, name)
    if SERVICES[name].keyed and not key:
        raise DiemtinError(
            Finding(
                "DIEMTIN_ENGINE_KEY", f"{name} wants a key", "set it as the environment variable DIEMTIN_ENGINE_KEY"
            )
        )
    return Deep(name, key, _address(settings, name, SERVICES[name].address))


def _firefox(settings: TranslateSettings, folder: Path) -> Engine:
    if importlib.util.find_spec("fxtranslate") is None:
        raise DiemtinError(Finding("DIEMTIN_ENGINE", "fxtranslate is not installed", "pip install 'diemtin[local]'"))
    from diemtin.translate.engines.firefox import Firefox

    del settings
    return Firefox(folder)


def _address(settings: TranslateSettings, name: str, usual: str) -> str:
    address = _own(settings.engine_url, name, settings.engine_names, _ADDRESSED) or usual
    try:
        parts = urlsplit(address)
        well_formed = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        well_formed = False
    if not well_formed:
        raise DiemtinError(Finding("DIEMTIN_ENGINE_URL", f"{address!r} is no address", f"write one such as {usual}"))
    return address


def _key(settings: TranslateSettings, name: str) -> str:
    key = _own(settings.engine_key.strip(), name, settings.engine_names, _KEYED)
    if not (key.isascii() and key.isprintable()):
        raise DiemtinError(Finding("DIEMTIN_ENGINE_KEY", "characters that no key has", "copy the key again"))
    return key


def _own(value: str, name: str, names: Sequence[str], takers: frozenset[str]) -> str:
    """Return what of a setting is meant for the engine *name*, so that no service is sent another's key.

    ``name=value`` pairs with commas between give each its own; a plain value is for the first of *names* that is one of
    *takers*, or else for the first.
    """
    pairs = [part.strip().partition("=") for part in value.split(",")]
    named = {engine: own.strip() for engine, equals, own in pairs if equals and engine in ENGINES}
    if named:
        return named.get(name, "")
    return value if name == next((one for one in names if one in takers), names[0]) else ""


#: Name → what makes the engine from the settings and the folder of local models.
ENGINES: Final[dict[str, Callable[[TranslateSettings, Path], Engine]]] = {
    "chat": _chat,
    "libretranslate": _libretranslate,
    "firefox": _firefox,
    "deepl": partial(_deep, "deepl"),
    "google": partial(_deep, "google"),
    "microsoft": partial(_deep, "microsoft"),
    "mymemory": partial(_deep, "mymemory"),
}
_ADDRESSED: Final = frozenset({"chat", "libretranslate"})
_KEYED: Final = frozenset({"chat", "deepl", "libretranslate", "microsoft"})
