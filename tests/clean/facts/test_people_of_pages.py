"""Who wrote a story: what the data and the bylines of whole pages say."""

import pytest

from tests.clean.facts.pages import ENGLISH, TEXT, TITLE, meta, read

LD = '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"x","author":{}}}</script>'
HEAD = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (LD.format('{"@type":"Person","name":"Thu Hà"}'), TEXT),
        (LD.format('[{"@type":"Person","givenName":"Hà","familyName":"Thu"}]'), TEXT),
        (LD.format('"Thu Hà"'), TEXT),
        (meta(article__author="Thu Hà"), TEXT),
        ('<meta name="author" content="Thu Hà">', TEXT),
        ('<meta name="authors" content="Thu Hà">', TEXT),
        ("", f"{HEAD}<p class=byline>Theo Thu Hà</p>{TEXT}"),
        ("", f"{HEAD}<p class=post-meta>Thu Hà</p>{TEXT}"),
        ("", f"{HEAD}<p><span class=author>Thu Hà</span> | 17/05/2024 08:30 | Giao thông</p>{TEXT}"),
        ("", f"{HEAD}<p class=byline>Thu Hà, thứ Sáu ngày 17/05/2024 08:30</p>{TEXT}"),
        ("", f"{HEAD}<p class=post-meta>by Thu Hà on May 17, 2024</p>{TEXT}"),
        ("", f"{HEAD}<p class=info><span>Thu Hà</span> <span>17/05/2024 08:30</span></p>{TEXT}"),
        ("", f'{HEAD}<span itemprop="author">Thu Hà</span>{TEXT}'),
        ("", f"{HEAD}{TEXT}<p style='text-align:right'><strong>Thu Hà</strong></p><p>Bình luận (0)</p>"),
        ("", f"{HEAD}{TEXT}<p>Thu Hà (T/h)</p>"),
        ("", f"{HEAD}{TEXT}<p>Thu Hà. Ảnh: Minh Đức</p>"),
    ],
)
def test_every_place_that_names_the_author_is_read(head: str, body: str) -> None:
    assert read(head, body).authors == ("Thu Hà",)


def test_two_bylines_side_by_side_are_two_authors() -> None:
    body = f"{HEAD}<h4 class=author>Thu Hà</h4><h4 class=author>Minh Đức</h4>{TEXT}"
    assert read("", body).authors == ("Thu Hà", "Minh Đức")


@pytest.mark.parametrize(
    "byline",
    [
        "<p class=byline>Analysis by <a>Anna Nguyen</a>, CNN</p>",
        "<p class=byline><span>By</span> <span>Anna</span> <span>Nguyen</span> <a>anna@bao.example</a></p>",
        "<p class=byline><a>Anna Nguyen</a> <a>Follow</a> <a>View all posts by Anna Nguyen</a></p>",
        "<p class=author><a>Anna Nguyen</a> has been with us since the first bridge was built</p>",
        "<p class=author><a>Anna Nguyen</a> <span class=role>Bridges and Ferries</span></p>",
        "<div class=byline><p class=info>By <a>Anna Nguyen</a></p></div>",
        "<p class=byline>By <a href=/a>Anna Nguyen</a> <a href=mailto:anna@bao.example>Write to the author</a></p>",
    ],
)
def test_what_stands_around_the_name_in_a_marked_byline_is_left_out(byline: str) -> None:
    assert read("", HEAD + byline + TEXT).authors == ("Anna Nguyen",)


@pytest.mark.parametrize(
    ("declared", "body", "author"),
    [
        ("Ban Biên Mục", "<p class=byline>Thu Hà</p>", "Thu Hà"),
        ("hattt", "<p class=byline>Thu Hà</p><p>Người đăng: hattt</p>", "Thu Hà"),
        ("Ban Biên Mục", "<p class=byline>Thu Hà</p><p>Nguồn: BAN BIÊN MỤC</p>", "Ban Biên Mục"),
        ("Ban Biên Mục", "<p class=byline>Thu Hà, Minh Đức</p>", "Ban Biên Mục"),
        ("Ban Biên Mục", "", "Ban Biên Mục"),
        ("hattt", "", "hattt"),
        ("hattt", "<p><strong>Bài: Thu Hà</strong></p>", "Thu Hà"),
    ],
)
def test_a_plain_byline_counts_more_than_an_account_that_no_reader_sees(declared: str, body: str, author: str) -> None:
    assert read(LD.format(f'"{declared}"'), HEAD + body + TEXT).authors == (author,)


