"""The headline: chosen among what the page states, and without the outlet's name."""

import pytest

from tests.clean.facts.pages import TEXT, TITLE, at, json_ld, meta, read

SITE = meta(og__site_name="Báo Thử")


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} - Báo Thử",
        f"{TITLE} | Báo Thử",
        f"{TITLE} – BAO.EXAMPLE",
        f"{TITLE} - Giao thông - Báo Thử",
        f"{TITLE} – Báo Thử – 17/05/2024",
        f"Báo Thử | {TITLE}",
        f"Báo Thử: {TITLE}",
        f"{TITLE} ⋆ Báo Thử",
        f"{TITLE} ‹ Báo Thử",
        f"{TITLE} * Báo Thử",
    ],
)
def test_the_outlets_name_is_cut_off_and_no_colon_is_lost(title: str) -> None:
    section = meta(article__section="Giao thông")
    assert read(f"{SITE}{section}<title>{title}</title>").title == TITLE


@pytest.mark.parametrize("title", ["Xăng giảm giá - người dân thở phào", "Giá vàng | giá bạc", "Lũ: hai xã bị cô lập"])
def test_a_dash_or_colon_of_the_headline_itself_stays(title: str) -> None:
    assert read(f"{SITE}<title>{title}</title>", f"<h1>{title}</h1>{TEXT}").title == title


def test_a_longer_title_is_cut_down_to_the_headline_that_stands_on_the_page() -> None:
    assert read(f"<title>{TITLE} ~ Cổng tin</title>", f"<h1>{TITLE}</h1>{TEXT}").title == TITLE


def test_the_title_for_sharing_is_taken_before_the_one_for_search() -> None:
    head = f"<title>Cầu mới 2024, giờ mở cầu</title>{meta(og__title=TITLE)}"
    assert read(head).title == TITLE


def test_headline_and_data_that_agree_outvote_a_title_for_sharing_that_only_copies_the_one_for_search() -> None:
    head = (
        f"<title>Tin cầu mới nhất</title>{meta(og__title='Tin cầu mới nhất')}"
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>'
    )
    assert read(head, f"<h1>{TITLE}</h1>{TEXT}").title == TITLE


def test_a_sharing_title_of_its_own_voice_sides_with_headline_and_data() -> None:
    head = (
        f"{meta(og__title='Bao giờ hết cảnh chờ phà?', twitter__title=TITLE)}<title>{TITLE} | Báo</title>"
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>'
    )
    assert read(head, f"<h1>{TITLE}</h1>{TEXT}").title == TITLE


def test_a_headline_cut_off_with_dots_is_completed_from_elsewhere() -> None:
    head = meta(og__title=TITLE[:30] + "…")
    assert read(head, f"<h1>{TITLE}</h1>{TEXT}").title == TITLE


def test_a_kicker_that_differs_from_place_to_place_is_no_part_of_the_headline() -> None:
    head = meta(og__title=f"Miền Tây: {TITLE}")
    assert read(head, f"<h1>Giao thông - {TITLE}</h1>{TEXT}").title == TITLE


def test_one_beginning_with_two_joints_is_a_kicker_where_the_rest_is_a_line_by_itself() -> None:
    head = meta(og__title=f"Miền Tây: {TITLE}") + json_ld(f'"alternativeHeadline":"Miền Tây - {TITLE}"')
    name = "<h1>Cầu Bến Phà mở sớm hai tháng</h1>"
    assert read(head.replace(f'"headline":"{TITLE}",', ""), f"{name}<p>{TITLE}</p>{TEXT}").title == TITLE
    assert read(head.replace(f'"headline":"{TITLE}",', ""), name + TEXT).title == f"Miền Tây: {TITLE}"


@pytest.mark.parametrize("joint", ["-", ":"])
def test_what_begins_a_headline_with_another_joint_elsewhere_is_no_kicker(joint: str) -> None:
    head = meta(og__title=f"Bến Phà – {TITLE}")
    assert read(head, f"<h1>Bến Phà {joint} {TITLE}</h1>{TEXT}").title == f"Bến Phà – {TITLE}"


