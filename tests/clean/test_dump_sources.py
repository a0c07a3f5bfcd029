"""Plain-text dumps as different programs make them: text browsers, converters to Markdown, mail, copies of a PDF."""

import pytest

from diemtin.clean import clean
from diemtin.clean.dumps.paragraphs import paragraphs
from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


def test_a_text_browser_s_numbers_of_links_and_its_menu_are_no_story() -> None:
    story = dump(
        "#[1]RSS [2]Trang chủ",
        "* [3]Đời sống\n* [4]Giao thông",
        TITLE,
        LEDE.replace("phà Cần Giờ", "[5]phà Cần Giờ"),
        BODY,
        END,
        "References",
        "1. https://example.org/rss\n2. https://example.org/\n3. https://example.org/doi-song",
    )
    assert (story.title, story.text) == (TITLE, STORY)


def test_a_byline_that_is_a_text_browser_s_link_may_have_its_date_behind() -> None:
    found = dump(
        f"[1]Trang chủ\n\n{TITLE}", "[2]Lê Minh Anh - 28/06/2024", STORY, "1. https://example.org/\n2. https://b"
    )
    assert found.date is not None
    assert (found.authors, found.date.isoformat()[:10]) == (("Lê Minh Anh",), "2024-06-28")


def test_a_number_in_brackets_is_left_where_no_addresses_are_listed() -> None:
    assert "[5]phà" in dump(TITLE, LEDE.replace("phà Cần Giờ", "[5]phà Cần Giờ"), BODY, END).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Phà chạy từ [bến Bình Khánh](https://example.org/ben) lúc 5 giờ.", "Phà chạy từ bến Bình Khánh lúc 5 giờ."),
        ('Phà chạy từ [bến](https://example.org/ben "Bến phà") lúc 5 giờ.', "Phà chạy từ bến lúc 5 giờ."),
        (
            "Phà chạy từ [bến](https://example.org/ben-pha-can-gio-va-ben-\nbinh-khanh) lúc 5 giờ.",
            "Phà chạy từ bến lúc 5 giờ.",
        ),
        ("Phà chạy từ [bến](<https://example.org/ben>) **lúc 5 giờ**.", "Phà chạy từ bến lúc 5 giờ."),
        ("**Phà** chạy _rất sớm_, *từ 5 giờ*, theo tệp __init__ của [bến](/ben).", None),
        (
            "Ký hiệu 2*3*4 và tên tệp lich_pha_moi đều để nguyên.",
            "Ký hiệu 2*3*4 và tên tệp lich_pha_moi đều để nguyên.",
        ),
    ],
)
def test_marks_of_markdown_are_no_words(written: str, read: str | None) -> None:
    wanted = read or "Phà chạy rất sớm, từ 5 giờ, theo tệp __init__ của bến."
    assert [paragraph.text for paragraph in paragraphs(written)] == [wanted]


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    wrapped = (
        "The ferry was rebuilt last year and now carries twice as many passen\u00ad\n"
        "gers as before. Its captain says that the price-\n"
        "setting rules have not changed, and nobody at the pier had expected\n"
        "them to change before the end of the season."
    )
    (paragraph,) = paragraphs(wrapped)
    assert "many passengers as before" in paragraph.text
    assert "the price-setting rules" in paragraph.text


def test_a_paragraph_of_one_line_is_told_by_the_indent_of_the_next() -> None:
    wrapped = (
        "   The lantern fair that has closed Pier Street every March since the\n"
        "war will be held in a furniture hall this year. Both the fair and\n"
        "the kite flyers hold a permit for the same evening, and nobody at\n"
        "the pier had expected that.\n"
        '   "I would have said something sooner," said the clerk, Dale Orton.\n'
        "   The hall has a ceiling of forty feet, so the lanterns will be tied\n"
        "to chairs, which are for sale."
    )
    assert [paragraph.text.split()[0] for paragraph in paragraphs(wrapped)] == ["The", '"I', "The"]


