"""Plain-text dumps of channels, forums, letters and feeds: what stands around a story that was posted or sent."""

import pytest

from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
OTHER = "Chào cả nhà, sáng nay nước ròng nên phà qua sông chậm hơn mọi ngày chừng mười phút."
STORY = "\n\n".join((LEDE, BODY, END))


def test_of_a_channel_s_messages_the_longest_is_the_story() -> None:
    channel = "Bến Sông Sáng Nay"
    first = f"{channel}\n{OTHER}\n👍 41\n3.1K views 06:00"
    last = f"{channel}\n{OTHER.replace('sáng', 'chiều')}\n5K views 07:40"
    story = dump(
        first, f"{channel}\nForwarded from Giao Thông\n🚢 {TITLE}", LEDE, BODY, END, "4.7K views edited 07:12", last
    )
    assert (story.title, story.text) == (TITLE, STORY)


def test_of_a_forum_s_posts_the_longest_is_the_story_and_its_thread_the_headline() -> None:
    top = f"Khu vui chơi giải trí của bến\n{TITLE}\nThread starter\nlái_phà\n1\n2\nNext\nlái_phà\nSenior Member\n#1"
    reply = f"người_đi_phà\nJunior Member\n#2\n{OTHER}\n{OTHER.replace('sáng', 'chiều')}\nKhu vui chơi giải trí của bến"
    story = dump(top, LEDE, BODY, END, reply)
    assert (story.title, story.text) == (TITLE, STORY)


def test_numbers_that_do_not_count_up_are_no_forum_s() -> None:
    assert dump(TITLE, LEDE, "#7", BODY, "#3", END).text == STORY


def test_how_long_ago_a_post_was_written_is_not_its_headline() -> None:
    shout = "PHÀ CẦN GIỜ THÊM BỐN CHUYẾN MỖI NGÀY"
    assert dump("Bến Sông", f"5 giờ · Đã chia sẻ với mọi người ở đây\n{shout}", LEDE, BODY, END).title == shout


@pytest.mark.parametrize(
    "line", ["Theo dõi Bến Sông trên", "Theo dõi Bến Sông trên Google News", "📲 Theo dõi kênh: @bensong"]
)
def test_a_line_that_asks_to_follow_names_no_author(line: str) -> None:
    story = dump(TITLE, "Minh Anh\n28/06/2024", line, LEDE, BODY, END)
    assert (story.authors, story.text) == (("Minh Anh",), STORY)


def test_a_sentence_may_tell_what_somebody_follows() -> None:
    line = "Theo dõi lịch tàu từ nhiều năm, ông Lẫm biết trước ngày nào đông khách."
    assert line in dump(TITLE, LEDE, line, BODY, END).text


def test_a_clipping_is_told_apart_from_the_letter_around_it() -> None:
    head = "UBND HUYỆN BẾN SÔNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc"
    top = f"{head}\n\nĐIỂM BÁO\n(Lưu hành nội bộ, phục vụ lãnh đạo)"
    foot = "Nơi nhận:\n- Thường trực Huyện ủy (để b/c);\n- Chủ tịch, các phó chủ tịch;\n- Lưu: VT."
    story = dump(top, TITLE, LEDE, BODY, END, "Minh Anh\n(Báo Bến Sông, ngày 28/6/2024, trang 6)", foot)
    assert (story.title, story.text, story.authors) == (TITLE, STORY, ("Minh Anh",))


def test_where_goods_are_received_is_no_letter_s_foot() -> None:
    line = "Nơi nhận: nhà chờ bến Bình Khánh, từ sáu giờ sáng mỗi ngày trong tuần."
    assert dump(TITLE, LEDE, BODY, line, END).text == "\n\n".join((LEDE, BODY, line, END))


def test_a_newsletter_s_sponsor_and_foot_are_none_of_the_story() -> None:
    box = "=====\nTHIS LETTER IS BROUGHT TO YOU BY SALTBOX\nThe coat that breathes, now for a little less.\n====="
    foot = "You are receiving this because you asked for it.\n\nYou can update your preferences or leave this list."
    story = dump(TITLE, "June 28, 2024", LEDE, box, BODY, END, "Also found this week", OTHER, foot)
    assert story.text == STORY


def test_of_a_feed_s_items_the_first_is_the_story() -> None:
    closing = f"The post {TITLE} appeared first on Bến Sông."
    other = f"Title: Bến Cát Lái sửa cầu dẫn\nLink: https://bensong.example/2\nDescription: {OTHER} […]"
    story = dump(f"Title: {TITLE}\nDate: 28/06/2024", LEDE, BODY, END, closing, "--- item 2 of 9 ---", other, other)
    assert (story.title, story.text) == (TITLE, STORY)


def test_the_ranks_of_a_list_are_no_posts() -> None:
    story = dump(TITLE, LEDE, "#1", BODY, "#2", END)
    assert story.text == STORY


def test_who_presents_a_play_pays_for_no_letter() -> None:
    heading = "A play presented by the crew"
    assert heading in dump(TITLE, LEDE, f"{heading}\nOn deck", BODY, END).text


def mail(subject: str, *parts: str) -> str:
    return "\n".join((f"From: Lan <lan@example.org>\nDate: 29/06/2024 10:00\nSubject: {subject}\n", "\n\n".join(parts)))


def quoted(*parts: str) -> str:
    return "\n>\n".join(f"> {line}" for part in parts for line in part.split("\n"))


NOTE = "Gửi cả nhà đọc, có nhắc tới bến của mình đấy. Ai rảnh thì ra xem."
FORWARDED = "---------- Forwarded message ---------"


def test_of_a_mail_that_was_sent_on_the_mail_below_tells_the_story() -> None:
    story = dump(mail("Fwd: Hay lắm", NOTE, "Lan"), FORWARDED, mail(TITLE, LEDE, BODY, END))
    assert (story.title, story.text) == (TITLE, STORY)
    below = dump(mail(TITLE, LEDE, BODY, END), FORWARDED, mail("Hôm qua", NOTE))
    assert (below.title, LEDE in below.text) == (TITLE, True)


def test_a_mail_may_quote_the_story_with_its_headline_and_the_page_s_menu() -> None:
    menu = " ".join(f"{name} <https://example.org/{name}>" for name in ("Bến Sông", "Tin mới", "Đời sống"))
    page = quoted(menu, TITLE, "Minh Anh\n28/06/2024", LEDE, BODY, END)
    story = dump(mail("Fwd: Hay lắm", NOTE), FORWARDED, f"{mail('Trên báo')}\n{page}")
    assert (story.title, story.text, story.authors) == (TITLE, STORY, ("Minh Anh",))
    assert "<blockquote>" not in story.html
    assert f"<blockquote><p>{NOTE}</p></blockquote>" in dump(mail(TITLE, LEDE, BODY, f"> {NOTE}", END)).html
