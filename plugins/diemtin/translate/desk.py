"""One engine's desk: texts go out in batches, answers come back and are judged, what failed goes out again."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from diemtin.translate.alignment import tellable
from diemtin.translate.engines.protocol import Ok, Outcome, Refused, Segment
from diemtin.translate.engines.wire import has_placeholders
from diemtin.translate.line import Line
from diemtin.translate.work import Text, Texts, by_runs, by_sentences

#: An answer of this many times the text, and as many characters on top, is a runaway's: nobody need read it.
_RUNAWAY: Final = 10
#: How often a text is asked at most, and how often a request for it alone may bring nothing.
_ASKED: Final = 8
_FAILED: Final = 3
#: So many useless answers in a row, and the engine is not worth asking on.
_USELESS: Final = 60

#: Takes a text and an answer; gives the translation to keep, or None and sets the text's reason.
Judge = Callable[[Text, str], str | None]
#: Takes the texts that were answered, with the engine's name for a catalog.
Deliver = Callable[[Sequence[Text], str], None]


class Desk:
    """The work of one engine. Run ``work`` in as many tasks as the engine takes requests at a time."""

    def __init__(
        self,
        line: Line,
        texts: Texts,
        judge: Judge,
        deliver: Deliver,
        glossary: Mapping[tuple[str, str], Mapping[str, str]],
    ) -> None:
        self._line, self._texts, self._judge, self._deliver, self._glossary = line, texts, judge, deliver, glossary
        self._fresh: deque[Text] = deque()
        self._again: deque[Text] = deque()
        self._cut: deque[list[Text]] = deque()
        self._in_flight = 0
        self._changed = asyncio.Condition()
        self._useless = 0
        self._name = line.engine.name
        self._compared = self._differed = 0.0

    def put(self, texts: Iterable[Text]) -> None:
        """Lay *texts* on the desk, in parts where the engine takes no markup or not so much at a time."""
        for text in texts:
            self._put(text, self._fresh)

    async def work(self) -> None:
        """Ask batch after batch until nothing is left to ask or the line is given up."""
        while batch := await self._take():
            try:
                segments = [Segment(text.text, text.title, text.before) for text in batch]
                source, target = batch[0].pair
                outcome = await self._line.ask(segments, source, target, self._glossary.get((source, target), {}))
                self._settle(batch, outcome)
            finally:
                self._in_flight -= 1
                async with self._changed:
                    self._changed.notify_all()

    async def _take(self) -> list[Text]:
        """Wait for a batch. What failed is asked in full batches, or in what is left once nothing else is under way."""
        async with self._changed:
            while True:
                if self._line.given_up:
                    return []
                if self._cut:
                    batch = self._cut.popleft()
                elif not self._in_flight or self._is_worth_a_batch():
                    batch = self._next_batch()
                    if not batch:
                        return []
                else:
                    await self._changed.wait()
                    continue
                self._in_flight += 1
                return batch

    def _next_batch(self) -> list[Text]:
        batch = list[Text]()
        self._fill(batch, self._fresh)
        self._fill(batch, self._again)
        if len(batch) > 1 and not tellable([text.text for text in batch]):
            self._cut.extend([text] for text in batch[1:])
            batch = batch[:1]
            self._changed.notify_all()
        return batch

    def _fill(self, batch: list[Text], waiting: deque[Text]) -> None:
        """Move to *batch* what goes into one request with it; what does not, stays in its order."""
        limits, passed = self._line.engine.limits, list[Text]()
        size = sum(len(text.text) for text in batch)
        while waiting and len(batch) < limits.texts and size < limits.characters:
            text = waiting.popleft()
            if text.answer is not None:
                continue
            if not batch or (text.pair == batch[0].pair and size + len(text.text) <= limits.characters):
                batch.append(text)
                size += len(text.text)
            else:
                passed.append(text)
                if waiting is self._fresh:  # in the order of the stories, one direction after the other
                    break
        waiting.extendleft(reversed(passed))

    def _is_worth_a_batch(self) -> bool:
        """Whether something has not been asked yet, or what failed makes a full request."""
        if self._fresh:
            return True
        most = max(Counter(text.pair for text in self._again).values(), default=0)
        return most >= self._line.engine.limits.texts

    def _settle(self, batch: list[Text], outcome: Outcome) -> None:
        if isinstance(outcome, Ok):
            self._judge_all(batch, outcome)
            return
        is_engines_own = isinstance(outcome, Refused) and outcome.scope == "engine"
        for text in batch:
            text.reason = outcome.reason
        if self._line.given_up:
            self._again.extend(batch)
        elif isinstance(outcome, Refused) and outcome.learned:
            for text in batch:
                text.queued = False
            self.put(batch)
        elif len(batch) > 1 and not is_engines_own:
            middle = len(batch) // 2
            self._cut.extend((batch[:middle], batch[middle:]))
        else:
            for text in batch:
                text.failed += 1
                # Alone in its request, it is to blame only where the engine answers others.
                text.refused = self._line.answered and not is_engines_own
            self._again.extend(text for text in batch if text.failed < _FAILED)

    def _judge_all(self, batch: list[Text], outcome: Ok) -> None:
        accepted, rejected = list[Text](), list[Text]()
        self._compare(batch, outcome.texts)
        for text, answer in zip(batch, outcome.texts, strict=True):
            (accepted if self._accept(text, answer) else rejected).append(text)
        self._name = "/".join(filter(None, (self._line.engine.name, outcome.model)))
        self._deliver_all(accepted)
        if self._useless >= _USELESS:
            self._line.given_up = f"the last {self._useless} answers were no translations ({batch[-1].reason})"
        for text in rejected:
            text.refused = True
            if self._worth_asking_again(text):
                self._again.append(text)
            elif not text.parts and has_placeholders(text.text):
                self._ask_parts(text, by_runs(text.text), self._again)

    def _compare(self, batch: Sequence[Text], answers: Sequence[str]) -> None:
        """Learn from texts that are asked again whether this engine's answers vary; by batches, which fail as one."""
        pairs = zip(batch, answers, strict=True)
        differ = [answer != text.rejected[-1] for text, answer in pairs if text.rejected]
        if differ:
            self._compared += 1
            self._differed += sum(differ) / len(differ)

    def _accept(self, text: Text, answer: str) -> bool:
        if len(answer) > _RUNAWAY * (len(text.text) + _RUNAWAY):
            text.reason = f"an answer of {len(answer)} characters for {len(text.text)}"
        else:
            text.answer = self._judge(text, answer)
        if text.answer is None:
            self._useless += 1
            text.rejected.append(answer)
            return False
        self._useless = 0
        return True

    def _deliver_all(self, accepted: Sequence[Text]) -> None:
        """Hand over *accepted*, and the texts that waited only for parts among them."""
        wholes = {whole: None for text in accepted for whole in text.part_of if whole.answer is None}
        if accepted:
            self._deliver(accepted, self._name)
        ready = [whole for whole in wholes if self._join(whole)]
        if ready:
            self._deliver_all(ready)

    def _join(self, whole: Text) -> bool:
        joined = whole.joined()
        if joined is not None:
            whole.answer = self._judge(whole, joined)
            whole.refused = whole.answer is None
        return whole.answer is not None

    def _worth_asking_again(self, text: Text) -> bool:
        """Once always; oftener where this engine's second answers differ from its first."""
        often = (self._differed + 1) / (self._compared + 2) > 0.3
        return len(text.rejected) < (_ASKED if often else 2)

    def _put(self, text: Text, queue: deque[Text]) -> None:
        pieces = self._pieces(text)
        if pieces:
            self._ask_parts(text, pieces, queue)
        elif not text.queued:
            text.queued = True
            queue.append(text)

    def _pieces(self, text: Text) -> list[str]:
        """Return what is kept and asked of *text* where the engine cannot have it whole, else []."""
        engine = self._line.engine
        fits = len(text.text) <= engine.limits.characters
        if has_placeholders(text.text):
            return [] if engine.markup and fits else by_runs(text.text)
        pieces = [] if fits else by_sentences(text.text, engine.limits.characters)
        return pieces if len(pieces) > 3 else []

    def _ask_parts(self, text: Text, pieces: list[str], queue: deque[Text]) -> None:
        for part in self._texts.divide(text, pieces):
            if part.answer is None:
                self._put(part, queue)
        if self._join(text):
            self._deliver_all([text])
