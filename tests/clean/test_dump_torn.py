"""Plain-text dumps in which every element of a page, links and bold words too, stands on a line of its own."""

import pytest

from diemtin.clean import clean
from diemtin.clean.dumps.paragraphs import paragraphs

LEDE = "Từ sáng mai, phà Cần Giờ chạy thêm bốn chuyến để giảm cảnh chờ đợi vào dịp cuối tuần."
TORN = ("Theo", "bến phà Bình Khánh", ", mỗi chuyến chở được", "40 xe", "và gần hai trăm khách sang bờ bên kia.")
WHOLE = "Theo bến phà Bình Khánh, mỗi chuyến chở được 40 xe và gần hai trăm khách sang bờ bên kia."


def texts(*lines: str, apart: str = "\n") -> list[str]:
    return [paragraph.text for paragraph in paragraphs(apart.join(lines))]


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_paragraph_torn_at_its_links_is_whole_again(apart: str) -> None:
    assert texts(LEDE, *TORN, LEDE, apart=apart) == [LEDE, WHOLE, LEDE]


def test_a_mark_stands_right_behind_its_word() -> None:
    torn = ("The second boat is rented from", "Lane & Sons", ", who own the pier at the far end", ".")
    assert texts(*torn) == ["The second boat is rented from Lane & Sons, who own the pier at the far end."]


def test_a_small_letter_goes_on_only_below_an_unfinished_line() -> None:
    listed = ("Vé được bán ở những nơi sau đây, từ năm giờ sáng mỗi ngày:", "bến Bình Khánh;", "bến Cát Lái.")
    assert texts(*listed) == list(listed)


@pytest.mark.parametrize("line", ["Thu Phương", "28/06/2024 09:38", "The Ferry And Its People"])
def test_a_name_or_a_date_above_a_paragraph_s_first_link_is_no_part_of_it(line: str) -> None:
    assert texts(LEDE, line, TORN[1].capitalize(), *TORN[2:])[1] == line


@pytest.mark.parametrize("line", ["Bến phà mới bên bờ sông", "Khách chờ ở bến. Ảnh: Quốc Bảo"])
def test_a_heading_or_a_caption_is_no_part_of_the_paragraph_below(line: str) -> None:
    torn = ("Mùa tới, hai bên sẽ mở", "bến phà mới", "ở gần chợ, cách bến cũ chừng hai cây số về phía hạ lưu.")
    assert texts(LEDE, line, *torn) == [LEDE, line, " ".join(torn)]


def test_tags_written_small_are_no_paragraph() -> None:
    tags = ("Vé phà", "bến phà", "đường thủy")
    assert texts(LEDE, *tags) == [LEDE, *tags]


def test_the_story_of_a_torn_page_is_told_in_whole_paragraphs() -> None:
    page = "\n".join(("Thêm chuyến phà vào cuối tuần", "28/06/2024 09:38", LEDE, *TORN, "Từ khóa:", "phà", "Cần Giờ"))
    story = clean(page.encode())
    assert (story.text, story.tags) == (f"{LEDE}\n\n{WHOLE}", ("phà", "Cần Giờ"))


def test_a_space_at_a_line_s_edge_says_that_a_dash_or_a_colon_ends_nothing() -> None:
    torn = (
        "Ông Tạ Quang Lẫm",
        " - chủ bến phà Bình Khánh - cho biết giá vé giữ nguyên đến hết năm: ",
        "hai nghìn đồng",
        " một người.",
    )
    assert texts(LEDE, *torn, LEDE) == [LEDE, " ".join(part.strip() for part in torn), LEDE]


def test_a_list_below_a_heading_is_no_part_of_it() -> None:
    listed = (
        "Giá vé trong dịp nghỉ lễ",
        " - người đi bộ qua sông được miễn vé cả ngày",
        " - xe máy trả bốn nghìn đồng.",
    )
    assert texts(LEDE, *listed)[1:] == [line.removeprefix(" - ") for line in listed]


def test_a_line_that_ends_with_a_comma_is_no_name() -> None:
    torn = ("Ở Bình Khánh,", "Công ty Phà Sông Nam", "mở thêm hai quầy vé và một nhà chờ có mái che cho khách.")
    assert texts(LEDE, *torn)[1:] == [" ".join(torn)]
