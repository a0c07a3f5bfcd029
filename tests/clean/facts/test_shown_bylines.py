"""Bylines as readers see them, and what stands beside the names."""

import pytest

from tests.clean.facts.pages import ENGLISH, TEXT, TITLE, read

HEAD = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    "line",
    [
        "<p>17/05/2024 08:30 | Tác giả: Thu Hà</p>",
        "<p>Tác giả: <a>Thu Hà</a> · Ngày đăng: 17/05/2024 · Ngày cập nhật: 20/05/2024</p>",
        "<p>Posted 17/05/2024 08:30 by <b>Thu Hà</b></p>",
        "<p><span>Date: 17/05/2024</span> <span>Author: Thu Hà</span> <span>Views: 1204</span></p>",
        "<p>Text: Thu Hà | Photos: Minh Đức</p>",
        "<p>Thu Hà | 17/05/2024 08:30</p>",
        "<p class=post-info>Submitted by <b>Thu Hà</b> on Fri, 17 May 2024 - 08:30</p>",
        "<p>Por Thu Hà | Madrid | 17 de mayo de 2024</p>",
    ],
)
def test_a_name_is_read_beside_a_date_and_other_facts(line: str) -> None:
    assert read(body=HEAD + line + TEXT).authors == ("Thu Hà",)


@pytest.mark.parametrize("line", ["<p>Đà Nẵng | 17/05/2024</p>", "<p>17/05/2024 | Theo Bến Phà</p>"])
def test_a_place_or_a_source_beside_a_date_is_no_author(line: str) -> None:
    assert read(body=HEAD + line + TEXT).authors == ()


def test_who_wrote_a_book_that_a_list_names_did_not_write_the_story() -> None:
    book = "<p><a>Rivers and Bridges</a> <b>by Anna Nguyen</b></p>"
    assert read(body=HEAD + TEXT.replace("</p>", f"</p>{book}", 1)).authors == ()


def test_two_names_in_full_before_the_date_are_the_authors_where_one_may_be_a_place() -> None:
    date = "<p class=date>{}, le 17/05/2024 à 8h30</p>"
    both = date.format("Anna Nguyen et Tom Tran (envoyé spécial à Huế)")
    assert read(body=HEAD + both + ENGLISH).authors == ("Anna Nguyen", "Tom Tran")
    assert read(body=HEAD + date.format("Port Linsfort") + ENGLISH).authors == ()


def test_where_each_of_several_writes_from_is_left_out() -> None:
    byline = "<p class=byline>By Anna Nguyen in Hue and Tom Tran in Da Nang</p>"
    assert read(body=HEAD + byline + ENGLISH).authors == ("Anna Nguyen", "Tom Tran")


def test_theo_is_a_name_where_nobody_speaks_vietnamese() -> None:
    byline = "<p class=byline>By <a>Anna Nguyen</a>, <a>Theo Tran</a></p>"
    assert read(body=HEAD + byline + ENGLISH).authors == ("Anna Nguyen", "Theo Tran")
    assert read(body=f"{HEAD}<p class=byline>Theo Thu Hà</p>{TEXT}").authors == ("Thu Hà",)


@pytest.mark.parametrize(
    "byline",
    [
        "<p class=author><span>Thu Hà</span> <a>Gửi thư cho tác giả</a></p>",
        "<p class=author><a>Thu Hà</a> <span>Người lái đò, tiến sĩ</span> <a>Theo dõi</a></p>",
    ],
)
def test_a_button_beside_a_name_is_nobody(byline: str) -> None:
    assert read(body=HEAD + byline + TEXT).authors == ("Thu Hà",)


@pytest.mark.parametrize(
    "others",
    [
        "<p>Edited by <a class=author>Tom Tran</a></p>",
        "<p class=author>Reviewed by:</p><p class=author>Tom Tran</p>",
        "<p class=author>Contributions from: <a>Tom Tran</a>, <a>Lan Vo</a></p>",
    ],
)
def test_who_did_something_else_than_write_is_no_author(others: str) -> None:
    assert read(body=f"{HEAD}<p>By <a class=author>Anna Nguyen</a></p>{others}{ENGLISH}").authors == ("Anna Nguyen",)
    line = "<p class=author>Reviewed by <a>Tom Tran</a> Last updated by <a>Anna Nguyen</a></p>"
    assert read(body=HEAD + line + ENGLISH).authors == ("Anna Nguyen",)


@pytest.mark.parametrize("label", ["Bài, ảnh:", "Bài và ảnh:", "Words & pictures by", "Text und Fotos:"])
def test_who_wrote_and_made_the_pictures_is_the_author(label: str) -> None:
    assert read(body=f"{HEAD}<p class=author>{label} <a>Thu Hà</a></p>{TEXT}").authors == ("Thu Hà",)
    alone = f"<p class=author>{label}</p><p class=author><a>Thu Hà</a></p>"
    assert read(body=HEAD + alone + TEXT).authors == ("Thu Hà",)


def test_those_who_are_quoted_below_the_text_are_not_believed_before_a_line_of_facts() -> None:
    praise = f"{TEXT}<h2>Bạn đọc nói gì</h2><p>Tờ báo tôi đọc mỗi sáng.</p><p class=author>Bùi Lan</p>"
    line = "<p class=meta><span>Words by Thu Hà</span> <span class=date>17/05/2024</span></p>"
    assert read(body=HEAD + line + TEXT + praise).authors == ("Thu Hà",)
    house = "<p class=meta>by <a>Báo Thử</a></p>"
    site = '<meta property="og:site_name" content="Báo Thử">'
    assert read(site, HEAD + house + TEXT + praise).authors == ("Bùi Lan",)


def test_the_author_on_a_card_of_another_story_is_not_the_storys() -> None:
    card = "<article><a href=/tin-{0}><h3>Phà số {0} ngừng chạy</h3></a><b class=author>Bùi Lan</b></article>"
    assert read(body=HEAD + TEXT + TEXT + card.format(1) + card.format(2)).authors == ()
    box = "<h3><a class=author href=/thu-ha>Thu Hà</a></h3><p>Phóng viên giao thông.</p>"
    assert read(body=HEAD + TEXT + TEXT + box).authors == ("Thu Hà",)


def test_an_aside_in_the_header_of_an_article_is_of_that_article() -> None:
    aside = "<aside class=post-sidebar><h4><a href=/tac-gia/thu-ha>Thu Hà</a></h4></aside>"
    assert read(body=f"<article><header>{HEAD}{aside}</header>{TEXT}</article>").authors == ("Thu Hà",)
    assert read(body=f"<article><header>{HEAD}</header>{TEXT}</article>{aside}").authors == ()
