"""Work that a build does in processes of their own, beside the rest of the build."""

import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from diemtin.findings import LOGGER

_T = TypeVar("_T")
_R = TypeVar("_R")
_CPUS: Final = os.cpu_count() or 1
# A forked child has all that the build knows without any of it being sent; only what it made comes back.
_CAN_FORK: Final = sys.platform.startswith("linux") and _CPUS > 1
#: Items that are done before another process has begun.
_FEW: Final = 20


class Apart:
    """One piece of work in a forked child."""

    def __init__(self, work: Callable[[], Any]) -> None:
        context = multiprocessing.get_context("fork")
        self._result, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, sender))
        self._process.start()
        sender.close()

    def result(self) -> Any:
        """Wait for the work, report here what it reported, and return what it gave or raise what it raised."""
        try:
            given, error, records = self._result.recv()
        except EOFError:
            given, error, records = None, ChildProcessError("a part of the build was killed"), []
        self._process.join()
        for record in records:
            LOGGER.handle(record)
        if error is not None:
            raise error
        return given


def can_fork() -> bool:
    """Say whether work apart gains anything here."""
    return _CAN_FORK


def together(work: Callable[[Sequence[_T]], list[_R]], items: Sequence[_T]) -> list[_R]:
    """Return what *work* gives for *items*, one result an item, each core doing its share of them."""
    shares = min(_CPUS, len(items) // _FEW) if _CAN_FORK else 1
    if shares < 2:
        return work(items)
    results: list[Any] = [None] * len(items)
    others = [Apart(partial(work, items[first::shares])) for first in range(1, shares)]
    results[::shares] = work(items[::shares])
    for first, other in enumerate(others, 1):
        results[first::shares] = other.result()
    return results


class _Kept(logging.Filter):
    """Keeps what is reported for the process that shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def filter(self, record: logging.LogRecord) -> bool:
        self.records.append(record)
        return False


def _run(work: Callable[[], Any], sender: Any) -> None:
    kept = _Kept()
    LOGGER.addFilter(kept)
    try:
        sender.send((work(), None, kept.records))
    except BaseException as error:  # whatever it is, the build must hear of it
        sender.send((None, error, kept.records))
    finally:
        sender.close()
