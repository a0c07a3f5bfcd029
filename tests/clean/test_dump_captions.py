"""Plain-text dumps: captions as lines of their own, and who took the pictures."""

import pytest

from diemtin.clean import clean
from diemtin.clean.dumps import credits
from tests.clean.test_dumps import BODY, END, LEDE, LONG, dump

TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
STORY = "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "credit",
    [
        "Laura Penn/High Water Weekly",
        "Laura Penn for The River Sun",
        "Laura Penn River-Courier file",
        "Laura Penn Delta Times",
    ],
)
def test_who_took_a_picture_for_which_paper_may_stand_behind_its_caption(credit: str) -> None:
    assert credits.is_caption(f"The first boat leaves the dock at Can Gio. {credit}")
    assert not credits.is_caption(f"The first boat leaves the dock at Can Gio. {credit} saw it.")


@pytest.mark.parametrize(
    "credit",
    [
        " REUTERS/Laura Penn/File Photo Purchase Licensing Rights, opens new tab",
        " REUTERS/Laura Penn",
        "Credit...Laura Penn for The River Sun",
        " (AP)",
    ],
)
def test_an_agency_may_stand_before_who_took_the_picture(credit: str) -> None:
    seen = f"The first boat leaves the dock at Can Gio at six in the morning.{credit}"
    assert dump("More ferries for Can Gio", "June 28, 2024", LEDE, seen, BODY, END).text == STORY
    assert not credits.is_caption("The line was opened by Reuters/Penn, a firm that runs ferries on both rivers.")
    assert not credits.is_caption("Bến sẽ mở thêm hai quầy bán vé trong tháng tới. (TTXVN)")


def test_who_took_a_picture_for_an_agency_needs_no_stop_before() -> None:
    assert credits.is_caption("Laura Penn waves to the boat at Can Gio Ann Lee/Getty Images Europe")
    assert not credits.is_caption("The fare is shared by the towns of Penn Lee/Can Gio")


def test_names_at_the_end_of_a_sentence_are_no_credit() -> None:
    assert not credits.is_caption("It was a long way home. Laura Penn Avenue")
    assert not credits.is_caption("“I never asked for it,” she said. Laura Penn for once agreed")


def test_in_a_photo_essay_each_picture_has_a_caption_above_who_took_it() -> None:
    pictures = (
        "1/3",
        LEDE,
        "Khách lên chuyến đầu tiên.",
        "Ảnh: Quốc Bảo",
        "2/3",
        BODY,
        "Bến lúc tan ca.",
        "Ảnh: Quốc Bảo",
    )
    story = clean("\n".join((TITLE, "28/06/2024", *pictures, "3/3", END)).encode())
    assert story.text == STORY
    unlike = ("1/3", LEDE, "Khách lên tàu.", "Ảnh: Quốc Bảo", "2/3", f"{BODY} {LONG}", "Ảnh: Quốc Bảo", END)
    assert "Khách lên tàu." in clean("\n".join((TITLE, "28/06/2024", *unlike)).encode()).text


@pytest.mark.parametrize("seen", ["Quang cảnh hội nghị", "Ông Minh Anh, Giám đốc bến, phát biểu tại buổi lễ ra quân"])
def test_what_the_picture_of_an_event_shows_is_no_story_but_may_be_a_headline(seen: str) -> None:
    assert dump(TITLE, "28/06/2024", LEDE, BODY, seen, END).text == STORY
    assert dump("Thời sự", seen, "28/06/2024", LEDE, BODY, END).title == seen
    sentence = "Ông Minh Anh phát biểu tại buổi lễ rằng bến sẽ mở thêm quầy."
    assert sentence in dump(TITLE, LEDE, BODY, sentence, END).text


def test_a_button_for_more_stands_over_another_story_s_headline() -> None:
    other = "Bến Cát Lái sửa cầu dẫn trong ba tháng: Ai được lợi"
    story = clean("\n".join((TITLE, "28/06/2024", LEDE, BODY, "Xem thêm", other, END)).encode())
    assert story.text == STORY
    heading = clean("\n".join((TITLE, "28/06/2024", LEDE, BODY, "Xem thêm", "Vé vẫn giá cũ", END)).encode())
    assert "Vé vẫn giá cũ" in heading.text


