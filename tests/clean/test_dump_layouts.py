"""Plain-text dumps: menus, pictures and fields as programs other than a browser lay them out."""

import pytest

from diemtin.clean import clean
from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "menu",
    [
        "Thời sự Kinh tế Văn hóa Giáo dục Thể thao",
        "World Politics Business Life & Style Sport Opinion Photos",
        ":: Trang nhất :: Thời sự :: Kinh tế :: Khoa học - Công nghệ :: Bạn đọc ::",
    ],
)
def test_a_menu_in_one_line_is_neither_headline_nor_section(menu: str) -> None:
    story = dump("Bến Sông", menu, "Đời sống", TITLE, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.section, story.text) == (TITLE, "Đời sống", STORY)


@pytest.mark.parametrize(
    "title", ["Giáo dục, y tế, văn hóa và thể thao cùng được thêm vốn", "Home Secretary visits the ferry at Can Gio"]
)
def test_a_headline_may_name_sections(title: str) -> None:
    assert dump("Bến Sông", title, "28/06/2024", LEDE, BODY, END).title == title


@pytest.mark.parametrize("line", ["Trang chủ -> Đường thủy -> Giao thông", "Home Giao thông", "Categories: Giao thông"])
def test_a_section_may_stand_behind_an_arrow_home_or_a_label(line: str) -> None:
    assert dump(line, TITLE, "28/06/2024", LEDE, BODY, END).section == "Giao thông"


def test_a_printed_section_comes_without_its_page() -> None:
    assert dump("Section: Harbour; Pg. C1", TITLE, "June 28, 2024", LEDE, BODY, END).section == "Harbour"


def test_a_list_with_a_short_item_above_the_story_is_a_menu() -> None:
    menu = "* Bến phà\n* Lịch chạy phà trong những ngày lễ lớn"
    assert dump(menu, TITLE, "28/06/2024", LEDE, BODY, END).text == STORY


@pytest.mark.parametrize("picture", ["[ferry-2]", "[Khách chờ phà ở bến Bình Khánh lúc sáng sớm]"])
def test_words_in_brackets_are_a_picture_s(picture: str) -> None:
    story = dump(TITLE, "28/06/2024", picture, LEDE, BODY, picture, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_a_sentence_in_brackets_is_the_story_s() -> None:
    note = "[Tên của hai hành khách trong bài đã được thay đổi theo yêu cầu của họ.]"
    assert note in dump(TITLE, "28/06/2024", LEDE, BODY, note, END).text


def test_what_stands_between_a_picture_and_its_credit_is_a_caption() -> None:
    seen = "Hành khách xếp hàng chờ chuyến phà sớm."
    story = dump(TITLE, "[ferry]", seen, "Ảnh: Quốc Bảo", "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_who_gave_a_picture_may_stand_in_brackets() -> None:
    caption = "The first boat at Gannet Pier. (Supplied: Ann Lee)"
    assert dump(TITLE, "28/06/2024", LEDE, caption, BODY, END).text == STORY
    listed = "The owner is listed in London as a carrier of goods. (LSE: PIER)"
    assert listed in dump(TITLE, "28/06/2024", LEDE, listed, BODY, END).text


def test_a_line_of_copyright_is_an_imprint_whatever_it_goes_on_with() -> None:
    for line in ("Copyright 2001 The River Sun. Write to us.", "Bản quyền (c) 2019 Bến Sông. Xin hỏi trước khi chép."):
        assert dump(TITLE, "28/06/2024", LEDE, BODY, END, line).text == STORY


@pytest.mark.parametrize("agency", ["— BVB", "- TTXVN"])
def test_an_agency_s_initials_sign_the_story(agency: str) -> None:
    assert dump(TITLE, "28/06/2024", LEDE, BODY, END, agency).text == STORY


def test_an_author_may_stand_before_the_outlet() -> None:
    assert dump(TITLE, "28/06/2024", LEDE, BODY, END, "Phạm Hải/Bến Sông 24 - Miền Tây").authors == ("Phạm Hải",)


def test_a_numbered_point_that_goes_on_in_others_keeps_its_number() -> None:
    points = ("1. Xe máy được lên phà trước.", "2. Hành khách không được:", "a) Đứng ngoài lan can;")
    story = dump(TITLE, "28/06/2024", LEDE, BODY, *points, END)
    assert story.text.split("\n\n")[2:-1] == list(points)


def test_answers_keep_their_label() -> None:
    assert "Trả lời:" in dump(TITLE, "28/06/2024", LEDE, "Trả lời:", BODY, END).text


def test_the_codes_of_a_database_are_labels() -> None:
    fields = f"SE   Giao thông\nHD   {TITLE}\nBY   Minh Anh\nWC   190 words\nPD   28/06/2024\nLP\n\n{LEDE}\n\nTD"
    story = clean(f"{fields}\n\n{BODY}\n\n{END}\n\nRE   vn : Vietnam\nAN   Document 1234".encode())
    assert (story.title, story.section, story.authors, story.text) == (TITLE, "Giao thông", ("Minh Anh",), STORY)
    assert f"{story.date:%d/%m/%Y}" == "28/06/2024"


def test_capitals_are_no_codes_without_those_of_a_headline_and_a_text() -> None:
    line = "TD là tên gọi tắt của bến phà mới ở Bình Khánh."
    assert line in dump(TITLE, "28/06/2024", LEDE, line, BODY, END).text


def test_a_story_sent_on_begins_where_its_headline_is_said_again() -> None:
    header = f"Từ: Lan Chi <chi@example.org>\nNgày: 02/07/2024 20:14\nChủ đề: Fwd: {TITLE}\nĐến: Bến phà"
    note = "Anh xem bài này rồi mình bàn thêm vào thứ hai tới nhé."
    story = dump(header, note, TITLE, "Minh Anh | 28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text, story.authors) == (TITLE, STORY, ("Minh Anh",))
    assert f"{story.date:%d/%m/%Y}" == "28/06/2024"


def test_numbered_steps_of_a_breadcrumb_are_no_story() -> None:
    story = dump("1. Trang chủ ›\n2. Giao thông ›", TITLE, "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_a_section_that_ends_the_page_s_title_is_not_the_headline() -> None:
    assert dump(f"{TITLE} - Giao thông", "Giao thông", TITLE, "28/06/2024", LEDE, BODY, END).title == TITLE


def test_the_numbers_of_a_table_whose_cells_stand_one_a_line_are_kept() -> None:
    cells = ("Bến", "Vé thường", "Vé tháng", "Bình Khánh", "2.000", "45.000", "Cát Lái", "3.000", "60.000")
    story = clean("\n".join((TITLE, "28/06/2024", LEDE, *cells, BODY, END)).encode())
    assert story.text.split("\n\n") == [LEDE, *cells, BODY, END]
    shares = ("Facebook", "12", "Zalo", "5", "Chia sẻ", "0", "Thích", "17")
    assert clean("\n".join((TITLE, "28/06/2024", LEDE, *shares, BODY, END)).encode()).text == STORY


def test_an_agency_s_initials_may_stand_alone_above_the_text() -> None:
    assert dump(TITLE, "28/06/2024", LEDE, "DNT —", BODY, END).text == STORY


def test_a_place_or_an_outlet_beside_the_byline_is_no_author() -> None:
    assert dump(TITLE, "28/06/2024", "TP HCM", LEDE, BODY, END, "Minh Anh").authors == ("Minh Anh",)
    assert dump("More ferries for Can Gio", "By Laura Penn, DNT", "June 28, 2024", LEDE, BODY).authors == (
        "Laura Penn",
    )
