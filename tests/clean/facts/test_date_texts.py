"""Dates in the forms that pages write them: what is read, what is refused and why, and where a dateline begins."""

import datetime as dt
import tomllib
import unicodedata
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from diemtin.clean.facts.dateline import each_date, find_dateline, has_place_or_name
from diemtin.clean.facts.dates import RefusedDateError, parse_date, read_moment
from diemtin.text import fold_tones

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024-05-16T20:30:00Z", "2024-05-17T03:30:00+07:00"),
        ("2024-05-17T01:30:00+07:00", "2024-05-17T01:30:00+07:00"),
        ("2024-05-17T08:30:00.250+0000", "2024-05-17T15:30:00.250000+07:00"),
        ("2024-05-17 08:30:00 +02:00", "2024-05-17T13:30:00+07:00"),
        ("2024-05-17T08:30Z", "2024-05-17T15:30:00+07:00"),
        ("2024-05-17 08:30 AEST", "2024-05-17T05:30:00+07:00"),
        ("17 May 2024, 8.30am NZST", "2024-05-17T03:30:00+07:00"),
        ("20240517T083000Z", "2024-05-17T15:30:00+07:00"),
        ("20240517", "2024-05-17T00:00:00+07:00"),
        ("2024/05/17 8:30", "2024-05-17T08:30:00+07:00"),
        ("2024.05.17 08:30", "2024-05-17T08:30:00+07:00"),
        ("2024年5月17日 08:30", "2024-05-17T08:30:00+07:00"),
        ("2024年05月17日 08時30分 公開", "2024-05-17T08:30:00+07:00"),
        ("2024년 5월 17일 (금) 08시 30분", "2024-05-17T08:30:00+07:00"),
        ("Fri, 17 May 2024 08:30:00 +0700", "2024-05-17T08:30:00+07:00"),
        ("Fri May 17 2024 08:30:00 GMT+0700 (Indochina Time)", "2024-05-17T08:30:00+07:00"),
        ("Tue Sep 17 10:00:00 +0700 2024", "2024-09-17T10:00:00+07:00"),
        ("1715909400", "2024-05-17T08:30:00+07:00"),
        ("1715909400000", "2024-05-17T08:30:00+07:00"),
        ("Thứ Sáu, 28/06/2024 09:38 GMT+7", "2024-06-28T09:38:00+07:00"),
        ("Thứ sáu, 17/5/2024, 08:30 (GMT+7)", "2024-05-17T08:30:00+07:00"),
        ("Thứ sáu, 17/5/2024, 08:30 [GMT+7]", "2024-05-17T08:30:00+07:00"),
        ("Cập nhật lúc 16:20, Thứ Hai, 03/06/2019 (GMT+0)", "2019-06-03T23:20:00+07:00"),
        ("07-03-2026 - 00:01 AM", "2026-03-07T00:01:00+07:00"),
        ("07-03-2026 - 14:05 PM", "2026-03-07T14:05:00+07:00"),
        ("17/05/2024 02:30 CH", "2024-05-17T14:30:00+07:00"),
        ("08h30 ngày 17/5/2024", "2024-05-17T08:30:00+07:00"),
        ("20 giờ 15 phút ngày 3-4-2024", "2024-04-03T20:15:00+07:00"),
        ("Ngày 17 tháng 5 năm 2024", "2024-05-17T00:00:00+07:00"),
        ("17 Th5, 2024 08:30", "2024-05-17T08:30:00+07:00"),
        ("Th5 17, 2024", "2024-05-17T00:00:00+07:00"),
        ("17 thg 5, 2024", "2024-05-17T00:00:00+07:00"),
        ("17 Tháng Năm, 2024", "2024-05-17T00:00:00+07:00"),
        ("17 tháng năm năm 2024", "2024-05-17T00:00:00+07:00"),
        ("Tháng Mười Hai 7, 2024", "2024-12-07T00:00:00+07:00"),
        ("May 17, 2024 at 9:30 a.m.", "2024-05-17T09:30:00+07:00"),
        ("Sept. 5, 2024 9 p.m. EDT", "2024-09-06T08:00:00+07:00"),
        ("January 5, 2024, 9:15 PM ET", "2024-01-06T09:15:00+07:00"),
        ("January 5, 2024 / 9:15 p.m. CST", "2024-01-06T10:15:00+07:00"),
        ("2024-01-05 21:15 CST", "2024-01-05T21:15:00+07:00"),  # may be China's time
        ("May 17, 2024 | 6:30 p.m. (PT)", "2024-05-18T08:30:00+07:00"),
        ("8:30 17/5/2024 CT", "2024-05-17T08:30:00+07:00"),
        ("17 May 2024 - 08.30am", "2024-05-17T08:30:00+07:00"),
        ("8.30 p.m. on 17 May 2024", "2024-05-17T20:30:00+07:00"),
        ("Fri 17 May 2024 08.30 GMT", "2024-05-17T15:30:00+07:00"),
        ("17/05/2024 - 08.30", "2024-05-17T08:30:00+07:00"),
        ("Giá xăng ngày 17/05/2024: 23.54 nghìn đồng", "2024-05-17T00:00:00+07:00"),
        ("17th of May 2024", "2024-05-17T00:00:00+07:00"),
        ("Freitag, 17. Mai 2024, 08:30 Uhr", "2024-05-17T08:30:00+07:00"),
        ("Publié le 1er août 2024 à 8h30", "2024-08-01T08:30:00+07:00"),
        ("17 de maio de 2024", "2024-05-17T00:00:00+07:00"),
        ("17 мая 2024, 08:30", "2024-05-17T08:30:00+07:00"),
        ("2024 May 17", "2024-05-17T00:00:00+07:00"),
        ("Mayo 17, 2024", "2024-05-17T00:00:00+07:00"),
        ("3/4/2024", "2024-04-03T00:00:00+07:00"),
        ("05/17/2024", "2024-05-17T00:00:00+07:00"),
        ("31.12.2023, 24:00", "2024-01-01T00:00:00+07:00"),
        ("2016-12-31T23:59:60Z", "2017-01-01T06:59:59+07:00"),
        ("２０２４-０５-１７", "2024-05-17T00:00:00+07:00"),
        ("Thứ Sáu, 28/06/2024 09:38", "2024-06-28T09:38:00+07:00"),
    ],
)
def test_a_date_is_read_in_the_zone_of_the_site(text: str, wanted: str) -> None:
    found = parse_date(text, ZONE)
    assert found is not None
    assert found.isoformat() == wanted


