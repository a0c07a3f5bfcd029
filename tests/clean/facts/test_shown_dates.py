"""When a story was published, as a reader sees it: elements that hold a date, and lines that tell one."""

import pytest

from tests.clean.facts.pages import TEXT, TITLE, URL, at, meta, read

LD = '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"x","datePublished":"{}"}}</script>'
OTHER = '<time datetime="2026-08-{}T10:00:00+07:00">hôm nay</time>'
OWN = '<time class="{}" datetime="2024-05-17T08:30:00+07:00">17/05/2024</time>'
CHANGED = '<time {} datetime="2024-05-18T09:15:00+07:00">{}18/05/2024</time>'


def test_todays_date_above_the_headline_and_the_dates_of_other_stories_are_not_taken() -> None:
    body = (
        f"<p>Thứ Ba, 18/08/2026 01:53</p><nav><a>Trang chủ</a><a>Giao thông</a></nav><h2 class=title>{TITLE}</h2>"
        f"<p class=date>Ngày đăng: 17/05/2024</p>{TEXT}<ul><li>Tin khác <span class=date>19/08/2026</span></ul>"
    )
    assert read(meta(og__title=TITLE), body).date == at("2024-05-17T00:00")


@pytest.mark.parametrize(
    "day",
    ["17 May 2024", "Thứ Sáu, ngày 17 tháng 5 năm 2024", "Hạ Liên, ngày 17/5/2024", "17 May 2024 // Ada Moss"],
)
def test_a_day_alone_between_headline_and_text_is_the_date(day: str) -> None:
    facts = read("", f"<p>18/08/2026</p><h1>{TITLE}</h1><div class=byline><span>{day}</span></div>{TEXT}")
    assert facts.date == at("2024-05-17T00:00")


def test_a_day_alone_elsewhere_is_no_date() -> None:
    assert read(meta(og__title=TITLE), f"<p>18/08/2026</p><p>Tin trong ngày</p>{TEXT}<p>17/05/2024</p>").date is None


def test_a_day_in_brackets_with_its_label_is_the_date() -> None:
    assert read("", f"<h1>{TITLE}</h1><p>[Posted May 17, 2024 by corvid]</p>{TEXT}").date == at("2024-05-17")
    assert read("", f"<h1>{TITLE}</h1><p>[Recorded on May 17, 2024 by corvid]</p>{TEXT}").date is None


def test_of_several_stamps_that_below_the_headline_is_the_story_s() -> None:
    ticker = "".join(OTHER.format(day) for day in (11, 14, 17, 20))
    assert read("", f"<div>{ticker}</div><h1>{TITLE}</h1>{OWN.format('')}{TEXT}").date == at("2024-05-17T08:30")


@pytest.mark.parametrize(
    "other",
    [
        f"<aside>{OTHER.format(11)}</aside>",
        f"<div class=related>{OTHER.format(11)}</div>",
        f"<a href=/khac.html>Phà ngừng chạy {OTHER.format(11)}</a>",
        f'<a href="#y-kien-7">{OTHER.format(11)}</a>',
    ],
)
def test_a_stamp_aside_or_in_a_link_is_not_the_story_s(other: str) -> None:
    assert read("", f"<h1>{TITLE}</h1>{other}{TEXT}").date is None


@pytest.mark.parametrize("link", ['href="/cau-moi" rel="bookmark"', f'href="{URL}"', 'href="#"'])
def test_a_stamp_in_a_link_to_the_story_itself_is_the_story_s(link: str) -> None:
    body = f"<h1>{TITLE}</h1><a {link}>{OWN.format('entry-date')}</a>{TEXT}"
    assert read("", body).date == at("2024-05-17T08:30")


def test_a_stamp_below_the_text_tells_the_time_of_a_date_above_the_headline() -> None:
    stamp = f'<a href="{URL}"><abbr class="published" title="2024-05-17T08:30:00+07:00">08:30</abbr></a>'
    body = f'<h2 class="date-header">Thứ Sáu, 17 tháng 5, 2024</h2><h3>{TITLE}</h3>{TEXT}<p>Đăng lúc {stamp}</p>'
    assert read("", body).date == at("2024-05-17T08:30")


@pytest.mark.parametrize("changed", [CHANGED.format("class=updated", ""), CHANGED.format("", "Cập nhật ")])
def test_a_stamp_that_is_called_one_of_a_change_is_not_the_publication(changed: str) -> None:
    facts = read("", f"<h1>{TITLE}</h1>{changed}{OWN.format('published')}{TEXT}")
    assert (facts.date, facts.modified) == (at("2024-05-17T08:30"), at("2024-05-18T09:15"))


def test_a_page_without_an_article_tells_its_change_itself_and_so_does_a_header() -> None:
    page = LD.format("2024-05-17T08:30:00+07:00").replace("NewsArticle", "WebPage")
    changed = page.replace('"headline"', '"dateModified":"2024-05-18T09:15:00+07:00","headline"')
    header = '<meta http-equiv="last-modified" content="2024-05-18T09:15:00+07:00">'
    assert read(changed).modified == read(page + header).modified == at("2024-05-18T09:15")
    assert read(LD.format("2024-05-17T08:30:00+07:00") + changed).modified is None


def test_the_only_stamp_is_the_publication_whatever_it_is_called() -> None:
    facts = read("", f"<h1>{TITLE}</h1>{OWN.format('updated')}{TEXT}")
    assert (facts.date, facts.modified) == (at("2024-05-17T08:30"), None)


