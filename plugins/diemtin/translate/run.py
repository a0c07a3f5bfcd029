"""The request runner: many texts, some engines, every text asked once, finished work handed over batch by batch."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from diemtin.findings import Finding
from diemtin.translate.desk import Desk
from diemtin.translate.engines.protocol import Engine
from diemtin.translate.line import Line, Pace
from diemtin.translate.progress import Advance, bar
from diemtin.translate.work import Text, Texts


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
    pace: Pace | None = None,
    answered: bool = False,
    progress: bool = False,
) -> Summary:
    """Have *requests* translated by the first of *engines*, what it cannot do by the next, and so on.

    *deadline* is in seconds for the whole run, *budget* in characters sent (0: no limit). *answered*: the engines have
    answered a moment ago, so that silence now is not taken for their end at once. *progress* draws a bar on
    stderr where that is a terminal. An engine's answer that *accept* rejects is asked once more (oftener where the
    engine's answers vary), then by the runs between its placeholders, then it is refused. Nothing an engine does
    raises; what *store* raises ends the run.
    """
    run = _Run(requests, accept, store, glossary or {}, budget, pace or Pace(), answered=answered)
    with bar(len(run.wanted), shown=progress and bool(engines)) as run.advance:
        asyncio.run(run.through(engines, deadline))
    return run.summary()


class _Run:
    """The state of one ``translate_all``."""

    def __init__(
        self,
        requests: Sequence[Request],
        accept: Accept,
        store: Store,
        glossary: Glossary,
        budget: int,
        pace: Pace,
        *,
        answered: bool,
    ) -> None:
        self._answered = answered
        self._accept, self._store, self._glossary, self._pace = accept, store, glossary, pace
        self._left = budget
        self._budget = budget
        self._texts = Texts()
        self._requests: dict[str, int] = {}
        self._findings: list[Finding] = []
        self.advance: Advance
        self.wanted: list[Text] = []
        for request in requests:
            text = self._texts.get(request.text, request.source, request.target, request.title, request.before)
            if not text.wanted_by:
                text.reason = "no engine for this pair of languages"
                self.wanted.append(text)
            text.wanted_by.append(request.key)
        # One direction after the other, so that no batch is cut short where they change.
        self.wanted.sort(key=lambda text: text.pair)

    async def through(self, engines: Sequence[Engine], deadline: float) -> None:
        try:
            async with asyncio.timeout(deadline or None):
                for engine in engines:
                    await self._by(engine)
            self._name_missing_pairs(engines)
        except TimeoutError:
            for text in self._open():
                text.reason = f"not asked: the time limit of {deadline:g} s was reached"
            self._findings.append(
                Finding("DIEMTIN_ENGINE_DEADLINE", f"{deadline:g} s were over", "run again to go on from there")
            )
        finally:
            for engine in engines:
                await engine.close()

    async def _by(self, engine: Engine) -> None:
        """Have *engine* translate what it can of what is still open."""
        texts = [text for text in self._open() if engine.translates(*text.pair)]
        if not texts:
            return
        refused = {text for text in texts if text.refused}
        for text in self._texts:
            text.start_afresh()
        for text in texts:
            text.reason = ""
        line = Line(engine, self._pace, self._left if self._budget else None, answered=self._answered)
        desk = Desk(line, self._texts, self._judge, self._deliver, self._glossary)
        desk.put(texts)
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(max(1, engine.limits.concurrency)):
                    group.create_task(desk.work())
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from None
        finally:
            self._requests[engine.name] = line.requests
            self._left -= line.characters
        if line.given_up:
            self._findings.append(Finding(engine.address, line.given_up, line.remedy))
            for text in self._open():
                text.reason = text.reason or line.given_up
                # What an engine that fails makes of a text says nothing of the text.
                text.refused = text.refused and (line.spent or text in refused)

    def _name_missing_pairs(self, engines: Sequence[Engine]) -> None:
        for source, target in dict.fromkeys(text.pair for text in self._open()):
            if engines and not any(engine.translates(source, target) for engine in engines):
                found = f"{', '.join(engine.name for engine in engines)}: nothing for {source}→{target}"
                remedy = "name an engine that has it (firefox: run diemtin engine fetch)"
                self._findings.append(Finding("DIEMTIN_ENGINE", found, remedy))

    def _open(self) -> list[Text]:
        return [text for text in self.wanted if text.answer is None]

    def _judge(self, text: Text, answer: str) -> str | None:
        key = text.wanted_by[0] if text.wanted_by else ""
        verdict = self._accept(Request(key, text.text, *text.pair, text.title, text.before), answer)
        if isinstance(verdict, Rejection):
            text.reason = verdict.reason
            return None
        return verdict

    def _deliver(self, texts: Sequence[Text], engine: str) -> None:
        answers = [Answer(key, text.answer or "", engine) for text in texts for key in text.wanted_by]
        if answers:
            self._store(answers)
        done = [text for text in texts if text.wanted_by]
        self.advance(len(done), sum(len(text.text) for text in done), engine)

    def summary(self) -> Summary:
        """Return what became of every request."""
        answered = frozenset(key for text in self.wanted if text.answer is not None for key in text.wanted_by)
        refused = {key: text.why for text in self._open() if text.refused for key in text.wanted_by}
        unasked = {key: text.why for text in self._open() if not text.refused for key in text.wanted_by}
        return Summary(answered, refused, unasked, dict(self._requests), tuple(self._findings))