def test_a_byline_counts_more_than_the_house_that_the_data_name() -> None:
    house = LD.format('{"@type":"Organization","name":"Field & Harbour Media"}')
    shown = "<p>Field &amp; Harbour Media</p>"
    assert read(house, f"{HEAD}<p class=byline>Anna Nguyen</p>{TEXT}{shown}").authors == ("Anna Nguyen",)
    person = LD.format('{"@type":"Person","name":"Minh Đức"}')
    assert read(person, f"{HEAD}<p class=byline>Anna Nguyen</p><p>Minh Đức</p>{TEXT}").authors == ("Minh Đức",)


def test_a_site_behind_a_name_is_where_its_bearer_writes() -> None:
    byline = "<p class=author-name><a href=/tac-gia/thu-ha>Thu Hà/BAO.VN</a></p>"
    assert read("", HEAD + byline + TEXT).authors == ("Thu Hà",)


def test_an_agency_is_no_author_beside_people_in_a_byline() -> None:
    byline = "<p class=byline>{}</p>"
    assert read("", HEAD + byline.format("Anna Nguyen, Associated Press") + TEXT).authors == ("Anna Nguyen",)
    assert read("", HEAD + byline.format("Associated Press") + TEXT).authors == ("Associated Press",)


@pytest.mark.parametrize(
    "author",
    [
        '{"@type":"Person","name":["Thu Hà","Minh Đức"]}',
        '[{"@type":"Person","name":"Thu Hà"},{"@type":"Person","name":"Minh Đức"},"THU HÀ"]',
        '"Thu Hà Minh Đức"',
    ],
)
def test_several_authors_are_told_apart_however_the_data_state_them(author: str) -> None:
    assert read('<meta name="author" content="Thu Hà; Minh Đức">' + LD.format(author)).authors == ("Thu Hà", "Minh Đức")


def test_who_made_the_page_is_its_author_where_nobody_else_is_named() -> None:
    page = LD.format('{"@type":"Person","name":"Thu Hà"}').replace("NewsArticle", "WebPage")
    assert read(page).authors == ("Thu Hà",)
    assert read(page, f"{HEAD}<p class=byline>Minh Đức</p>{TEXT}").authors == ("Minh Đức",)


def test_the_outlet_is_no_author_beside_people_and_not_by_its_meta_element() -> None:
    site = meta(og__site_name="Báo Thử")
    assert read(site + LD.format('["Báo Thử","Thu Hà"]')).authors == ("Thu Hà",)
    assert read(site + '<meta name="author" content="Báo Thử">').authors == ()
    assert read(site + '<meta name="author" content="cong-ty.vn">').authors == ()


def test_an_outlet_that_signs_alone_in_the_articles_own_data_or_its_byline_stands() -> None:
    site = meta(og__site_name="Báo Thử")
    assert read(site + LD.format('{"@type":"Organization","name":"Báo Thử"}')).authors == ("Báo Thử",)
    blog = meta(og__site_name="Anna Nguyen")
    assert read(blog, f"{HEAD}<p class=byline>By Anna Nguyen</p>{ENGLISH}").authors == ("Anna Nguyen",)
    assert read(blog, f"{HEAD}{ENGLISH}<p>Anna Nguyen</p>").authors == ()
    assert read(blog, f"{HEAD}<p class=byline>By Tom Tran, Anna Nguyen</p>{ENGLISH}").authors == ("Tom Tran",)


def test_commenters_are_no_authors() -> None:
    body = f"{HEAD}{TEXT}<div class=comment-list><p class=author>Lê Minh</p></div>"
    assert read("", body).authors == ()


def test_an_answer_of_a_poll_is_no_author() -> None:
    poll = "<p>Ai hay nhất?</p><label><input type=radio>Thu Hà</label><label><input type=radio>Minh Đức</label>"
    assert read("", f"{HEAD}<p class=author>Lê Minh</p>{TEXT}<div>{poll}</div>").authors == ("Lê Minh",)