def test_a_dateline_below_the_text_is_found() -> None:
    body = f"<h1>{TITLE}</h1>{TEXT}<div class=author-info><span class=date>Thứ Sáu, 17/05/2024 08:30</span></div>"
    assert read("", body).date == at("2024-05-17T08:30")


@pytest.mark.parametrize(
    "body",
    [
        f"<p>17 May 2024 · 6 min read</p><h1>{TITLE}</h1>{TEXT}",
        f"<h1>{TITLE}</h1><p>May 17, 2024 ・ 3 min read</p>{TEXT}",
        f"<h1>{TITLE}</h1><p>By <a>Lan Anh</a> | May 17, 2024 | 57 comments</p>{TEXT}",
        f"<h1>{TITLE}</h1><p>Lan Anh - 17/05/2024</p>{TEXT}",
        f"<h1>{TITLE}</h1><p><b>Lan Anh</b><i>- 17/05/2024</i></p>{TEXT}",
        f"<h1>{TITLE}</h1><p><b>May 17, 2024</b><i>Updated on May 18, 2024</i></p>{TEXT}",
        f"<h1>{TITLE}</h1><p>17/05/2024</p>{TEXT}<p><time datetime=2024-09-02>02/09/2024</time></p>",
        f"<h1>{TITLE}</h1><p>Đăng bởi <a>Lan Anh</a> ngày 17/05/2024 trong <a>Cầu đường</a></p>{TEXT}",
        f"<h1>{TITLE}</h1>{TEXT.replace('</p>', '</p><p>Lan Anh</p><p>17/05/2024</p>', 1)}",
    ],
    ids=[
        "above the headline",
        "time to read",
        "between bars",
        "behind a dash",
        "in an element",
        "touching another",
        "above another",
        "behind a label",
        "behind the lede",
    ],
)
def test_a_day_that_nothing_marks_is_read_around_the_headline(body: str) -> None:
    assert read("", body).date == at("2024-05-17T00:00")


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Thứ Sáu, 17/05/2024</p><h1>{TITLE}</h1>{TEXT}",
        f"<p>17/05/2024</p><p>Tin nóng</p><p>Cầu đường</p><p>Phà</p><h1>{TITLE}</h1>{TEXT}",
        f"<h1>{TITLE}</h1>{TEXT}{TEXT}<p>17/05/2024</p><p>Phà ngừng chạy</p>",
        f"<h1>{TITLE}</h1>{TEXT.replace('</p>', '</p><p><b>17/05/2024</b></p>', 1)}",
        f"<h1>{TITLE}</h1><p>Sau ngày 17/05/2024 phà sẽ ngừng chạy</p>{TEXT}",
    ],
    ids=["today's", "far above the headline", "another story's", "a heading", "in a sentence"],
)
def test_another_day_is_not_the_story_s(body: str) -> None:
    assert read("", body).date is None


def test_the_date_of_a_quoted_post_is_not_the_story_s() -> None:
    post = '<blockquote>Thúy <time datetime="2019-03-02T08:00:00+07:00">2/3</time></blockquote>'
    assert read(body=f"<h1>{TITLE}</h1>{post}{TEXT}").date is None


@pytest.mark.parametrize(
    "line",
    [
        "Đăng lúc 08:30 17/05/2024, cập nhật lúc 09:15 18/05/2024",
        "Updated 18 May 2024 09:15 | Published 17 May 2024 08:30",
        "Published 08:30, May 17, 2024 · Last updated 09:15, May 18, 2024",
        "17/05/2024 08:30 (cập nhật 18/05/2024 09:15)",
    ],
)
def test_two_dates_in_one_line_keep_their_labels_and_clock_times(line: str) -> None:
    facts = read("", f"<h1>{TITLE}</h1><p>{line}</p>{TEXT}")
    assert (facts.date, facts.modified) == (at("2024-05-17T08:30"), at("2024-05-18T09:15"))


def test_a_line_of_facts_below_the_headline_tells_the_day_and_the_time_among_other_words() -> None:
    facts = "<p>Written by <a>Anna Nguyen</a> in <a>Roads</a> on 17 May 2024 at 08:30. 4 Comments</p>"
    assert read("", f"<h1>{TITLE}</h1>{facts}{TEXT}").date == at("2024-05-17T08:30")
    assert (
        read("", f"<h1>{TITLE}</h1>{TEXT}<p>The ferry left on 17 May 2024 at 08:30 for the last time.</p>").date is None
    )


def test_a_labelled_day_below_the_text_is_the_date() -> None:
    assert read("", f"<h1>{TITLE}</h1>{TEXT}{TEXT}<p>Ngày xuất bản: 17/5/2024</p>").date == at("2024-05-17")
    assert read("", f"<h1>{TITLE}</h1>{TEXT}{TEXT}<p>Ngày hội: 17/5/2024</p>").date is None


def test_the_stamp_on_a_card_of_another_story_is_not_the_storys() -> None:
    card = "<article><a href=/t><h3>Phà đêm ngừng chạy</h3></a><time datetime=2024-05-16>hôm qua</time></article>"
    assert read("", f"<h1>{TITLE}</h1>{TEXT}{card}").date is None
    assert read(
        "", f"<article><h1>{TITLE}</h1><time datetime=2024-05-17>hôm nay</time>{TEXT}</article>{card}"
    ).date == at("2024-05-17")
