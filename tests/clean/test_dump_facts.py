"""Facts of plain-text dumps: date, authors and tags, told by the form of a line."""

import datetime as dt

import pytest

from tests.clean.test_dumps import BODY, END, LEDE, dump


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Published 3:45 p.m. ET June 3, 2025 | Updated 5:10 p.m. ET June 3, 2025", "02:45", "04:10"),
        ("Updated: Jun. 03, 2025, 9:12 p.m.|Published: Jun. 03, 2025, 5:30 p.m.", "17:30", "21:12"),
        ("Posted 4:10 PM, Jun 03, 2025 and last updated 6:20 PM, Jun 03, 2025", "16:10", "18:20"),
    ],
)
def test_a_line_may_state_when_a_story_was_published_and_when_changed(line: str, published: str, modified: str) -> None:
    story = dump("More ferries for Can Gio at weekends", line, LEDE, BODY, END)
    assert story.date is not None
    assert story.modified is not None
    assert (f"{story.date:%H:%M}", f"{story.modified:%H:%M}") == (published, modified)
    assert story.text == f"{LEDE}\n\n{BODY}\n\n{END}"


def test_the_page_s_own_day_is_not_the_story_s_where_that_was_changed() -> None:
    changed = "Cập nhật lúc: 16:30 28/06/2024"
    story = dump("Thứ Bảy, 29/06/2024", "Thêm chuyến phà Cần Giờ cuối tuần", changed, LEDE, BODY, END)
    assert story.date == dt.datetime(2024, 6, 28, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@pytest.mark.parametrize(
    "line",
    [
        "Thứ Sáu, 28/06/2024 09:38",
        "28/06/2024 | 09:38 GMT+7",
        "09:38 28/06/2024",
        "Cập nhật lúc 09:38 ngày 28/06/2024",
        "June 28, 2024, 9:38 a.m.",
        "Nguyễn An - 28/06/2024 09:38",
    ],
)
def test_the_date_is_found_at_the_top_and_at_the_bottom(line: str) -> None:
    wanted = dt.datetime(2024, 6, 28, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    assert dump("Thêm chuyến phà Cần Giờ", line, LEDE, BODY).date == wanted
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, line).date == wanted


@pytest.mark.parametrize("clock", ["Thứ Sáu, 05/07/2024", "Thứ Sáu, 05/07/2024 14:22 (GMT+7)"])
def test_the_page_s_own_clock_is_not_the_story_s_date(clock: str) -> None:
    wanted = dt.datetime(2024, 6, 28, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    dateline = "Thứ Sáu, 28/06/2024 09:38"
    assert dump(clock, "Thêm chuyến phà Cần Giờ", dateline, LEDE, BODY).date == wanted
    assert dump(clock, "Cần Giờ", dateline, "Thêm chuyến phà Cần Giờ", LEDE, BODY).date == wanted


def test_a_date_beside_the_section_is_the_story_s_rather_than_those_of_stories_listed_below() -> None:
    listed = (
        "Mới nhất trong ngày",
        "14:00, 01/07/2024",
        "Phà Cát Lái tạm dừng",
        "13:35, 01/07/2024",
        "Giá vé phà tăng",
    )
    story = dump("Thêm chuyến phà Cần Giờ", "28-06-2024 - 09:38 AM | Sống", LEDE, BODY, END, *listed)
    assert story.date == dt.datetime(2024, 6, 28, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def test_a_date_inside_a_sentence_is_not_the_story_s() -> None:
    assert (
        dump("Thêm chuyến phà Cần Giờ", LEDE, "Phà cũ ngừng chạy ngày 28/06/2024 sau 20 năm phục vụ.", END).date is None
    )


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Hoài Thu", ("Hoài Thu",)),
        ("Hoàng Nam", ("Hoàng Nam",)),
        ("Tác giả: Đỗ Quang Huy, Lê Mai", ("Đỗ Quang Huy", "Lê Mai")),
        ("By Laura Penn and Tran Duc Minh", ("Laura Penn", "Tran Duc Minh")),
        ("Ngọc Diệp (thực hiện)", ("Ngọc Diệp",)),
        ("Hoài Thu (TTXVN)", ("Hoài Thu",)),
        ("Hoài Thu/VOV-Tây Bắc", ("Hoài Thu",)),
        ("HOÀI THU. Ảnh: ĐỖ QUANG HUY", ("HOÀI THU",)),
        ("Hoài Thu -", ("Hoài Thu",)),
        ("Tin và ảnh: Hoài Thu", ("Hoài Thu",)),
        ("Chính Trị - Xã Hội", ()),
        ("Tác giả: Văn phòng UBND xã", ()),
        ("Hoài Thu (Theo Reuters)", ("Hoài Thu",)),
        ("Hoài Thu - Ảnh: Đỗ Quang Huy", ("Hoài Thu",)),
        ("Hoài Thu 28/06/2024 09:38", ("Hoài Thu",)),
        ("Đăng bởi Hoài Thu ngày 28/06/2024", ("Hoài Thu",)),
        ("Posted on 28 June 2024 by Laura Penn", ("Laura Penn",)),
        ("Posted on June 28, 2024June 29, 2024 by Laura Penn", ("Laura Penn",)),
        ("Người viết: Hoài Thu", ("Hoài Thu",)),
        ("Photographs by Laura Penn", ()),
        ("Hoài Thu thực hiện", ("Hoài Thu",)),
        ("BSCKI. Hoài Thu", ("Hoài Thu",)),
        ("PGS.TS Hoài Thu", ("Hoài Thu",)),
        ("[avatar] Hoài Thu", ("Hoài Thu",)),
        ("Laura Penn, Transport reporter", ("Laura Penn",)),
        ("Chữ: Hoài Thu — Ảnh: Đỗ Quang Huy — Thiết kế: Lê Mai", ("Hoài Thu",)),
        ("Posted by Laura Penn at 09:15 PM in Ferries | Permalink | Comments (4)", ("Laura Penn",)),
        ("Theo Lao Động", ()),
        ("Thứ Năm", ()),
        ("PV", ()),
    ],
)
def test_a_signature_names_people_and_is_no_story(line: str, authors: tuple[str, ...]) -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, line)
    assert story.authors == authors
    assert story.text == f"{LEDE}\n\n{BODY}"


