"""Plain-text dumps of press releases: what an office writes around the story it sends out."""

import pytest

from tests.clean.test_dumps import BODY, END, LEDE, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))
GREETING = "Văn phòng hợp tác xã trân trọng gửi tới quý cơ quan thông cáo dưới đây và mong được đăng tải rộng rãi."


def test_a_greeting_to_the_press_stands_above_the_release() -> None:
    story = dump("Kính gửi quý báo,", GREETING, "THÔNG CÁO BÁO CHÍ", "(Phát hành ngay)", TITLE, LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, STORY)
    assert dump(TITLE, "Thông cáo báo chí", "28/06/2024", LEDE, BODY, END).title == TITLE
    assert GREETING in dump(TITLE, GREETING, LEDE, BODY, END).text


def test_the_header_of_a_mail_names_what_is_attached_and_its_subject_that_it_is_a_release() -> None:
    header = "From: Ferry Office <press@example.org>\nSubject: {} More ferries for Can Gio at weekends"
    for kind in ("[TCBC]", "NEWS RELEASE:", "Fwd: Thông cáo báo chí:"):
        story = dump(header.format(kind) + "\nAttachments: timetable.pdf (48 KB)", LEDE, BODY, END)
        assert (story.title, story.text) == ("More ferries for Can Gio at weekends", STORY)
    assert dump(header.format("[Chợ nổi]"), LEDE, BODY, END).title.startswith("[Chợ nổi] More")


@pytest.mark.parametrize("end", ["ENDS", "- Hết -", "###", "# # #", "-30-", "Media contact", "Notes to editors"])
def test_below_the_end_of_a_release_stands_whom_to_ask(end: str) -> None:
    contact = "Laura Penn answers questions about the timetable from nine to five on all working days."
    assert dump(TITLE, LEDE, BODY, END, end, contact, "T: 028 5550 1234").text == STORY
    assert contact in dump(TITLE, LEDE, BODY, END, contact).text


@pytest.mark.parametrize(
    "where",
    ["Cần Giờ, ngày 28/6/2024 - ", "Cần Giờ, 28 tháng 6 năm 2024 – ", "NORTHPORT, June 28, 2024 /Wire/ -- "],
)
def test_a_release_opens_with_where_and_when(where: str) -> None:
    assert dump(TITLE, f"{where}{LEDE}", BODY, END).text == STORY
    sentence = f"Cần Giờ, ngày 28/6/2024, đón khách đông nhất từ đầu năm. {LEDE}"
    assert dump(TITLE, sentence, BODY, END).text.startswith(sentence)


def test_a_byline_below_a_line_that_sums_up_tells_the_day_too() -> None:
    deck = "Four more boats and a longer timetable. Nobody need queue at the counter."
    story = dump("# More ferries for Can Gio", f"### {deck}", "By Laura Penn | 28 June 2024 | 6 min read", LEDE, BODY)
    assert story.date is not None
    assert story.date.isoformat()[:10] == "2024-06-28"


def test_of_a_mailed_release_the_headline_is_the_release_s_own() -> None:
    header = "From: Ferry Office <press@example.org>\nSubject: {}\nDate: 28/06/2024"
    story = dump("---------- Forwarded message ---------", header.format("TCBC: Phà mới"), "Press release", TITLE, LEDE)
    assert (story.title, story.section) == (TITLE, "")
    assert dump(header.format(TITLE), "Press release", LEDE, BODY, END).title == TITLE


def test_a_service_says_whose_release_it_sends_out() -> None:
    office = "Can Gio Ferries"
    story = dump("News Provided By", office, "Jun 28, 2024, 08:00", TITLE, LEDE, BODY, END, f"SOURCE {office}")
    assert (story.title, story.authors) == (TITLE, ())


def test_a_sentence_may_begin_as_a_line_over_whom_to_ask_does() -> None:
    for start in ("Exported from the delta, the mangoes", "For interviews the office"):
        sentence = f"{start} had to wait at the pier until the first boat came in."
        assert dump(TITLE, LEDE, BODY, sentence, END).text == "\n\n".join((LEDE, BODY, sentence, END))


def test_a_label_below_the_text_does_not_make_a_greeting_of_it() -> None:
    assert dump(TITLE, "28/06/2024", LEDE, BODY, END, "Press release", "Minh Anh").text.startswith(LEDE)
