"""Where the story of a plain-text dump ends: the outlet's own lines below it, boxes, other stories, last words."""

import pytest

from diemtin.clean import clean
from diemtin.clean.dumps import credits, paragraphs, read_story
from diemtin.clean.dumps.reading import Reading
from tests.clean.test_dumps import BODY, END, LEDE, LONG, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "closing",
    [
        ("Reporting by Laura Penn in Can Gio and Owen Hart in Hanoi; Editing by Sue Tan and Mark Dale",),
        ("Laura Penn in Hanoi contributed to this report.",),
        ("Copyright The River Sun. Excerpt reproduced with permission.", "Shared from Apple News"),
        ("If you purchase a product or register through a link on our site, we may receive compensation.",),
        ("Hoài Thu", "* Tác giả là kỹ sư đóng tàu, hiện sống và làm việc tại Cần Giờ."),
        ("Bài viết thể hiện quan điểm riêng của tác giả, không nhất thiết trùng với quan điểm của báo.",),
        (
            "Hoài Thu (Viện Tâm lý)",
            "(*) Bài viết thể hiện góc nhìn của tác giả.",
            "Bạn nghĩ gì về việc này? Hãy gửi ý kiến.",
        ),
        ("This article appears in the June 2024 print edition under the title “Nine Ferries.”",),
        ("Mọi thắc mắc về lịch phà, bạn đọc gửi về địa chỉ email: bandoc@example.org.",),
        ("Tòa soạn: 1 Đường Mẫu", "Địa chỉ: số 3 Đường Mẫu, phường 1. Xin gọi trước khi đến trực tiếp."),
        ("Địa chỉ: số 3 Đường Mẫu, phường 1. Bạn đọc đến trực tiếp vui lòng gọi trước.",),
        ("Vài nét về tác giả:", "Ông sống bên sông đã ba mươi năm và viết về những chuyến đò cuối cùng."),
        ("About the author", "He has lived beside the river for most of his life and writes about its boats."),
        ("Bản tin Bến Sông", "Mỗi thứ Hai một email, không quảng cáo.", "Nhập email của bạn"),
        ("The River Letter", "One email a week. No spam.", "Email (required)", "SUBSCRIBE"),
    ],
)
def test_what_the_outlet_says_below_the_story_is_no_story(closing: tuple[str, ...]) -> None:
    assert dump(TITLE, LEDE, BODY, END, *closing).text == STORY


def test_a_line_that_begins_with_the_author_s_name_is_about_the_author() -> None:
    life = "Laura Penn covers the river for this paper and can be found on the ferry."
    story = dump("More ferries for Can Gio at weekends", "By Laura Penn", LEDE, BODY, END, life)
    assert story.text == STORY
    assert life in dump("More ferries for Can Gio at weekends", "By Owen Hart", LEDE, BODY, END, life).text


def test_where_to_write_to_the_author_is_no_story() -> None:
    contact = "Contact Laura Penn at laura@example.org or on her boat."
    headline = "More ferries for Can Gio at weekends"
    assert dump(headline, "By Laura Penn", LEDE, BODY, END, contact).text == STORY
    assert dump(headline, "By Owen Hart", LEDE, BODY, END, contact).text.endswith(contact)


@pytest.mark.parametrize(
    "box", ["Most viewed in Opinion", "Đọc nhiều trong Ý kiến", "More letters", "Other stories on this page"]
)
def test_what_readers_look_at_in_a_section_is_another_story(box: str) -> None:
    assert dump(TITLE, LEDE, BODY, END, box, "Bến Cát Lái sửa cầu dẫn. Ai được lợi?", LONG, "Chợ nổi").text == STORY
    heading = "More letters came from the other bank"
    assert heading in dump(TITLE, LEDE, BODY, heading, END).text


@pytest.mark.parametrize(
    "line",
    [
        "Địa chỉ: bến Bình Khánh, xã Bình Khánh. Giờ chạy: từ 5h đến 22h.",
        "Bà con gửi thư về hoi@example.org để được trả lời trong ba ngày.",
        "Copyright law gave them no claim to the timetable.",
        "Mọi ý kiến đều được ghi nhận và trả lời ngay tại bến phà.",
    ],
)
def test_an_address_that_the_story_tells_is_kept(line: str) -> None:
    assert dump(TITLE, LEDE, BODY, line).text.endswith(line)
    assert line in dump(TITLE, LEDE, line, BODY, END).text


def test_the_lede_of_another_story_begins_with_the_paper_s_name_too() -> None:
    teasers = (
        "Chợ nổi ngày cuối năm",
        f"(Bến Sông) - {BODY} Ai cũng khen tiện.",
        "Giữ rừng",
        f"(Bến Sông) - {END} Hay!",
    )
    assert dump(TITLE, f"(Bến Sông) - {LEDE}", BODY, END, "Góc bạn trẻ", *teasers).text == STORY


def test_a_table_of_labels_goes_on_to_its_last_line() -> None:
    table = ("Bến Bình Khánh: phà số 1, phà số 2, phà số 3, phà số 4.", "Bến Cần Thạnh: phà số 5, phà số 6")
    story = dump(TITLE, LEDE, BODY, *table, "Nguồn: Ban quản lý bến")
    assert story.text.split("\n\n")[-2:] == list(table)


