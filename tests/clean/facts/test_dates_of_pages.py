"""When a story was published: which statement is taken where a page makes several."""

import pytest

from tests.clean.facts.pages import TEXT, TITLE, URL, at, json_ld, meta, read

LD = '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"x","datePublished":"{}"}}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (LD.format("2024-05-17T01:30:00Z"), TEXT),
        (LD.replace('"{}"', '{{"@type":"DateTime","@value":"{}"}}').format("2024-05-17T01:30:00Z"), TEXT),
        (meta(article__published_time="2024-05-17T08:30:00+07:00"), TEXT),
        ('<meta name="dc.date.issued" content="2024-05-17T08:30:00+07:00">', TEXT),
        ('<meta name="parsely-pub-date" content="2024-05-17T01:30:00Z">', TEXT),
        ("", f'<span itemprop="datePublished" content="2024-05-17T01:30:00Z">hôm qua</span>{TEXT}'),
        ('<meta name="citation_date" content="2024/05/17 08:30">', TEXT),
        ("", f'<h1>{TITLE}</h1><time datetime="2024-05-17T01:30:00Z" pubdate>8h30</time>{TEXT}'),
        ("", f'<h1>{TITLE}</h1><abbr class=published title="2024-05-17T01:30:00Z">hôm qua</abbr>{TEXT}'),
        ("", f'<h1>{TITLE}</h1><relative-time datetime="2024-05-17T01:30:00Z">yesterday</relative-time>{TEXT}'),
        ("", f"<h1>{TITLE}</h1><span class=post-date data-timestamp=1715909400>2 giờ trước</span>{TEXT}"),
        ("", f'<h1>{TITLE}</h1><span class=time title="17/05/2024 08:30">2 giờ trước</span>{TEXT}'),
        ("", f'<h1>{TITLE}</h1><div class=date data-date="2024-05-17T01:30:00.000Z"></div>{TEXT}'),
        ("", f"<h1>{TITLE}</h1><p>Thứ Sáu, 17/05/2024 08:30 GMT+7</p>{TEXT}"),
        ("", f'<h1>{TITLE}</h1><span class="date">08:30 | 17/05/2024</span> Báo Thử{TEXT}'),
    ],
)
def test_every_place_that_states_the_date_is_read(head: str, body: str) -> None:
    assert read(head, body).date == at("2024-05-17T08:30")


def test_the_article_s_own_data_win_over_a_general_field_about_another_day() -> None:
    head = LD.format("2024-05-17T08:30:00+07:00") + '<meta name="date" content="2024-06-01">'
    assert read(head).date == at("2024-05-17T08:30")


def test_the_date_of_a_clip_on_the_page_is_not_the_story_s() -> None:
    clip = '<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" content="{}"></div>'
    body = f"<h1>{TITLE}</h1>{clip.format('2021-02-03T09:00:00Z')}<p class=date>17/05/2024 08:30</p>{TEXT}"
    assert read("", body).date == at("2024-05-17T08:30")


def test_the_date_in_the_box_of_its_writer_is_the_story_s() -> None:
    date = '<meta itemprop="datePublished" content="2024-05-17T01:30:00Z">'
    body = f'<div itemprop="author" itemscope itemtype="https://schema.org/Person">Lan Anh{date}</div>{TEXT}'
    assert read("", body).date == at("2024-05-17T08:30")


def test_two_that_agree_win_over_one() -> None:
    head = LD.format("2031-01-01T00:00:00+07:00") + meta(article__published_time="2024-05-17T08:30:00+07:00")
    assert read(head + '<meta name="date" content="2024-05-17">').date == at("2024-05-17T08:30")


def test_a_date_after_the_page_was_fetched_is_refused_and_said() -> None:
    facts = read(LD.format("2024-05-17T08:30:00+07:00"), fetched=at("2024-05-10T00:00"))
    assert facts.date is None
    assert "after the page was fetched" in facts.notes[0]


def test_an_impossible_date_is_refused_and_said() -> None:
    facts = read(LD.format("2567-05-17"))
    assert facts.date is None
    assert "2567 looks like a Buddhist year" in facts.notes[0]


def test_the_clock_on_the_page_mends_local_time_that_the_data_call_utc() -> None:
    body = f"<h1>{TITLE}</h1><p>Thứ Sáu, 17/05/2024 08:30</p>{TEXT}"
    facts = read(LD.format("2024-05-17T08:30:00Z"), body)
    assert facts.date == at("2024-05-17T08:30")
    assert "in another zone" in facts.notes[0]


