"""Dates, numbers and addresses as readers of each language expect them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from diemtin.editions.interface import absolute, base_path, date_filters, link

MOMENT = dt.datetime(2024, 6, 28, 9, 38, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    ("lang", "name", "shown"),
    [
        ("vi", "date_long", "Thứ Sáu, 28 tháng 6, 2024"),
        ("en", "date_long", "Friday, June 28, 2024"),
        ("vi", "date_short", "28/6/2024"),
        ("en", "date_short", "Jun 28, 2024"),
        ("vi", "month_year", "Tháng 6 năm 2024"),
        ("en", "month_year", "June 2024"),
        ("vi", "time_short", "09:38"),
        ("en", "time_short", "9:38\u202fAM"),
        ("vi", "isodate", "2024-06-28T09:38:00+07:00"),
    ],
)
def test_dates_are_the_readers(lang: str, name: str, shown: str) -> None:
    assert date_filters(lang)[name](MOMENT) == shown


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert date_filters("vi")["number"](1250000) == "1.250.000"
    assert date_filters("en")["number"](1250000) == "1,250,000"


def test_links_stay_below_the_sub_path_and_name_no_host() -> None:
    base = base_path("https://news.example/digest/")
    assert link(base, "vi/") == "/digest/vi/"
    assert link(base_path("https://news.example"), "/media/x.png") == "/media/x.png"
    assert absolute("https://news.example/digest", "vi/") == "https://news.example/digest/vi/"


def test_a_date_without_a_time_shows_none() -> None:
    assert date_filters("en")["time_short"](MOMENT.replace(hour=0, minute=0)) == ""
