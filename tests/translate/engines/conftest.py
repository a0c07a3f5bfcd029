"""A server that answers as a test says, request by request, and keeps what it was asked."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Asked:
    """One request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class Server:
    """``answer``: status, headers and body, or what gives them for a request's decoded JSON body; None: say nothing.

    ``by_path``, where set, gives them for the request's path.
    """

    url: str = ""
    answer: Answer | Callable[[Any], Answer] | None = None
    by_path: Callable[[str], Answer | None] | None = None
    asked: list[Asked] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()
    held = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            body = json.loads(raw) if raw else None
            state.asked.append(Asked(self.command, self.path, dict(self.headers), body))
            if state.by_path:
                answered = state.by_path(self.path)
            else:
                answered = state.answer(body) if callable(state.answer) else state.answer
            if answered is None:
                held.wait(30)
                self.close_connection = True
                return
            status, headers, content = answered
            self.send_response(status)
            for name, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(content)),
                **headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
            if int(headers.get("Content-Length", len(content))) != len(content):
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - the library's name

        def log_message(self, format: str, *args: object) -> None: ...

    class Quiet(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None: ...

    running = Quiet(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{running.server_port}"
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    yield state
    held.set()
    running.shutdown()
    running.server_close()


def reply(value: object, status: int = 200, **headers: str) -> Answer:
    """Return *value* as a JSON answer; ``Retry_After="1"`` sets a header."""
    named = {name.replace("_", "-"): header for name, header in headers.items()}
    return status, named, json.dumps(value, ensure_ascii=False).encode()
