"""Plain-text dumps: what stands above the story, in which the headline, its date and its authors are to be found."""

import pytest

from diemtin.clean import clean
from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))
DAY = "2024-06-28"


@pytest.mark.parametrize(
    "menu",
    [
        "Bến Sông trực tuyến | Trang chủ | Thời sự | Kinh tế | Văn hóa | Liên hệ",
        "Trang chủ | Bóng bàn | Đua thuyền | Lịch thi đấu | Bảng xếp hạng",
        "THỜI SỰ    KINH TẾ    ĐỜI SỐNG    THỂ THAO    BẠN ĐỌC    ĐẶT BÁO",
        "[ News ] [ Sport ]  [ What's On ]  [ Archive ]",
        "VN-Index 1.402,11 (+0,32%)   Vàng miếng 92,4   USD 25.880",
        "Recipes • Seasonal • Baking • Letters from readers • Shop",
    ],
)
def test_a_row_of_short_items_is_no_headline(menu: str) -> None:
    story = dump(menu, "Đời sống", TITLE, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.text, story.section) == (TITLE, STORY, "Đời sống")


def test_a_row_of_the_story_s_own_table_is_kept() -> None:
    table = ("Bến   Vé thường   Vé tháng", "Bình Khánh   2.000   45.000", "Cát Lái   3.000   60.000")
    story = dump(TITLE, "28/06/2024", LEDE, *table, BODY, END)
    assert [" ".join(row.split()) for row in table] == story.text.split("\n\n")[1:-2]


def test_what_stands_over_a_menu_is_no_headline() -> None:
    top = (
        "CỔNG THÔNG TIN ĐIỆN TỬ XÃ BẾN PHÀ",
        "Giới thiệu | Tin tức | Văn bản | Liên hệ",
        "Thứ Sáu, 28/06/2024, 09:38",
    )
    assert dump(*top, TITLE.upper(), LEDE, BODY, END).title == TITLE.upper()


