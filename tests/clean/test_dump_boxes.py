"""Plain-text dumps: boxes between a story's paragraphs, and the words that pages have for those who hear them read."""

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
