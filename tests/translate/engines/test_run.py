"""The runner: batches, failures, limits and deadlines."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Refused, Retry
from diemtin.translate.run import Answer, Request, translate_all
from tests.translate.engines.scripted import PACE, Script, accept, honest, requests, right, run


def test_every_text_is_asked_once_in_full_batches() -> None:
    engine = Script(honest)
    summary, stored = run(requests(10), engine)
    assert len(summary.answered) == 10
    assert sorted(map(len, engine.requests)) == [2, 4, 4] or sorted(map(len, engine.requests)) == [1, 1, 4, 4]
    assert stored["3"] == Answer("3", right(requests(10)[3].text), "script")


def test_equal_texts_are_asked_once_and_all_are_answered() -> None:
    engine = Script(honest)
    asked = [Request(key, "Giá xăng giảm.", "vi", "en") for key in "abc"]
    summary, stored = run(asked, engine)
    assert engine.requests == [["Giá xăng giảm."]]
    assert {answer.text for answer in stored.values()} == {right("Giá xăng giảm.")}
    assert len(summary.answered) == 3


def test_directions_are_never_mixed_in_a_request() -> None:
    engine = Script(honest)
    engine.pairs.add(("en", "vi"))
    asked = [Request(str(n), f"Text {n} of {n * n}.", *(("vi", "en") if n % 2 else ("en", "vi"))) for n in range(8)]
    summary, _ = run(asked, engine)
    assert len(summary.answered) == 8
    assert sorted(map(len, engine.requests)) == [4, 4]


def test_no_more_requests_are_open_than_the_engine_takes() -> None:
    engine = Script(honest, concurrency=3)
    run(requests(60), engine)
    assert engine.most == 3


def test_finished_batches_are_stored_though_a_later_one_ends_the_run() -> None:
    stored: list[Answer] = []

    def store(answers: Sequence[Answer]) -> None:
        if len(stored) >= 8:
            raise OSError("disk full")
        stored.extend(answers)

    with pytest.raises(OSError, match="disk full"):
        translate_all(requests(20), [Script(honest, concurrency=1)], accept, store, pace=PACE)
    assert len(stored) == 8


def test_a_request_that_failed_is_sent_again_whole() -> None:
    engine = Script(lambda number, texts: Retry("HTTP 500") if number == 1 else honest(number, texts), concurrency=1)
    summary, _ = run(requests(8), engine)
    assert len(summary.answered) == 8
    assert engine.requests[0] == engine.requests[1]
    assert len(engine.requests) == 3


def test_an_engine_that_never_answers_is_given_up_after_a_few_requests() -> None:
    engine = Script(lambda *_: Retry("HTTP 503 (down)"))
    summary, _ = run(requests(200), engine)
    assert len(engine.requests) <= PACE.failures + engine.limits.concurrency
    assert set(summary.unasked.values()) == {"HTTP 503 (down)"}
    assert [str(finding) for finding in summary.findings] == [
        "script:: HTTP 503 (down); start or mend it, or set DIEMTIN_ENGINE to another"
    ]


def test_a_server_that_is_silent_from_the_start_costs_few_waits() -> None:
    engine = Script(lambda *_: Retry("no whole answer within 60 s", late=True), concurrency=1)
    summary, _ = run(requests(40), engine)
    assert len(engine.requests) == PACE.silences
    assert summary.findings[0].found == "no whole answer within 60 s"


def test_an_engine_that_answered_a_moment_ago_is_not_given_up_for_a_few_silences() -> None:
    def silent_first(number: int, texts: list[str]) -> Outcome:
        return Retry("no whole answer", late=True) if number <= PACE.silences else honest(number, texts)

    for answered, done in ((False, 0), (True, 8)):
        summary, _ = run(requests(8), Script(silent_first, texts=1, concurrency=1), answered=answered)
        assert len(summary.answered) == done


def test_an_engine_that_answered_before_gets_a_rest_and_another_chance() -> None:
    engine = Script(
        lambda number, texts: Retry("HTTP 503") if 3 <= number <= 10 else honest(number, texts), concurrency=1
    )
    summary, _ = run(requests(40), engine)
    assert len(summary.answered) == 40


def test_what_the_first_engine_cannot_do_the_next_is_asked() -> None:
    first = Script(lambda *_: Refused("HTTP 403 (no key)", "engine"))
    second = Script(honest)
    second.name = "second"
    summary, stored = run(requests(6), first, second)
    assert {answer.engine for answer in stored.values()} == {"second"}
    assert summary.findings[0].found == "HTTP 403 (no key)"


def test_a_list_of_another_length_is_never_taken() -> None:
    engine = Script(lambda _, texts: Ok(tuple(map(right, texts[:-1]))))
    summary, stored = run(requests(12), engine)
    assert not stored
    assert "translations for" in next(iter(summary.unasked.values()))


def test_one_text_that_breaks_every_list_costs_only_itself() -> None:
    asked = requests(24)
    poison = asked[7].text

    def plan(number: int, texts: list[str]) -> Outcome:
        return Refused("HTTP 400") if poison in texts else honest(number, texts)

    summary, stored = run(asked, Script(plan, texts=8, concurrency=1))
    assert len(stored) == 23
    assert summary.refused == {"7": "HTTP 400"}


@pytest.mark.parametrize("outcome", [Refused("HTTP 403", "engine"), Refused("HTTP 413"), Retry("HTTP 500")])
def test_a_text_that_is_asked_alone_is_not_to_blame_for_an_engine_that_answers_nothing(outcome: Outcome) -> None:
    summary, _ = run(requests(1), Script(lambda *_: outcome))
    assert not summary.refused
    assert summary.unasked == {"0": outcome.reason}  # type: ignore[union-attr]


def test_what_an_engine_given_up_as_useless_made_of_a_text_says_nothing_of_the_text() -> None:
    summary, _ = run(requests(200), Script(lambda _, texts: Ok(tuple("?" for _ in texts))))
    assert "were no translations" in summary.findings[0].found
    assert not summary.refused
    assert len(summary.unasked) == 200


def test_a_shifted_list_is_seen_and_asked_again() -> None:
    def plan(number: int, texts: list[str]) -> Outcome:
        answers = list(map(right, texts))
        return Ok(tuple(answers[1:] + answers[:1])) if number == 1 else Ok(tuple(answers))

    engine = Script(plan, texts=8, concurrency=1)
    translate_all(requests(8), [engine], lambda _, answer: answer, list, pace=PACE)
    assert len(engine.requests) == 2


def test_a_limit_that_the_engine_learns_is_kept_from_then_on() -> None:
    engine = Script(honest, texts=8, concurrency=1)

    def plan(number: int, texts: list[str]) -> Outcome:
        if len(texts) > 3:
            engine.limits = Limits(texts=3, concurrency=1)
            return Refused("too many", learned=True)
        return honest(number, texts)

    engine.plan = plan
    summary, _ = run(requests(9), engine)
    assert len(summary.answered) == 9
    assert list(map(len, engine.requests)) == [8, 3, 3, 3]


def test_the_character_budget_is_never_passed() -> None:
    engine = Script(honest)
    summary, _ = run(requests(40), engine, budget=500)
    assert 0 < sum(len(text) for texts in engine.requests for text in texts) <= 500
    assert "DIEMTIN_ENGINE_BUDGET" in summary.findings[0].found
    assert summary.unasked


def test_the_deadline_ends_the_run_and_what_is_done_stays() -> None:
    class Slow(Script):
        async def translate(self, *asked: object) -> Outcome:
            if self.requests:
                await asyncio.sleep(30)
            return await super().translate(*asked)  # type: ignore[arg-type]

    summary, stored = run(requests(12), Slow(honest, concurrency=1), deadline=0.2)
    assert len(stored) == 4
    assert "time limit" in next(iter(summary.unasked.values()))


def test_a_pair_that_no_engine_has_is_named() -> None:
    summary, _ = run([Request("a", "Good morning.", "en", "vi")], Script(honest))
    assert summary.unasked == {"a": "no engine for this pair of languages"}
    assert "nothing for en→vi" in summary.findings[0].found


def test_a_wait_that_the_server_asks_for_holds_the_whole_line() -> None:
    waits = [0.05]
    times: list[float] = []

    def plan(number: int, texts: list[str]) -> Outcome:
        times.append(asyncio.get_running_loop().time())
        return Retry("HTTP 429", waits.pop()) if waits else honest(number, texts)

    run(requests(16), Script(plan, concurrency=1))
    assert times[1] - times[0] >= 0.05


def test_an_engine_that_asks_for_a_day_is_given_up_with_that_reason() -> None:
    summary, _ = run(requests(40), Script(lambda *_: Retry("HTTP 429", 86400)))
    assert "asks to wait 24.0 h" in summary.findings[0].found


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from("okfsr"), min_size=1, max_size=60), st.integers(1, 40), st.integers(1, 7))
def test_whatever_an_engine_does_nothing_wrong_is_stored_and_every_request_is_accounted_for(
    plan: list[str], count: int, size: int
) -> None:
    def act(number: int, texts: list[str]) -> Outcome:
        answers = tuple(map(right, texts))
        return {
            "o": Ok(answers),
            "k": Ok(tuple("no" for _ in texts)),
            "f": Retry("failed"),
            "s": Ok(answers[:-1]),
            "r": Refused("refused"),
        }[plan[number % len(plan)]]

    _, stored = run(requests(count), Script(act, texts=size))
    by_key = {request.key: right(request.text) for request in requests(count)}
    assert all(answer.text == by_key[key] for key, answer in stored.items())
