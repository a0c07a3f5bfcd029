"""``diemtin engine``: what an engine needs on this machine."""

from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from diemtin.findings import DiemtinError, Finding
from diemtin.settings import parse
from diemtin.site import exit_status, open_site, site_options
from diemtin.stories import LANGUAGES
from diemtin.translate.settings import TranslateSettings


@click.group()
def engine() -> None:
    """See to an engine on this machine."""


@engine.command()
@site_options
@exit_status
def fetch(**site: Any) -> None:
    """Fetch the models of the engine "firefox" into the cache, once, and check them.

    Models that are there and whole are not fetched again. Where a direction has no released model, that is said.

    \b
    diemtin engine fetch
    DIEMTIN_MODELS_URL=https://mirror.example/records.json diemtin engine fetch
    """
    pelican = open_site(**site)
    settings = parse(TranslateSettings, pelican.settings)
    fetch_all(settings.models_url, settings.models or Path(pelican.settings["CACHE_PATH"]) / "models")


def fetch_all(records: str, folder: Path) -> None:
    """Fetch what *records* (an address; "": Mozilla's) has for both directions into *folder*; say what came.

    Raises DiemtinError for what cannot be fetched or written, and where there is no model at all.
    """
    try:
        import fxtranslate  # noqa: F401 - the optional package that unpacks and runs the models

        from diemtin.translate.engines import models
    except ImportError:
        raise DiemtinError(Finding("firefox", "fxtranslate is not installed", "pip install 'diemtin[local]'")) from None
    records = records or models.RECORDS
    pairs = [(source, target) for source in LANGUAGES for target in LANGUAGES if source != target]
    found = models.find_models(records, pairs)
    if not found:
        raise DiemtinError(Finding(records, "no model between our languages", "set DIEMTIN_MODELS_URL to another list"))
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        for model in found:
            task = progress.add_task(model.pair, total=sum(file.size for file in model.files) or None)
            came = models.fetch_model(model, folder, partial(progress.advance, task))
            click.echo(f"{model.pair} {model.version}: {f'{came} files fetched' if came else 'already there'}")
    there = {model.pair for model in found}
    for source, target in pairs:
        if f"{source}-{target}" not in there:
            click.echo(f"{source}-{target}: no released model")
