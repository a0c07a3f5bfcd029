"""Plain-text dumps: lines in which the outlet speaks to its readers, between the paragraphs, above and below them."""

import pytest

from diemtin.clean.dumps import lines, notices
from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


def test_what_a_newsletter_promises_stands_between_its_name_and_the_field() -> None:
    promise = "The river's best stories. Get all that moves on the water each week, high tide or low"
    box = ("Sign up to High Water", promise, "Enter your email address", "After newsletter promotion")
    assert dump(TITLE, LEDE, BODY, *box, END).text == STORY
    assert promise in dump(TITLE, LEDE, BODY, promise, END).text


@pytest.mark.parametrize(
    "notice",
    [
        "Follow High Water on X, Facebook, Nextdoor and Instagram.",
        "Ủng hộ Quỹ Bến Sông qua số tài khoản 0123 456 tại ngân hàng",
        "Bảng giờ được cập nhật tự động. Xem chi tiết",
        "Nhiều người quan tâm: Vì sao phà không chạy đêm?",
        "Article content",
        "View 6 Images",
        "We apologize, but this video has failed to load.",
        "Chào mừng bạn đến với Cổng thông tin điện tử Ban quản lý bến phà!",
    ],
)
def test_a_notice_between_two_paragraphs_is_no_story(notice: str) -> None:
    assert dump(TITLE, LEDE, BODY, notice, END).text == STORY


def test_a_sentence_of_the_story_s_own_is_no_notice() -> None:
    assert not notices.invites("Follow the towpath on foot, by bicycle or on horseback to the lock.")
    assert not notices.invites("Ủng hộ đồng bào bị lũ, bà con chuyển vào tài khoản của xã hơn hai tỷ đồng.")
    assert lines.related("Ông chỉ vào tấm bảng giờ rồi bảo khách xem chi tiết") is None


@pytest.mark.parametrize(
    "call",
    [
        "Get the River Sun's weekly newsletter",
        "Sign up to High Water: the week on the river, every Friday morning",
        "All the news of the pier, straight to your inbox",
        "Đăng ký nhận tin tức bến sông mỗi sáng",
        "If you value our reporting, please consider a gift to the River Sun. It pays for one more boat.",
        "Support us from £2 a month.",
        "Nếu thấy bài viết có ích, mời bạn ủng hộ tòa soạn một cốc cà phê.",
        "Thanks for reading! Subscribe for free to receive new posts.",
        "This post may contain affiliate links, see what that means.",
        "Already a subscriber? Log in",
        "Bài viết dành cho thuê bao, đăng nhập để đọc tiếp.",
    ],
)
def test_calls_to_subscribe_and_to_give_are_no_story(call: str) -> None:
    assert dump(TITLE, LEDE, BODY, call, END).text == STORY


@pytest.mark.parametrize(
    "sentence",
    [
        "Get to the pier an hour early, because a newsletter has sent half of the county there.",
        "Sign up to help on the pier by Friday, at the desk beside the lock.",
        "If you value the river, please consider walking to the pier and leaving the car at home.",
        "Support for local reporting has grown since the county began to fund two of the three papers.",
        "Nếu muốn ủng hộ bà con vùng lũ, bạn có thể gửi quần áo ấm tới bến phà trước chủ nhật.",
    ],
)
def test_advice_and_news_of_support_are_the_story_s(sentence: str) -> None:
    assert dump(TITLE, LEDE, BODY, sentence, END).text == f"{LEDE}\n\n{BODY}\n\n{sentence}\n\n{END}"


def test_recommended_reading_is_a_box_of_other_stories() -> None:
    box = "Recommended reading\nHow the old ferry lost its whistle\nThe pier closes for a week in June"
    assert dump(TITLE, LEDE, box, BODY, END).text == STORY
    said = "Recommended reading for the crossing hangs beside the ticket desk, in both languages."
    assert said in dump(TITLE, LEDE, BODY, said, END).text


def test_a_greeting_of_the_portal_s_is_no_headline() -> None:
    greeting = "Chào mừng bạn đến với Cổng thông tin điện tử Ban quản lý bến phà Cần Giờ!"
    assert dump(greeting, "Thứ sáu, 28/06/2024", TITLE, "(Ngày đăng: 28/06/2024)", LEDE, BODY, END).title == TITLE


@pytest.mark.parametrize(
    "call",
    [
        ("Get in touch", "Do you have a story suggestion for the river? Tell us.", "Contact us"),
        ("Mọi câu hỏi xin gửi về chuyên mục Hỏi đáp, email: hoi@example.org. Xin ghi rõ họ tên, số điện thoại.",),
    ],
)
def test_a_call_to_write_to_the_desk_stands_below_the_story(call: tuple[str, ...]) -> None:
    assert dump(TITLE, LEDE, BODY, END, *call).text == STORY


def test_topics_to_explore_are_tags() -> None:
    assert dump(TITLE, LEDE, BODY, END, "Explore more on these topics", "Ferries", "Rivers").tags == (
        "Ferries",
        "Rivers",
    )


def test_a_time_of_day_is_a_cell_of_a_table_and_no_button() -> None:
    cells = ("Boat", "First", "Last", "Bình Khánh", "5:30 a.m.", "9:00 p.m.", "Cát Lái", "6:00 AM", "8 pm")
    text = dump(TITLE, "28/06/2024", LEDE, *cells, BODY, END).text
    assert "\n\n".join(cells) in text
