"""Sections of plain-text dumps: trails, labels, and what stands right above the headline or beside the date."""

import pytest

from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (("Trang chủ    Xã hội    Giao thông",), "Giao thông"),
        (("Home\tTravel\tFerries", "Share   Print"), "Ferries"),
        (("[Trang chủ](/) [Bến bãi](/ben-bai)",), "Bến bãi"),
        (("Bến bãi\nVé tàu\nGhe xuồng\nCa nô", "Bến bãi   Phà"), "Phà"),
    ],
)
def test_spaces_or_links_set_apart_the_steps_of_a_trail_above_the_headline(
    above: tuple[str, ...], section: str
) -> None:
    assert dump(*above, TITLE, "28/06/2024 09:15", LEDE, BODY, END).section == section


@pytest.mark.parametrize(
    "row",
    [
        "Trang chủ    Thời sự    Kinh tế    Giáo dục",
        "Trang chủ    Đăng nhập",
        "Bến Sông    Số ra hôm nay",
    ],
)
def test_a_menu_or_a_bar_of_buttons_above_the_headline_is_no_trail(row: str) -> None:
    assert dump(row, TITLE, "28/06/2024 09:15", LEDE, BODY, END).section == ""


@pytest.mark.parametrize("weekday", ["Thứ Sáu", "Friday", "Fri"])
def test_a_weekday_beside_a_date_is_no_section(weekday: str) -> None:
    found = dump(TITLE, f"{weekday}, 28/06/2024, 09:15 | Minh Anh", LEDE, BODY, END)
    assert (found.section, found.authors) == ("", ("Minh Anh",))
    assert dump(TITLE, f"Du lịch | {weekday}, 28/06/2024, 09:15", LEDE, BODY, END).section == "Du lịch"


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("❖ Chuyện công nghệ", "Chuyện công nghệ"),
        ("Trang chủ > Kinh doanh > Vàng", "Vàng"),
        ("Home › World › Asia", "Asia"),
        ("Trang chủ›Kinh doanh", "Kinh doanh"),
        ("Chuyên mục: Du lịch", "Du lịch"),
        ("Posted in: Science", "Science"),
    ],
)
def test_a_breadcrumb_above_or_below_names_the_section(line: str, section: str) -> None:
    assert dump(line, "Thêm chuyến phà Cần Giờ", LEDE, BODY).section == section
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, line).section == section


def test_a_menu_at_the_foot_of_a_page_is_no_breadcrumb() -> None:
    story = dump(
        "Báo Bến Sông",
        "Đời sống",
        "Thêm chuyến phà Cần Giờ",
        "28/06/2024",
        LEDE,
        BODY,
        END,
        "Trang chủ | Liên hệ | Bản rút gọn",
    )
    assert story.section == "Đời sống"


def test_a_link_below_the_story_leads_back_to_its_section() -> None:
    top = ("Thời sự", "Bến bãi", "Nhịp cầu", "Thể thao", "Thêm chuyến phà Cần Giờ", "28/06/2024", LEDE, BODY, END)
    assert dump(*top, "Trở lại Bến bãi").section == "Bến bãi"
    assert dump(*top, "Back to top").section == ""


MENU = ("Thời sự", "Thế giới", "Giao thông", "Thể thao", "Tất cả chuyên trang")


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (("Đời sống", "Ăn gì ở đâu"), "Đời sống"),
        (("Báo Bến Sông", "Đời sống", "Ăn gì ở đâu"), "Đời sống"),
        (("Đời sống", "›", "Ăn gì ở đâu"), "Đời sống"),
        (("Ngược dòng", "28/06/2024 09:38"), "Ngược dòng"),
        (("Ý kiến",), "Ý kiến"),
        (("☰ Bến Sông", "Đời sống"), "Đời sống"),
        ((*MENU, "Giao thông"), "Giao thông"),
        ((*MENU, "Giao thông", "Đường thủy", "28/06/2024 09:38"), "Giao thông"),
        ((*MENU, *MENU), ""),
        (("Trang nhất", "Nghe nhìn", "Kho bài", "Liên kết"), ""),
        (("Giá xăng giảm mạnh từ chiều nay", "3 giờ trước", "Ngược dòng"), "Ngược dòng"),
    ],
)
def test_the_section_stands_right_above_the_headline_and_a_menu_is_none(above: tuple[str, ...], section: str) -> None:
    assert dump(*above, "Thêm chuyến phà Cần Giờ cuối tuần", "28/06/2024", LEDE, BODY, END).section == section


def test_the_section_may_stand_beside_the_date() -> None:
    line = "Gadgets · By Laura Penn · Jun 28, 2024, 9:38am"
    story = dump("Reviews", "How To", "Deals", "More ferries for Can Gio at weekends", line, LEDE, BODY, END)
    assert (story.section, story.authors) == ("Gadgets", ("Laura Penn",))


def test_a_label_before_a_date_is_no_section() -> None:
    assert dump("Thêm chuyến phà Cần Giờ", "Saved: 28/06/2024", LEDE, BODY, END).section == ""
    assert dump("Thêm chuyến phà Cần Giờ", "Đời sống: 28/06/2024", LEDE, BODY, END).section == "Đời sống"
