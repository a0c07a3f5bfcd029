"""The engines that a site can name, and how they are chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from diemtin.findings import DiemtinError, Finding
from diemtin.translate.engines.protocol import Engine
from diemtin.translate.settings import TranslateSettings

#: Name → what makes the engine from the settings and the folder of local models.
ENGINES: Final[dict[str, Callable[[TranslateSettings, Path], Engine]]] = {}


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
