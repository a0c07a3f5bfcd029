"""Stories inside a crawl's data: records of JSON, rows of tables."""

import json

import pytest

from diemtin.clean import Cleaned, clean

TITLE = "Thêm chuyến phà Cần Giờ, vé vẫn hai nghìn"
PARTS = (
    "Từ sáng mai, phà Cần Giờ chạy thêm bốn chuyến để giảm cảnh chờ đợi vào dịp cuối tuần.",
    'Ông Tạ Quang Lẫm, chủ bến, nói: "Chúng tôi đã chờ chiếc phà thứ ba này từ hai năm nay rồi".',
    "Việc tăng chuyến kéo dài đến hết tháng Tám, sau đó được xem xét lại theo lượng khách thực tế.",
)
STORY = "\n\n".join(PARTS)


def is_whole(story: Cleaned) -> bool:
    facts = (story.title, story.authors, story.section, story.tags)
    assert facts == (TITLE, ("Minh Anh",), "Giao thông", ("phà", "Cần Giờ"))
    assert story.date is not None
    assert f"{story.date:%d/%m/%Y %H:%M}" == "28/06/2024 09:38"
    return story.text == STORY


def record(**others: object) -> dict[str, object]:
    return {
        "_id": 7,
        "crawled": "2024-07-03T01:00:00+07:00",
        "url": "https://bensong.example/pha",
        "headline": TITLE,
        "author": {"name": "Minh Anh"},
        "datePublished": "2024-06-28T09:38:00+07:00",
        "articleSection": "Giao thông",
        "keywords": ["phà", "Cần Giờ"],
        **others,
    }


@pytest.mark.parametrize("indent", [None, 2])
def test_a_record_of_json_is_read_by_its_fields(indent: int | None) -> None:
    data = record(text=f"{STORY}\n\nRead more: Bến Cát Lái sửa cầu dẫn", summary=None)
    assert is_whole(clean(json.dumps(data, indent=indent).encode()))
    assert is_whole(clean(json.dumps({"status": "ok", "articles": [data, data]}).encode()))


def test_markup_in_a_record_is_read_as_a_page_s() -> None:
    markup = "".join(f"<p>{part}</p>" for part in PARTS)
    assert is_whole(clean(json.dumps(record(content={"rendered": markup})).encode()))


def test_of_lines_of_json_the_first_counts() -> None:
    lines = (json.dumps(record(body=STORY)), json.dumps(record(body="Một bài khác. " * 40, headline="Bài khác")))
    assert is_whole(clean("\n".join(lines).encode()))


@pytest.mark.parametrize(("comma", "end"), [(",", "\n\n"), ("\t", "\\n")])
def test_the_first_row_of_a_table_is_read_by_its_heads(comma: str, end: str) -> None:
    cells = (TITLE, "Minh Anh", "2024-06-28T09:38:00+07:00", "Giao thông", "phà; Cần Giờ", end.join(PARTS))
    row = comma.join('"' + cell.replace('"', '""') + '"' for cell in ("1", *cells))
    heads = comma.join(("id", "title", "author", "published", "category", "tags", "content"))
    assert is_whole(clean(f"{heads}\n{row}\n{row}\n".encode()))


@pytest.mark.parametrize(
    "top", ["{Bản tin} ghi lại lúc sáng", "[1] Bến phà", "Title, content, date: what a reader looks for in a paper"]
)
def test_a_text_that_begins_as_data_do_is_a_text(top: str) -> None:
    assert clean(f"{top}\n\n{STORY}".encode()).text.endswith(STORY)


def test_data_without_a_text_are_no_record() -> None:
    assert clean(json.dumps(record(text="ngắn")).encode()).title != TITLE
    assert clean(("[" * 200_000).encode()).text == ""


LISTS = (
    'author:\n  - "[[Minh Anh]]"\npublished: 2024-06-28T09:38:00+07:00\nsection: Giao thông\n'
    "tags:\n  - phà\n  - Cần Giờ"
)
ON_A_LINE = (
    "draft: false\nauthor: Minh Anh\ndate: 2024-06-28 09:38\ncategories: ['Giao thông']\ntags: [phà, \"Cần Giờ\"]"
)
FOLDED = (
    'summary: >-\n  Bốn chuyến\n  mỗi ngày\nauthor: "[Minh Anh](/minh-anh)"\n'
    "date: 2024-06-28 09:38\ncategory: Giao thông\ntags: phà, Cần Giờ"
)


@pytest.mark.parametrize("fields", [LISTS, ON_A_LINE, FOLDED])
def test_fields_between_rules_above_a_text_tell_its_facts(fields: str) -> None:
    assert is_whole(clean(f'---\ntitle: "{TITLE}"\n{fields}\n---\n{STORY}\n'.encode()))


def test_the_source_of_a_clipping_may_be_its_address() -> None:
    address = "https://bensong.example/pha"
    assert clean(f"---\ntitle: {TITLE}\nsource: {address}\n---\n\n{STORY}".encode()).url == address


@pytest.mark.parametrize("heading", [f"# {TITLE}", f"{TITLE}\n==========="])
def test_a_reader_s_program_names_the_page_above_its_text(heading: str) -> None:
    top = (
        "Title: {} - Bến Sông\n\nURL Source: https://bensong.example/pha\n\nPublished Time: 2024-06-28T09:38:00+07:00\n"
    )
    story = clean(f"{top.format(TITLE)}\nMarkdown Content:\n{heading}\n\n{STORY}".encode())
    assert (story.title, story.text, story.url) == (TITLE, STORY, "https://bensong.example/pha")
    assert story.date is not None
    assert f"{story.date:%d/%m/%Y %H:%M}" == "28/06/2024 09:38"


@pytest.mark.parametrize("name", ["Bến Sông: ", "Author: Minh Anh\n"])
def test_lines_between_rules_are_no_fields_unless_each_names_one_that_is_known(name: str) -> None:
    story = clean(f"---\n{name}{PARTS[0]}\n---\n\n{PARTS[1]}\n\n{PARTS[2]}".encode())
    assert PARTS[0] in f"{story.title}\n{story.text}"
