"""The ``diemtin`` command: only the group. Each package keeps its own commands, imported when asked for."""

import atexit
import gc
import importlib
from typing import Final

import click

import diemtin

_COMMANDS: Final = {
    "add": "diemtin.clean.commands:add",
    "clean": "diemtin.clean.commands:clean",
    "explain": "diemtin.clean.commands:explain",
    "translate": "diemtin.translate.commands:translate",
    "status": "diemtin.translate.commands:status",
    "review": "diemtin.translate.review.commands:review",
    "accept": "diemtin.translate.review.commands:accept",
    "import": "diemtin.translate.review.commands:import_",
    "export": "diemtin.translate.review.commands:export",
    "prune": "diemtin.translate.review.commands:prune",
    "glossary": "diemtin.translate.review.commands:glossary",
    "engine": "diemtin.translate.engines.commands:engine",
    "build": "diemtin.publishing.commands:build",
    "serve": "diemtin.publishing.commands:serve",
}


#: Objects made between two collections of the youngest ones. A build makes millions that live as long as it does and
#: hardly a cycle: looking for them at Python's own 700 took a tenth of a build's time, and freed nothing.
COLLECT_AFTER: Final = 50_000


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(diemtin.__version__, prog_name="diemtin")
def main() -> None:
    """A bilingual (Vietnamese and English) news digest from scraped pages.

    \b
    diemtin add page.html        store a scraped page as a story
    diemtin translate            translate what has no translation yet
    diemtin build                translate, then build the site into output/
    diemtin serve                build, show it at http://localhost:8000, rebuild on change

    Exit status: 0 all went in; 1 something was left out or a check failed; 2 wrong use.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)  # else the interpreter searches all that a build leaves for cycles before it ends
