"""One engine's line: how fast, how often and how long it is asked, and when it is given up."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import tenacity
from aiolimiter import AsyncLimiter
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from diemtin.translate.alignment import in_order
from diemtin.translate.engines.protocol import Engine, Ok, Outcome, Refused, Retry, Segment


@dataclass(frozen=True, slots=True)
class Pace:
    """How patiently an engine is asked; all times in seconds.

    A request that failed is sent again up to ``attempts`` times in all, one that was refused ``refusals`` times, after
    waits that begin at ``wait`` and double up to ``longest_wait``, each with up to ``jitter`` on top. A server's own
    ``Retry-After`` is kept to up to ``patience``; who asks for more is tried once more like any other failure.
    ``failures`` in a row open the breaker, which tries again after ``rest``. A server that has never answered is given
    up then, or when ``silences`` requests in a row were not answered in time.
    """

    attempts: int = 4
    refusals: int = 2
    wait: float = 0.5
    longest_wait: float = 8.0
    jitter: float = 0.5
    patience: float = 120.0
    failures: int = 8
    silences: int = 4
    rest: float = 5.0


class _NoAnswerError(Exception):
    """Tells the breaker of an outcome other than Ok."""


class Line:
    """The way to one engine, for up to *budget* characters.

    ``requests`` and ``characters`` count what was sent; ``answered`` says whether anything ever came back;
    ``given_up`` says why the engine is not asked any more, ``spent`` that only the budget is used up, and ``remedy``
    what a person can do about it.
    """

    def __init__(self, engine: Engine, pace: Pace, budget: int | None = None, *, answered: bool = False) -> None:
        self.engine = engine
        self.requests = self.characters = 0
        self.given_up = ""
        self.remedy = "start or mend it, or set DIEMTIN_ENGINE to another"
        self.spent = False
        self._budget = budget
        self._pace = pace
        self.answered, self._rested = answered, False
        self._silences = 0
        self._closed_until = 0.0
        self._limiter = AsyncLimiter(1, 1 / engine.limits.rate) if engine.limits.rate else None
        self._breakers = AsyncCircuitBreakerFactory(default_threshold=pace.failures, default_ttl=pace.rest)
        self._backoff = tenacity.wait_exponential_jitter(
            multiplier=pace.wait, max=pace.longest_wait, jitter=pace.jitter
        )

    async def ask(self, segments: Sequence[Segment], source: str, target: str, glossary: Mapping[str, str]) -> Outcome:
        """Ask until there is an answer, or until asking once more is not worth it. Raises nothing."""
        again = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_result(lambda outcome: not isinstance(outcome, Ok)),
            stop=self._enough,
            wait=self._wait,
            retry_error_callback=lambda state: state.outcome.result() if state.outcome else None,
        )
        outcome: Outcome = await again(self._once, segments, source, target, glossary)
        return outcome

    async def _once(
        self, segments: Sequence[Segment], source: str, target: str, glossary: Mapping[str, str]
    ) -> Outcome:
        while (wait := self._closed_until - time.monotonic()) > 0:
            await asyncio.sleep(wait)
        if self._limiter:
            await self._limiter.acquire()
        if self.given_up:
            return Refused(self.given_up, "engine")
        size = sum(len(segment.text) for segment in segments)
        if self._budget is not None and self.characters + size > self._budget:
            self.given_up = f"asking on would be more than the {self._budget} characters left of DIEMTIN_ENGINE_BUDGET"
            self.remedy, self.spent = "run again, or raise the budget", True
            return Refused(self.given_up, "engine")
        breaker = await self._breakers.get_breaker(self.engine.name)
        outcome: Outcome = Retry("resting after failures")
        try:
            async with breaker:
                self.requests += 1
                self.characters += size
                outcome = await self._answer(segments, source, target, glossary)
                if not isinstance(outcome, Ok):
                    raise _NoAnswerError
                self.answered, self._rested = True, False
        except _NoAnswerError:
            self._note(outcome, opened=breaker.context.state == "opened")
        except OpenedState:  # somebody else has just found out, and noted when to come back
            pass
        return outcome

    async def _answer(
        self, segments: Sequence[Segment], source: str, target: str, glossary: Mapping[str, str]
    ) -> Outcome:
        timeout = self.engine.limits.timeout
        try:
            async with asyncio.timeout(timeout + 1):
                outcome = await self.engine.translate(segments, source, target, glossary, timeout)
        except TimeoutError:
            return Retry(f"no answer within {timeout:.3g} s", late=True)
        if not isinstance(outcome, Ok):
            return outcome
        if len(outcome.texts) != len(segments):
            return Retry(f"{len(outcome.texts)} translations for {len(segments)} texts")
        if not in_order([segment.text for segment in segments], outcome.texts):
            return Retry("translations in another order than the texts")
        return outcome

    def _note(self, outcome: Outcome, *, opened: bool) -> None:
        """Note when the line may be used again, or that it is given up: whoever never answered, or not after a rest."""
        now = time.monotonic()
        if isinstance(outcome, Retry) and outcome.after is not None and outcome.after <= self._pace.patience:
            self._closed_until = max(self._closed_until, now + outcome.after)
        self._silences = self._silences + 1 if isinstance(outcome, Retry) and outcome.late else 0
        silent = not self.answered and self._silences >= self._pace.silences
        if not (opened or silent) or isinstance(outcome, Ok) or self.given_up:
            return
        if self.answered and not self._rested and isinstance(outcome, Retry):
            self._rested = True
            self._closed_until = max(self._closed_until, now + self._pace.rest + 0.01)
            return
        self.given_up = outcome.reason
        if isinstance(outcome, Retry) and outcome.after is not None and outcome.after > self._pace.patience:
            self.given_up += f", which asks to wait {outcome.after / 3600:.1f} h"

    def _enough(self, state: tenacity.RetryCallState) -> bool:
        outcome = state.outcome.result() if state.outcome else None
        if self.given_up or (isinstance(outcome, Refused) and outcome.learned):
            return True
        attempts = self._pace.refusals if isinstance(outcome, Refused) else self._pace.attempts
        return state.attempt_number >= attempts

    def _wait(self, state: tenacity.RetryCallState) -> float:
        """A wait the server names holds the whole line, so here only the jitter is added to it."""
        outcome = state.outcome.result() if state.outcome else None
        if isinstance(outcome, Retry) and outcome.after is not None and outcome.after <= self._pace.patience:
            return tenacity.wait_random(0, self._pace.jitter)(state)
        return self._backoff(state)
