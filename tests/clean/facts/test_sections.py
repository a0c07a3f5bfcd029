"""The section of a story: what its data call so, and what a reader sees of it."""

import pytest

from tests.clean.facts.pages import TEXT, TITLE, URL, json_ld, meta, read

HEAD = f"<h1>{TITLE}</h1>"
PLAIN = "https://bao.example/cau-moi-thong-xe-1234.html"
TRAIL = (
    '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":['
    '{"@type":"ListItem","position":1,"name":"Trang chủ"},'
    '{"@type":"ListItem","position":2,"item":{"@id":"/giao-thong","name":"Giao thông"}},'
    f'{{"@type":"ListItem","position":3,"name":"{TITLE}"}}]}}</script>'
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (TRAIL, HEAD + TEXT),
        (json_ld('"articleSection":["Giao thông"]'), HEAD + TEXT),
        (meta(article__section="Giao thông"), HEAD + TEXT),
        ("", f"<ul class=breadcrumb><li><a>Trang chủ</a><li><a>Giao thông</a></ul>{HEAD}{TEXT}"),
        ("", f"<p><a>Trang chủ</a> › <a>Giao thông</a> ›</p>{HEAD}{TEXT}"),
        ("", f"{HEAD}<p>17/05/2024 | <a class=cate>Giao thông</a></p>{TEXT}"),
        ("", f"{HEAD}<p class=info>08:30 17/05/2024 trong <a>Giao thông</a></p>{TEXT}"),
    ],
)
def test_the_section_is_read_from_trails_data_and_lines_of_facts(head: str, body: str) -> None:
    assert read(head, body).section == "Giao thông"


def test_a_trail_gives_its_deepest_step_and_a_menu_its_first() -> None:
    steps = "".join(f"<li><a>{name}</a>" for name in ("Kinh tế", "Giao thông"))
    assert read("", f"<ul class=breadcrumb>{steps}</ul>{HEAD}{TEXT}").section == "Giao thông"
    menu = "".join(f"<li><a>{name}</a>" for name in ("Kinh tế", "Vàng", "Chứng khoán", "Nhà đất", "Việc làm"))
    assert read("", f"<ul class=category>{menu}</ul>{HEAD}{TEXT}").section == "Kinh tế"


def test_the_front_page_a_button_and_the_headline_are_no_sections() -> None:
    body = f"<ul class=breadcrumb><li><a>Trang chủ</a><li><a>Chia sẻ</a><li><a>{TITLE}</a></ul>{HEAD}{TEXT}"
    assert read("", body).section is None


def test_a_trail_is_read_by_its_positions_and_a_shortened_headline_is_no_step() -> None:
    steps = ((4, f"{TITLE[:20]}…"), (3, "Cầu đường"), (1, "Trang chủ"), (2, "Giao thông"))
    items = ",".join(f'{{"position":{place},"name":"{name}"}}' for place, name in steps)
    head = f'<script type="application/ld+json">{{"@type":"BreadcrumbList","itemListElement":[{items}]}}</script>'
    assert read(head, HEAD + TEXT).section == "Cầu đường"


def test_a_trail_in_microdata_is_read_by_its_positions_and_leads_to_the_story() -> None:
    step = "<li itemprop=itemListElement><a itemprop=item href={}><span itemprop=name>{}</span></a>{}</li>"
    place = "<meta itemprop=position content={}>"
    steps = (("/", "Trang chủ", 1), ("/giao-thong/cau-duong/", "Cầu đường", 3), ("/giao-thong/", "Giao thông", 2))
    items = "".join(step.format(href, name, place.format(at)) for href, name, at in steps)
    own = (
        step.format(URL, "Cầu mới", place.format(4)) + "<li itemprop=itemListElement><b itemprop=name>Cầu mới</b></li>"
    )
    trail = '<ol itemscope itemtype="https://schema.org/BreadcrumbList">{}</ol>'
    assert read("", trail.format(items) + HEAD + TEXT).section == "Cầu đường"
    assert read("", trail.format(items + own) + HEAD + TEXT).section == "Cầu đường"


