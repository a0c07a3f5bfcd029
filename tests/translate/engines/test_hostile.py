"""Both HTTP engines against the shared engine that fails on purpose; skipped where that is absent."""

import dataclasses
import importlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from diemtin.translate.acceptance import accepted
from diemtin.translate.checks import NAMES
from diemtin.translate.engines.chat import Chat
from diemtin.translate.engines.libretranslate import LibreTranslate
from diemtin.translate.line import Pace
from diemtin.translate.placeholders import canonical
from diemtin.translate.run import Answer, Rejection, Request, Summary, translate_all

PACE = Pace(wait=0, longest_wait=0, jitter=0, rest=0)
PASSING = ("429", "500", "400", "403", "truncated", "close", "reset", "html", "error-200", "bad-gzip")
SHAPES = {
    LibreTranslate: ("short-list", "shuffled-list", "null"),
    Chat: ("chat-lost-id", "chat-swapped-ids", "chat-cut"),
}
TEXTS = ("numbers", "empty", "drop-tags", "inject")
#: Its answers are of no language and change names; see its README.
OFF = ("language", "names")


@pytest.fixture(scope="module")
def hostile(yardsticks: Path) -> ModuleType:
    folder = yardsticks / "hostile"
    if not (folder / "engine.py").is_file():
        pytest.skip("the engine that fails on purpose is not here")
    sys.path.insert(0, str(folder))
    return importlib.import_module("engine")


def requests(count: int) -> list[Request]:
    towns = ("Hà Nội", "Huế", "Đà Nẵng, thành phố biển miền Trung", "Cần Thơ")
    return [
        Request(
            str(number),
            f"Ngày {number % 28 + 1}, <g1>ủy ban</g1> của {towns[number % 4]} báo cáo {number * 37} vụ"
            + (", tăng so với cùng kỳ năm ngoái." if number % 3 else "."),
            "vi",
            "en",
        )
        for number in range(count)
    ]


def run(
    hostile: ModuleType, make: Any, faults: Sequence[str], count: int = 200, off: Sequence[str] = OFF
) -> tuple[Summary, dict[str, int], int]:
    """Return the summary, the server's figures, and how many texts were stored wrong."""
    asked = {request.key: request for request in requests(count)}
    with hostile.Engine(list(faults), seed=7) as server:
        engine = make(server.url)
        engine.limits = dataclasses.replace(engine.limits, timeout=5.0)
        stored: dict[str, Answer] = {}

        def accept(request: Request, answer: str) -> str | Rejection:
            return accepted(request.text, answer, request.source, request.target, {}, off)

        def store(answers: Sequence[Answer]) -> None:
            stored.update({answer.key: answer for answer in answers})

        summary = translate_all([*asked.values()], [engine], accept, store, pace=PACE)
        right = {key: canonical(server.right(request.text, "en")) for key, request in asked.items()}
        wrong = sum(answer.text != right[key] for key, answer in stored.items())
        return summary, server.stats(), wrong


@pytest.mark.parametrize("make", [LibreTranslate, Chat])
def test_an_honest_engine_is_asked_for_each_text_once(hostile: ModuleType, make: Any) -> None:
    summary, figures, wrong = run(hostile, make, [])
    assert (len(summary.answered), wrong, figures["answered_twice"], figures["requests"]) == (200, 0, 0, 20)


@pytest.mark.parametrize("make", [LibreTranslate, Chat])
@pytest.mark.parametrize("fault", [*PASSING, "shape 0", "shape 1", "shape 2", *TEXTS])
def test_a_fault_that_never_ends_stores_nothing_wrong_and_one_that_passes_costs_nothing(
    hostile: ModuleType, make: Any, fault: str
) -> None:
    if fault.startswith("shape"):
        fault = SHAPES[make][int(fault[-1])]
    summary, figures, wrong = run(hostile, make, [f"{fault}:1"])
    assert wrong == 0
    assert figures["requests"] <= 100
    summary, figures, wrong = run(hostile, make, [f"{fault}:0.1"])
    assert (len(summary.answered), wrong) == (200, 0)


def test_sixteen_threads_get_no_segment_of_another_article(hostile: ModuleType) -> None:
    for make in (LibreTranslate, Chat):

        def wide(url: str, make: Any = make) -> Any:
            engine = make(url)
            engine.limits = dataclasses.replace(engine.limits, concurrency=16)
            return engine

        summary, figures, wrong = run(hostile, wide, [], 2000, NAMES)
        assert (len(summary.answered), wrong, figures["answered_twice"]) == (2000, 0, 0)


CHILD = """
import json, os, sys
from diemtin.translate.engines.libretranslate import LibreTranslate
from diemtin.translate.line import Pace
from diemtin.translate.placeholders import canonical
from diemtin.translate.run import translate_all
from tests.translate.engines.test_hostile import PACE, requests
path = sys.argv[2]
lines = open(path).read().split("\\n")[:-1] if os.path.exists(path) else []
done = {json.loads(line)[0] for line in lines}
file = open(path, "a")
def store(answers):
    file.write("".join(json.dumps([answer.key, answer.text]) + "\\n" for answer in answers))
    file.flush()
    os.fsync(file.fileno())
wanted = [request for request in requests(600) if request.key not in done]
translate_all(wanted, [LibreTranslate(sys.argv[1])], lambda _, answer: canonical(answer), store, pace=PACE)
"""


def test_a_killed_run_loses_no_more_than_what_was_under_way(hostile: ModuleType, tmp_path: Path) -> None:
    path, root = tmp_path / "stored", Path(__file__).parents[3]
    with hostile.Engine(["500:0.2"], seed=3, latency=0.03) as server:

        def start() -> subprocess.Popen[bytes]:
            return subprocess.Popen([sys.executable, "-c", CHILD, server.url, str(path)], cwd=root)

        for goal in (100, 300):
            child = start()
            while child.poll() is None and (path.read_text().count("\n") if path.exists() else 0) < goal:
                pass
            child.kill()
            child.wait()
        assert start().wait() == 0
        used = server.stats()["requests"]
        assert start().wait() == 0
        assert server.stats()["requests"] == used
        stored = [json.loads(line) for line in path.read_text().splitlines()]
        right = {request.key: canonical(server.right(request.text, "en")) for request in requests(600)}
        assert dict(stored) == right
        assert len(stored) == 600
        assert used <= 60 / 0.8 * 1.2 + 2 * 4