def test_the_clock_on_a_foreign_page_is_that_of_its_own_country() -> None:
    text = (
        "<p>The second bridge over the river was opened this morning, two months ahead of the plan that was made.</p>"
    )
    body = f"<h1>The bridge is open</h1><p>17 May 2024 08:30</p>{text * 3}"
    assert read(LD.format("2024-05-17T08:30:00+01:00"), body).date == at("2024-05-17T14:30")


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


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (LD.format("5/7/2024 8:30:00 AM"), "<p>07/05/2024 08:30</p>"),
        (LD.format("5/7/2024 8:30:00 AM") + meta(article__published_time="5/7/2024 8:30"), "<p>07/05/2024 08:30</p>"),
        (meta(article__published_time="05/07/2024 - 08:30", article__modified_time="05/17/2024 - 09:15"), ""),
        (meta(article__published_time="05/07/2024 - 08:30", article__modified_time="06/01/2024 - 09:15"), ""),
        (meta(article__published_time="05/07/2024 - 08:30", article__modified_time="2024-05-07T11:00:00+07:00"), ""),
    ],
)
def test_numbers_are_read_month_first_where_the_rest_of_the_page_says_so(head: str, body: str) -> None:
    assert read(head, f"<h1>{TITLE}</h1>{body}{TEXT}").date == at("2024-05-07T08:30")


def test_the_address_tells_which_number_of_a_dateline_is_the_month() -> None:
    body = f"<h1>The bridge is open</h1><p class=date>05/07/2024</p>{TEXT}"
    assert read("", body, url="https://paper.example/2024/05/07/bridge").date == at("2024-05-07T00:00")


def test_a_reading_after_the_page_was_fetched_leaves_the_other_one() -> None:
    facts = read(LD.format("05/07/2024 08:30"), fetched=at("2024-05-20T00:00"))
    assert facts.date == at("2024-05-07T08:30")


def test_numbers_are_read_day_first_where_nothing_else_tells() -> None:
    assert read(meta(article__published_time="05/07/2024 - 08:30")).date == at("2024-07-05T08:30")


def test_an_element_of_the_outlets_own_tells_the_publication_by_an_attribute_of_that_name() -> None:
    stamp = "<my-stamp publishdate=1715909400000 updatedate=1716000000000></my-stamp>"
    assert read("", f"<h1>{TITLE}</h1>{stamp}{TEXT}").date == at("2024-05-17T08:30:00")
    assert read("", f"<h1>{TITLE}</h1><my-poll closes=1715909400000></my-poll>{TEXT}").date is None


def test_one_element_that_is_meta_and_microdata_speaks_with_one_voice() -> None:
    head = meta(article__published_time="2024-05-17T08:30:00+07:00")
    printed = '<meta itemprop="datePublished" content="2024-09-02">'
    assert read(head, f"<h1>{TITLE}</h1>{printed}{TEXT}").date == at("2024-05-17T08:30:00")
    visible = "<p itemprop=datePublished>02/09/2024</p>"
    assert read("", f"<h1>{TITLE}</h1>{printed}{visible}{TEXT}").date == at("2024-09-02")


def test_a_day_in_words_in_the_data_is_a_templates_and_counts_less_than_what_readers_see() -> None:
    data = json_ld('"datePublished":"Aug 21, 2025"')
    assert read(data, f"<h1>{TITLE}</h1><p>Published May 17, 2024</p>{TEXT}").date == at("2024-05-17")
    assert read(data, f"<h1>{TITLE}</h1>{TEXT}").date == at("2025-08-21")
    numbers = json_ld('"datePublished":"2025-08-21"')
    assert read(numbers, f"<h1>{TITLE}</h1><p>Published May 17, 2024</p>{TEXT}").date == at("2025-08-21")


def test_a_day_in_brackets_with_its_label_is_the_date() -> None:
    assert read("", f"<h1>{TITLE}</h1><p>[Posted May 17, 2024 by corvid]</p>{TEXT}").date == at("2024-05-17")
    assert read("", f"<h1>{TITLE}</h1><p>[Recorded on May 17, 2024 by corvid]</p>{TEXT}").date is None


OTHER = '<time datetime="2026-08-{}T10:00:00+07:00">hôm nay</time>'
OWN = '<time class="{}" datetime="2024-05-17T08:30:00+07:00">17/05/2024</time>'


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


def test_a_health_sites_medical_page_is_its_article() -> None:
    data = LD.format("2024-05-17T01:30:00Z").replace("NewsArticle", "MedicalWebPage")
    assert "MedicalWebPage" in data
    assert read(data, f"<h1>{TITLE}</h1><p>Ngày đăng: 17/05/2024</p>{TEXT}").date == at("2024-05-17T08:30")


