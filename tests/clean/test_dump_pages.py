"""Plain-text dumps of printed pages: heads, feet and page numbers, and the words and sentences that they tear."""

import pytest

from diemtin.clean import clean
from diemtin.clean.dumps.pages import without_pages
from diemtin.clean.dumps.paragraphs import paragraphs

ADDRESS = "https://bensong.example/doi-song/lo-ren-cuoi-pho"
FIRST = [
    "Báo Bến Sông - Bản in",
    "",
    "Lò rèn cuối phố đỏ lửa trở lại sau tám năm",
    "Thứ Ba, 14/04/2026",
    "",
    "Ông Tạ Quang Lẫm đóng cửa lò rèn năm 2018 vì không còn ai đặt",
    "dao, nay cháu nội ông lại nhóm than. Mỗi sáng hai ông cháu rèn",
    "được bốn con dao, bán hết trước",
]
SECOND = [
    "khi chợ tan. Khách phần nhiều là thợ làm vườn ở các xã ven",
    "sông, quen dùng dao nặng cán gỗ mít.",
    "",
    "Lò chỉ nghỉ vào ngày rằm và ngày mùng một hằng tháng.",
]
TORN = (
    "Ông Tạ Quang Lẫm đóng cửa lò rèn năm 2018 vì không còn ai đặt dao, nay cháu nội ông lại nhóm than. Mỗi sáng hai "
    "ông cháu rèn được bốn con dao, bán hết trước khi chợ tan. Khách phần nhiều là thợ làm vườn ở các xã ven sông, "
    "quen dùng dao nặng cán gỗ mít."
)


@pytest.mark.parametrize(
    ("between", "end"),
    [
        ([ADDRESS, "Trang 1/2", "", "Báo Bến Sông - Bản in", ""], [ADDRESS, "Trang 2/2"]),
        (["", f"{ADDRESS} 1/2", "Báo Bến Sông - Bản in"], [f"{ADDRESS} 2/2"]),
        (["- 1 -", "Báo Bến Sông - Bản in"], ["- 2 -"]),
        (["1", "\fBáo Bến Sông - Bản in", ""], ["2"]),
        (["", "\f5 Báo Bến Sông - Bản in", ""], ["6"]),
    ],
)
def test_a_sentence_goes_on_behind_the_end_of_a_printed_page(between: list[str], end: list[str]) -> None:
    story = clean("\n".join([*FIRST, *between, *SECOND, *end]).encode())
    assert story.title == "Lò rèn cuối phố đỏ lửa trở lại sau tám năm"
    assert story.text == f"{TORN}\n\nLò chỉ nghỉ vào ngày rằm và ngày mùng một hằng tháng."


def test_a_headline_that_each_page_says_again_is_left_once() -> None:
    headline = "Lò rèn cuối phố đỏ lửa trở lại sau tám năm"
    lines = [headline, headline, "Đoạn đầu.", "Trang 1", headline, "Đoạn cuối.", "Trang 2"]
    assert [line for line in without_pages(lines)[0] if line] == [headline, "Đoạn đầu.", "Đoạn cuối."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Hai đội gặp nhau ở lượt về.", "Trang 3"],  # one number does not count
        ["Tỷ lệ chọi", "1/8", "Trường bên sông", "1/5", "Trường trên đồi"],
        ["Một câu.", "1", "Một câu khác.", "2"],
    ],
)
def test_other_numbers_are_no_page_s(lines: list[str]) -> None:
    assert without_pages(lines) == (lines, set())


def test_words_that_a_program_broke_at_line_ends_are_made_whole() -> None:
    broken = (
        "The clockmaker on Ferry Street has been asked to repair the munici-\n"
        "pal clock for the third time since spring. He says the pendu-\n"
        "lum is sound and blames pigeons, which the council has not de-\n"
        "nied. A well-known rival has offered to do it for less."
    )
    (paragraph,) = paragraphs(broken)
    assert "the municipal clock" in paragraph.text
    assert "the pendulum is sound" in paragraph.text
    assert "has not denied" in paragraph.text
    assert "A well-known rival" in paragraph.text


def test_a_line_in_capitals_does_not_go_on_with_one_that_is_not() -> None:
    wrapped = (
        "A small town, a large clock, and pigeons that nobody will own to\n"
        "MARIT HOLM MAY 4, 2026\n"
        "The clockmaker on Ferry Street has been asked to repair the clock\n"
        "for the third time since spring, and he has begun to suspect that\n"
        "the trouble has feathers and lives above the eastern dial."
    )
    assert [paragraph.text for paragraph in paragraphs(wrapped)][1] == "MARIT HOLM MAY 4, 2026"


def test_short_lines_that_begin_small_are_lines_of_their_own() -> None:
    wrapped = (
        "by MARIT HOLM\n"
        "photographs by IAN SORREL\n"
        "\n"
        "The clockmaker on Ferry Street has been asked to repair the clock\n"
        "for the third time since spring, and he has begun to suspect that\n"
        "the trouble has feathers and lives above the eastern dial."
    )
    assert [paragraph.text for paragraph in paragraphs(wrapped)][:2] == ["by MARIT HOLM", "photographs by IAN SORREL"]


def test_a_sentence_may_go_on_over_two_pages() -> None:
    pages = ["Một câu rất dài được in", "Trang 1", "trên ba trang giấy,", "Trang 2", "rồi mới hết.", "Trang 3"]
    assert [paragraph.text for paragraph in paragraphs("\n".join(pages))] == [
        "Một câu rất dài được in trên ba trang giấy, rồi mới hết."
    ]
