"""Plain-text dumps: boxes between a story's paragraphs, and the words that pages have for those who hear them read."""

import pytest

from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


def test_what_a_reader_may_skip_is_no_story() -> None:
    headline = "Vì sao cầu mới vẫn chưa khởi công sau ba năm?"
    for first, last in (
        ("Bỏ qua Đọc nhiều và tiếp tục đọc", "End of Đọc nhiều"),
        ("Skip Most read and continue reading", "End of Most read"),
        ("skip past ferry news", "after ferry news"),
    ):
        assert (
            dump(TITLE, LEDE, BODY, first, headline, END, last, END.upper()).text
            == f"{LEDE}\n\n{BODY}\n\n{END.upper()}"
        )
    assert dump(TITLE, LEDE, BODY, "Bỏ qua Đọc nhiều và tiếp tục đọc", END).text == STORY


def test_a_broadcaster_s_labels_name_pictures_and_authors() -> None:
    labels = ("Tác giả, Lê Minh Anh", "Vai trò, Sông Nước Tiếng Việt, từ Cần Giờ", "28 tháng 6 năm 2024")
    picture = ("Nguồn hình ảnh, Sông Nước", "Chụp lại hình ảnh, Khách chờ phà từ sáng sớm")
    found = dump(TITLE, *picture, *labels, LEDE, BODY, *picture, END)
    assert (found.text, found.title, found.authors) == (STORY, TITLE, ("Lê Minh Anh",))
    speech = "Tác giả, theo ban giám khảo, là người đi phà mỗi ngày suốt mười năm."
    assert speech in dump(TITLE, LEDE, BODY, speech, END).text


def test_a_question_about_others_content_is_no_story() -> None:
    question = (
        "Allow content provided by a third party?",
        "This article includes content from River Video. We ask for your permission first.",
        "Allow and continue",
    )
    assert dump(TITLE, LEDE, BODY, *question, END).text == STORY


def test_what_an_advertisement_offers_stands_above_its_button() -> None:
    offer = ("River Summit 2024", "Save $100 on your pass before July 1")
    assert dump(TITLE, LEDE, BODY, *offer, "Register now", END).text == STORY
    things = ("Hai vé phà khứ hồi", "Một áo phao cỡ vừa", "Mua vé tại quầy Bến Sông")
    assert dump(TITLE, LEDE, BODY, *things, "Mua ngay", END).text == "\n\n".join((LEDE, BODY, *things[:2], END))
    assert dump(TITLE, "Mua ngay", LEDE, BODY, END).title == TITLE


def test_a_link_whose_words_say_here_is_no_story() -> None:
    assert dump(TITLE, LEDE, BODY, "Theo dõi lịch phà trực tuyến TẠI ĐÂY", END).text == STORY
    said = "Đọc bảng giờ dán ở bến, ông mới biết chuyến cuối không còn dừng tại đây."
    assert said in dump(TITLE, LEDE, BODY, said, END).text


def test_a_clip_of_a_match_is_no_line_of_its_report() -> None:
    assert dump(TITLE, LEDE, BODY, "Highlights Cần Giờ 3-2 Bình Khánh", END).text == STORY
    clip = "Highlights Cần Giờ 3-2 Bình Khánh ở vòng 19"
    assert dump(clip, "28/06/2024 09:15", LEDE, BODY, END).title == clip


def test_a_paywall_counts_what_is_free() -> None:
    for notice in ("You have 2 free stories left this month.", "Bạn còn 2 bài đọc miễn phí trong tháng này."):
        assert dump(TITLE, LEDE, BODY, notice, END).text == STORY
    said = "You have free rides on the ferry if you live on the island."
    assert said in dump(TITLE, LEDE, BODY, said, END).text


def test_a_button_with_angles_sends_to_another_story() -> None:
    assert dump(TITLE, LEDE, BODY, "Bấm xem >> Loạt bến phà sắp đóng cửa", END).text == STORY
    assert dump(TITLE, LEDE, BODY, "Xem ngay >>", END).text == STORY


@pytest.mark.parametrize("box", ["Đọc thêm{}Chợ nổi mở lại", "Chuyên đề liên quan: {}", "Bài cùng chủ đề: {}"])
def test_other_stories_may_stand_behind_the_name_of_their_box(box: str) -> None:
    assert dump(TITLE, LEDE, BODY, box.format("Bến Cát Lái sửa cầu dẫn trong ba tháng"), END).text == STORY
    named = "Hai bến cùng chủ: Cần Giờ và Bình Khánh"
    assert named in dump(TITLE, LEDE, named, BODY, END).text


def test_a_question_with_answers_to_choose_from_is_no_story() -> None:
    assert dump(TITLE, LEDE, BODY, "Bạn có đi chuyến mới?", "○ Có", "○ Còn tùy giá vé", "Biểu quyết", END).text == STORY
    points = ("Bến mới có gì?", "- Hai quầy bán vé", "- Một phòng chờ")
    assert "Hai quầy bán vé" in dump(TITLE, LEDE, *points, BODY, END).text


def test_a_date_glued_to_a_headline_is_another_story_s() -> None:
    other = "27-06-2024Bến Cát Lái sửa cầu dẫn trong ba tháng, xe tải phải đi vòng qua cầu mới."
    assert dump(TITLE, LEDE, BODY, other, END).text == STORY
    told = other.replace("2024", "2024: ")
    assert told in dump(TITLE, LEDE, BODY, told, END).text
