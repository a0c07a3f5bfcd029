"""Signatures: who wrote a story, as its end tells it."""

import pytest

from tests.clean.facts.pages import ENGLISH, TEXT, TITLE, read

HEAD = f"<h1>{TITLE}</h1>"


def _teasers(count: int) -> str:
    return "".join(
        f"<div><a href=/tin-{n}>Phà đêm số {n} ngừng chạy</a><p>Bến phà thứ {n} đóng cửa từ tuần sau, khách qua sông "
        "ban đêm phải đi vòng theo đường tỉnh cho đến hết năm.</p></div>"
        for n in range(count)
    )


def test_a_signature_counts_more_than_a_box_about_an_editor() -> None:
    body = f"{HEAD}{TEXT}<p><b>Thu Hà</b></p><div class=author-box><p>Lê Minh</p></div>"
    assert read("", body).authors == ("Thu Hà",)


def test_a_line_below_the_text_that_tells_who_wrote_it_is_its_byline() -> None:
    signed = "<p>This post was written by Anna Nguyen</p>"
    assert read(body=HEAD + ENGLISH + signed).authors == ("Anna Nguyen",)
    assert read(body=HEAD + ENGLISH + signed.replace("written", "sponsored")).authors == ()


@pytest.mark.parametrize("line", ["Xem thêm", "Từ khóa", "Chia sẻ", "PV", "Tổng hợp", "Tin Mới", "<b>TIN KHÁC</b>"])
def test_a_short_line_below_the_text_is_not_taken_for_a_name(line: str) -> None:
    assert read("", f"{HEAD}{TEXT}<p>{line}</p>").authors == ()


def test_those_who_said_what_stands_above_their_names_are_no_authors() -> None:
    said = "<p>Tôi chờ cây cầu này từ ngày còn bé, giờ con tôi đi học không phải qua phà.</p><p class=author>{}</p>"
    voices = said.format("Lê Minh") + said.format("Bùi Lan")
    assert read("", HEAD + TEXT + voices).authors == ()
    assert read("", f"{HEAD}<p class=author>Thu Hà</p>{TEXT}{voices}").authors == ("Thu Hà",)
    both = "<h4 class=author>Thu Hà</h4><h4 class=author>Minh Đức</h4>"
    assert read("", HEAD + TEXT + both).authors == ("Thu Hà", "Minh Đức")


@pytest.mark.parametrize("signature", ["Bài, ảnh: Thu Hà", "Tin và ảnh: Thu Hà", "Bài viết: Thu Hà", "Thu Hà"])
def test_a_signature_closes_the_story_whatever_teasers_follow(signature: str) -> None:
    teasers = "".join(
        f'<div><a href="/t/{n}">Tin số {n}</a><p>Nhiều xã ven sông gấp rút làm xong cầu dân sinh trước mùa lũ, theo '
        f"kế hoạch số {n} của huyện vừa công bố.</p></div>"
        for n in range(4)
    )
    facts = read(body=f"{HEAD}{TEXT}<p><b>{signature}</b></p><div><b>Cùng chuyên mục</b>{teasers}</div>")
    assert facts.authors == ("Thu Hà",)


def test_a_signature_with_a_label_may_tell_where_its_bearer_works() -> None:
    signed = "{}<p><b>{} Phan Thu Hà - CC VHXH xã</b></p>"
    assert read(body=HEAD + signed.format(TEXT, "Tin, ảnh:")).authors == ("Phan Thu Hà",)
    assert read(body=HEAD + signed.format(TEXT, "")).authors == ()


def test_the_number_of_a_chapter_makes_its_head_no_name() -> None:
    articles = "<p>Điều 1. Chợ họp mỗi tuần một lần.</p><p>Điều 2. Quầy cao không quá hai mét.</p>"
    assert read(body=f"{HEAD}{TEXT}<p><b>Chương I</b></p>{articles}").authors == ()
    assert read(body=f"{HEAD}{TEXT}<p><b>Chương Thu</b></p>{articles}").authors == ("Chương Thu",)


def test_an_english_story_is_signed_below_with_a_label_or_where_newsrooms_of_vietnam_do() -> None:
    assert read(body=f"{HEAD}{ENGLISH}<p>Story and photos by Anna Nguyen</p>").authors == ("Anna Nguyen",)
    name = f"{HEAD}{ENGLISH}<p><b>Anna Nguyen</b></p>"
    assert read(body=name).authors == ()
    assert read(body=name, url="https://en.baobenpha.vn/bridge-1234.html").authors == ("Anna Nguyen",)


def test_a_name_above_a_box_of_readers_opinions_signs_the_story() -> None:
    opinions = "<div class=ykien>" + "".join(
        f"<p>Ý kiến số {n}: xã tôi cũng đã chờ một cây cầu như thế mười năm rồi, mong các cấp sớm về xem.</p>"
        for n in range(3)
    )
    box = f"<div>Ý kiến bạn đọc (3){opinions}</div></div>"
    assert read(body=f"{HEAD}{TEXT}<p><b>Thu Hà</b></p>{box}").authors == ("Thu Hà",)


def test_a_name_that_heads_a_part_of_the_story_signs_nothing() -> None:
    part = f"<p><b>Lê Thu Hà</b></p><p>Người lái đò, bốn mươi tuổi.</p>{TEXT}"
    assert read(body=f"{HEAD}{TEXT}{part}<p>Bài: Minh Đức</p>").authors == ("Minh Đức",)


def test_a_signature_of_an_agency_leaves_the_byline_its_name() -> None:
    byline = "<p class=author>Thu Hà (TTXVN/AFP)</p>"
    assert read(body=f"{HEAD}{byline}{TEXT}<p>Theo TTXVN</p>").authors == ("Thu Hà",)


def test_a_name_with_its_source_in_brackets_signs() -> None:
    assert read(body=f"{HEAD}{TEXT}<p>Thu Hà <i>(Theo <em>Reuters</em>)</i></p>").authors == ("Thu Hà",)


def test_the_story_ends_where_a_heading_stands_above_texts_below_links() -> None:
    teasers = f"<h2>Bài cùng chủ đề</h2>{_teasers(5)}<p>Hoàng Lan</p>"
    assert read(body=f"{HEAD}{TEXT}<p>Thu Hà</p>{teasers}").authors == ("Thu Hà",)


def test_a_related_story_between_two_paragraphs_does_not_end_it() -> None:
    related = "<h3><a href=/tin-1>Phà đêm ngừng chạy</a></h3>"
    body = TEXT.replace("</p>", f"</p>{related}", 1)
    assert read(body=f"{HEAD}{body}<p>Thu Hà</p><p>Bình luận (0)</p>").authors == ("Thu Hà",)


def test_a_name_below_the_next_heading_signs_nothing() -> None:
    assert read(body=f"{HEAD}{TEXT}<h2>Đọc nhiều</h2><p>Thu Hà</p>").authors == ()