@pytest.mark.parametrize("teaser", ["HOT: Trực tiếp đua ghe ngo lúc 19h00", "Mời bạn đọc góp ý cho báo tết năm nay"])
def test_the_line_right_above_the_date_is_a_headline_rather_than_a_teaser_above_it(teaser: str) -> None:
    story = dump(teaser, "Giao thông đường thủy", TITLE, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


@pytest.mark.parametrize("byline", ["Laura Penn", "By Laura Penn", "By\n\nLaura Penn"])
def test_a_line_that_sums_up_may_stand_between_headline_and_byline(byline: str) -> None:
    deck = "Four more boats, a longer timetable and no more queues at the counter"
    story = dump("More ferries for Can Gio at weekends", deck, byline, "June 28, 2024", LEDE, BODY, END)
    assert (story.title, story.lede, story.authors) == (
        "More ferries for Can Gio at weekends",
        deck,
        ("Laura Penn",),
    )
    assert story.text == f"{deck}\n\n{STORY}"


def test_facts_below_the_lede_are_no_story() -> None:
    facts = ("By LAURA PENN", "Harbour Wire", "June 28, 2024")
    story = dump(TITLE, LEDE, *facts, BODY, END)
    assert (story.authors, story.text) == (("LAURA PENN",), STORY)


@pytest.mark.parametrize(
    "line", ["« Bến phà cũ | Trang đầu | Chợ nổi »", "Đọc tiếp trên trang: https://example.org/pha"]
)
def test_a_way_to_another_page_is_neither_headline_nor_story(line: str) -> None:
    story = dump(line, TITLE, LEDE, BODY, END, line)
    assert (story.title, story.text) == (TITLE, STORY)


def test_a_breadcrumb_may_be_a_step_a_line() -> None:
    teasers = ("Dừng thu phí bến thuyền ở Hà Tĩnh", "Nắng nóng kéo dài đến cuối tuần")
    assert dump(*teasers, "Trang chủ", "Làng nghề", "Gốm", TITLE, "28/06/2024", LEDE, BODY, END).section == "Gốm"


@pytest.mark.parametrize("notice", ["Updated 3 hours ago", "View this email in your browser", "Bỏ qua quảng cáo"])
def test_a_notice_of_the_page_is_no_headline(notice: str) -> None:
    story = dump(notice, TITLE, notice, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_how_long_ago_stands_beside_the_section() -> None:
    story = dump("Ngược dòng · 2 giờ trước", TITLE, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.section) == (TITLE, "Ngược dòng")


def test_a_section_in_capitals_is_spelled_as_in_the_menu() -> None:
    menu = ("Đời sống", "Nông sản", "Giáo dục")
    assert dump(*menu, "NÔNG SẢN", TITLE, "28/06/2024", LEDE, BODY, END).section == "Nông sản"
    assert dump("NÔNG SẢN", TITLE, "28/06/2024 09:38 | Nông sản", LEDE, BODY, END).section == "Nông sản"
    assert dump("NÔNG SẢN", TITLE, "28/06/2024", LEDE, BODY, END).section == "NÔNG SẢN"


def test_an_alert_that_is_a_sentence_is_neither_headline_nor_story() -> None:
    alert = "Cảnh báo: gió giật mạnh trên sông đến 9 giờ tối nay."
    facts = ("By Laura Penn", "Published: June 28, 2024 at 9:38 AM by the desk")
    story = dump(alert, "Địa phương", TITLE, *facts, LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("Image source,", "Harbour Trust"),
        ("Image caption,", "The pier at dawn, before the first of the new boats came in."),
        ("Photo:", "Laura Penn"),
    ],
)
def test_a_label_and_what_it_names_may_be_two_lines(label: str, named: str) -> None:
    assert clean("\n".join((TITLE, "28/06/2024", LEDE, label, named, BODY, END)).encode()).text == STORY


def test_two_authors_may_be_four_lines() -> None:
    lines = (TITLE, "By", "Laura Penn", "and", "Duc Minh Tran", "Transport Correspondent", LEDE, BODY, END)
    story = clean("\n".join(lines).encode())
    assert (story.authors, story.text) == (("Laura Penn", "Duc Minh Tran"), STORY)


@pytest.mark.parametrize(
    "credit", ["Credit...\n\nLaura Penn for The Pier Times", "Laura Penn | Pier Press | Getty Images"]
)
def test_the_line_above_a_picture_s_credit_is_its_caption(credit: str) -> None:
    caption = "Luis Pham has sold tickets at the pier since 1983."
    assert dump(TITLE, LEDE, caption, credit, BODY, END).text == STORY


def test_a_name_below_a_caption_is_not_the_author_s_where_a_byline_is() -> None:
    facts = ("By Laura Penn", "June 28, 2024", "The pier at dawn. Photo: Harbour Trust", "Rufus Bane")
    assert dump(TITLE, *facts, LEDE, BODY, END).authors == ("Laura Penn",)


def test_a_topic_s_link_and_a_picture_s_file_inside_the_story_are_no_story() -> None:
    markdown = (
        f"# {TITLE}",
        LEDE,
        "[Phà trên sông](/giao-thong/pha)",
        BODY,
        END,
        "* [phà](/tag/pha)",
        "* [sông](/tag/song)",
    )
    assert dump(*markdown).text == STORY
    addresses = "1. https://example.org/pha\n2. https://example.org/song"
    browser = (TITLE, LEDE, "[1][pha-can-gio.jpg]", "[2]Bến phà lúc rạng sáng", BODY, END, "References", addresses)
    assert dump(*browser).text == STORY


def test_the_answers_to_a_mail_are_no_part_of_words_in_its_subject() -> None:
    header = "From: desk@example.org\nSubject: Re: Upland Wire: More ferries for Can Gio"
    assert dump(header, "UPLAND WIRE", LEDE, BODY, END).title == "Upland Wire: More ferries for Can Gio"
    assert dump(header, "UPLAND WIRE", "More ferries for Can Gio", LEDE, BODY, END).title == "More ferries for Can Gio"


def test_the_date_that_says_published_is_the_story_s() -> None:
    dates = ("28 June 2024 17.40 GMT", "First published on 28 June 2024 06.55 GMT")
    story = dump(TITLE, *dates, LEDE, BODY, END)
    assert story.date is not None
    assert story.date.isoformat() == "2024-06-28T13:55:00+07:00"


def test_readers_dates_are_not_the_story_s() -> None:
    comments = ("Comments", "Moira says", "June 29, 2024 at 9:02 am", "About time, too.")
    story = dump(TITLE, "June 28, 2024 by Laura Penn · 14 Comments", LEDE, BODY, END, *comments)
    assert story.date is not None
    assert story.date.date().isoformat() == DAY


def test_a_clock_later_than_the_last_change_is_the_page_s_own() -> None:
    clock, menu = "Thứ Hai, 01/07/2024, 15:02", "Giới thiệu | Tin tức | Văn bản | Liên hệ"
    story = dump(menu, clock, TITLE, LEDE, BODY, END, "(Cập nhật ngày 28/06/2024)")
    assert story.date is not None
    assert story.date.date().isoformat() == DAY


def test_who_speaks_in_a_conversation_is_told_by_its_marks() -> None:
    talk = ("* Chị bắt đầu lái phà khi nào?", "- Năm hai mươi tuổi, theo cha tôi.", "* Khó nhất là gì?", "- Sương mù.")
    assert dump(TITLE, LEDE, *talk).text == "\n\n".join((LEDE, *(line.replace("- ", "– ") for line in talk)))


def test_a_heading_with_a_roman_number_is_no_author() -> None:
    story = dump(TITLE, LEDE, "I. Bến", BODY, "II. Phà", END, "III. Về", LEDE.replace("bốn", "năm"))
    assert story.authors == ()
    assert story.text.split("\n\n")[-2:] == ["III. Về", LEDE.replace("bốn", "năm")]


def test_more_from_a_section_is_a_list_of_other_stories() -> None:
    assert (
        dump(TITLE, LEDE, BODY, END, "More from Harbour Life", "The eel ladder at the mill is finished.").text == STORY
    )


@pytest.mark.parametrize(
    "line",
    [
        "Dịch vụ công ở bến",
        "By the river",
        "Hành khách nói: please consider the ducks, rồi cười.",
        "Đọc sách trên phà | Nghe nhạc trên phà",
        "« Phà là nhà thứ hai của tôi », một thuyền viên nói.",
    ],
)
def test_a_line_of_the_story_that_begins_as_a_notice_does_is_kept(line: str) -> None:
    assert line in dump(TITLE, "28/06/2024", LEDE, line, BODY, END).text.split("\n\n")


def test_a_headline_may_begin_as_a_byline_does() -> None:
    headline = "Theo chân người lái phà đêm"
    assert dump("Đời sống", headline, "28/06/2024", LEDE, BODY, END).title == headline


def test_a_paragraph_that_begins_with_a_link_is_story() -> None:
    addresses = "1. https://example.org/pha\n2. https://example.org/song"
    assert dump(TITLE, LEDE, f"[1]{BODY}", END, "References", addresses).text == STORY


@pytest.mark.parametrize("source", ["AFP", "Hoài Thu/TTXVN"])
def test_an_agency_below_the_last_paragraph_is_no_picture_s(source: str) -> None:
    last = "Phà chạy lại lúc năm giờ sáng mai."
    assert dump(TITLE, LEDE, BODY, last, source).text.endswith(last)


def test_a_label_without_a_name_does_not_take_the_paragraph_below() -> None:
    assert BODY in dump(TITLE, LEDE, "Ảnh:", BODY, END).text


@pytest.mark.parametrize("greeting", ["Dear editor,", "Thưa tòa soạn,"])
def test_a_letter_to_the_paper_begins_with_its_greeting(greeting: str) -> None:
    assert dump(TITLE, "Lê Minh Anh", "28/06/2024", greeting, LEDE, BODY, END).text == f"{greeting}\n\n{STORY}"
    mail = f"From: Bến Sông <ben@example.org>\nSubject: {TITLE}\nDate: 28/06/2024"
    assert dump(mail, greeting, LEDE, BODY, END).text == STORY


def test_what_a_program_that_reads_print_says_of_itself_is_no_headline() -> None:
    assert (
        dump("OCR text (may contain errors)", "BẾN SÔNG 28/06/2024", TITLE, "By Lê Anh", LEDE, BODY, END).title == TITLE
    )
