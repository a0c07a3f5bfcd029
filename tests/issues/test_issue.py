"""Days and weeks: what they hold, who leads, where they lie."""

import datetime as dt
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from diemtin.issues.issue import bind, day_url, week_url

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def story(day: str, hour: int = 8, section: str = "a", length: int = 100, picture: object = None) -> SimpleNamespace:
    date = dt.datetime.fromisoformat(day).replace(hour=hour, tzinfo=ZONE)
    return SimpleNamespace(
        date=date,
        updated=date,
        category=section,
        length=length,
        picture=picture,
        lede="x",
        story_id=f"{day}-{hour}-{length}",
    )


def test_the_last_days_of_a_year_lie_in_the_iso_week_of_the_next() -> None:
    assert week_url("vi", dt.date(2024, 12, 30)) == "vi/2025/w01/"
    assert week_url("vi", dt.date(2027, 1, 1)) == "vi/2026/w53/"
    assert day_url("en", dt.date(2024, 6, 28)) == "en/2024/06/28/"


def test_each_day_and_week_with_a_story_is_an_issue_and_knows_its_neighbours() -> None:
    stories = [story("2026-11-10"), story("2026-11-09"), story("2026-11-03")]
    days, weeks = bind(stories, [], "vi", str)
    assert [day.date.day for day in days] == [10, 9, 3]
    assert (days[0].previous, days[1].next, days[0].next, days[2].previous) == (days[1], days[0], None, None)
    assert [len(week.days) for week in weeks] == [2, 1]
    assert weeks[0].end == dt.date(2026, 11, 15)
    assert stories[0].issue is days[0]


def test_the_biggest_story_with_a_picture_leads_and_stands_in_no_section() -> None:
    long, pictured = story("2026-11-03", length=900), story("2026-11-03", length=300, picture="x")
    (day,), _ = bind([long, pictured, story("2026-11-03", section="b")], [], "vi", str)
    assert day.lead is pictured
    assert [(section, len(articles)) for section, articles in day.sections] == [("a", 1), ("b", 1)]
    assert day.count == 3


def test_a_story_told_elsewhere_stands_on_a_day_that_exists_and_makes_none() -> None:
    days, _ = bind([story("2026-11-03")], [story("2026-11-03"), story("2026-11-04")], "en", str)
    assert [(day.date.day, len(day.untold)) for day in days] == [(3, 1)]
