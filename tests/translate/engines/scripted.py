"""Engines of our own that answer, fail and lie by plan, for the tests of the runner."""

import asyncio
from collections.abc import Callable, Sequence

from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Segment
from diemtin.translate.line import Pace
from diemtin.translate.run import Answer, Rejection, Request, Summary, translate_all

PACE = Pace(wait=0, longest_wait=0, jitter=0, rest=0)
NOUNS = ("nhà máy", "con đường", "ngôi trường", "cây cầu ở ngoại thành", "khu chợ", "bệnh viện mới của tỉnh")


def right(text: str) -> str:
    """The translation of our tests: reversible, and placeholders stay."""
    return text.swapcase().replace("<G", "<g").replace("</G", "</g").replace("<X", "<x")


class Script:
    """An engine that asks *plan* for each request's outcome; the plan sees the request's number and its texts."""

    def __init__(self, plan: Callable[[int, list[str]], Outcome], **limits: object) -> None:
        self.name, self.address, self.markup, self.price = "script", "script:", True, None
        self.limits = Limits(**{"texts": 4, "concurrency": 2, **limits})  # type: ignore[arg-type]
        self.plan, self.requests, self.open, self.most = plan, list[list[str]](), 0, 0
        self.pairs = {("vi", "en")}

    def translates(self, source: str, target: str) -> bool:
        return (source, target) in self.pairs

    async def translate(self, segments: Sequence[Segment], *_: object) -> Outcome:
        texts = [segment.text for segment in segments]
        self.requests.append(texts)
        number = len(self.requests)
        self.open += 1
        self.most = max(self.most, self.open)
        await asyncio.sleep(0)
        self.open -= 1
        return self.plan(number, texts)

    async def close(self) -> None: ...


def honest(_: int, texts: list[str]) -> Outcome:
    return Ok(tuple(map(right, texts)))


def requests(count: int, text: str = "Số {} là {} năm {}.") -> list[Request]:
    return [
        Request(str(number), text.format(number, NOUNS[number % len(NOUNS)], 1900 + number * 7), "vi", "en")
        for number in range(count)
    ]


def accept(request: Request, answer: str) -> str | Rejection:
    return answer if answer == right(request.text) else Rejection("wrong")


def run(asked: Sequence[Request], *engines: Script, **options: object) -> tuple[Summary, dict[str, Answer]]:
    stored: dict[str, Answer] = {}

    def store(answers: Sequence[Answer]) -> None:
        for answer in answers:
            assert answer.key not in stored
            stored[answer.key] = answer

    summary = translate_all(asked, engines, accept, store, pace=PACE, **options)  # type: ignore[arg-type]
    assert summary.answered == stored.keys()
    assert summary.answered | summary.refused.keys() | summary.unasked.keys() == {request.key for request in asked}
    return summary, stored