def test_names_far_below_the_byline_are_no_authors() -> None:
    story = dump(
        "Thêm chuyến phà Cần Giờ", "Hoài Thu", LEDE, BODY, END, "In bài", "Bản Tin Bến Sông", "Chợ Nổi Cái Răng"
    )
    assert story.authors == ("Hoài Thu",)
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, "Hoài Thu", "In bài", "Chợ Nổi Cái Răng").authors == (
        "Hoài Thu",
    )


def test_a_name_far_below_the_story_is_no_signature() -> None:
    chrome = (
        "In bài",
        "Gửi bạn bè",
        "Cỡ chữ nhỏ",
        "Lên trên",
        "Góp ý",
        "Báo lỗi",
        "Lưu bài",
        "Trang trước",
        "Tiếp theo",
    )
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, END, *chrome, "Chợ Nổi Cái Răng").authors == ()


def test_an_outlet_beside_the_author_is_no_author() -> None:
    story = dump("More ferries for Can Gio at weekends", "Laura Penn", "Can Gio Courier", LEDE, BODY, END)
    assert story.authors == ("Laura Penn",)


def test_a_list_of_keywords_gives_the_tags() -> None:
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, "Từ khóa: phà, Cần Giờ").tags == ("phà", "Cần Giờ")
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, "Tags:\nphà\nCần Giờ").tags == ("phà", "Cần Giờ")
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, "Từ khóa:   phà   Cần Giờ").tags == ("phà", "Cần Giờ")
    assert dump("More ferries", LEDE, BODY, "Filed under: Ferries, Can Gio").tags == ("Ferries", "Can Gio")
    below = ("Từ khóa liên quan:", "phà", "Cần Giờ", "Bài trước", "Giá vé phà tăng", "Bài tiếp theo", "Bến phà cũ")
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, *below).tags == ("phà", "Cần Giờ")


@pytest.mark.parametrize("hashed", [("#phà", "#Cần Giờ"), ("#phà #Cần Giờ",)])
def test_a_word_behind_a_hash_is_a_tag(hashed: tuple[str, ...]) -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, *hashed)
    assert story.tags == ("phà", "Cần Giờ")
    assert story.text == f"{LEDE}\n\n{BODY}"


