"""``diemtin add``, ``diemtin clean`` and ``diemtin explain``."""

import datetime as dt
import json
import sys
from html import escape
from pathlib import Path
from typing import Any, Final

import click

from diemtin.clean.adding import Scrape, Shelf, read_scrape
from diemtin.clean.cleaned import MAX_BYTES, Cleaned
from diemtin.clean.explaining import as_explanation, as_lines, as_page, as_record
from diemtin.clean.pipeline import DEFAULT_ZONE
from diemtin.clean.pipeline import clean as clean_scrape
from diemtin.clean.reader import clean_file, read_bytes
from diemtin.clean.topics import Topic, Topics
from diemtin.files import write_atomically
from diemtin.findings import DiemtinError, Finding, report
from diemtin.site import exit_status, open_site, site_options
from diemtin.terms import read_terms

_STDIN: Final = "standard input"
_url_option = click.option("--url", help="Where the page came from, if it does not say so itself.")
_file_argument = click.argument("file", type=click.Path(path_type=Path))
_debug_option = click.option("--debug", is_flag=True, help="Show tracebacks.")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="URL|FILE|-...")
@_url_option
@site_options
@exit_status
def add(sources: tuple[str, ...], url: str | None, **site: Any) -> None:
    """Store scraped pages as stories: byte for byte, under their titles, in content/stories/YEAR/MONTH/.

    A page or a plain-text dump may come from an address, a file or standard input (-). Beside it a .toml keeps its
    address and when it was fetched. What is here already, by address or by its bytes, is named and left alone.

    \b
    diemtin add https://vnexpress.net/tin-tuc-1234567.html
    diemtin add saved/*.html
    curl -s https://example.com/story | diemtin add - --url https://example.com/story
    """
    shelf = Shelf(open_site(**site).settings)
    for source in sources:
        try:
            if is_address(source):
                shelf.refuse_address(source)
            click.echo(shelf.add(_scrape(source, url)))
        except DiemtinError as error:
            report(error.finding)


@click.command()
@_file_argument
@click.option("--format", "form", type=click.Choice(["html", "text", "json"]), default="text", show_default=True)
@_url_option
@_debug_option
@exit_status
def clean(file: Path, form: str, url: str | None) -> None:
    """Print the article in a saved page or a plain-text dump (- reads standard input).

    \b
    diemtin clean page.html
    diemtin clean page.html --format json
    """
    story = _cleaned(file, url)
    if form == "json":
        click.echo(json.dumps(as_record(story), ensure_ascii=False, indent=2))
    elif form == "html":
        lang = escape(story.lang or "und")
        click.echo(f'<article lang="{lang}">\n<h1>{escape(story.title, quote=False)}</h1>\n{story.html}\n</article>')
    else:
        click.echo(f"{story.title}\n\n{story.text}")
    if story.no_story:
        report(Finding(_name(file), story.no_story, "see what was dropped with: diemtin explain"))


@click.command()
@_file_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--html", "page", type=click.Path(path_type=Path), help="Write a page that shows both in colour.")
@_url_option
@_debug_option
@exit_status
def explain(file: Path, as_json: bool, page: Path | None, url: str | None) -> None:
    """Say what was kept of a scrape, and for each block dropped the rule that dropped it.

    Facts come first, each with where it was found and how far it is to be believed; then the site's topics, if the
    scrape lies in a site's stories folder; then the blocks in order.

    \b
    diemtin explain content/stories/2024/06/gia-xang.html
    diemtin explain page.html --json
    diemtin explain page.html --html why.html
    """
    story = _cleaned(file, url)
    topics = _topics(file, story)
    if page is not None:
        write_atomically(page, as_page(story, topics).encode("utf-8"))
        click.echo(page)
    elif as_json:
        click.echo(json.dumps(as_explanation(story, topics), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(story, topics):
            click.echo(line)


def is_address(source: str) -> bool:
    """Say whether *source* is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def _scrape(source: str, url: str | None) -> Scrape:
    if is_address(source):
        from diemtin.clean.fetching import fetch_scrape  # an HTTP client is slow to import

        return fetch_scrape(source)
    if source == "-":
        return Scrape(_standard_input(), _STDIN, url, dt.datetime.now(dt.UTC).replace(microsecond=0))
    return read_scrape(Path(source), url)


def _cleaned(file: Path, url: str | None) -> Cleaned:
    """Clean a file with its sidecar, or standard input."""
    try:
        if str(file) == "-":
            return clean_scrape(_standard_input(), url)
        if not file.is_file():
            raise DiemtinError(Finding(file, "no such file", "name a saved page or a text file"))
        return clean_file(file, read_bytes(file)[0], DEFAULT_ZONE, url)
    except DiemtinError as error:
        report(error.finding)
        raise SystemExit(1) from None


def _topics(file: Path, story: Cleaned) -> list[Topic]:
    stories = next((folder for folder in file.absolute().parents if folder.name == "stories"), None)
    return Topics(read_terms(stories.parent / "terms.csv")).explain(story) if stories else []


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DiemtinError(Finding(_STDIN, f"over {MAX_BYTES:,} bytes", "save the story alone"))
    return data


def _name(file: Path) -> str | Path:
    return _STDIN if str(file) == "-" else file