def test_paragraphs_of_one_length_are_not_taken_for_wrapped_lines() -> None:
    lines = [
        "Cụ bắt đầu theo cha chèo đò từ năm lên bảy, mỗi ngày sang sông hơn hai mươi lượt.",
        "Hai cha con sống bằng những đồng xu khách thả vào chiếc thau đồng ở mũi đò.",
        "Sau năm 1990 cụ bỏ nghề về làm ruộng, tưởng không bao giờ cầm chèo nữa.",
        "Năm ngoái, bến phà mời cụ dạy lại cho sáu người trẻ trong xã cách chèo đò.",
    ]
    assert [paragraph.text for paragraph in paragraphs("\n".join(lines))] == lines


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_a_menu_on_one_line_is_no_headline(gap: str) -> None:
    menu = gap.join(("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Liên hệ"))
    story = dump(menu, TITLE, "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


@pytest.mark.parametrize(
    "header",
    [
        "Từ: Bản tin Cần Giờ <bantin@example.org>\nNgày: 28/06/2024 09:38\nChủ đề: {}\nĐến: bandoc@example.org",
        "From: News desk <desk@example.org>\nSent: June 28, 2024 9:38 AM\nTo: readers@example.org\nSubject: Fwd: {}",
    ],
)
def test_the_subject_of_a_mail_is_the_headline(header: str) -> None:
    farewell = "Bạn nhận được thư này vì đã đăng ký bản tin của chúng tôi trong năm nay."
    story = dump(header.format(TITLE), LEDE, BODY, END, farewell)
    assert (story.title, story.text) == (TITLE, STORY)
    assert story.date is not None
    assert story.date.isoformat() == "2024-06-28T09:38:00+07:00"


def test_a_subject_without_a_sender_is_a_topic() -> None:
    assert dump("Chủ đề: phà, Cần Giờ", TITLE, LEDE, BODY, END).tags == ("phà", "Cần Giờ")


def test_the_description_in_a_page_s_head_is_not_the_story_s_first_paragraph() -> None:
    story = dump(f"{TITLE} | Báo Bến Sông", LEDE, "Báo Bến Sông", "Đời sống", TITLE, "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text, story.section) == (TITLE, STORY, "Đời sống")


@pytest.mark.parametrize("head", ["{} | Báo Bến Sông", "Báo Bến Sông – {}"])
def test_the_headline_is_the_line_that_the_page_s_title_says_too(head: str) -> None:
    menu = ("Bảo vệ rừng ngập mặn phía nam", "Bạn đọc viết")
    story = dump(head.format(TITLE), *menu, "Nhịp sống", *menu, "29/06/2024", TITLE, "28/06/2024", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_a_form_to_log_in_is_no_headline() -> None:
    form = ("Tên tài khoản:", "Mật khẩu của bạn", "Quên mật khẩu? Lấy lại mật khẩu", "Forgot your password? Get help")
    assert dump(*form, TITLE, LEDE, BODY, END).title == TITLE


def test_a_masthead_is_no_headline() -> None:
    masthead = "BÁO BẾN SÔNG - CƠ QUAN CỦA ĐẢNG BỘ TỈNH"
    story = dump(masthead, "Thứ Năm, 04/07/2024", TITLE, "28/06/2024 09:38", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)


def test_the_line_below_the_date_is_a_headline_rather_than_a_button_above_it() -> None:
    story = dump("Trở lại Đời sống", "Đời sống", "28/06/2024 09:38", TITLE, LEDE, BODY, END)
    assert story.title == TITLE


def test_an_agency_that_signs_the_last_sentence_does_not_make_it_a_headline() -> None:
    last = "Vé không đổi giá cho đến hết năm. — VNS"
    assert clean("\n".join((TITLE, LEDE, BODY, last)).encode()).text.endswith(last)


def test_what_a_reader_marked_in_an_app_stands_below_the_story() -> None:
    sentence = END.split(",")[0] + "."
    marked = ("Highlights (2)", "> Xem lại với nhà.", f"> {sentence}", "Exported from Bookshelf 3.1 on 2024-07-01")
    story = dump(TITLE, LEDE, BODY, sentence, *marked)
    assert story.text == f"{LEDE}\n\n{BODY}\n\n{sentence}"
    new = "> Trận bán kết có ba bàn thắng trong mười phút cuối."
    assert new[2:] in dump(TITLE, LEDE, BODY, sentence, "Highlights", new, END).text


def test_what_an_archive_says_above_a_page_is_no_story() -> None:
    notice = "This is Google's cache of https://example.org/pha. It is a snapshot of the page as it was on 1 July 2024."
    tip = "Tip: To quickly find your search term on this page, press Ctrl+F and use the find bar."
    found = dump(notice, "Text-only version", tip, TITLE, "28/06/2024", LEDE, BODY, END)
    assert (found.title, found.text) == (TITLE, STORY)


def test_where_a_clipping_is_from_is_its_address_and_no_section() -> None:
    found = dump("Clipped from: https://example.org/pha", TITLE, "Minh Anh | 28/06/2024", LEDE, BODY, END)
    assert (found.title, found.section, found.url) == (TITLE, "", "https://example.org/pha")


def test_of_a_newsletter_s_mail_the_headline_stands_below_its_address() -> None:
    deck = "What forty years on one river look like"
    top = ("View this post on the web at https://example.org/p/ferry", f"The ferry stays\n{deck}", "Laura Penn")
    assert dump(*top, LEDE, BODY, END).title == "The ferry stays"
    assert dump(f"The River\n{deck}", "Laura Penn", LEDE, BODY, END).title == deck
