"""Plain-text dumps: the form of a line tells what it is, for any outlet and in both languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.clean import Cleaned, clean
from diemtin.clean.dumps import lines
from diemtin.clean.dumps.paragraphs import paragraphs
from diemtin.clean.pipeline import is_page

LEDE = "Từ sáng mai, phà Cần Giờ chạy thêm bốn chuyến để giảm cảnh chờ đợi vào dịp cuối tuần."
BODY = "Hành khách có thể mua vé trước qua điện thoại và lên phà bằng mã vạch, không cần xếp hàng ở quầy như trước."
END = "Việc tăng chuyến kéo dài đến hết tháng Tám, sau đó được xem xét lại theo lượng khách thực tế."


def dump(*parts: str) -> Cleaned:
    return clean("\n\n".join(parts).encode())


def test_the_seed_of_the_project_is_read_as_an_editor_would(yardsticks) -> None:  # type: ignore[no-untyped-def]
    (seed,) = (yardsticks / "seed").glob("000_*.txt")
    story = clean(seed.read_bytes())
    assert story.title == "OpenAI cấm cửa các nhà phát triển đến từ Trung Quốc"
    assert story.date == dt.datetime(2024, 6, 28, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    assert story.section == "Chuyện công nghệ"
    assert len(story.text.split("\n\n")) == 9
    assert story.text.startswith(story.lede)
    assert story.html.startswith('<p class="lede">')
    assert not [debris for debris in (story.title, "283", "Bình luận", "Sắp xếp", "❖") if debris in story.html]


def test_the_headline_stands_nowhere_else() -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, "Thêm chuyến phà Cần Giờ", BODY, END)
    assert story.title == "Thêm chuyến phà Cần Giờ"
    assert story.text == "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "furniture",
    [
        "31 👨 283",
        "4,8 ★ 12 👨 1.904",
        "1.245 lượt xem",
        "0 Bình luận",
        "Chia sẻ Facebook Twitter Zalo",
        "Facebook | X | LinkedIn | Copy link",
        "A- A A+",
        "12K views",
        "5 min read",
        "Share",
        "Nghe đọc bài",
        "Nữ miền Bắc",
        "Lưu bài viết",
        "Đã đọc: 1.205 lần",
        "Tổng số điểm của bài viết là: 4 trong 2 đánh giá",
        "Đăng nhập để bình luận",
        "Trở lại trang trước",
        "Quảng cáo",
        "Advertisement",
        "SKIP ADVERTISEMENT",
        "View image in fullscreen",
    ],
)
def test_counters_share_bars_and_buttons_are_no_story(furniture: str) -> None:
    story = dump("Thêm chuyến phà Cần Giờ", furniture, LEDE, BODY, furniture, END, furniture)
    assert story.text == "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "notice",
    [
        "Chúng tôi sử dụng cookie để trang chạy nhanh hơn, xin bạn bấm đồng ý.",
        "Trình duyệt của bạn không hỗ trợ JavaScript nên một số phần không hiện ra.",
        "We and our partners store information on a device, such as cookies, to show you content that suits you.",
        "Bản tin này được lưu lại từ một trang khác.",
    ],
)
def test_a_notice_above_the_headline_is_neither_headline_nor_story(notice: str) -> None:
    story = dump(notice, "Đồng ý", "Thêm chuyến phà Cần Giờ vào cuối tuần", "28/06/2024 09:38", LEDE, BODY, END)
    assert story.title == "Thêm chuyến phà Cần Giờ vào cuối tuần"
    assert story.text == "\n\n".join((LEDE, BODY, END))


def test_a_story_may_be_about_cookies_and_its_lede_may_stand_above_the_date() -> None:
    told = "Nhiều trang web sử dụng cookie để theo dõi người đọc, trình duyệt mới sẽ chặn việc này."
    story = dump("Trình duyệt mới chặn theo dõi người đọc", told, "28/06/2024 09:38", "Hoài Thu", BODY, END)
    assert story.title == "Trình duyệt mới chặn theo dõi người đọc"
    assert story.text == "\n\n".join((told, BODY, END))
    assert story.authors == ("Hoài Thu",)


@pytest.mark.parametrize(
    "caption",
    [
        "Ảnh: Minh Tuấn",
        "Bến phà lúc rạng sáng. Ảnh: TTXVN",
        "Bến phà lúc rạng sáng. Ảnh: M.T",
        "Bến phà lúc rạng sáng - Ảnh: N.M.T.",
        "Bến phà lúc rạng sáng. (Ảnh: M.T/Báo Cần Giờ)",
        "Bến phà lúc rạng sáng (Ảnh minh họa).",
        "Bến phà lúc rạng sáng (Nguồn: Đài Cần Giờ)",
        "Bến phà lúc rạng sáng nay ở huyện Cần Giờ - Ảnh 1.",
        "Hình 2: Bến phà lúc rạng sáng",
        "Ảnh minh họa",
        "The pier at dawn. Photo: Ann Lee",
        "The pier at dawn on Thursday. STAFF PHOTO BY A. LEE",
        "[ben-pha.jpg]",
        "[IMG]",
        "Image caption, The pier was rebuilt last year. Photograph: Ann Lee",
    ],
)
def test_a_caption_without_its_picture_is_no_story(caption: str) -> None:
    assert dump("Thêm chuyến phà Cần Giờ", LEDE, caption, BODY, END).text == "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "sentence",
    ["Phà mới dài bốn mươi mét, xem thêm ở hình 2.", "Lượng khách tăng gấp đôi so với năm ngoái (nguồn: bến phà)."],
)
def test_a_sentence_that_speaks_of_a_picture_or_a_source_is_no_caption(sentence: str) -> None:
    assert sentence in dump("Thêm chuyến phà Cần Giờ", LEDE, sentence, BODY, END).text


@pytest.mark.parametrize("last", ["Xin cảm ơn ông!", "PV: Cảm ơn ông!", "Hết.", "Được không?", "Hết rồi. ■"])
def test_a_story_ends_with_its_last_sentence_however_short(last: str) -> None:
    question = "PV: Vì sao bến phà không làm việc này sớm hơn, thưa ông?"
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, question, BODY, END, last, "Hoài Thu (thực hiện)", "Bến phà đã mở!")
    assert story.text.split("\n\n")[-1] == last
    assert story.authors == ("Hoài Thu",)


def test_links_to_other_stories_are_left_out_and_the_story_goes_on() -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, "Xem thêm: Phà Cát Lái tạm dừng", ">> Giá vé phà tăng", BODY, END)
    assert story.text == "\n\n".join((LEDE, BODY, END))
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, "Đọc thêm\nPhà Cát Lái tạm dừng\nGiá vé phà tăng", BODY, END)
    assert story.text == "\n\n".join((LEDE, BODY, END))


LONG = "Theo ban quản lý bến, những chuyến tăng thêm chạy vào sáng sớm và chiều muộn, khi công nhân đi làm và tan ca."


@pytest.mark.parametrize("last", ["Vé không đổi giá cho đến hết năm.", "Hoài Thu", "Từ khóa: phà, Cần Giờ"])
def test_the_story_goes_on_below_a_box_of_related_stories(last: str) -> None:
    box = ("Tin liên quan", "Phà Cát Lái tạm dừng", "Giá vé phà tăng")
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, END, *box, LONG, last)
    assert story.text.removesuffix(f"\n\n{last}") == "\n\n".join((LEDE, BODY, END, LONG))


def test_stories_listed_below_the_signature_are_other_stories() -> None:
    listed = ("Tin liên quan", "Phà Cát Lái tạm dừng", LONG + " Giá vé giữ nguyên.", BODY)
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, LONG, END, "Hoài Thu", *listed)
    assert story.text == "\n\n".join((LEDE, LONG, END))


TEASERS = ("Giữ rừng ngập mặn", BODY + " Ai cũng khen tiện.", "Chợ nổi ngày cuối năm", END + " Bà con rất mong.")


@pytest.mark.parametrize(
    "opener",
    [
        "Tin, bài khác:",
        "* Các tin đã đăng",
        "Những tin cũ hơn",
        "Bài viết cùng chuyên mục",
        "TIN ĐỌC NHIỀU NHẤT",
        "Mới - Nóng",
        "Đừng bỏ lỡ",
        "Other news",
        "Latest stories",
    ],
)
def test_teasers_below_a_line_that_lists_stories_are_no_story(opener: str) -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, LONG, END, opener, *TEASERS)
    assert story.text == "\n\n".join((LEDE, BODY, LONG, END))


@pytest.mark.parametrize("closing", ["Hoài Thu", "Nguồn: Báo Cần Giờ", "Tags: phà", "Chia sẻ Facebook Zalo"])
def test_teasers_below_the_line_that_closes_the_story_need_no_line_of_their_own(closing: str) -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, LONG, END, closing, "Góc bạn trẻ", *TEASERS)
    assert story.text == "\n\n".join((LEDE, BODY, LONG, END))


def test_a_name_in_the_middle_does_not_close_a_story_whose_paragraphs_follow_each_other() -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, "Hoài Thu", LONG, END)
    assert story.text.split("\n\n")[-2:] == [LONG, END]


def test_a_button_for_comments_inside_the_story_does_not_end_it() -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, "Gửi bình luận", LONG, END)
    assert story.text == "\n\n".join((LEDE, BODY, LONG, END))


def test_readers_comments_end_the_story_even_if_they_are_long() -> None:
    comment = "Tôi đi phà này mỗi tuần và thấy việc thêm chuyến là rất cần thiết, nhất là vào chiều Chủ nhật."
    story = dump(
        "Thêm chuyến phà Cần Giờ", LEDE, BODY, END, "2 bình luận", "Sắp xếp theo", "Lan Anh", comment, comment + " Hay!"
    )
    assert story.text == "\n\n".join((LEDE, BODY, END))


def test_a_subheading_and_a_list_keep_their_form() -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, "Ai được lợi", BODY, "- Học sinh.\n- Người đi làm.\n- Du khách.", END)
    assert "<h2>Ai được lợi</h2>" in story.html
    assert "<ul><li>Học sinh.</li><li>Người đi làm.</li><li>Du khách.</li></ul>" in story.html


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end_parts_paragraphs(end: str) -> None:
    story = clean(end.join(("Thêm chuyến phà Cần Giờ", LEDE, BODY, END)).encode())
    assert story.text == "\n\n".join((LEDE, BODY, END))


def test_wrapped_lines_are_joined() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(part, 40) for part in ("Thêm chuyến phà Cần Giờ", LEDE, BODY, END))
    assert clean(wrapped.encode()).text == "\n\n".join((LEDE, BODY, END))
    unparted = "\n".join(textwrap.fill(part, 40, initial_indent="    ") for part in (LEDE, BODY, END))
    assert clean(f"Thêm chuyến phà Cần Giờ\n{unparted}".encode()).text == "\n\n".join((LEDE, BODY, END))


OLD_FONTS = {
    "TCVN3": (
        "Trang chñ > V¨n hãa\n\nChî hoa më cöa\n\n"
        "Tõ s¸ng nay, chî hoa bªn s«ng më cöa trë l¹i sau hai n¨m söa ch÷a, kh¸ch vµo chî kh«ng ph¶i mua vÐ.\n\n"
        "Ng\u00adêi b¸n hµng ®\u00adîc miÔn tiÒn thuª chç trong ba th¸ng ®Çu.\n\nTrung NghÜa"
    ),
    "VNI": (
        "Trang chuû > Vaên hoùa\n\nChôï hoa môû cöûa\n\n"
        "Töø saùng nay, chôï hoa beân soâng môû cöûa trôû laïi sau hai naêm söûa chöõa, khaùch vaøo chôï khoâng phaûi "
        "mua veù.\n\nNgöôøi baùn haøng ñöôïc mieãn tieàn thueâ choã trong ba thaùng ñaàu.\n\nTrung Nghóa"
    ),
}


@pytest.mark.parametrize("font", OLD_FONTS)
def test_in_a_dump_for_an_old_font_the_short_lines_are_converted_too(font: str) -> None:
    story = clean(OLD_FONTS[font].encode())
    assert (story.section, story.title, story.authors) == ("Văn hóa", "Chợ hoa mở cửa", ("Trung Nghĩa",))
    assert story.text == (
        "Từ sáng nay, chợ hoa bên sông mở cửa trở lại sau hai năm sửa chữa, khách vào chợ không phải mua vé.\n\n"
        "Người bán hàng được miễn tiền thuê chỗ trong ba tháng đầu."
    )


def test_markup_in_a_dump_is_text() -> None:
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, "<script>alert(1)</script> là một dòng mã mà ai cũng từng thấy.", END)
    assert "<script" not in story.html
    assert "&lt;script&gt;" in story.html


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><title>x</title><p>y", True),
        ("<h1>Tin</h1><p>Đoạn.</p>", True),
        ("Một câu.\n\nThẻ <div> chứa <p> và <span>, <a> là liên kết.", False),
        ("a < b và c > d", False),
        ("", False),
    ],
)
def test_a_page_is_told_from_a_dump_by_what_it_holds(text: str, page: bool) -> None:
    assert is_page(text) is page


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_no_text_is_too_odd(text: str) -> None:
    story = clean(text.encode("utf-8", "surrogatepass"))
    assert story.html == "" or story.text


@given(st.lists(st.text(alphabet="ab \n-•:❖", max_size=30), max_size=30))
def test_every_word_of_a_dump_is_in_some_paragraph(texts: list[str]) -> None:
    joined = "\n".join(texts)
    letters = [char for char in joined if char in "ab"]
    assert [char for paragraph in paragraphs(joined) for char in paragraph.text if char in "ab"] == letters


def test_prose_is_told_from_headlines() -> None:
    assert lines.is_prose(LEDE)
    assert not lines.is_prose("Giá vàng sẽ về đâu trong tuần tới?")
    assert not lines.is_prose("Giá xăng giảm mạnh từ chiều nay")
