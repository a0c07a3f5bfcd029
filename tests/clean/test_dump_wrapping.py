"""Plain-text dumps wrapped at a column: which line ends part paragraphs, and which a program put there."""

from diemtin.clean import clean
from diemtin.clean.dumps.paragraphs import paragraphs

FIRST = (
    "The clockmaker on Ferry Street has been asked to repair the town\n"
    "clock for the third time since spring. The pendulum, he has told\n"
    "Marit Holm, is sound, and he blames pigeons."
)
SECOND = (
    "The council, which owns the tower and all that lives in it, will\n"
    "vote on a net next week; the pigeons have not been asked. A first\n"
    "net, put up in 1988, was eaten by mice."
)


def texts(dump: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(dump)]


def test_a_few_longer_lines_do_not_hide_the_column() -> None:
    stamp = "The town clock stops again - The Ferry Street Gazette of Saturday, printed on page four"
    more = f"\n\n{FIRST}\n\n{SECOND}" * 4
    links = "\n".join(f"   {number}. https://gazette.example/clock/{'x' * 60}/{number}" for number in range(1, 30))
    found = texts(f"{stamp}\n{FIRST}\n\n{SECOND}{more}\n\nReferences\n\n{links}")
    assert found[:3] == [stamp, FIRST.replace("\n", " "), SECOND.replace("\n", " ")]


def test_items_of_a_menu_do_not_hide_the_column() -> None:
    menu = "\n".join(f"* A section of the paper that is {number}" for number in range(20))
    assert texts(f"{menu}\n\n{FIRST}\n\n{SECOND}")[-2:] == [FIRST.replace("\n", " "), SECOND.replace("\n", " ")]


def test_a_quotation_is_wrapped_behind_its_marks() -> None:
    quoted = "\n".join(f"> {line}" for line in SECOND.split("\n"))
    _, quote = paragraphs(f"{FIRST}\n\n{quoted}")
    assert (quote.mark, quote.text) == ("quote", SECOND.replace("\n", " "))


def test_a_row_of_short_items_does_not_go_on_in_the_next_line() -> None:
    row = "News   Arts   Food   Outdoors   Calendar   Classifieds   Opinion"
    assert texts(f"{row}\nFOOD\n\n{FIRST}\n\n{SECOND}")[:2] == [" ".join(row.split()), "FOOD"]


def test_a_word_that_has_its_own_hyphen_elsewhere_keeps_it() -> None:
    broken = (
        "The man who mends the clock has been asked to repair the munici-\n"
        "pal tower, too. A well-known rival, who is less well-read, pen-\n"
        "niless and cheap, asks for less; but then he is not as well-\n"
        "known here as he believes, and the council has paid by cheque."
    )
    (text,) = texts(broken)
    assert "municipal tower" in text
    assert "penniless" in text
    assert "not as well-known here" in text


def test_no_word_is_made_whole_where_few_of_many_hyphens_stand_at_line_ends() -> None:
    wrapped = (
        "A well-known, hard-working, soft-spoken and much-loved clock-\n"
        "maker has been asked to repair the two-faced, wind-beaten town-\n"
        "hall clock of a sea-facing, pigeon-ridden and cash-poor borough."
    )
    assert "clock-maker" in texts(wrapped)[0]


def test_a_page_s_number_beside_its_end_takes_no_line_of_the_story() -> None:
    head, foot = "Ferry Street Gazette", "https://gazette.example/clock"
    lines = SECOND.split("\n")
    pages = (
        [head, "", *lines[:2], "", foot, "1/2"],
        [head, "", *lines[2:], "", FIRST, "", foot, "2/2"],
    )
    assert texts("\n\f".join("\n".join(page) for page in pages)) == [
        SECOND.replace("\n", " "),
        FIRST.replace("\n", " "),
    ]


LEDE = "Từ sáng mai, phà Cần Giờ chạy thêm bốn chuyến để giảm cảnh chờ đợi vào dịp cuối tuần."
BODY = "Hành khách có thể mua vé trước qua điện thoại và lên phà bằng mã vạch, không cần xếp hàng ở quầy như trước."
END = "Việc tăng chuyến kéo dài đến hết tháng Tám, sau đó được xem xét lại theo lượng khách thực tế."
TITLE = "Thêm chuyến phà Cần Giờ vào cuối tuần"
OTHERS = "Bến Cát Lái sửa cầu dẫn trong ba tháng\nGiá vé đò ngang giữ nguyên đến cuối năm"


def test_other_stories_in_a_box_end_with_it() -> None:
    heading = "Mua vé từ nhà"
    for opener in ("Tin liên quan", "RELATED", "Xem thêm"):
        story = clean("\n\n".join((TITLE, "28/06/2024", LEDE, f"{opener}\n{OTHERS}", heading, BODY, END)).encode())
        assert story.text == "\n\n".join((LEDE, heading, BODY, END))


def test_other_stories_may_stand_apart_from_each_other() -> None:
    listed = ("Tin liên quan", *OTHERS.split("\n"))
    story = clean("\n\n".join((TITLE, "28/06/2024", LEDE, *listed, BODY, END)).encode())
    assert story.text == "\n\n".join((LEDE, BODY, END))


def test_what_is_set_apart_with_who_took_a_picture_is_its_caption() -> None:
    caption = "Hành khách xếp hàng chờ chuyến phà sớm\nẢNH: QUỐC BẢO"
    story = clean("\n\n".join((TITLE, "28/06/2024", LEDE, caption, BODY, END)).encode())
    assert story.text == "\n\n".join((LEDE, BODY, END))
    unparted = "\n".join((TITLE, "28/06/2024", LEDE, "Mua vé từ nhà", "Ảnh: Quốc Bảo", BODY, END))
    assert "Mua vé từ nhà" in clean(unparted.encode()).text


def test_a_short_line_above_a_very_long_word_is_a_line_of_its_own() -> None:
    word = f"https://gazette.example/{'x' * 40}"
    assert texts(f"{FIRST}\n\nApril 28, 3:54 p.m.\n{word}\n\n{SECOND}")[1] == "April 28, 3:54 p.m."


def test_a_text_browser_s_buttons_make_no_markdown() -> None:
    listed = "References\n\n   1. https://gazette.example/clock"
    found = texts(f"[1](BUTTON) Share\nAnn Lee\nApril 28, 3:54 p.m.\n\n{FIRST}\n\n{SECOND}\n\n{listed}")
    assert found[1:3] == ["Ann Lee", "April 28, 3:54 p.m."]