def test_every_name_of_a_month_is_that_months_in_a_language_of_cldr() -> None:
    known: dict[str, set[int]] = {}
    for locale in ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "pl", "cs", "tr", "ro", "ru", "uk"]:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                known.setdefault(fold_tones(name).rstrip("."), set()).add(number)
    table = tomllib.loads(files("diemtin.clean.facts").joinpath("dates.toml").read_text("utf-8"))["months"]["names"]
    for number, names in enumerate(table, 1):
        for name in names.split():
            assert known[name] == {number}, name


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    text = unicodedata.normalize("NFD", "Ngày 28 tháng Sáu năm 2024")
    assert parse_date(text, ZONE) == dt.datetime(2024, 6, 28, tzinfo=ZONE)


def test_month_first_is_read_only_where_asked_for() -> None:
    assert parse_date("3/4/2024", ZONE, day_first=False) == dt.datetime(2024, 3, 4, tzinfo=ZONE)


def test_a_weekday_before_numbers_tells_which_of_them_is_the_month() -> None:
    assert parse_date("Thu, 05/02/2024 - 17:57", ZONE) == dt.datetime(2024, 5, 2, 17, 57, tzinfo=ZONE)
    assert parse_date("Thứ Năm, ngày 02/05/2024", ZONE, day_first=False) == dt.datetime(2024, 5, 2, tzinfo=ZONE)


def test_the_form_of_american_software_is_read_month_first_and_what_is_padded_is_not() -> None:
    assert parse_date("10/12/2023 7:38:01 PM", ZONE) == dt.datetime(2023, 10, 12, 19, 38, 1, tzinfo=ZONE)
    assert parse_date("3/4/2024, 11:05:00 AM", ZONE) == dt.datetime(2024, 3, 4, 11, 5, tzinfo=ZONE)
    assert parse_date("10/12/2023 07:38:01 PM", ZONE) == dt.datetime(2023, 12, 10, 19, 38, 1, tzinfo=ZONE)
    assert parse_date("3/4/2024 11:05:00", ZONE) == dt.datetime(2024, 4, 3, 11, 5, tzinfo=ZONE)


