"""The request runner: many texts, some engines, every text asked once, finished work handed over batch by batch."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from diemtin.findings import Finding
from diemtin.translate.engines.protocol import Engine


@dataclass(frozen=True, slots=True)
class Request:
    """One text that somebody wants in another language.

    ``key`` is the caller's own name for it, told back in Answer and Summary. ``text`` is a msgid: placeholders, and
    entities for ``&``, ``<`` and ``>``. ``title`` and ``before`` are context (see Segment).
    """

    key: str
    text: str
    source: str
    target: str
    title: str = ""
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why an engine's answer is no translation, by the names of the checks that say so."""

    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A translation that was accepted: ``engine`` as it shall stand in the catalog (name, or name and model)."""

    key: str
    text: str
    engine: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of every request: answered, refused (with the reason), or never asked (with the reason)."""

    answered: frozenset[str] = frozenset()
    refused: Mapping[str, str] = field(default_factory=dict)
    unasked: Mapping[str, str] = field(default_factory=dict)
    requests: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


#: (source language, target language) → names and terms: source's → target's.
Glossary: TypeAlias = Mapping[tuple[str, str], Mapping[str, str]]
#: Judges an engine's answer to a request: the text to store, repaired where that is certain, or why not. It looks at
#: ``request.text``, ``source`` and ``target`` only: texts that are equal are asked, and judged, once; a run is judged
#: as a request of its own.
Accept: TypeAlias = Callable[[Request, str], str | Rejection]
#: Takes accepted answers after every batch; when it returns they must be safe from a kill.
Store: TypeAlias = Callable[[Sequence[Answer]], None]


def translate_all(
    requests: Sequence[Request],
    engines: Sequence[Engine],
    accept: Accept,
    store: Store,
    *,
    glossary: Glossary | None = None,
    deadline: float = 0.0,
    budget: int = 0,
    progress: bool = False,
) -> Summary:
    """Have *requests* translated by the first of *engines*, what it cannot do by the next, and so on.

    *deadline* is in seconds for the whole run, *budget* in characters asked (0: no limit). *progress* draws a bar on
    stderr where that is a terminal. An engine's answer that *accept* rejects is asked once more (oftener where the
    engine's answers vary), then by the runs between its placeholders, then it is refused. Nothing an engine does raises; what *store* raises
    ends the run.
    """
    raise NotImplementedError
