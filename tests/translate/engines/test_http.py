import asyncio
import datetime as dt
import gzip
from email.utils import format_datetime

import pytest

from diemtin.translate.engines import http
from diemtin.translate.engines.protocol import Refused, Retry
from tests.translate.engines.conftest import Server, reply


def send(server: Server, deadline: float = 5.0) -> http.Reply | Retry | Refused:
    async def once() -> http.Reply | Retry | Refused:
        client = http.Client()
        try:
            return await client.send("POST", server.url, deadline, payload={"q": ["xin chào"]})
        finally:
            await client.close()

    return asyncio.run(once())


def test_a_whole_answer_comes_back_with_its_status_and_type(server: Server) -> None:
    server.answer = lambda body: reply({"echo": body})
    answer = send(server)
    assert isinstance(answer, http.Reply)
    assert http.read_json(answer) == {"echo": {"q": ["xin chào"]}}


def test_a_server_that_says_nothing_is_left_at_the_deadline(server: Server) -> None:
    server.answer = None
    assert send(server, 0.1) == Retry("no whole answer within 0.1 s", late=True)


def test_an_address_where_nobody_listens_is_named_so(server: Server) -> None:
    server.url = "http://127.0.0.1:9"
    answer = send(server)
    assert isinstance(answer, Retry)
    assert answer.reason.startswith("cannot be reached")


def test_an_answer_cut_off_in_the_middle_is_asked_again(server: Server) -> None:
    server.answer = (200, {"Content-Length": "1000"}, b'{"a": 1')
    answer = send(server)
    assert isinstance(answer, Retry)
    assert "broke off" in answer.reason


def test_a_small_packed_answer_is_read(server: Server) -> None:
    server.answer = (200, {"Content-Encoding": "gzip"}, gzip.compress(b'{"a": 1}'))
    answer = send(server)
    assert isinstance(answer, http.Reply)
    assert http.read_json(answer) == {"a": 1}


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"no gzip at all"),
        ("gzip", gzip.compress(b'{"a": 1}')[:-6]),
        ("br", b"\x0b\x02\x80"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"{}"))),
    ],
)
def test_an_answer_that_cannot_be_unpacked_is_asked_again(server: Server, encoding: str, body: bytes) -> None:
    server.answer = (200, {"Content-Encoding": encoding}, body)
    answer = send(server)
    assert isinstance(answer, Retry)
    assert "pack" in answer.reason


def test_what_unpacks_to_more_than_the_limit_is_not_unpacked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LARGEST", 10_000)
    bomb = gzip.compress(b"\0" * 5_000_000)
    server.answer = (200, {"Content-Encoding": "gzip"}, bomb)
    answer = send(server)
    assert isinstance(answer, Retry)
    assert "more than" in answer.reason


def test_a_redirect_is_not_followed_and_nothing_is_sent_there(server: Server) -> None:
    server.answer = (302, {"Location": f"{server.url}/login"}, b"")
    answer = send(server)
    assert isinstance(answer, http.Reply)
    refused = http.failure(answer)
    assert isinstance(refused, Refused)
    assert refused.scope == "engine"
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("value", "seconds"), [("3", 3.0), ("0", 0.0), ("soon", None), ("", None), ("-5", None), ("86400", 86400.0)]
)
def test_retry_after_is_read_as_seconds(server: Server, value: str, seconds: float | None) -> None:
    server.answer = reply({"error": "Slowdown"}, 429, Retry_After=value)
    answer = send(server)
    assert isinstance(answer, http.Reply)
    assert http.failure(answer) == Retry("HTTP 429 (Slowdown)", seconds)


def test_retry_after_is_read_as_a_date(server: Server) -> None:
    when = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    server.answer = reply({}, 503, Retry_After=format_datetime(when, usegmt=True))
    answer = send(server)
    assert isinstance(answer, http.Reply)
    assert answer.after == pytest.approx(3600, abs=60)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, Refused("HTTP 400 (no)")),
        (413, Refused("HTTP 413 (no)")),
        (403, Refused("HTTP 403 (no)", "engine")),
        (500, Retry("HTTP 500 (no)")),
        (408, Retry("HTTP 408 (no)")),
    ],
)
def test_a_status_says_whether_to_ask_again_ask_less_or_not_at_all(
    server: Server, status: int, outcome: Retry | Refused
) -> None:
    server.answer = reply({"error": {"message": "no"}}, status)
    answer = send(server)
    assert isinstance(answer, http.Reply)
    assert http.failure(answer) == outcome


@pytest.mark.parametrize("body", [b"", b"  ", b"{", b"\xff\xfe{\0}\0", b"[" * 100_000])
def test_what_is_no_json_is_asked_again(server: Server, body: bytes) -> None:
    server.answer = (200, {}, body)
    answer = send(server)
    assert isinstance(answer, http.Reply)
    assert isinstance(http.read_json(answer), Retry)
