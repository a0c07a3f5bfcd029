"""Plain-text dumps of news agencies' dispatches and of databases that keep papers' stories."""

import pytest

from diemtin.clean import clean
from diemtin.clean.dumps import wires
from tests.clean.test_dumps import dump

TITLE = "Ferry crews end their walkout after a night of talks"
LEDE = "Crews of the river ferries returned to work on Tuesday after a night of talks about pay and hours."
BODY = "The deal gives about 340 workers a raise of 8% this year, and a free passage to each of their families."
END = "Boats will run to the timetable again from Thursday, once their boilers have been warmed, the owners said."
STORY = "\n\n".join((LEDE, BODY, END))


@pytest.mark.parametrize(
    "dateline",
    [
        "LINDHOLM, Norland, Feb 12 (River Wire) - ",
        "LINDHOLM/OSTBY, Feb. 12 (RW) — ",
        "LINDHOLM, Nor. (RW) -- ",
        "Bình Khánh (BVB 12/2) ",
        "Bình Khánh (BVB) - ",
    ],
)
def test_where_and_by_whom_a_dispatch_was_written_is_no_text(dateline: str) -> None:
    assert dump(TITLE, "By Ann Lee", f"{dateline}{LEDE}", BODY, END).text == STORY


@pytest.mark.parametrize(
    "opening",
    [
        "The Port Authority (PA) said on Tuesday that its crews would return to work.",
        "Lindholm Ferries (founded 1912) - the oldest line on the river - will sail again.",
        "Nguyễn Văn An (61 tuổi) là người lái phà lâu năm nhất trên bến này.",
    ],
)
def test_brackets_in_a_sentence_are_no_dateline(opening: str) -> None:
    assert wires.dateline(opening) == 0


def test_an_agency_s_points_stand_above_its_dateline() -> None:
    points = "* Raise of 8% this year seen as fair\n* Boats to sail on Thursday"
    story = dump(TITLE, points, "(Adds comment in paragraph 2)", f"LINDHOLM, Feb 12 (River Wire) - {LEDE}", BODY, END)
    assert story.text == f"{points.replace('* ', '')}\n\n{STORY}"


@pytest.mark.parametrize(
    "slug", ["NORLAND-FERRIES/STRIKE (UPDATE 1, PIX)", "BC-NO--Ferry Walkout,2nd Ld", "BVB-KT-0931"]
)
def test_an_agency_s_own_name_for_a_story_is_not_its_headline(slug: str) -> None:
    assert dump(slug, TITLE, "By Ann Lee", LEDE, BODY, END).title == TITLE


@pytest.mark.parametrize(
    "title", ["COVID-19 keeps ferries at their piers", "US-China talks move to a boat", "AI and I"]
)
def test_a_headline_in_capitals_is_no_slug(title: str) -> None:
    assert not wires.is_slug(title)


def test_carets_mark_headline_and_byline() -> None:
    top = f"a0644\nEds: UPDATES with the hour of the first boat.\n^{TITLE}\n^By Ann Lee"
    story = dump(top, LEDE, BODY, END)
    assert (story.title, story.authors, story.text) == (TITLE, ("Ann Lee",), STORY)


def test_fields_stand_above_the_line_that_says_that_the_text_follows() -> None:
    fields = (
        "Author: Ann Lee",
        "Publication info: The River Sun ; Lindholm [Lindholm]12 Feb 2025: C4.",
        "Abstract: None available.",
    )
    story = dump(TITLE, *fields, "Database document link", "Full text:", LEDE, BODY, END, "Subject: Ferries; Strikes")
    assert (story.title, story.authors, story.text) == (TITLE, ("Ann Lee",), STORY)


def test_a_line_that_says_text_is_the_story_s_own_where_no_fields_stand_above() -> None:
    assert "Full text:" in dump(TITLE, LEDE, BODY, "Full text:", END).text


def test_a_database_s_day_and_hour_are_one_date() -> None:
    story = clean(f"HD {TITLE}\nPD 12 February 2025\nET 06:30\nLP\n{LEDE}\n\nTD\n{BODY}\n\n{END}".encode())
    assert story.date is not None
    assert f"{story.date:%d/%m/%Y %H:%M}" == "12/02/2025 06:30"


def test_who_somebody_is_stays_in_the_first_sentence() -> None:
    opening = "Chị Minh Anh (Bình Khánh) - người bán vé ở bến - nói từ nay khách không phải chờ lâu nữa."
    assert dump(TITLE, "By Ann Lee", opening, BODY, END).text.startswith(opening)


def test_a_note_to_readers_and_a_correction_are_the_story_s() -> None:
    for line in ("Lưu ý: khách đi phà phải mang theo giấy tờ.", "(Corrects the number of boats in paragraph 2.)"):
        assert line in dump(TITLE, "By Ann Lee", LEDE, line, BODY, END).text


def test_fields_of_the_story_s_own_stand_below_its_first_sentence() -> None:
    own = ("Time: eight in the morning on Thursday", "Place: the pier at Lindholm")
    story = dump(TITLE, "By Ann Lee", LEDE, *own, "Text:", BODY, END)
    assert all(line in story.text for line in own)


def test_below_a_lede_a_paper_s_name_is_one_that_it_calls_itself() -> None:
    assert dump(TITLE, "River Valley Post • 12/02/2025 06:30", LEDE, f"RVP - {BODY}", END).text == STORY
    assert dump(TITLE, "12/02/2025 06:30", LEDE, f"RVP - {BODY}", END, "© 2025 RVP").text == STORY
    other = dump(TITLE, "Lindholm Post • 12/02/2025 06:30", LEDE, f"RVP - {BODY}", END, "Tags: RVP, boats")
    assert other.text == "\n\n".join((LEDE, f"RVP - {BODY}", END))