@pytest.mark.parametrize("name", ["Uncategorized", "Chưa phân loại"])
def test_what_nobody_sorted_has_no_section(name: str) -> None:
    assert read(meta(article__section=name), HEAD + TEXT).section is None


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Trang chủ &gt; <a>Kinh tế</a> &gt; <a>Giao thông</a></p>{HEAD}{TEXT}",
        f"<p><a>Kinh tế</a> › <a>Giao thông</a></p>{HEAD}{TEXT}",
        f"{HEAD}{TEXT}{TEXT}<p class=entry-footer>Chuyên mục: <a>Giao thông</a> Thẻ: <a>cầu</a></p>",
        f"<nav aria-label=Breadcrumb><a>Kinh tế</a><p>/</p><a>Giao thông</a></nav>{HEAD}{TEXT}",
        f"{HEAD}<dl class=meta><dt>Chuyên mục</dt><dd><a>Giao thông</a></dd><dt>Đọc</dt><dd>1.204</dd></dl>{TEXT}",
        f"{HEAD}{TEXT}{TEXT}<p class=entry-footer>Posted in <a>Giao thông</a></p>",
    ],
    ids=["trail", "arrows", "below", "navigation", "list", "below the text in English"],
)
def test_the_section_is_read_from_other_forms_of_trails_and_lines_of_facts(body: str) -> None:
    assert read("", body, url=PLAIN).section == "Giao thông"


@pytest.mark.parametrize(
    "body",
    [
        f"<p><a href=/g>Giao thông</a></p>{HEAD}{TEXT}",
        f"<p>Giao thông</p>{HEAD}{TEXT}",
        f"{HEAD}<p>17/05/2024 | <a href=/giao-thong.html>Giao thông</a></p>{TEXT}",
    ],
    ids=["kicker with a link", "kicker", "beside the date"],
)
def test_what_names_a_directory_of_the_address_is_the_section(body: str) -> None:
    assert read("", body).section == "Giao thông"
    assert read("", body, url=PLAIN).section is None


def test_a_link_to_a_directory_of_the_address_is_the_section_whatever_it_is_called() -> None:
    link = "<p><a href='{}'>Đường và cầu</a></p>"
    assert read("", link.format("/giao-thong/") + HEAD + TEXT).section == "Đường và cầu"
    assert read("", link.format("https://bao.example/giao-thong.html") + HEAD + TEXT).section == "Đường và cầu"
    assert read("", link.format("/giao-thong/?tac-gia=12") + HEAD + TEXT).section is None
    assert read("", link.format("/du-lich/") + HEAD + TEXT).section is None


def test_of_several_directories_the_innermost_is_the_section() -> None:
    links = "<a href=/kinh-te/giao-thong/>Giao thông</a> <a href=/kinh-te/>Kinh tế</a>"
    url = "https://bao.example/kinh-te/giao-thong/2024/05/cau-moi-1234.html"
    assert read("", f"<p>{links}</p>{HEAD}{TEXT}", url=url).section == "Giao thông"


def test_an_empty_step_of_an_address_is_no_directory() -> None:
    skip = "<p><a href=#noi-dung>Đến nội dung</a></p>"
    assert read("", skip + HEAD + TEXT, url="https://bao.example/tin//cau-moi-1234.html").section is None


def test_the_language_and_the_year_in_an_address_are_no_sections() -> None:
    links = "<p><a href=/vi/>Tiếng Việt</a> <a href=/vi/2024/>Năm nay</a></p>"
    assert read("", links + HEAD + TEXT, url="https://bao.example/vi/2024/cau-moi-1234.html").section is None


@pytest.mark.parametrize("name", ["Quay lại Giao thông", "Xem tất cả"])
def test_a_way_back_is_no_section(name: str) -> None:
    assert read("", f"<p><a href=/giao-thong/>{name}</a></p>{HEAD}{TEXT}").section is None


@pytest.mark.parametrize(
    "entry",
    [
        "<li class='nav-li active'><a href=/giao-thong/>Giao thông</a>",
        "<li class='item item--selected'><a href=/giao-thong/>Giao thông</a>",
        "<li class='menu-item current-post-ancestor'><a href=/giao-thong/>Giao thông</a>",
        "<li><a href=/giao-thong/ aria-current=page>Giao thông</a>",
    ],
)
def test_the_menu_tells_the_section_where_it_marks_one(entry: str) -> None:
    others = "".join(f"<li><a href=/{name}/>Chuyện {name}</a>" for name in ("phim", "sách", "ăn", "xe", "hoa"))
    menu = f"<nav><ul><li><a href=/ class=active>Trang chủ</a>{others}{entry}</ul></nav>"
    assert read("", menu + HEAD + TEXT, url=PLAIN).section == "Giao thông"