def test_an_outlet_named_as_a_person_is_no_author_where_it_is_the_source_too() -> None:
    top, source = ("Tin Bến Sông", "3 giờ trước"), "Nguồn Tin Bến Sông: https://example.org/pha"
    assert dump("Thêm chuyến phà Cần Giờ", *top, LEDE, BODY, END, "Minh Anh", source).authors == ("Minh Anh",)
    assert dump("Thêm chuyến phà Cần Giờ", *top, LEDE, BODY, END).authors == ("Tin Bến Sông",)


def test_a_name_said_again_in_capitals_is_one_author_and_the_order_stays() -> None:
    names = ("Lê Minh Anh", "Vũ Quốc Bảo", "LÊ MINH ANH")
    assert dump("Thêm chuyến phà Cần Giờ", *names, "28/06/2024", LEDE, BODY, END).authors == names[:2]


def test_the_day_of_a_picture_is_not_the_story_s() -> None:
    seen = "Laura Penn sells tickets at the pier on Thursday, June 20, 2024. (AP Photo/Ann Lee)"
    top = ("More ferries for Can Gio at weekends", seen, "BY LAURA PENN", "Updated 9:02 AM, June 28, 2024")
    story = dump(*top, LEDE, BODY, END)
    assert story.date is not None
    assert story.date.day == 28


def test_a_word_before_the_date_is_no_part_of_the_name() -> None:
    story = dump("More ferries for Can Gio at weekends", "By Laura Penn published 28 June 2024", LEDE, BODY, END)
    assert (story.authors, story.date and story.date.day) == (("Laura Penn",), 28)


def test_a_letter_stands_for_the_picture_of_an_author() -> None:
    assert dump("Thêm chuyến phà Cần Giờ", "M Minh Anh", "28/06/2024", LEDE, BODY, END).authors == ("Minh Anh",)


def test_tags_that_no_label_names_are_said_in_the_story() -> None:
    found = dump(
        "Thêm chuyến phà Cần Giờ",
        LEDE,
        BODY,
        END,
        "Lê Minh Anh",
        "phà Cần Giờ",
        "mã vạch",
        "hành khách",
        "Cùng chuyên mục",
    )
    assert (found.tags, found.authors) == (("phà Cần Giờ", "mã vạch", "hành khách"), ("Lê Minh Anh",))
    assert (
        dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, END, "Lê Minh Anh", "phà Cần Giờ", "du thuyền", "mã vạch").tags
        == ()
    )
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, END, "Lê Minh Anh", "Phà Cần Giờ", "Mã vạch").tags == ()


def test_tags_stand_on_one_line_below_their_label_or_below_a_button() -> None:
    tags = ("phà Cần Giờ", "vé điện tử")
    assert (
        dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, END, "Từ khóa:", ", ".join(tags), "Chia sẻ bài viết").tags == tags
    )
    assert (
        dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, END, "Đọc tiếp", "Về trang chủ đề", "Chủ đề:", *tags).tags == tags
    )


def test_a_date_below_a_story_that_says_when_it_was_changed_is_another_s() -> None:
    changed, other = "Cập nhật: 28/06/2024 16:30", ("Tin liên quan", "Bến phà cũ được sửa", "25/06/2024 07:10")
    assert f"{dump('Thêm chuyến phà Cần Giờ', changed, LEDE, BODY, END, *other).date:%d %H:%M}" == "28 16:30"
    assert (
        f"{dump('Thêm chuyến phà Cần Giờ', changed, LEDE, BODY, END, 'Ngày đăng: 25/06/2024 07:10').date:%d %H:%M}"
        == "25 07:10"
    )


@pytest.mark.parametrize("place", ["in Can Gio", "at the Old Pier", "tại Bình Khánh"])
def test_a_byline_may_say_where_each_author_was(place: str) -> None:
    title = "More ferries for Can Gio at weekends"
    assert dump(title, f"Ann Lee {place}", "28 June 2024", LEDE, BODY).authors == ("Ann Lee",)
    both = dump(title, f"Ann Lee {place} and Laura Penn in Hanoi", "28 June 2024", LEDE, BODY)
    assert both.authors == ("Ann Lee", "Laura Penn")
    heading = "Ann Lee at Hanoi Opera"
    assert f"\n\n{heading}\n\n" in dump(title, "28 June 2024", LEDE, heading, BODY, END).text
    assert dump(heading, "Laura Penn", "28 June 2024", LEDE, BODY, END).title == heading
