"""What a person must know and can mend: one line each, ``FILE[:LINE]: what was found; what to do``.

Plugins report findings through logging (logger ``diemtin``), so that plain ``pelican`` shows them too; the command
counts them for its exit status.
"""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from diemtin.text import visible

LOGGER: Final = logging.getLogger("diemtin")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of the input.

    ``file`` is what the user can open (a path, a setting's name, an address); ``line`` counts from 1.
    """

    file: str | Path
    found: str
    remedy: str
    line: int | None = None

    def __str__(self) -> str:
        place = _shown(self.file) if self.line is None else f"{_shown(self.file)}:{self.line}"
        return visible(f"{place}: {self.found}; {self.remedy}").replace("\n", " ").replace("\r", " ")


class DiemtinError(Exception):
    """Something a user did or wrote that stops the work at hand; ``finding`` says what and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding

    def __reduce__(self) -> tuple[type["DiemtinError"], tuple[Finding]]:
        """Let it cross from one process to another whole."""
        return DiemtinError, (self.finding,)


def report(finding: Finding) -> None:
    """Say that something was left out of the site because of its input. It makes the exit status 1."""
    LOGGER.error("%s", finding)


def advise(finding: Finding) -> None:
    """Say something worth mending that left nothing out of the site."""
    LOGGER.warning("%s", finding)


def _shown(file: str | Path) -> str:
    """Return a path relative to the working folder where that is shorter, always printable."""
    text = str(file)
    if os.path.isabs(text):  # noqa: PTH117 - relpath below has no equal in pathlib before Python 3.12
        text = min(text, os.path.relpath(text), key=len)
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\n", "\\n").replace("\r", "\\r")