@pytest.mark.parametrize(
    "entry",
    [
        "<li><a href=/giao-thong/ aria-current=false>Giao thông</a>",
        "<li><a href=/giao-thong/ class=active:bold>Giao thông</a>",
        "<li class=inactive><a href=/giao-thong/>Giao thông</a>",
        "<li class=active><a href=#hot>Tin nóng</a>",
        f"<li class=active><a href=/giao-thong/>Giao thông</a><li class=active><a href={PLAIN}>Cầu mới</a>",
    ],
    ids=["not current", "a style", "not active", "a tab", "a page of the site's own"],
)
def test_other_entries_of_a_menu_tell_nothing(entry: str) -> None:
    assert read("", f"<nav><ul>{entry}</ul></nav>{HEAD}{TEXT}", url=PLAIN).section is None


def test_a_marked_entry_outside_of_menus_tells_nothing() -> None:
    tabs = "<ul><li class=active><a href=/doc-nhieu/>Đọc nhiều</a></ul>"
    assert read("", HEAD + TEXT + tabs, url=PLAIN).section is None


def test_the_root_of_a_trail_is_the_section_where_nothing_stands_below_it() -> None:
    trail = "<ul class=breadcrumb><li><a>Trang chủ</a><li><a>Tin tức</a>{}</ul>"
    assert read("", trail.format("") + HEAD + TEXT).section == "Tin tức"
    assert read("", trail.format("<li><a>Giao thông</a>") + HEAD + TEXT).section == "Giao thông"


def test_the_trail_stands_by_the_headline_that_was_taken_though_a_box_below_has_a_larger_heading() -> None:
    trail = "<p class=breadcrumb><a>Trang chủ</a> / <a>Giao thông</a></p>"
    box = f"<p>{'Thông báo lịch tiếp công dân của lãnh đạo tỉnh trong tháng. ' * 3}</p>" * 20
    body = f"{trail}<h3>{TITLE}</h3>{TEXT}{box}<h1>Thông báo</h1>"
    assert read(meta(og__title=TITLE), body, url=PLAIN).section == "Giao thông"


def test_a_path_is_no_name_of_a_section_nor_is_an_entry_that_counts_its_stories() -> None:
    trail = f"<ul class=breadcrumb><li><a>Trang chủ</a><li><a>Cầu đường</a></ul>{HEAD}{TEXT}"
    assert read(json_ld('"articleSection":"giao-thong/cau_duong"'), trail).section == "Cầu đường"
    assert read(json_ld('"articleSection":"giao-thong/cau_duong"'), HEAD + TEXT).section is None
    assert read("", f"<ul class=category><li><a>Cầu đường (15)</a></ul>{HEAD}{TEXT}").section is None


def test_a_trail_begins_at_the_front_page_though_a_menu_stands_right_above() -> None:
    menu = "<div class=category><a>Kinh tế</a> <a>Vàng</a> <a>Nhà đất</a> <a>Việc làm</a></div>"
    trail = "<div class=breadcrumb><a>Trang chủ</a> <a>Giao thông</a></div>"
    assert read("", menu + trail + HEAD + TEXT).section == "Giao thông"


def test_a_row_behind_home_that_leads_to_what_the_site_says_of_itself_is_a_menu() -> None:
    row = "<p><a>Trang chủ</a> <a>Phim</a> <a>{}</a></p>"
    assert read("", row.format("Giới thiệu") + HEAD + TEXT, url=PLAIN).section is None
    assert read("", row.format("Phim ngắn") + HEAD + TEXT, url=PLAIN).section == "Phim ngắn"


def test_links_above_the_headline_each_in_the_directory_of_the_last_are_a_trail() -> None:
    line = '<p><a href="/giao-thong">Giao thông</a> / <a href="{}">Cầu đường</a></p>'
    assert read("", line.format("/giao-thong/cau-duong") + HEAD + TEXT, url=PLAIN).section == "Cầu đường"
    assert read("", line.format("/cau-duong") + HEAD + TEXT, url=PLAIN).section is None


