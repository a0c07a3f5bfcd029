"""The bar that a person watches while texts are translated."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class Advance(Protocol):
    """Told of every batch: texts and characters that are done, and who did them."""

    def __call__(self, texts: int, characters: int, engine: str) -> None: ...


class _Rate(ProgressColumn):
    """Characters done, and characters a second."""

    def render(self, task: Task) -> Text:
        done = int(task.fields["characters"])
        rate = done / task.elapsed if task.elapsed else 0
        return Text(f"{done:,} characters, {rate:,.0f}/s")


@contextmanager
def bar(total: int, *, shown: bool) -> Iterator[Advance]:
    """Draw a bar over *total* texts on stderr while the block runs, where *shown* and stderr is a terminal."""
    console = Console(stderr=True)
    if not (shown and console.is_terminal and sys.stderr.isatty()):
        yield lambda texts, characters, engine: None  # noqa: ARG005 - nobody is looking
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("translating", total=total, characters=0)
        characters_done = 0

        def advance(texts: int, characters: int, engine: str) -> None:
            nonlocal characters_done
            characters_done += characters
            progress.update(task, advance=texts, characters=characters_done, description=engine)

        yield advance