def test_an_author_is_known_by_the_address_of_the_authors_page() -> None:
    link = '<div class="xq"><span>Bởi</span> <a href="/tac-gia/thu-ha-12.html" class="fc">Thu Hà</a></div>'
    assert read("", HEAD + link + TEXT).authors == ("Thu Hà",)
    assert read("", HEAD + link.replace("/tac-gia/", "/giao-thong/") + TEXT).authors == ()


def test_a_byline_between_lede_and_text_is_the_authors_though_a_life_stands_at_the_end() -> None:
    lede = f"<h2 class=sapo>{'Cây cầu thứ hai thông xe sớm hai tháng. ' * 3}</h2>"
    by, life = '<p class=byline>By <a href="/a/1">Anna Nguyen</a></p>', "<p class=author>Anna Nguyen</p>"
    assert read("", f"{HEAD}{lede}{by}{TEXT}{life}").authors == ("Anna Nguyen",)


@pytest.mark.parametrize(
    "byline",
    [
        "<p>By Anna Nguyen</p>",
        "<p><i>By</i><b>Anna Nguyen</b></p>",
        "<p>By <a>Anna Nguyen</a></p>",
        "<p>Guest column by Anna Nguyen</p>",
    ],
)
def test_a_byline_that_nothing_marks_is_read_before_and_behind_a_lede(byline: str) -> None:
    assert read("", HEAD + byline + TEXT).authors == ("Anna Nguyen",)
    assert read("", HEAD + TEXT.replace("</p>", f"</p>{byline}", 1)).authors == ("Anna Nguyen",)


def test_the_place_beside_a_name_is_where_it_was_written() -> None:
    byline = "<p class=author>Thu Hà - Đà Nẵng</p>"
    assert read("", HEAD + byline + TEXT).authors == ("Thu Hà",)
    assert read("", HEAD + byline.replace("Thu Hà - ", "") + TEXT).authors == ("Đà Nẵng",)


def test_an_outlet_before_the_name_is_left_out() -> None:
    byline = "<p class=author>Phóng viên Báo Thử Nguyễn Thu Hà</p>"
    assert read(meta(og__site_name="Báo Thử"), HEAD + byline + TEXT).authors == ("Nguyễn Thu Hà",)


@pytest.mark.parametrize(
    "body",
    [
        f"<p class=meta>Cầu Đường</p>{HEAD}{TEXT}",
        f"{HEAD}<p class=meta><a class=category>Cầu Đường</a></p>{TEXT}",
        f"{HEAD}<h2 class=meta>Cầu Đường</h2>{TEXT}",
        f"{HEAD}{TEXT}{TEXT}<ul class=meta><li>Cầu Đường</li></ul>",
        f"{HEAD}{TEXT}<p>Theo <a>Báo Bến Phà</a></p>",
    ],
    ids=["above the headline", "a section", "a heading", "far below", "where the story was taken from"],
)
def test_facts_of_the_story_that_name_no_author(body: str) -> None:
    assert read("", body).authors == ()


def test_what_is_set_off_in_a_frame_of_facts_and_heads_its_text_is_no_author() -> None:
    name = "<p><b>Ống Đồng</b></p>"
    lede = (
        "<p>Bốn loại ống dẫn nước mà người thợ nào cũng gặp, và khi nào thì nên dùng loại nào cho căn nhà của mình.</p>"
    )
    assert read(body=f"{HEAD}{lede}<div class=info>{name}{TEXT}</div>").authors == ()
    assert read(body=f"{HEAD}{lede}<div class=info>{name}</div>{TEXT}").authors == ("Ống Đồng",)


def test_facts_beside_an_author_name_nobody() -> None:
    box = "<div class=meta><p>By <a class=author>Anna Nguyen</a> 17/05/2024 08:30</p><p>Ferries Bridges</p></div>"
    assert read("", HEAD + box + TEXT).authors == ("Anna Nguyen",)