@pytest.mark.parametrize(
    "body",
    [
        f'<h2 class="cms-title">{TITLE}</h2><time>17/05/2024 08:30</time>{TEXT}',
        f"<h3>{TITLE}</h3><h5>Thứ Sáu, 17/05/2024, 08:30:12</h5>{TEXT}",
        f"<div><b>{TITLE}</b><br><span>Thứ Sáu, 17/05/2024 - 08:30</span><br>{TEXT}</div>",
        f"<div class=title>{TITLE}</div><div>Ngày đăng: 17/05/2024 | Lượt xem: 96</div>{TEXT}",
        f"<div class=title>{TITLE}</div><div class=date>Cập nhật: 17/05/2024 Lượt đọc: 96</div>{TEXT}",
    ],
)
def test_a_page_without_a_first_heading_has_its_headline_before_the_dateline(body: str) -> None:
    assert read("<title>Phiên bản di động</title>", body).title == TITLE


def test_sentences_before_the_text_are_a_lede_and_no_headline() -> None:
    lede = "Cầu thông xe sớm hai tháng. Người dân hai bờ đã chờ nó mười năm."
    assert lede not in read("", f"<div><b>{TITLE}</b></div><div><b>{lede}</b></div><p>17/05/2024</p>{TEXT}").headlines


def test_what_is_set_off_below_a_headline_that_only_its_place_tells_may_be_the_storys() -> None:
    topics = "<p><b>Trước ngày thông xe: phà chạy đêm</b></p><p><b>Sau ngày thông xe: chợ dời bến</b></p>"
    assert read("", f"<div><b>{TITLE}</b></div><div>17/05/2024 08:00</div>{topics}{TEXT}").headlines == (TITLE,)


@pytest.mark.parametrize("label", ["Tin nóng: ", "Breaking News: ", "Video | "])
def test_a_call_before_the_headline_on_the_page_is_left_out(label: str) -> None:
    head = f"{SITE}<title>{label}{TITLE} - Báo Thử</title>{meta(og__title=label + TITLE)}"
    assert read(head, f"<h1>{TITLE}</h1>{TEXT}").title == TITLE
    assert read(head, TEXT).title == label + TITLE


def test_a_byline_above_the_dateline_is_no_headline_and_the_browsers_title_may_end_with_one() -> None:
    facts = "<b>By Anna Nguyen</b><br>Harbour Times Staff Writer<br>May 17, 2024"
    body = f"<p><b>{TITLE}</b></p><p>{facts}</p>{TEXT}"
    assert read(f"<title>The Harbour Times | Local | {TITLE}</title>", body).title == TITLE
    assert read("<title>The Harbour Times</title>", f"<p>{facts}</p>{TEXT}").title == "The Harbour Times"


def test_what_a_page_without_a_first_heading_adds_to_a_line_of_it_is_left_out() -> None:
    added = f"{TITLE} | Chuyện cầu đường"
    body = f"<div><span>{TITLE}</span></div>{TEXT}"
    assert read(f"{SITE}<title>{added}</title>{meta(og__title=added)}", body).title == TITLE


def test_on_a_page_without_headings_the_line_that_the_browsers_title_repeats_is_the_headline() -> None:
    masthead = "<div>Tạp chí của những dòng sông</div><div>Chủ Nhật, 26/05/2024</div>"
    notice = (
        f"<p>{'Số mới đã ra, kể chuyện mười hai bến đò cuối cùng của vùng châu thổ và những người giữ lửa. ' * 2}</p>"
    )
    body = f"{masthead}{notice}<div>{TITLE}</div><div>Thứ Sáu, 17/05/2024, 08:30</div>{TEXT}"
    facts = read(f"<title>{TITLE}</title>", body)
    assert (facts.title, facts.date) == (TITLE, at("2024-05-17T08:30"))


@pytest.mark.parametrize("name", ["Bến Phà", "Phà Online"])
def test_an_end_of_the_host_is_the_outlets_name(name: str) -> None:
    assert read(f"<title>{TITLE} | {name}</title>", url="https://benphaonline.example/a").title == TITLE


