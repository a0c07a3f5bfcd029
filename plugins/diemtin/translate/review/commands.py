"""``diemtin review``, ``accept``, ``import``, ``export``, ``prune`` and ``glossary``."""

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from diemtin.files import write_atomically
from diemtin.findings import DiemtinError, Finding, advise, report
from diemtin.site import exit_status, open_site, read_articles, site_options
from diemtin.stories import LANGUAGES
from diemtin.translate.backlog import languages, stories_of
from diemtin.translate.choosing import scrapes_named
from diemtin.translate.placeholders import plain
from diemtin.translate.review import desk
from diemtin.translate.review.checking import check_stored
from diemtin.translate.review.exchange import export as export_units
from diemtin.translate.review.exchange import export_catalog, import_file
from diemtin.translate.review.pruning import prune as prune_catalogs

_lang = click.option("--lang", type=click.Choice(LANGUAGES), help="Only the translation to this language.")


@click.command()
@click.argument("story")
@_lang
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@site_options
@exit_status
def review(story: str, lang: str | None, as_json: bool, **site: Any) -> None:
    """Show a story and its translation side by side, paragraph by paragraph, and what the checks say of each.

    \b
    diemtin review gia-xang-giam
    diemtin review content/stories/2024/06/gia-xang-giam.html --json
    """
    pelican = open_site(**site)
    for sheet in desk.sheets(pelican, scrapes_named([story], pelican.settings)):
        if isinstance(sheet, Finding):
            report(sheet)
        elif lang in {None, sheet.story.target}:
            click.echo(json.dumps(desk.as_dict(sheet), ensure_ascii=False, indent=2)) if as_json else _show(sheet)


def _show(sheet: desk.Sheet) -> None:
    table = Table(show_lines=True, expand=True, title=f"{sheet.story.story_id}", title_justify="left")
    table.add_column("", no_wrap=True)
    table.add_column(sheet.story.source, ratio=1)
    table.add_column(sheet.story.target, ratio=1)
    for pair in sheet.pairs:
        origin = f" {pair.stamp.engine} {pair.stamp.date}" if pair.stamp and pair.state == "machine" else ""
        text = Text(pair.text)
        if pair.refusal and not plain(pair.text):
            text.append(f"refused: {pair.refusal.reason}", style="red")
        for issue in pair.issues:
            text.append(f"\n{issue.name}: {issue.evidence}", style="red")
        table.add_row(f"{pair.number} {pair.key}\n{pair.state}{origin}", Text(pair.source), text)
    Console().print(table)


@click.command()
@click.argument("story")
@click.argument("segments", nargs=-1, metavar="[SEGMENT]...")
@_lang
@site_options
@exit_status
def accept(story: str, segments: tuple[str, ...], lang: str | None, **site: Any) -> None:
    """Mark translations of STORY as reviewed: all of them, or those of the SEGMENTs (numbers or keys) of `review`.

    \b
    diemtin accept gia-xang-giam
    diemtin accept gia-xang-giam 1 2 4d88a2
    """
    pelican = open_site(**site)
    for article in read_articles(pelican, set(scrapes_named([story], pelican.settings))):
        for one in stories_of(article, languages(pelican.settings)):
            if lang in {None, one.target}:
                accepted, findings = desk.accept(one, segments)
                for finding in findings:
                    report(finding)
                click.echo(f"{one.story_id} {one.target}: {len(accepted)} reviewed now")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@site_options
@exit_status
def import_(file: Path, stories: tuple[str, ...], **site: Any) -> None:
    """Take the translations of a .po, .xlf or .tmx FILE into the catalogs of the stories they belong to.

    They replace machine texts and fill gaps. What a person has written in a catalog stays; where FILE has another
    text for it, the segment is named.

    \b
    diemtin import from-the-translator.xlf
    diemtin import memory.tmx gia-xang-giam
    """
    pelican = open_site(**site)
    done = import_file(pelican, file, scrapes_named(stories, pelican.settings) if stories else None)
    for finding in done.findings:
        report(finding)
    click.echo(f"{done.texts} texts taken, {done.reviewed} segments reviewed now")


@click.command()
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("--to", "file", type=click.Path(path_type=Path), required=True, help="FILE.xlf, FILE.tmx or FILE.po.")
@_lang
@site_options
@exit_status
def export(stories: tuple[str, ...], file: Path, lang: str | None, **site: Any) -> None:
    """Write the translations of the STORYs (all, without one) for another tool: XLIFF 1.2, TMX 1.4, or PO (one story).

    \b
    diemtin export --to for-the-translator.xlf --lang en
    diemtin export gia-xang-giam --to gia-xang-giam.en.po
    """
    pelican = open_site(**site)
    kind = file.suffix.lower().lstrip(".").replace("xliff", "xlf")
    only = scrapes_named(stories, pelican.settings) if stories else None
    if kind == "po" and only is not None and len(only) == 1:
        done = export_catalog(pelican, only[0], lang)
    elif kind in {"xlf", "tmx"}:
        done = export_units(pelican, kind, only, lang)
    else:
        remedy = "write to FILE.xlf or FILE.tmx, or one STORY to FILE.po"
        raise DiemtinError(Finding(file, "a format that cannot hold this", remedy))
    for finding in done.findings:
        report(finding)
    write_atomically(file, done.content)
    click.echo(f"{file}: {done.segments} segments")


@click.command()
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("--all", "human", is_flag=True, help="Also what people translated or approved.")
@site_options
@exit_status
def prune(stories: tuple[str, ...], human: bool, **site: Any) -> None:
    """Remove machine translations of paragraphs that are gone from the catalogs of the STORYs (all, without one).

    \b
    diemtin prune
    diemtin prune --all gia-xang-giam
    """
    pelican = open_site(**site)
    done = prune_catalogs(pelican, scrapes_named(stories, pelican.settings) if stories else None, human=human)
    for finding in done.findings:
        advise(finding)
    kept = f", {done.kept} of people's kept" if done.kept else ""
    click.echo(f"{done.removed} obsolete translations removed{kept}")


@click.group()
def glossary() -> None:
    """The site's own names and terms (content/terms.csv)."""


@glossary.command("check")
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@site_options
@exit_status
def check_glossary(stories: tuple[str, ...], **site: Any) -> None:
    """Name every stored translation that does not say a name as content/terms.csv does.

    \b
    diemtin glossary check
    """
    pelican = open_site(**site)
    only = scrapes_named(stories, pelican.settings) if stories else None
    found = 0
    for doubt in check_stored(pelican, only):
        if isinstance(doubt, Finding):
            report(doubt)
        elif doubt.check == "glossary":
            click.echo(str(doubt.finding()))
            found += 1
    if found:
        raise SystemExit(1)
