import asyncio
import html
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from diemtin.translate.engines.deep import Deep
from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Refused, Retry, Segment
from tests.translate.engines.conftest import Server, reply


def page(text: str) -> Any:
    body = f'<html><body><div class="result-container">{html.escape(text)}</div></body></html>'.encode()
    return 200, {"Content-Type": "text/html; charset=utf-8"}, body


def asked_text(server: Server) -> str:
    return parse_qs(urlsplit(server.asked[-1].path).query)["q"][0]


def ask(engine: Deep, *texts: str, deadline: float = 5.0) -> Outcome:
    async def once() -> Outcome:
        try:
            return await engine.translate([Segment(text) for text in texts], "vi", "en", {}, deadline)
        finally:
            await engine.close()

    return asyncio.run(once())


def test_google_is_asked_in_plain_text_with_placeholders(server: Server) -> None:
    server.answer = page("R&D <g1>grows</g1>")
    assert ask(Deep("google", address=server.url), "R&amp;D <g1>tăng</g1>") == Ok(("R&D <g1>grows</g1>",))
    assert urlsplit(server.asked[0].path).path == "/m"
    assert asked_text(server) == "R&D <g1>tăng</g1>"


def test_mymemory_is_asked_with_its_own_codes(server: Server) -> None:
    server.answer = reply({"responseData": {"translatedText": "Good"}, "matches": []})
    assert ask(Deep("mymemory", address=server.url), "Tốt") == Ok(("Good",))
    assert "vi-VN%7Cen-GB" in server.asked[0].path


def test_microsofts_list_of_languages_is_asked_once_not_before_every_text(server: Server) -> None:
    def answer(body: Any) -> Any:
        if body is None:
            return reply({"translation": {"vi": {"name": "Vietnamese"}, "en": {"name": "English"}}})
        return reply([{"translations": [{"text": body[0]["text"].upper(), "to": "en"}]}])

    server.answer = answer
    assert ask(Deep("microsoft", "k", server.url), "một", "hai") == Ok(("MỘT", "HAI"))
    assert [one.method for one in server.asked] == ["GET", "POST", "POST"]
    assert server.asked[1].headers["Ocp-Apim-Subscription-Key"] == "k"
    assert parse_qs(urlsplit(server.asked[1].path).query) == {"api-version": ["3.0"], "from": ["vi"], "to": ["en"]}


def test_a_service_that_lacks_vietnamese_is_not_asked() -> None:
    assert Deep("google").translates("vi", "en")
    assert not Deep("deepl", "k").translates("vi", "en")


def test_a_service_that_says_nothing_is_left_at_the_deadline(server: Server) -> None:
    outcome = ask(Deep("google", address=server.url), "một", deadline=0.2)
    assert isinstance(outcome, Retry)
    assert "no whole answer within" in outcome.reason


def test_the_wait_that_a_service_asks_for_is_told(server: Server) -> None:
    server.answer = reply({}, 429, Retry_After="7")
    assert ask(Deep("google", address=server.url), "một") == Retry("HTTP 429", 7.0)


def test_redirects_are_not_followed(server: Server) -> None:
    server.answer = (302, {"Location": "/sorry"}, b"")
    outcome = ask(Deep("google", address=server.url), "một")
    assert isinstance(outcome, Refused)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("google", (200, {"Content-Type": "text/html"}, b"<html><body>Sorry</body></html>")),
        ("mymemory", reply({"responseData": None})),
        ("mymemory", reply({"responseData": {"translatedText": ""}, "matches": []})),
        ("mymemory", reply([1])),
        ("mymemory", (200, {}, b"{")),
    ],
)
def test_what_deep_translator_cannot_read_is_asked_again(server: Server, name: str, answer: Any) -> None:
    server.answer = answer
    assert isinstance(ask(Deep(name, address=server.url), "một"), Retry)


def test_a_quota_notice_is_no_translation(server: Server) -> None:
    notice = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY"
    server.answer = reply({"responseData": {"translatedText": notice}, "matches": []})
    outcome = ask(Deep("mymemory", address=server.url), "một")
    assert isinstance(outcome, Refused)
    assert outcome.scope == "engine"


def test_one_engine_shared_by_many_threads_answers_each_with_its_own_text(server: Server) -> None:

    def by_path(path: str) -> Any:
        return page("=" + parse_qs(urlsplit(path).query)["q"][0])

    server.by_path = by_path
    texts = [f"Bài số {number}" for number in range(160)]

    def one(chunk: list[str]) -> list[str]:
        outcome = ask(Deep("google", address=server.url, limits=Limits(texts=1, concurrency=4)), *chunk)
        assert isinstance(outcome, Ok)
        return list(outcome.texts)

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(one, [texts[at : at + 10] for at in range(0, 160, 10)]))
    assert [answer for chunk in answers for answer in chunk] == ["=" + text for text in texts]
