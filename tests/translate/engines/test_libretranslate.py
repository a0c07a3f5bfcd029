import asyncio
from typing import Any

import pytest

from diemtin.translate.engines.libretranslate import LibreTranslate
from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Refused, Retry, Segment
from tests.translate.engines.conftest import Server, reply


def ask(engine: LibreTranslate, *texts: str) -> Outcome:
    async def once() -> Outcome:
        try:
            return await engine.translate([Segment(text) for text in texts], "vi", "en", {}, 5.0)
        finally:
            await engine.close()

    return asyncio.run(once())


def test_all_texts_go_in_one_list_and_come_back_in_its_order(server: Server) -> None:
    server.answer = lambda body: reply({"translatedText": [text.upper() for text in body["q"]]})
    assert ask(LibreTranslate(server.url + "/", "k3y"), "một", "hai") == Ok(("MỘT", "HAI"))
    assert server.asked[0].path == "/translate"
    assert server.asked[0].body == {
        "q": ["một", "hai"],
        "source": "vi",
        "target": "en",
        "format": "text",
        "api_key": "k3y",
    }


def test_texts_with_placeholders_go_as_html_and_an_empty_element_comes_back_as_one(server: Server) -> None:
    server.answer = reply({"translatedText": ["A <x2></x2> <g1>b</g1>"]})
    assert ask(LibreTranslate(server.url), "Một <x2/> <g1>hai</g1> R&amp;D") == Ok(("A <x2/> <g1>b</g1>",))
    assert server.asked[0].body["format"] == "html"
    assert server.asked[0].body["q"] == ["Một <x2/> <g1>hai</g1> R&amp;D"]


def test_plain_texts_go_without_entities_unless_they_would_become_tags(server: Server) -> None:
    server.answer = lambda body: reply({"translatedText": body["q"]})
    ask(LibreTranslate(server.url), "R&amp;D &lt; 5", "thẻ &lt;b&gt;")
    assert server.asked[0].body["q"] == ["R&D < 5", "thẻ &lt;b&gt;"]


@pytest.mark.parametrize(
    "said",
    [{}, [], None, {"translatedText": None}, {"translatedText": "một"}, {"translatedText": [1]}, {"error": "no"}, 42],
)
def test_an_answer_of_another_shape_is_asked_again(server: Server, said: Any) -> None:
    server.answer = reply(said)
    assert isinstance(ask(LibreTranslate(server.url), "một"), Retry)


def test_a_limit_that_a_refusal_names_is_kept_to(server: Server) -> None:
    server.answer = lambda body: reply(
        {"error": f"Invalid request: request ({len(body['q'])}) exceeds text limit (2)"}, 400
    )
    engine = LibreTranslate(server.url)
    refused = ask(engine, "một", "hai", "ba")
    assert isinstance(refused, Refused)
    assert refused.learned
    assert engine.limits.texts == 2


def test_a_limit_of_characters_is_told_from_one_of_texts(server: Server) -> None:
    server.answer = reply({"error": "Invalid request: request (900) exceeds text limit (500)"}, 400)
    engine = LibreTranslate(server.url, limits=Limits(texts=20, characters=5000))
    ask(engine, "một", "hai")
    assert (engine.limits.texts, engine.limits.characters) == (20, 500)


def test_a_refused_key_is_the_engines_refusal(server: Server) -> None:
    server.answer = reply({"error": "Invalid API key"}, 403)
    assert ask(LibreTranslate(server.url), "một") == Refused("HTTP 403 (Invalid API key)", "engine")