@pytest.mark.parametrize(
    "link",
    ["<p class=eyebrow><a>Giao thông</a></p>", "<p><a href=/category/giao-thong/>Giao thông</a></p>"],
)
def test_a_link_marked_as_a_kicker_or_to_the_page_of_a_section_is_the_section(link: str) -> None:
    assert read("", f"{link}{HEAD}{TEXT}", url=PLAIN).section == "Giao thông"


def test_a_link_to_the_page_of_a_section_in_the_text_is_not_the_section() -> None:
    text = TEXT.replace("cây cầu thứ hai", "<a href=/category/giao-thong/>cây cầu</a> thứ hai")
    assert read("", HEAD + text, url=PLAIN).section is None


def test_a_link_to_a_place_on_the_page_is_no_step() -> None:
    skip = "<p class=category><a href=#text>Tới nội dung</a></p>"
    assert read("", f"{skip}{HEAD}{TEXT}", url=PLAIN).section is None


def test_the_only_topic_right_above_the_headline_is_the_section() -> None:
    topic = "<p><a href=/tag/{0}>Chuyện {0}</a></p>"
    assert read("", topic.format("phà") + HEAD + TEXT, url=PLAIN).section == "Chuyện phà"
    assert read("", topic.format("phà") + topic.format("cầu") + HEAD + TEXT, url=PLAIN).section is None


def test_of_several_sections_in_the_data_the_deepest_that_the_page_links_is_taken() -> None:
    data = json_ld('"articleSection":["Kinh tế","Giao thông"]')
    assert read(data, f"<p><a>Kinh tế</a> / <a>Giao thông</a></p>{HEAD}{TEXT}").section == "Giao thông"
    assert read(data, HEAD + TEXT).section == "Kinh tế"


def test_a_trail_stands_near_the_headline_that_was_taken_not_near_another_line_set_off() -> None:
    rates = "".join(f"<p>{rate}</p>" for rate in ("USD 17.850", "EUR 25.410", "AUD 15.920", "JPY 180"))
    box = f"<p><b>Tỷ giá hối đoái</b></p>{rates}"
    trail = "<p><a>Trang chủ</a> » <a>Giao thông</a></p>"
    headline = f"<p class=title>{TITLE}</p><p class=date>Thứ Sáu, 17/05/2024, 16:25</p>"
    facts = read("<title>Tin tức</title>", box + trail + headline + TEXT, url=PLAIN)
    assert (facts.title, facts.section) == (TITLE, "Giao thông")


def test_below_the_section_in_the_data_the_trail_that_a_reader_sees_may_lead_deeper() -> None:
    data = json_ld('"articleSection":"Giao thông"')
    trail = "<p><a href=/giao-thong>{}</a> <a href=/giao-thong/cau-duong>Cầu đường</a></p>"
    assert read(data, trail.format("Giao thông") + HEAD + TEXT).section == "Cầu đường"
    assert read(data, trail.format("Đời sống") + HEAD + TEXT).section == "Giao thông"


def test_a_menu_right_above_a_trail_is_none_of_its_steps() -> None:
    menu = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(("Sách", "Nhà", "Xe", "Phim", "Ảnh")))
    trail = '<p class="post-category"><a href="/gt">Giao thông</a> <a href="/gt/cau">Cầu đường</a></p>'
    page = f'<nav class="category-menu"><ul>{menu}</ul></nav>{trail}<h1>{TITLE}</h1>{TEXT}'
    assert read(body=page).section == "Cầu đường"


def test_a_date_that_is_called_a_category_is_no_section() -> None:
    trail = (
        '<p class="category"><a href="/gt">Giao thông</a></p><p class="category"><a href="/2024/05">17/05/2024</a></p>'
    )
    assert read(body=f"{trail}<h1>{TITLE}</h1>{TEXT}").section == "Giao thông"


@pytest.mark.parametrize(("name", "section"), [("Giao thông", "Giao thông"), ("Today’s Paper", None)])
def test_a_link_to_a_sections_page_right_above_the_headline_names_it(name: str, section: str | None) -> None:
    kicker = f'<div><h2 class="slug"><a href="/sections/gt/">{name}</a></h2></div>'
    assert read(body=f"{kicker}<h1>{TITLE}</h1>{TEXT}", url=PLAIN).section == section
