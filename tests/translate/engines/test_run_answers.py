"""The runner: answers that are wrong, and texts that are asked in parts."""

from collections import Counter

from diemtin.translate.engines.protocol import Ok, Outcome
from diemtin.translate.run import Request, translate_all
from tests.translate.engines.scripted import PACE, Script, honest, requests, right, run


def test_a_rejected_answer_is_asked_once_more_and_a_stubborn_one_is_refused() -> None:
    asked = requests(12)
    bad = asked[5].text

    def plan(_: int, texts: list[str]) -> Outcome:
        return Ok(tuple("no" if text == bad else right(text) for text in texts))

    engine = Script(plan)
    summary, _ = run(asked, engine)
    assert summary.refused == {"5": "wrong"}
    assert 2 <= sum(bad in texts for texts in engine.requests) <= 4


def test_where_an_engines_answers_vary_it_is_asked_until_one_is_right() -> None:
    seen = Counter[str]()

    def plan(_: int, texts: list[str]) -> Outcome:
        seen.update(texts)
        return Ok(tuple(right(text) if (len(text) + seen[text]) % 3 == 0 else "no" * seen[text] for text in texts))

    summary, _ = run(requests(40), Script(plan))
    assert len(summary.answered) == 40


def test_broken_placeholders_are_mended_by_asking_the_runs_between_them() -> None:
    text = "Giá <g1>xăng dầu</g1> giảm mạnh"

    def plan(_: int, texts: list[str]) -> Outcome:
        return Ok(tuple(right(one).replace("<g1>", "") for one in texts))

    engine = Script(plan)
    _, stored = run([Request("a", text, "vi", "en")], engine)
    assert stored["a"].text == right(text)
    assert {one for texts in engine.requests for one in texts} == {text, "Giá", "xăng dầu", "giảm mạnh"}


def test_an_engine_without_markup_is_asked_by_runs_at_once() -> None:
    engine = Script(honest)
    engine.markup = False
    _, stored = run([Request("a", "Giá <g1>xăng</g1>, <x2/> 5 %", "vi", "en")], engine)
    assert stored["a"].text == right("Giá <g1>xăng</g1>, <x2/> 5 %")
    assert {one for texts in engine.requests for one in texts} == {"Giá", "xăng"}


def test_a_text_longer_than_the_engine_takes_is_asked_by_sentences() -> None:
    text = " ".join(f"Đây là câu thứ {number} của đoạn." for number in range(12))
    engine = Script(honest, characters=100)
    _, stored = run([Request("a", text, "vi", "en")], engine)
    assert stored["a"].text == right(text)
    assert max(len(one) for texts in engine.requests for one in texts) <= 100


def test_a_runaway_answer_is_not_even_judged() -> None:
    engine = Script(lambda _, texts: Ok(tuple("x" * 100_000 for text in texts)))
    judged: list[str] = []

    def never(_: Request, answer: str) -> str:
        judged.append(answer)
        return answer

    summary = translate_all(requests(3), [engine], never, list, pace=PACE)
    assert not judged
    assert "an answer of 100000 characters" in next(iter(summary.refused.values()))


def test_an_engine_whose_every_answer_is_useless_is_not_asked_on_for_ever() -> None:
    engine = Script(lambda _, texts: Ok(tuple("no" for text in texts)), texts=20)
    summary, _ = run(requests(600), engine)
    assert sum(map(len, engine.requests)) < 200
    assert "no translations" in summary.findings[0].found
