"""Sections of plain-text dumps: trails whose steps spaces set apart, and what beside a date names none."""

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