def test_a_first_heading_that_ends_the_title_behind_the_second_is_the_outlets() -> None:
    head = f"<title>{TITLE} - chuyenbenpha</title>"
    facts = read(head, f"<h1>chuyenbenpha</h1><h2>{TITLE}</h2>{TEXT}")
    assert (facts.title, facts.site) == (TITLE, "chuyenbenpha")
    assert read(head, f"<h1>chuyenbenpha</h1><h2>Bài đọc nhiều</h2>{TEXT}").site is None


def test_the_outlets_own_heading_is_no_headline() -> None:
    assert read(f"<title>{TITLE}</title>", f'<h1><a href="/">Báo Thử</a></h1>{TEXT}').title == TITLE


def test_all_candidates_are_kept_for_the_body() -> None:
    headlines = read(meta(og__title="Cầu mới mở sớm hai tháng"), f"<h1>{TITLE}</h1>{TEXT}").headlines
    assert set(headlines) == {"Cầu mới mở sớm hai tháng", TITLE}


def test_a_page_that_states_nothing_has_no_headline() -> None:
    assert read("", "<p>Ngắn.</p>").title is None


@pytest.mark.parametrize("joint", [" : ", " ⋆ ", " \\ ", " * ", " ‹ ", " < ", ": "])
def test_a_rare_mark_before_the_outlets_own_name_is_known_too(joint: str) -> None:
    assert read(f"{SITE}<title>{TITLE}{joint}Báo Thử</title>").title == TITLE


@pytest.mark.parametrize("added", [" : Giao thông", " (Published 2024)", " | Tin ảnh"])
def test_what_was_added_to_the_headline_on_the_page_is_left_out(added: str) -> None:
    assert read(meta(og__title=TITLE + added), f"<h1>{TITLE}</h1>{TEXT}").title == TITLE


@pytest.mark.parametrize(
    "other",
    ["<nav><h1>Mục</h1></nav>", "<h1>Main menu</h1>", '<div style="display: none"><h1>Bản gốc</h1></div>'],
)
def test_a_menu_or_a_closed_box_has_no_headline(other: str) -> None:
    assert read(f"<title>{TITLE}</title>", f"{other}{TEXT}").title == TITLE


def test_markup_in_a_statement_is_no_part_of_it_and_an_unfilled_template_states_nothing() -> None:
    assert read(meta(og__title="Nước H&lt;sub&gt;2&lt;/sub&gt;O về bản")).title == "Nước H2O về bản"
    assert read(meta(og__title="{{ page.title }}") + f"<title>{TITLE}</title>").title == TITLE


def test_a_site_that_gives_the_headline_for_its_name_keeps_the_headline() -> None:
    head = f"<title>{TITLE}</title>{meta(og__site_name=TITLE)}"
    facts = read(head, f"<h1>{TITLE}</h1>{TEXT}")
    assert (facts.title, facts.site) == (TITLE, None)


@pytest.mark.parametrize("mark", ["¶", "#", "🔗"])
def test_the_mark_of_a_headings_own_address_is_no_part_of_it(mark: str) -> None:
    facts = read(body=f'<h1 id="cau">{TITLE}<a class="dau" href="#cau">{mark}</a></h1>{TEXT}')
    assert facts.title == TITLE


def test_the_heading_of_a_portals_box_is_no_headline() -> None:
    boxes = '<h1 class="portlet-title"><span>Xuất bản thông tin</span></h1><h1 class="portlet-title">Liên kết</h1>'
    body = f"{boxes}<h2>{TITLE}</h2><div>17/05/2024 08:30</div>{TEXT}"
    assert read(f"<title>{TITLE} - Trang tin xã</title>", body).title == TITLE


def test_the_kind_of_a_story_in_brackets_is_no_part_of_a_headline_that_stands_without_it() -> None:
    head = meta(og__title=f"[Ảnh] {TITLE}")
    assert read(head, f"<h1>{TITLE}</h1>{TEXT}").title == TITLE
    assert read(head, f"<h1>[Ảnh] {TITLE}</h1>{TEXT}").title == f"[Ảnh] {TITLE}"