def test_a_credit_in_brackets_ends_the_caption_above() -> None:
    assert dump(TITLE, LEDE, "Khách lên chuyến đầu tiên.", "(Ảnh: Quốc Bảo/BNS)", BODY, END).text == STORY
    assert dump(TITLE, LEDE, BODY, "(Ảnh: Quốc Bảo/BNS)", END).text == STORY


def test_who_took_a_picture_for_the_outlet_is_named_below_another_s_byline() -> None:
    picture = ("The first boat leaves on Friday.", "Ann Lee / The River Sun")
    found = dump("The River Sun", "Menu", TITLE, "By Bob Ray", *picture, LEDE, BODY, END)
    assert (found.text, found.authors) == (STORY, ("Bob Ray",))
    assert dump("The River Sun", "Menu", TITLE, picture[1], LEDE, BODY, END).authors == ("Ann Lee",)


PICTURE = "![1/3](https://example.org/pha.jpg)"
SHOWN = "Khách lên chuyến phà đầu tiên"


@pytest.mark.parametrize(
    "caption", [f"{PICTURE}\n\n{SHOWN}", f"{PICTURE} {SHOWN}", f"{PICTURE}\n\n_{SHOWN}. Trời mưa._"]
)
def test_below_a_picture_of_markdown_s_stands_its_caption(caption: str) -> None:
    assert dump(f"# {TITLE}", "28/06/2024", LEDE, caption, BODY, END).text == STORY


def test_below_a_picture_the_story_goes_on_in_sentences_and_headings() -> None:
    told = dump(f"# {TITLE}", "28/06/2024", PICTURE, f"_{LEDE}_", PICTURE, f"**{SHOWN}**", BODY, PICTURE, END).text
    assert told == "\n\n".join((LEDE, SHOWN, BODY, END))
    assert SHOWN in dump(f"# {TITLE}", "28/06/2024", LEDE, SHOWN, BODY, f"{END} [Vé](https://example.org/ve)").text


def test_who_wrote_may_stand_below_a_picture() -> None:
    found = dump(f"# {TITLE}", "![Ảnh](https://example.org/minh-anh.jpg)", "Lê Minh Anh", "28/06/2024", LEDE, BODY, END)
    assert (found.text, found.authors) == (STORY, ("Lê Minh Anh",))


def test_below_a_text_browser_s_picture_its_caption_stands_without_a_blank_line() -> None:
    assert dump(TITLE, "28/06/2024", LEDE, f"[pha-800x600]\n{SHOWN}\n[lưu] [chia sẻ]", BODY, END).text == STORY
    assert SHOWN in dump(TITLE, "28/06/2024", LEDE, "[pha-800x600]", SHOWN, BODY, END).text


@pytest.mark.parametrize("label", ["Ảnh và bài", "Photos and words"])
def test_who_took_the_pictures_may_have_written_the_story(label: str) -> None:
    found = dump(TITLE, f"{label}: Lê Minh Anh", "28/06/2024", LEDE, BODY, END)
    assert (found.text, found.authors) == (STORY, ("Lê Minh Anh",))


def test_a_name_in_capitals_below_several_captions_took_the_pictures() -> None:
    first, second = ("Khách lên chuyến đầu tiên", "QUỐC BẢO"), ("Bến lúc tan ca", "QUỐC BẢO")
    assert dump(TITLE, "28/06/2024", LEDE, *first, BODY, *second, END).text == STORY
    assert first[0] in dump(TITLE, "28/06/2024", LEDE, *first, BODY, END).text
    talk = dump(TITLE, "28/06/2024", "QUỐC BẢO", LEDE, "QUỐC BẢO", BODY, "QUỐC BẢO", END).text
    assert talk.endswith(f"QUỐC BẢO\n\n{BODY}\n\nQUỐC BẢO\n\n{END}")


def test_a_name_and_an_outlet_in_brackets_alone_are_the_end_of_the_caption_above() -> None:
    credit = "(Laura Penn/The Pier Times)"
    assert dump(TITLE, "28/06/2024", LEDE, "Khách chờ chuyến đầu tiên ở bến.", credit, BODY, END).text == STORY
    last = "Phà nghỉ chạy vào ngày mai."
    assert dump(TITLE, "28/06/2024", LEDE, BODY, last, credit).text == f"{LEDE}\n\n{BODY}\n\n{last}"
    assert dump(TITLE, "28/06/2024", LEDE, last, "(đoạn Cần Giờ/Bình Khánh)", BODY, END).text.count(last) == 1
