"""The settings of translation: which engine, how far it may go, and which checks are left out."""

from dataclasses import dataclass, field
from pathlib import Path

from diemtin import settings


@settings.keys
@dataclass(frozen=True, slots=True)
class TranslateSettings:
    """Read from ``DIEMTIN_<FIELD>`` in the settings file or, stronger, from the environment.

    ``engine``: names to fall back along, first choice first; ``none`` asks nobody. ``engine_url``: a server's address,
    where the engine has no fixed one. ``engine_key``: the environment only. ``engine_model``: what a chat endpoint is
    to use. ``engine_timeout``: seconds for one request (0: the engine's own). ``engine_deadline``: seconds for a whole
    run (0: none).
    ``engine_rate``: requests a second (0: the engine's own). ``engine_budget``: characters a run may ask (0: any).
    ``engine_price``: US dollars for a million characters, where the engine states none. ``models``: folder of the
    local models (None: in the site's cache). ``models_url``: where they are fetched from. ``checks_off``: names of
    checks that are left out.
    """

    engine: tuple[str, ...] = ("google",)
    engine_url: str = ""
    engine_key: str = field(default="", repr=False, metadata={"environment_only": True})
    engine_model: str = ""
    engine_timeout: float = 0.0
    engine_deadline: float = 0.0
    engine_rate: float = 0.0
    engine_budget: int = 0
    engine_price: float | None = None
    models: Path | None = None
    models_url: str = ""
    checks_off: tuple[str, ...] = ()

    @property
    def engine_names(self) -> tuple[str, ...]:
        """The engines to ask, in order; none for ``none``."""
        return tuple(name.lower() for name in self.engine if name.lower() != "none")
