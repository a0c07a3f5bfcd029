import asyncio
import json
from typing import Any

import pytest

from diemtin.translate.engines.chat import Chat
from diemtin.translate.engines.protocol import Ok, Outcome, Refused, Retry, Segment
from tests.translate.engines.conftest import Server, reply

TEXTS = ("Giá xăng giảm", "Ai được lợi?")


def ask(engine: Chat, *segments: Segment, glossary: dict[str, str] | None = None) -> Outcome:
    async def once() -> Outcome:
        try:
            return await engine.translate(
                segments or [Segment(text) for text in TEXTS], "vi", "en", glossary or {}, 5.0
            )
        finally:
            await engine.close()

    return asyncio.run(once())


def completion(content: object, finish: object = "stop", **message: object) -> dict[str, Any]:
    return {
        "model": "local-7b",
        "choices": [{"message": {"role": "assistant", "content": content, **message}, "finish_reason": finish}],
    }


def segments(*pairs: tuple[object, object]) -> str:
    return json.dumps({"segments": [{"id": number, "text": text} for number, text in pairs]})


GOOD = segments(("2", "Who gains?"), ("1", "Petrol falls"))


def test_answers_are_matched_by_id_whatever_their_order(server: Server) -> None:
    server.answer = reply(completion(GOOD))
    assert ask(Chat(server.url)) == Ok(("Petrol falls", "Who gains?"), "local-7b")


@pytest.mark.parametrize(
    "content",
    [
        f"```json\n{GOOD}\n```",
        f"Here you are:\n{GOOD}\nAnything else?",
        '<think>{"segments": [{"id": "1", "text": "wrong"}]} is too short</think>' + GOOD,
        segments((1, "Petrol falls"), (2, "Who gains?")),
    ],
)
def test_what_a_model_writes_around_its_object_is_passed_over(server: Server, content: str) -> None:
    server.answer = reply(completion(content))
    assert ask(Chat(server.url)) == Ok(("Petrol falls", "Who gains?"), "local-7b")


@pytest.mark.parametrize(
    "content",
    [
        segments(("1", "Petrol falls")),
        segments(("1", "Petrol falls"), ("1", "Who gains?")),
        segments(("1", "a"), ("2", "b"), ("3", "c")),
        segments(("1", "a"), ("2", None)),
        json.dumps({"translations": ["a", "b"]}),
        json.dumps(["a", "b"]),
        "I'm sorry, but I can't help with that request.",
        GOOD[:-10],
        "",
        None,
    ],
)
def test_a_missing_doubled_or_foreign_id_or_no_object_fails_the_batch(server: Server, content: object) -> None:
    server.answer = reply(completion(content))
    assert isinstance(ask(Chat(server.url)), Retry)


@pytest.mark.parametrize("said", [{}, [], {"choices": []}, {"choices": [{}]}, {"choices": [{"message": None}]}, 3])
def test_an_answer_of_another_shape_is_asked_again(server: Server, said: object) -> None:
    server.answer = reply(said)
    assert isinstance(ask(Chat(server.url)), Retry)


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        (completion(GOOD, "length"), "request"),
        (completion("", "content_filter"), "request"),
        (completion(None, "stop", refusal="No."), "request"),
    ],
)
def test_a_cut_off_or_filtered_answer_asks_for_less(server: Server, said: object, scope: str) -> None:
    server.answer = reply(said)
    outcome = ask(Chat(server.url))
    assert isinstance(outcome, Refused)
    assert outcome.scope == scope


def test_the_request_holds_context_the_terms_that_occur_and_a_schema(server: Server) -> None:
    server.answer = reply(completion(segments(("1", "A"), ("2", "B"))))
    ask(
        Chat(server.url, "s3cret", "gpt-x"),
        Segment("Liên bộ họp.", "Giá xăng giảm", ("Câu trước.",)),
        Segment("R&amp;D tăng."),
        glossary={"Liên bộ": "the ministries", "Hà Nội": "Hanoi"},
    )
    asked = server.asked[0]
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == "Bearer s3cret"
    assert asked.body["temperature"] == 0
    assert asked.body["model"] == "gpt-x"
    assert asked.body["response_format"]["type"] == "json_schema"
    assert json.loads(asked.body["messages"][-1]["content"]) == {
        "source": "vi",
        "target": "en",
        "glossary": {"Liên bộ": "the ministries"},
        "context": [{"title": "Giá xăng giảm", "before": ["Câu trước."], "ids": ["1"]}],
        "segments": [{"id": "1", "text": "Liên bộ họp."}, {"id": "2", "text": "R&D tăng."}],
    }


def test_a_runtime_without_schemas_is_asked_without_one(server: Server) -> None:
    def answer(body: Any) -> Any:
        if "response_format" in body:
            return reply({"error": {"message": "unknown field response_format"}}, 400)
        return reply(completion(GOOD))

    server.answer = answer
    engine = Chat(server.url)
    assert isinstance(ask(engine), Retry)
    assert isinstance(ask(engine), Ok)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "/v1/chat/completions"),
        ("/v1/", "/v1/chat/completions"),
        ("/api/chat/completions", "/api/chat/completions"),
    ],
)
def test_the_endpoint_is_found_from_its_base(server: Server, address: str, path: str) -> None:
    server.answer = reply(completion(GOOD))
    ask(Chat(server.url + address))
    assert server.asked[0].path == path
