"""Work that a build does in a process of its own, beside the rest of the build."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from typing import Any, Final

# A forked child has all that the build knows without any of it being sent; only what it made comes back.
_CAN_FORK: Final = sys.platform.startswith("linux") and (os.cpu_count() or 1) > 1


class Apart:
    """One piece of work in a forked child."""

    def __init__(self, work: Callable[[], Any]) -> None:
        context = multiprocessing.get_context("fork")
        self._result, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, sender))
        self._process.start()
        sender.close()

    def result(self) -> Any:
        """Wait for the work and return what it gave, or raise what it raised."""
        try:
            given, error = self._result.recv()
        except EOFError:
            given, error = None, ChildProcessError("a part of the build was killed")
        self._process.join()
        if error is not None:
            raise error
        return given


def can_fork() -> bool:
    """Say whether work apart gains anything here."""
    return _CAN_FORK


def _run(work: Callable[[], Any], sender: Any) -> None:
    try:
        sender.send((work(), None))
    except BaseException as error:  # whatever it is, the build must hear of it
        sender.send((None, error))
    finally:
        sender.close()
