"""Sections, topics, addresses, pictures, ledes, licences and languages of whole pages, and what states many at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.clean.facts.canonical import without_tracking
from diemtin.clean.facts.keywords import split_tags
from diemtin.clean.facts.language import detect
from diemtin.stories import Picture
from diemtin.text import squeeze
from tests.clean.facts.pages import TEXT, TITLE, URL, at, json_ld, meta, read

HEAD = f"<h1>{TITLE}</h1>"
POSTED = 'This entry was posted in <a rel="category">Đời sống miền sông nước</a>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (json_ld('"keywords":["cầu","phà"]'), TEXT),
        (json_ld('"keywords":"cầu, phà"'), TEXT),
        (json_ld('"keywords":[{"@type":"DefinedTerm","name":"cầu"},{"@type":"DefinedTerm","name":"phà"}]'), TEXT),
        ('<meta name="news_keywords" content="cầu, phà">', TEXT),
        ('<meta name="keywords" content="cầu; phà">', TEXT),
        ('<meta name="tags" content="cầu, phà">', TEXT),
        ('<meta name="citation_keywords" content="cầu; phà">', TEXT),
        ('<meta property="article:tag" content="cầu"><meta property="article:tag" content="phà">', TEXT),
        ("", f"{HEAD}{TEXT}<ul class=tags><li>Từ khóa: <li><a>cầu</a><li><a>phà</a></ul>"),
        ("", f"{HEAD}{TEXT}<div>Từ khóa: <a href=/t/1>cầu</a>, <a href=/t/2>phà</a></div>"),
        ("", f"{HEAD}{TEXT}<p><a href=/tag/cau>cầu</a> <a href=/tag/pha>phà</a></p>"),
        ("", f"{HEAD}{TEXT}<p><a rel=tag>#cầu</a>, <a rel=tag>#phà</a></p>"),
        ("", f"{HEAD}{TEXT}<p>Labels: <a href=/search/label/1>cầu</a>, <a href=/search/label/2>phà</a></p>"),
        ("", f"{HEAD}{TEXT}<p>{POSTED} and tagged <a rel=tag>cầu</a>, <a rel=tag>phà</a>.</p>"),
    ],
)
def test_topics_are_read_from_data_and_links(head: str, body: str) -> None:
    assert read(head, body).tags == ("cầu", "phà")


def test_labels_page_types_and_numbers_of_a_system_are_no_topics() -> None:
    words = '"keywords":["Subject: Bridges","Page Type: Article","WC: 1000-1999","26157981-b4f7-4929","@river"]'
    assert read(json_ld(words)).tags == ("Bridges",)


def test_the_headline_cut_into_words_is_the_last_list_that_is_taken() -> None:
    auto = '<meta name="news_keywords" content="cầu, mới, thông, xe, tết">'
    assert read(auto + '<meta name="keywords" content="hạ tầng, miền Tây">', HEAD + TEXT).tags == (
        "hạ tầng",
        "miền Tây",
    )


def test_links_to_topics_inside_a_sentence_are_no_list_of_topics() -> None:
    body = f'{HEAD}<p>Cây cầu qua <a href="/tag/song">sông</a> được mở sáng nay, sớm hơn kế hoạch hai tháng.</p>{TEXT}'
    assert read("", body).tags == ()


def test_topics_with_a_hash_beside_plain_ones_are_marks_of_the_system() -> None:
    assert split_tags("cầu, phà, #yes, #news") == ["cầu", "phà"]
    assert split_tags("#cầu, #phà") == ["cầu", "phà"]


def test_chinese_topics_may_be_parted_by_spaces() -> None:
    assert split_tags("大桥 交通 春节 河流") == ["大桥", "交通", "春节", "河流"]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://Bao.Example/a?utm_source=x&fbclid=y#top", "https://bao.example/a"),
        ("https://bao.example/a?id=12&utm_medium=x", "https://bao.example/a?id=12"),
        ("https://bao.example/a?id=12", "https://bao.example/a?id=12"),
        ("https://bao.example", "https://bao.example/"),
    ],
)
def test_an_address_loses_what_only_tells_where_a_reader_came_from(address: str, wanted: str) -> None:
    assert without_tracking(address) == wanted


@pytest.mark.parametrize(
    ("canonical", "wanted"),
    [
        ("https://m.bao.example/a.html", "https://m.bao.example/a.html"),
        ("/a.html?utm_source=x", "https://bao.example/a.html"),
        ("https://bao.example/", URL),
        ("https://khac.example/a.html", URL),
        ("javascript:alert(1)", URL),
        ("https://user@bao.example/a.html", URL),
        ("http://[bad", URL),
        ("www.bao.example/a.html", "https://www.bao.example/a.html"),
        ("https://bao.example/vi/", URL),
        ("https://bao.example/giao-thong/undefined", URL),
    ],
)
def test_the_canonical_address_is_one_of_the_same_site_and_of_a_story(canonical: str, wanted: str) -> None:
    assert read(f'<link rel="canonical" href="{canonical}">').url == wanted


def test_the_first_base_with_an_address_is_where_links_start() -> None:
    assert read('<base target="_top"><base href="/giao-thong/"><base href="/khac/">').base == "/giao-thong/"
    assert read().base is None


def test_a_page_of_unknown_origin_is_known_by_what_it_says() -> None:
    assert read(meta(og__url="https://bao.example/a?fbclid=1"), url=None).url == "https://bao.example/a"
    assert read(url=None).url is None


def test_the_lead_picture_is_absolute_with_its_text_and_size() -> None:
    head = meta(og__image="/anh/cau.jpg", og__image__alt="Cầu lúc bình minh", og__image__width="1200px")
    picture = Picture("https://bao.example/anh/cau.jpg", "Cầu lúc bình minh", 1200)
    assert read(head).image == picture


def test_a_logo_or_a_data_address_is_no_lead_picture() -> None:
    assert read(meta(og__image="/anh/logo.png", twitter__image="data:image/png;base64,x")).image is None
    assert read(meta(og__image="/logo.png") + json_ld('"image":{"url":"/a.jpg"}')).image == Picture(
        "https://bao.example/a.jpg"
    )


def test_behind_a_logo_the_second_picture_for_sharing_is_taken_without_the_logos_size() -> None:
    logo, own = meta(og__image="/anh/logo.png", og__image__width="64"), meta(og__image="/anh/cau.jpg")
    assert read(logo + own).image == Picture("https://bao.example/anh/cau.jpg")


def test_the_portrait_of_the_author_is_no_lead_picture() -> None:
    portrait, own = meta(og__image="/anh/tac-gia/thu-ha.jpg"), meta(og__image="/anh/cau.jpg")
    assert read(portrait + own).image == Picture("https://bao.example/anh/cau.jpg")


def test_ledes_come_from_descriptions_or_else_from_what_is_shown_as_one() -> None:
    lede = "Từ sáng nay, người dân hai bên bờ không phải chờ phà nữa."
    assert read(meta(og__description=lede)).ledes == (lede,)
    assert read("", f'{HEAD}<h2 class="sapo">{lede}</h2>{TEXT}').ledes == (lede,)
    assert read(meta(og__description=lede[:45] + "…", twitter__description=lede)).ledes[0] == lede


def test_a_licence_is_given_where_one_is_stated() -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    assert read(f'<link rel="license" href="{address}">').licence == address
    assert read(json_ld(f'"license":"{address}"')).licence == address
    assert read(json_ld(f'"license":{{"@type":"CreativeWork","url":"{address}"}}')).licence == address
    link = f'<a rel="license nofollow" href="{address}">CC BY</a>'
    assert read("", f"{HEAD}{TEXT}<p>{link}</p>").licence == address
    assert read("", f"{HEAD}<figure><img src=/a.jpg><figcaption>{link}</figcaption></figure>{TEXT}").licence is None
    assert read().licence is None


def test_a_creative_commons_link_in_the_footer_is_the_licence_and_one_in_the_text_is_not() -> None:
    link = '<p>CC <a href="https://creativecommons.org/licenses/by/4.0/">BY 4.0</a></p>'
    assert read("", f"{HEAD}{TEXT}<footer>{link}</footer>").licence == "https://creativecommons.org/licenses/by/4.0/"
    assert read("", f"{HEAD}{TEXT}{link}").licence is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (TEXT, "vi"),
        ("The bridge was opened this morning, and the people who waited for it were the first to cross.", "en"),
        ("Die Brücke ist seit heute offen, und die Leute, die auf sie gewartet haben, sind zuerst gegangen.", "de"),
        ("Le pont est ouvert depuis ce matin, et les gens qui ont attendu sont passés avec leurs vélos.", "fr"),
        ("橋は今朝開通し、待っていた人々が最初に渡った。", "ja"),
        ("大桥今天早上通车，等候已久的人们首先走过。", "zh"),
        ("Мост открыт, и люди, которые его ждали, были первыми.", "ru"),
        ("1 2 3", None),
        ("", None),
    ],
)
def test_the_language_is_that_of_the_text(text: str, lang: str | None) -> None:
    assert detect(text) == lang


def test_the_language_is_not_that_of_the_attribute() -> None:
    assert (
        read('<meta http-equiv="content-language" content="en"><meta property="og:locale" content="en_US">').lang
        == "vi"
    )


@given(st.text(max_size=300))
def test_no_text_makes_language_and_topics_fail(text: str) -> None:
    assert len(detect(text) or "vi") == 2
    assert all(tag and tag == squeeze(tag) for tag in split_tags(text))


def test_what_a_meta_element_escapes_twice_is_read_as_meant_and_an_address_is_left_alone() -> None:
    facts = read(
        '<meta name="keywords" content="ph&amp;agrave;, b&amp;#7871;n t&amp;agrave;u">'
        '<meta property="og:image" content="https://bao.example/a.jpg?w=9&amp;copy=1&amp;amp;section=2">'
    )
    assert facts.tags == ("phà", "bến tàu")
    assert facts.image is not None
    assert facts.image.src == "https://bao.example/a.jpg?w=9&copy=1&section=2"


@pytest.mark.parametrize(
    "canonical",
    ["undefined", "[unknown]", f"{URL},https://bao.example/video/1", f"../..{URL}", URL.removeprefix("https://")],
)
def test_a_canonical_address_that_a_template_spoiled_leaves_the_pages_own(canonical: str) -> None:
    assert read(f'<link rel="canonical" href="{canonical}">').url == URL


def test_what_an_outlet_says_of_itself_on_every_page_is_no_topic_of_the_story() -> None:
    site = meta(og__site_name="Báo Thử")
    own = '<meta name="keywords" content="báo thử, tin tức, tin nhanh, thời sự{}">'
    links = '<div class="tags"><a href="/tag/1">cầu treo</a> <a href="/tag/2">bến phà</a></div>'
    assert read(site + own.format(""), HEAD + TEXT + links).tags == ("cầu treo", "bến phà")
    assert "cầu treo" in read(site + own.format(", cầu treo"), HEAD + TEXT).tags


def test_topics_behind_a_label_that_also_leads_to_sections_are_those_that_are_marked() -> None:
    topics = "<p>Filed under: <a rel=tag href=/a>cầu</a>, <a rel=tag href=/b>phà</a></p>"
    assert read("", HEAD + TEXT + topics).tags == ("cầu", "phà")
    assert read("", HEAD + TEXT + topics.replace(" rel=tag", "")).tags == ()


def test_an_account_is_no_name_of_the_outlet() -> None:
    head = meta(og__site_name="@baothu") + '<meta name="application-name" content="Báo Thử">'
    assert read(head).site == "Báo Thử"


def test_topics_may_stand_behind_a_label_in_an_item_of_its_own() -> None:
    items = "<li>Từ khóa:</li><li><a href=/a>cầu</a></li><li><a href=/b>phà</a></li>"
    assert read("", f"{HEAD}{TEXT}<ul>{items}</ul><h3>Tin mới</h3><p><a href=/c>Chợ nổi</a></p>").tags == ("cầu", "phà")


def test_what_one_element_states_at_once_is_read() -> None:
    page = (
        '{"title": "%s", "pub_date": "2024-05-17T08:30:00+07:00", "author": "Thu Hà", "section": "Giao thông", '
        '"tags": ["cầu", "Tết"], "image_url": "https://bao.example/cau.jpg"}'
    )
    facts = read(f"<meta name='parsely-page' content='{page % TITLE}'>")
    assert (facts.title, facts.date, facts.authors) == (TITLE, at("2024-05-17T08:30"), ("Thu Hà",))
    assert (facts.section, facts.tags) == ("Giao thông", ("cầu", "Tết"))
    assert facts.image == Picture("https://bao.example/cau.jpg")


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"pub_date": {"x": [null]}}', '"' * 50])
def test_an_element_that_states_nothing_readable_is_left_alone(content: str) -> None:
    assert read(f"<meta name='parsely-page' content='{content}'>").date is None


def test_keywords_behind_a_label_need_no_links() -> None:
    items = "<ul><li>cầu đường</li><li>phà đêm</li></ul>"
    assert read("", f"{HEAD}{TEXT}<h3>Keywords</h3>{items}").tags == ("cầu đường", "phà đêm")
    assert read("", f"{HEAD}{TEXT}<p>Từ khóa: cầu đường; phà đêm</p>").tags == ("cầu đường", "phà đêm")
    assert read("", f"{HEAD}{TEXT}<h3>Chuyến đi</h3>{items}").tags == ()


def test_topics_below_a_heading_behind_the_storys_own_are_of_others() -> None:
    own = "<p class=tags><a>cầu</a> <a>phà</a></p>"
    cloud = "<h2>Đọc nhiều</h2><div class=tags><a>xe</a> <a>hoa</a></div>"
    assert read("", HEAD + TEXT + own + cloud).tags == ("cầu", "phà")
    assert read("", f"<p class=tags><a>cầu</a></p>{HEAD}{TEXT}<h2>Chủ đề</h2>{own}").tags == ("cầu", "phà")


def test_topics_beside_a_section_in_a_line_of_facts_are_read() -> None:
    line = "<p class=entry-footer>Posted in <a class=category>Giao thông đường thủy</a> Tagged <a class=tag>cầu</a></p>"
    facts = read("", HEAD + TEXT + TEXT + line)
    assert (facts.section, facts.tags) == ("Giao thông đường thủy", ("cầu",))


def test_words_of_the_headline_without_their_marks_are_made_for_search_engines() -> None:
    body = f'<h1>{TITLE}</h1>{TEXT}<p>Từ khóa: <a href="/t/1">cầu mới</a>, <a href="/t/2">đường về quê</a></p>'
    assert read(meta(keywords="cau, thong xe"), body).tags == ("cầu mới", "đường về quê")
    assert read(meta(keywords="BRT, thong xe"), body).tags == ("BRT", "thong xe")


@pytest.mark.parametrize("label", ["Từ khóa", "Thẻ", "Tags"])
def test_a_line_may_name_its_sections_before_its_topics(label: str) -> None:
    facts = (
        '<footer>Chuyên mục: <a rel="category tag" href="/cm/cau">Những cây cầu trên sông lớn</a>. '
        f'{label}: <a rel="tag" href="/tag/xe">xe tải</a>, <a rel="tag" href="/tag/pha">phà</a></footer>'
    )
    assert read(body=f"<h1>{TITLE}</h1>{TEXT}{facts}").tags == ("xe tải", "phà")
