"""What an engine is: texts in, and for the whole request one of three outcomes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Segment:
    """One text to translate, with what surrounds it for engines that can read it.

    ``text`` holds inline markup as ``<g1>…</g1>`` and ``<x2/>`` only where the engine takes markup. ``title`` is the
    headline of its story, ``before`` the texts right before it, oldest first; both may be empty.
    """

    text: str
    title: str = ""
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ok:
    """Every text was answered: ``texts`` in the order of the segments, unjudged.

    ``model`` names what translated, as it shall stand in a catalog, where that is more than the engine's name.
    """

    texts: tuple[str, ...]
    model: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """Nothing usable came; the same request may succeed.

    ``after`` is the wait that the server asks for, in seconds. ``late``: nothing had come when the time was over.
    """

    reason: str
    after: float | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The engine will not answer this request as it stands.

    ``scope`` "request": fewer or shorter texts may pass. ``scope`` "engine": nothing will, until a person mends
    something (a key, a quota, an address). ``learned``: the engine has lowered its ``limits`` by what the refusal says.
    """

    reason: str
    scope: Literal["request", "engine"] = "request"
    learned: bool = False


Outcome: TypeAlias = Ok | Retry | Refused


@dataclass(frozen=True, slots=True)
class Limits:
    """What one engine takes: texts and characters a request, requests a second (0: no limit) and at a time.

    ``timeout`` is how long one request may take, in seconds.
    """

    texts: int = 20
    characters: int = 5000
    rate: float = 0.0
    concurrency: int = 4
    timeout: float = 60.0


class Engine(Protocol):
    """A machine translation service.

    ``name`` is what ``DIEMTIN_ENGINE`` calls it, ``address`` what a person can look at when it fails. ``limits`` may
    shrink while it works (see Refused). ``markup``: whether placeholders may be sent; without it a text is asked by
    its runs.
    """

    name: str
    address: str
    limits: Limits
    markup: bool

    @property
    def price(self) -> float | None:
        """US dollars for a million characters, None where the service states no price."""
        ...

    def translates(self, source: str, target: str) -> bool:
        """Say whether the engine has this pair of languages."""
        ...

    async def translate(
        self, segments: Sequence[Segment], source: str, target: str, glossary: Mapping[str, str], deadline: float
    ) -> Outcome:
        """Translate *segments* from *source* to *target* within *deadline* seconds. Raises nothing."""
        ...

    async def close(self) -> None:
        """Give connections and models back."""
        ...