def test_a_weekday_on_which_neither_order_or_both_fall_tells_nothing() -> None:
    assert parse_date("Fri, 05/02/2024", ZONE) == dt.datetime(2024, 2, 5, tzinfo=ZONE)
    assert parse_date("Thu, 05/09/2024", ZONE) == dt.datetime(2024, 9, 5, tzinfo=ZONE)
    assert parse_date("Thu, 05/09/2024", ZONE, day_first=False) == dt.datetime(2024, 5, 9, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2567-05-17", "Buddhist"),
        ("17/05/2567", "Buddhist"),
        ("1970-01-01T00:00:00Z", "impossible"),
        ("2999-01-01T00:00:00+07:00", "impossible"),
        ("10000-01-01", "impossible"),
        ("0000-00-00", "impossible"),
        ("9999-12-31T23:59:59-12:00", "impossible"),
        ("32-13-2024", "no such day"),
        ("2023-02-29T00:00:00+07:00", "no such day"),
        ("05/06/07", "two digits"),
        ("17/05/24", "two digits"),
        ("2024-05-17T08:30:00+25:00", "no place on earth"),
        ("3 giờ trước", "day of reading"),
        ("hôm qua", "day of reading"),
        ("2 days ago", "day of reading"),
    ],
)
def test_what_cannot_be_a_date_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(RefusedDateError, match=reason):
        read_moment(text)
    assert parse_date(text, ZONE) is None


@pytest.mark.parametrize("text", ["", "Tin mới", "1.500 đồng", "tháng 5 năm 2024", "ngày 3/4", "tỷ số 2-1", "<script>"])
def test_what_states_no_date_gives_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("text", "whole", "updated"),
    [
        ("Thứ Sáu, 28/06/2024 09:38 GMT+7", True, False),
        ("Cập nhật lúc 16:20, Thứ Hai, 03/06/2019 (GMT+7)", True, True),
        ("Updated: May 17, 2024", True, True),
        ("Last modified on Fri 17 May 2024", True, True),
        ("Đăng ngày 17/5/2024", True, False),
        ("Aktualisiert am Freitag, 17. Mai 2024, 8:30 Uhr", True, True),
        ("Publicado el 17 de mayo de 2024", True, False),
        ("Báo Thử | 17/05/2024 08:30", False, False),
        ("Từ ngày 17/5/2024, phà chạy thêm chuyến", False, False),
    ],
)
def test_a_dateline_tells_whether_it_is_all_of_the_line_and_of_a_change(text: str, whole: bool, updated: bool) -> None:
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.whole, dateline.updated) == (whole, updated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hạ Liên, ngày 17/5/2024", True),
        ("Linsfort, 17 May 2024", True),
        ("17 May 2024, Ada Moss", True),
        ("On 17 May 2024 the museum opens", False),
        ("Giá xăng dầu, 17/5/2024: 23,5 nghìn đồng", False),
    ],
)
def test_a_date_may_stand_beside_a_place_or_a_name(text: str, expected: bool) -> None:
    assert has_place_or_name(text) is expected


@pytest.mark.parametrize("text", ["08:30 | 17/05/2024", "17/05/2024 | 08:30", "Cập nhật: 17/05/2024 | Báo Thử", ""])
def test_a_line_with_one_date_is_not_cut(text: str) -> None:
    assert each_date(text) == [text]


def test_a_line_with_an_impossible_date_is_no_dateline() -> None:
    assert find_dateline("Thứ Sáu, 32/06/2024") is None


@given(st.datetimes(dt.datetime(1991, 1, 1), dt.datetime(2099, 12, 30)))
def test_every_moment_is_read_from_its_vietnamese_and_its_iso_form(moment: dt.datetime) -> None:
    minute = moment.replace(second=0, microsecond=0, tzinfo=ZONE)
    assert parse_date(f"{minute:%H:%M} ngày {minute:%d/%m/%Y}", ZONE) == minute
    assert parse_date(minute.isoformat(), ZONE) == minute


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    found = parse_date(text, ZONE)
    assert found is None or 1989 <= found.year <= 2101