def test_two_places_that_agree_are_believed_more_than_one_that_names_the_house() -> None:
    head = '<meta name="author" content="Delta Media">' + meta(article__author="Anna Nguyen")
    assert read(head, f'{HEAD}<span itemprop="author">Anna Nguyen</span>{TEXT}').authors == ("Anna Nguyen",)


def test_a_term_in_a_list_of_facts_is_no_author() -> None:
    facts = "<dl class=article-info><dt>Thông Tin</dt><dd>Lượt xem: 96</dd></dl>"
    assert read(body=HEAD + facts + TEXT).authors == ()


def test_a_catalogue_names_each_author_with_the_familys_name_first() -> None:
    names = "".join(
        f'<meta name="citation_author" content="{name}">' for name in ("Nguyen, Anna", "Tran, T. M.", "Ann Lee")
    )
    byline = "<p class=author>Anna Nguyen</p>"
    assert read(names, HEAD + byline + ENGLISH).authors == ("Anna Nguyen", "T. M. Tran", "Ann Lee")
    assert read('<meta name="citation_author" content="Lan Vo, MD">', HEAD + ENGLISH).authors == ("Lan Vo, MD",)
    assert read('<meta name="citation_author" content="Lê, Thu Hà">', HEAD + TEXT).authors == ("Lê Thu Hà",)


def test_a_byline_with_bars_behind_it_names_the_author() -> None:
    line = "<p>Written by Thu Hà | Updated 18 May 2024 | Published 17 May 2024</p>"
    assert read(body=f"{HEAD}{line}{TEXT}").authors == ("Thu Hà",)


def test_a_job_behind_a_name_by_the_headline_makes_it_the_author() -> None:
    assert read(body=f"{HEAD}<p>Thu Hà, Transport Correspondent</p>{TEXT}").authors == ("Thu Hà",)
    assert read(body=f"{HEAD}<p>Thu Hà, Hải Phòng</p>{TEXT}").authors == ()


def test_microdata_name_all_authors_of_one_byline() -> None:
    names = "".join(f"<span itemprop=author>{name}</span> " for name in ("Thu Hà", "Minh Đức"))
    other = "<div><div><div><span itemprop=author>Lan Vo</span></div></div></div>"
    facts = read(body=f"{HEAD}<p class=ky>{names}</p>{TEXT}{other}")
    assert facts.authors == ("Thu Hà", "Minh Đức")


def test_the_headline_is_nobody_s_name() -> None:
    letter = "<div class=post-meta><p>From: Thu Hà</p><p>Subject: Thư Cuối Năm</p></div>"
    assert read(body=f"<h1>Thư Cuối Năm</h1>{letter}{TEXT}").authors == ("Thu Hà",)


def test_the_outlet_behind_a_name_is_whom_its_bearer_writes_for() -> None:
    site = meta(og__site_name="Harbour Online")
    byline = "<h1>{}</h1><p>By <a class=author>Ada Moss For {}</a></p>{}"
    assert read(site, byline.format(TITLE, "Harbour Online", ENGLISH)).authors == ("Ada Moss",)
    assert read(site, byline.format(TITLE, "Nature Friends", ENGLISH)).authors == ("Ada Moss For Nature Friends",)


def test_a_house_behind_a_slash_and_its_region_are_no_part_of_a_name() -> None:
    byline = f"<h1>{TITLE}</h1><p class=author>{{}}</p>{TEXT}"
    assert read(body=byline.format("Thu Hà/TTN - miền Trung")).authors == ("Thu Hà",)
    assert read(body=byline.format("Thu Hà/Minh Đức")).authors == ("Thu Hà", "Minh Đức")


def test_what_reporters_are_called_in_short_makes_a_line_their_byline() -> None:
    line = f"<h1>{TITLE}</h1><div><span>PV Bùi Thu Hà - CTV Lê Minh</span><span>•</span><span>17/05/2024</span></div>"
    assert read(body=line + TEXT).authors == ("Bùi Thu Hà", "Lê Minh")


def test_a_byline_may_be_marked_for_the_newsrooms_own_tests() -> None:
    line = f'<h1>{TITLE}</h1><div data-testid="byline-contributors"><span>Bùi Thu Hà</span></div>'
    assert read(body=line + TEXT).authors == ("Bùi Thu Hà",)
