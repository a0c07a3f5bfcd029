"""``diemtin translate`` and ``diemtin status``."""

import json
from pathlib import Path
from typing import Any

import click

from diemtin.findings import Finding, report
from diemtin.site import exit_status, open_site, site_options
from diemtin.translate.choosing import scrapes_named


@click.command()
@click.argument("stories", nargs=-1, metavar="[check] [STORY]...")
@click.option("--dry-run", is_flag=True, help="Say what would be asked and what that costs; ask nothing.")
@click.option("--json", "as_json", is_flag=True, help="With check or --dry-run: print JSON.")
@site_options
@exit_status
def translate(stories: tuple[str, ...], dry_run: bool, as_json: bool, **site: Any) -> None:
    """Translate what has no translation yet, through the engine that the settings name.

    A STORY is the path of its page or of its catalog, its id, or its file's name; without one, all are meant.
    `translate check` asks no engine: it goes through all stored translations, people's too.

    \b
    diemtin translate
    diemtin translate gia-xang-giam
    diemtin translate --dry-run
    diemtin translate check
    DIEMTIN_ENGINE=libretranslate DIEMTIN_ENGINE_URL=http://localhost:5000 diemtin translate
    """
    from diemtin.translate import session  # engines are slow to import

    pelican = open_site(**site)
    checking = stories[:1] == ("check",)
    names = stories[1:] if checking else stories
    only = set(scrapes_named(names, pelican.settings)) if names else None
    if checking:
        _check(pelican, only, as_json)
        return
    if dry_run:
        _dry_run(pelican, only, as_json)
        return
    outcome = session.translate_site(pelican, only, by_hand=True, progress=True)
    asked = ", ".join(f"{count} requests to {name}" for name, count in outcome.requests.items())
    click.echo(f"{outcome.answered} of {outcome.asked} segments translated{f' ({asked})' if asked else ''}")
    if outcome.answered < outcome.asked:
        raise SystemExit(1)


def _dry_run(pelican: Any, only: set[Path] | None, as_json: bool) -> None:
    from diemtin.translate.estimate import estimate

    found = estimate(pelican, only)
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=2))
        return
    click.echo(f"{found.stories} stories, {found.segments} segments, {found.characters} characters")
    for engine in found.engines:
        cost = "no price stated" if engine.cost is None else f"{engine.cost:.2f} US dollars"
        click.echo(f"{engine.name}: {engine.segments} segments, {engine.characters} characters, {cost}")
    if not found.engines:
        click.echo("no engine (DIEMTIN_ENGINE is none)")


def _check(pelican: Any, only: set[Path] | None, as_json: bool) -> None:
    from diemtin.translate.review.checking import check_stored

    doubts = []
    for item in check_stored(pelican, only):
        if isinstance(item, Finding):
            report(item)
        else:
            doubts.append(item)
    if as_json:
        click.echo(json.dumps([doubt.as_dict() for doubt in doubts], ensure_ascii=False, indent=2))
    else:
        for doubt in doubts:
            click.echo(str(doubt.finding()))
    if doubts:
        raise SystemExit(1)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a story and language.")
@click.option("--strict", is_flag=True, help="Exit 1 also where a translation waits for review.")
@site_options
@exit_status
def status(as_json: bool, strict: bool, **site: Any) -> None:
    """Say how far each story is translated: a line a story and language.

    Exit status 0: every segment has a translation; 1: some have none, were refused, or a catalog cannot be read.

    \b
    diemtin status
    diemtin status --json | jq '.[] | select(.untranslated > 0) | .story'
    """
    from diemtin.translate.survey import status_of

    lines = status_of(open_site(**site))
    if as_json:
        click.echo(json.dumps([line.as_dict() for line in lines], ensure_ascii=False, indent=2))
    else:
        for line in lines:
            click.echo(str(line))
    if any(not line.complete or (strict and not line.reviewed) for line in lines):
        raise SystemExit(1)
