"""Dated digests: a page for each day and each week, the front page, the archive."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from pelican.plugins import signals

from diemtin.issues.issue import Elsewhere, Issue, bind

LATEST: Final = 12


def bind_issues(generator: Any) -> None:
    """Bind an edition's articles into issues, once they are known."""
    if "edition" not in generator.context:
        return
    rank = generator.context["section_order"]
    lang = generator.context["edition"].lang
    days, weeks = bind(generator.articles, generator.elsewhere, lang, rank)
    generator.context["issues"], generator.context["weeks"] = days, weeks
    generator.context["issue_urls"] = {(issue.kind, issue.date): issue.url for issue in [*days, *weeks]}


def write_issues(generator: Any, writer: Any) -> None:
    """Write an edition's front page, days, weeks and archive."""
    context = generator.context
    if not context.get("issues"):
        return
    for issue in [*context["issues"], *context["weeks"]]:
        issue.elsewhere = tuple(map(_elsewhere, issue.untold))
        _write(generator, writer, "issue", issue.save_as, issue.url, _twins(context, issue), issue=issue)
    front, latest = context["edition"].path, context["issues"][0]
    fronts = {lang: lang_context["edition"].path for lang, lang_context in _others(context)}
    shown = context["issues"][1 : LATEST + 1]
    _write(generator, writer, "index", f"{front}index.html", front, fronts, issue=latest, latest_issues=shown)
    archives = {lang: f"{path}archive/" for lang, path in fronts.items()}
    years = list(_years(context["issues"]))
    _write(
        generator,
        writer,
        "archives",
        f"{front}archive/index.html",
        f"{front}archive/",
        archives,
        issue=latest,
        years=years,
    )


def _write(
    generator: Any, writer: Any, template: str, save_as: str, url: str, twins: dict[str, str], **variables: Any
) -> None:
    context = generator.context
    lang = context["edition"].lang
    paths = {lang: url, **twins}
    pairs = tuple((edition.lang, paths[edition.lang]) for edition in context["editions"] if edition.lang in paths)
    writer.write_file(
        save_as,
        generator.get_template(template),
        context,
        url=url,
        alternates=pairs,
        counterpart=next((pair for pair in pairs if pair[0] != lang), None),
        updated=variables["issue"].updated,
        **variables,
    )


def _others(context: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the other editions that have issues, and their contexts."""
    for lang, other in context["edition_contexts"].items():
        if lang != context["edition"].lang and other.get("issues"):
            yield lang, other


def _twins(context: dict[str, Any], issue: Issue) -> dict[str, str]:
    """Return where the other editions have the same day or week."""
    same = (issue.kind, issue.date)
    return {lang: other["issue_urls"][same] for lang, other in _others(context) if same in other["issue_urls"]}


def _elsewhere(story: Any) -> Elsewhere:
    home = story.translations[0].url if story.translations else None
    return Elsewhere(story.title, story.original_lang, story.date, story.source.url, home)


def _years(issues: list[Issue]) -> Iterator[tuple[int, list[tuple[dt.date, list[Issue]]]]]:
    """Yield the archive: years, in each the months as (first day, issues), newest first."""
    for year, in_year in groupby(issues, key=lambda issue: issue.date.year):
        months = groupby(in_year, key=lambda issue: issue.date.replace(day=1))
        yield year, [(month, list(in_month)) for month, in_month in months]


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(bind_issues)
    signals.article_writer_finalized.connect(write_issues)
