"""``diemtin build`` and ``diemtin serve``."""

import os
import shutil
import time
from pathlib import Path
from typing import Any

import click
from pelican import Pelican
from pelican.log import console

from diemtin.signals import build_started
from diemtin.site import exit_status, open_site, site_options


def build_site(offline: bool, fresh: bool, workers: int | None, **site: Any) -> Pelican:
    """Build the site and return its Pelican object; ``fresh`` forgets the cache first."""
    if workers is not None:
        os.environ["DIEMTIN_WORKERS"] = str(workers)
    pelican = open_site(**{key: value for key, value in site.items() if value is not None})
    if fresh:
        _forget(Path(pelican.settings["CACHE_PATH"]))
    if not offline:
        build_started.send(pelican)
    console.quiet = True  # Pelican's own closing line counts originals only
    pelican.run()
    return pelican


def _forget(cache: Path) -> None:
    """Empty the cache of what a build makes again in seconds; models that were fetched stay."""
    for path in cache.iterdir() if cache.is_dir() else ():
        if path.name == "models":
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


@click.command()
@site_options
@click.option("--siteurl", "SITEURL", metavar="URL", help="Address readers use, with its sub-path.")
@click.option("--offline", is_flag=True, help="Build only: ask no translation engine.")
@click.option("--fresh", is_flag=True, help="Forget the cache and make everything again.")
@click.option("--workers", type=click.IntRange(1), help="Processes that clean new pages [one a core].")
@exit_status
def build(**options: Any) -> None:
    """Translate what the configured engine can, then build the site.

    \b
    diemtin build
    diemtin build --offline --output /var/www/news
    diemtin build --settings publishconf.py --siteurl https://news.example
    """
    started = time.monotonic()
    pelican = build_site(**options)
    click.echo(_summary(pelican, time.monotonic() - started))


def _summary(pelican: Pelican, seconds: float) -> str:
    writer = pelican.change_writer
    output = Path(os.path.relpath(pelican.output_path))
    return (
        f"{output}: {len(writer.now)} files, {len(writer.changed)} changed, {len(pelican.pruned)} removed, "
        f"in {seconds:.1f} s"
    )


@click.command()
@site_options
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port on this machine.")
@click.option("--offline", is_flag=True, help="Ask no translation engine.")
@exit_status
def serve(port: int, offline: bool, **site: Any) -> None:
    """Build the site, show it on this machine, rebuild and reload the page when something changes.

    \b
    diemtin serve
    diemtin serve --port 8080 --offline
    """
    from diemtin.publishing.serving import serve_site

    serve_site(port, lambda: build_site(offline=offline, fresh=False, workers=None, **site), click.echo)