@pytest.mark.parametrize("heading", [(), ("Đội hình ra sân",)])
def test_a_table_of_those_whom_the_story_names_stands_below_it(heading: tuple[str, ...]) -> None:
    match = "Bình Khánh gỡ hòa ở phút cuối, khi các cầu thủ Cần Thạnh đã xin trọng tài thổi còi."
    table = ("Bình Khánh: Tấn 2, Lẫm. Thẻ vàng: Hòa", "Cần Thạnh: Phú, Sang", "Trọng tài: Quốc Bảo", "Khán giả: 900")
    told = dump(TITLE, LEDE, BODY, match, *heading, *table, "Hải Đăng").text
    assert told == "\n\n".join((LEDE, BODY, match, *heading, *table))
    assert dump(TITLE, LEDE, BODY, END, *heading, *table, "Hải Đăng").text == STORY


@pytest.mark.parametrize("caption", ["Passengers board at dawn. VNA/VNS Photo Mai Lan", "Photo courtesy of the pier"])
def test_a_caption_that_ends_with_an_agency_s_photo_is_no_story(caption: str) -> None:
    assert dump(TITLE, LEDE, caption, BODY, END).text == STORY


def test_a_share_bar_s_email_is_no_field_for_an_address() -> None:
    last = "Bà con đăng ký vé tháng qua email của bến."
    assert dump(TITLE, LEDE, BODY, last, "Facebook", "Email").text.endswith(last)


def test_two_boxes_of_other_stories_beside_each_other_do_not_end_the_story() -> None:
    box = ("Related", *["▄"] * 20, "Bến Cát Lái sửa cầu dẫn trong ba tháng", "▄")
    more = LONG.replace("ban quản lý bến", "hai chủ phà ở bờ bên kia")
    story = dump("Thêm chuyến phà Cần Giờ", LEDE, BODY, LONG, *box, *box, more, END)
    assert story.text.endswith(END)


def test_an_agency_alone_is_a_credit_and_no_signature() -> None:
    for credit in ("(Getty Images/River Photo)", "Getty Images/River Photo)", "Image: Getty Images"):
        assert credits.is_credit(credit)
    assert not credits.is_credit("Getty Images and the ferry line fell out over a picture")


def test_a_button_below_each_entry_of_a_live_blog_does_not_end_it() -> None:
    entries = [
        f"{text} Lúc ấy là {hour} giờ sáng trên bến." for hour, text in enumerate((LEDE, BODY, LONG, END, LEDE), 5)
    ]
    story = dump("Thêm chuyến phà Cần Giờ", BODY, *(line for entry in entries for line in (entry, "Chia sẻ")))
    assert story.text.endswith(entries[-1])


def test_who_took_a_picture_for_which_paper_ends_its_caption() -> None:
    assert credits.is_caption("The first boat leaves the pier on Sept. 9. Ann Lee/The River Sun")
    assert not credits.is_caption("He asked who would pay for it. Ann Lee and/or The River Sun")


def test_without_blank_lines_a_box_of_other_stories_ends_where_the_story_goes_on() -> None:
    box = ("RELATED STORIES", "Bến Cát Lái sửa cầu dẫn", "Chợ nổi mở lại")
    text = "\n".join((TITLE, "28/06/2024", LEDE, BODY, *box, LONG, END))
    story = clean(f"{text}\n\n___\n\nVũ Minh Anh".encode())
    assert story.text.endswith(f"{LONG}\n\n{END}")


def test_how_long_ago_a_teaser_was_published_parts_it_from_the_next() -> None:
    lines = paragraphs("\n\n".join((BODY, "2H ago", END)))
    assert Reading(lines, ["", "ago", ""]).stands_alone(0)
    assert not Reading(lines, ["", "caption", ""]).stands_alone(0)


def test_a_teaser_s_own_button_does_not_head_the_next_teaser() -> None:
    teasers = ("Vì sao phà Cát Lái đông khách hơn", LONG, "Xem thêm", "Chợ nổi mở lại sau hai năm", f"{LONG} Ở chợ.")
    reading = read_story(paragraphs("\n".join((TITLE, "28/06/2024", LEDE, BODY, END, *teasers))))
    assert "related link" not in reading.rules


def test_a_story_goes_on_where_its_headings_count_on() -> None:
    box = ("You may also like", "Bến Cát Lái sửa cầu dẫn", "Chợ nổi mở lại sau hai năm")
    head = ("1. Mua vé trước", LEDE, "2. Đến sớm")
    text = "\n".join((TITLE, "28/06/2024", *head, BODY, *box, "3. Gửi xe", LONG, "4. Lên phà", END))
    assert "\n\n3. Gửi xe\n\n" in clean(text.encode()).text
    ranked = "\n".join((TITLE, "28/06/2024", *head, BODY, box[0], "1. Chợ nổi", "2. Cầu dẫn", "3. Bãi xe", LONG, END))
    assert "Bãi xe" not in clean(ranked.encode()).text


def test_headlines_each_over_its_lede_at_the_end_are_teasers() -> None:
    first = ("Bến Cát Lái sửa cầu dẫn trong ba tháng", f"{LONG} Xe tải đi vòng qua cầu mới.")
    second = ("Chợ nổi mở lại sau hai năm vắng khách", f"{LONG} Ghe nào cũng kín hàng.")
    assert dump(TITLE, "28/06/2024", LEDE, BODY, END, *first, *second).text == STORY
    one = dump(TITLE, "28/06/2024", LEDE, BODY, END, *first).text
    assert one.endswith(first[1])
    asked = dump(TITLE, "28/06/2024", LEDE, BODY, END, f"{first[0]}?", first[1], f"{second[0]}?", second[1]).text
    assert asked.endswith(second[1])