CHANGED = '<time {} datetime="2024-05-18T09:15:00+07:00">{}18/05/2024</time>'


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


def test_an_element_with_both_dates_tells_the_change_by_its_attribute() -> None:
    changed = '<time itemprop="dateModified" datetime="2024-05-18T09:15:00+07:00">{}</time>'
    both = changed.format("17/05/2024 08:30 | Cập nhật 18/05/2024 09:15")
    facts = read("", f"<h1>{TITLE}</h1>{both}{TEXT}")
    assert (facts.date, facts.modified) == (at("2024-05-17T08:30"), at("2024-05-18T09:15"))


def test_the_date_of_a_quoted_post_is_not_the_story_s() -> None:
    post = '<blockquote>Thúy <time datetime="2019-03-02T08:00:00+07:00">2/3</time></blockquote>'
    assert read(body=f"<h1>{TITLE}</h1>{post}{TEXT}").date is None


def test_the_address_of_an_archives_copy_tells_the_day_of_the_story() -> None:
    url = "https://archive.example/web/20240911121040/https://bao.example/2024/05/17/cau-moi.html"
    facts = read(body=f"<h1>{TITLE}</h1>{TEXT}", url=url)
    assert facts.date == at("2024-05-17T00:00")


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    assert read(url="https://bao.example/2024/05/17/cau-moi").date == at("2024-05-17T00:00")
    assert read(url="https://bao.example/cau-moi-20240517083012345.htm").date == at("2024-05-17T00:00")


def test_the_last_change_is_told_apart_from_the_publication() -> None:
    body = f"<h1>{TITLE}</h1><p>17/05/2024 08:30</p><p>Cập nhật lúc 09:15 ngày 18/05/2024</p>{TEXT}"
    facts = read("", body)
    assert (facts.date, facts.modified) == (at("2024-05-17T08:30"), at("2024-05-18T09:15"))


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


def test_a_change_before_the_publication_is_none() -> None:
    head = LD.format("2024-05-17T08:30:00+07:00") + meta(article__modified_time="2024-05-01T00:00:00+07:00")
    assert read(head).modified is None


def test_what_was_taken_comes_first_in_the_evidence() -> None:
    head = LD.format("2024-05-17T08:30:00+07:00") + '<meta name="date" content="2024-05-17">'
    (taken, *others) = [fact for fact in read(head).evidence if fact.name == "date"]
    assert taken.source == "JSON-LD datePublished"
    assert [fact.source for fact in others] == ["meta date"]
    assert taken.confidence > others[0].confidence


def test_a_line_of_facts_below_the_headline_tells_the_day_and_the_time_among_other_words() -> None:
    facts = "<p>Written by <a>Anna Nguyen</a> in <a>Roads</a> on 17 May 2024 at 08:30. 4 Comments</p>"
    assert read("", f"<h1>{TITLE}</h1>{facts}{TEXT}").date == at("2024-05-17T08:30")
    assert (
        read("", f"<h1>{TITLE}</h1>{TEXT}<p>The ferry left on 17 May 2024 at 08:30 for the last time.</p>").date is None
    )


def test_todays_date_is_less_sure_than_the_day_in_the_address() -> None:
    masthead = "<p class=date>Chủ nhật, 26/05/2024</p><p>Báo Thử</p><p>Giao thông</p>"
    body = f"{masthead}<h1>{TITLE}</h1>{TEXT}"
    assert read("", body, url="https://bao.example/2024/05/17/cau-moi.html").date == at("2024-05-17")
    assert read("", body).date == at("2024-05-26")


def test_a_labelled_day_below_the_text_is_the_date() -> None:
    assert read("", f"<h1>{TITLE}</h1>{TEXT}{TEXT}<p>Ngày xuất bản: 17/5/2024</p>").date == at("2024-05-17")
    assert read("", f"<h1>{TITLE}</h1>{TEXT}{TEXT}<p>Ngày hội: 17/5/2024</p>").date is None


def test_the_stamp_on_a_card_of_another_story_is_not_the_storys() -> None:
    card = "<article><a href=/t><h3>Phà đêm ngừng chạy</h3></a><time datetime=2024-05-16>hôm qua</time></article>"
    assert read("", f"<h1>{TITLE}</h1>{TEXT}{card}").date is None
    assert read(
        "", f"<article><h1>{TITLE}</h1><time datetime=2024-05-17>hôm nay</time>{TEXT}</article>{card}"
    ).date == at("2024-05-17")
