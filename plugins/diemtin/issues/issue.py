"""An issue: the dated digest of a day or a week, its stories grouped by section, led by the biggest."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

Kind = Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A story that this edition has by its source title only; ``url`` is its page in the other edition, if any."""

    title: str
    lang: str
    date: dt.datetime
    source_url: str | None
    url: str | None


@dataclass(slots=True, eq=False)
class Issue:
    """A day or a week of one edition. ``sections`` holds (section, its articles) without the lead."""

    kind: Kind
    date: dt.date
    end: dt.date
    url: str
    articles: tuple[Any, ...]
    lead: Any
    sections: tuple[tuple[Any, tuple[Any, ...]], ...]
    untold: tuple[Any, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    previous: "Issue | None" = None
    next: "Issue | None" = None
    week: "Issue | None" = None
    days: list["Issue"] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many stories it tells."""
        return len(self.articles)

    @property
    def save_as(self) -> str:
        """Return its file below the output folder."""
        return f"{self.url}index.html"

    @property
    def updated(self) -> dt.datetime:
        """Return when it last changed: the newest of its articles' dates."""
        newest: dt.datetime = max(article.updated for article in self.articles)
        return newest


def day_url(lang: str, day: dt.date) -> str:
    """Return the path of a day's issue: ``vi/2024/06/28/``."""
    return f"{lang}/{day:%Y/%m/%d}/"


def week_url(lang: str, day: dt.date) -> str:
    """Return the path of the ISO week that holds *day*, in its ISO year: 30/12/2024 is in ``vi/2025/w01/``."""
    year, week, _ = day.isocalendar()
    return f"{lang}/{year:04}/w{week:02}/"


def bind(
    articles: Sequence[Any],
    untold: Iterable[Any],
    lang: str,
    section_rank: Callable[[Any], Any],
) -> tuple[list[Issue], list[Issue]]:
    """Bind an edition's *articles* into days and weeks, each newest first.

    *untold* are stories that the edition has by their source titles only: they stand on the issues that exist.
    """
    days = _bind("day", articles, untold, lang, section_rank)
    weeks = _bind("week", articles, untold, lang, section_rank)
    by_date = {week.date: week for week in weeks}
    for day in days:
        day.week = by_date[_monday(day.date)]
        day.week.days.append(day)
        for article in day.articles:
            article.issue = day
    return days, weeks


def _bind(
    kind: Kind, articles: Sequence[Any], untold: Iterable[Any], lang: str, section_rank: Callable[[Any], Any]
) -> list[Issue]:
    first = (lambda date: date) if kind == "day" else _monday
    groups: dict[dt.date, list[Any]] = defaultdict(list)
    others: dict[dt.date, list[Any]] = defaultdict(list)
    for article in articles:
        groups[first(article.date.date())].append(article)
    for story in untold:
        others[first(story.date.date())].append(story)
    issues = []
    for date in sorted(groups, reverse=True):
        lead = biggest(groups[date])
        rest = [article for article in groups[date] if article is not lead]
        end = date if kind == "day" else date + dt.timedelta(days=6)
        url = day_url(lang, date) if kind == "day" else week_url(lang, date)
        sections = _by_section(rest, section_rank)
        issues.append(Issue(kind, date, end, url, tuple(groups[date]), lead, sections, tuple(others[date])))
    for newer, older in pairwise(issues):
        newer.previous, older.next = older, newer
    return issues


def biggest(articles: Sequence[Any]) -> Any:
    """Return the story that leads: with a picture and a lede before one without, then the longest, then the newest.

    Length stands for the room its newsroom gave it; equal ones are told apart by the story's id.
    """
    return min(
        articles,
        key=lambda article: (
            article.picture is None,
            not article.lede,
            -article.length,
            -article.date.timestamp(),
            article.story_id,
        ),
    )


def _by_section(articles: Iterable[Any], rank: Callable[[Any], Any]) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for article in articles:
        groups[article.category].append(article)
    return tuple((section, tuple(groups[section])) for section in sorted(groups, key=rank))


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
