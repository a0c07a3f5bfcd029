"""What every page says of itself, and that nothing of a story can break out of its place."""

import datetime as dt
import json
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html

from tests.theme.conftest import SITEURL, Render, day, story, term

HOSTILE = "Tin \"nóng\" </script><img src=x onerror=alert(1)> & <b>'rẻ'</b>"


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def stated(page: html.HtmlElement) -> list[dict[str, Any]]:
    """Return the things that a page states as JSON-LD."""
    (block,) = page.xpath("//script")
    assert block.get("type") == "application/ld+json"
    things: list[dict[str, Any]] = json.loads(block.text)["@graph"]
    return things


def pages(render: Render) -> dict[str, html.HtmlElement]:
    """Return one page of every kind, with text in it that tries to be markup."""
    bad = story(title=HOSTILE, lede=HOSTILE, author_names=(HOSTILE,), category=term(HOSTILE, "vi/section/x/"))
    bad.tags = [term(HOSTILE, "vi/tag/x/")]
    bad.related_articles, bad.previous_article, bad.next_article = [story(), bad], bad, bad
    lone = SimpleNamespace(title=HOSTILE, lang="en", url=None, source_url="https://bao.example/", date=bad.date)
    issue = day(bad, sections=((bad.category, (bad, bad)),), elsewhere=(lone,), count=3)
    bad.issue = issue.previous = issue.next = issue.week = issue
    own = SimpleNamespace(title="Giới thiệu", url="vi/about/", content="<h2>Ai làm</h2><p>Ban biên tập.</p>")
    listed = {"articles": [bad, story()]}
    return {
        "article": render("article.html", article=bad, category=bad.category, url=bad.url),
        "front": render("index.html", issue=issue, latest_issues=[issue]),
        "issue": render("issue.html", issue=issue, url=issue.url),
        "week": render("issue.html", issue=day(bad, kind="week", days=[issue]), url="vi/2024/w26/"),
        "tag": render("tag.html", tag=bad.tags[0], url="vi/tag/x/", **listed),
        "category": render("category.html", category=bad.category, url="vi/section/x/", **listed),
        "tags": render("tags.html", tags=[(bad.tags[0], [bad])], url="vi/tags/"),
        "categories": render("categories.html", categories=[(bad.category, [bad])], url="vi/sections/"),
        "archive": render("archives.html", years=[(2024, [(dt.date(2024, 6, 1), [issue])])], url="vi/archive/"),
        "page": render("page.html", page=own, url=own.url),
        "chooser": render("chooser.html", edition=None, url="", alternates=(("vi", "vi/"), ("en", "en/"))),
        "404": render("404.html", edition=None, url="404.html", alternates=()),
    }


@pytest.fixture(scope="module")
def every(render: Render) -> dict[str, html.HtmlElement]:
    return pages(render)


EDITION_KINDS = ("article", "front", "issue", "week", "tag", "category", "tags", "categories", "archive", "page")
KINDS = (*EDITION_KINDS, "chooser", "404")


@pytest.mark.parametrize("kind", KINDS)
def test_a_story_s_text_stays_text(every: dict[str, html.HtmlElement], kind: str) -> None:
    page = every[kind]
    assert not page.xpath("//img[@src='x'] | //@onerror | //b")
    assert all(script.get("type") == "application/ld+json" for script in page.xpath("//script"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_runs_and_styles_nothing_inline(every: dict[str, html.HtmlElement], kind: str) -> None:
    page = every[kind]
    assert not page.xpath("//@style | //style | //script[@src]")
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]


@pytest.mark.parametrize("kind", KINDS)
def test_headings_start_with_the_only_h1_and_leave_no_level_out(every: dict[str, html.HtmlElement], kind: str) -> None:
    levels = [int(heading.tag[1]) for heading in every[kind].xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_link_skips_to_the_content(every: dict[str, html.HtmlElement], kind: str) -> None:
    page = every[kind]
    assert page.xpath("string(//body//a[1]/@href)") == "#content"
    assert page.xpath("//main[@id='content'][@tabindex='-1']")


@pytest.mark.parametrize("kind", [*EDITION_KINDS, "chooser"])
def test_a_page_names_itself_in_its_head(every: dict[str, html.HtmlElement], kind: str) -> None:
    page = every[kind]
    assert text(page.find(".//title"))
    assert len(page.xpath("string(//meta[@name='description']/@content)")) <= 200
    assert page.xpath("string(//link[@rel='canonical']/@href)").startswith(SITEURL)
    assert page.xpath("//link[@rel='alternate'][@hreflang='x-default']")
    assert page.xpath("//meta[@property='og:image'][starts-with(@content, 'https://')]")


@pytest.mark.parametrize("kind", EDITION_KINDS)
def test_ids_are_unique_and_labels_point_at_them(every: dict[str, html.HtmlElement], kind: str) -> None:
    page = every[kind]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)


def test_the_404_page_has_no_relative_address(every: dict[str, html.HtmlElement]) -> None:
    addresses = every["404"].xpath("//@href[. != '#content'] | //@src")
    assert addresses
    assert all(address.startswith("/thu-muc/") for address in addresses)


def test_the_404_page_speaks_both_languages(every: dict[str, html.HtmlElement]) -> None:
    sections = {section.get("lang"): text(section) for section in every["404"].xpath("//main/section")}
    assert sections["vi"].startswith("Không tìm thấy trang")
    assert sections["en"].startswith("Page not found")


def test_the_chooser_offers_each_edition_in_its_own_language(every: dict[str, html.HtmlElement]) -> None:
    links = every["chooser"].xpath("//main//a")
    assert [(a.get("lang"), a.get("hreflang"), a.text) for a in links] == [
        ("vi", "vi", "Tiếng Việt"),
        ("en", "en", "English"),
    ]
    assert all(link.getparent().get("lang") == link.get("lang") for link in links)


def test_an_article_states_what_it_shows(render: Render) -> None:
    original = story(lang="en", url="en/2024/06/28/new-bridge/", title="New bridge opens before Tết")
    article = story(title=HOSTILE, translations=[original], original_lang="en")
    data, trail = stated(render("article.html", article=article, category=article.category, url=article.url))
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == HOSTILE
    assert data["datePublished"] == "2024-06-28T09:38:00+07:00"
    assert data["mainEntityOfPage"] == f"{SITEURL}/{article.url}"
    assert data["isBasedOn"] == article.source.url
    assert data["translationOfWork"]["url"] == f"{SITEURL}/{original.url}"
    assert data["image"] == f"{SITEURL}/media/cau.png"
    assert [item["name"] for item in trail["itemListElement"]] == ["Trang nhất", "Giao thông", HOSTILE]


def test_a_lede_that_the_body_shows_is_not_shown_twice(render: Render) -> None:
    shown = render("article.html", article=story(), category=None)
    hidden = render("article.html", article=story(content="<p>Một đoạn.</p>"), category=None)
    assert len(shown.xpath("//p[@class='lede']")) == 1
    assert len(hidden.xpath("//header//p[@class='lede']")) == 1


def test_a_lede_without_a_translation_is_marked_wherever_it_is_shown(render: Render) -> None:
    foreign = story(lede="A new bridge opens.", lede_lang="en", content="<p>Một đoạn.</p>")
    issue = day(foreign, sections=((foreign.category, (foreign, foreign)),), count=2)
    pages = [
        render("article.html", article=foreign, category=None),
        render("index.html", issue=issue, latest_issues=[]),
        render("tag.html", tag=foreign.tags[0], url="vi/tag/x/", articles=[foreign, foreign]),
    ]
    for page in pages:
        shown = page.xpath("//main//p[contains(., 'A new bridge')]")
        assert shown
        assert {paragraph.get("lang") for paragraph in shown} == {"en"}


def test_a_picture_that_the_body_shows_is_not_shown_twice(render: Render) -> None:
    body = '<figure><img src="/media/a.png?x=1&amp;y=2" alt=""></figure>'
    picture = SimpleNamespace(src="/media/a.png?x=1&y=2", alt="", width=None, height=None)
    page = render("article.html", article=story(content=body, image=picture), category=None)
    assert len(page.xpath("//main//img")) == 1


def test_an_older_change_than_the_publication_is_no_update(render: Render) -> None:
    earlier = story(modified=story().date - dt.timedelta(hours=1))
    assert "Cập nhật" not in text(render("article.html", article=earlier, category=None).find(".//main"))


def test_an_outlet_without_a_name_is_named_by_its_host(render: Render) -> None:
    source = SimpleNamespace(url="https://www.bao.example/tin", site=None, licence=None)
    page = render("article.html", article=story(source=source), category=None)
    assert text(page.find(".//span[@class='source']")) == "Nguồn: bao.example"


@pytest.mark.parametrize(
    ("state", "short", "whole"),
    [
        ("machine", "Machine translation", "Machine translation that no editor has read yet."),
        ("mixed", "Partly machine translation", "Partly machine translation, partly read by an editor."),
        ("draft", "Draft translation", "Draft of a translation that an editor is working on."),
        ("reviewed", None, "Translation read and approved by an editor."),
    ],
)
def test_a_translation_says_who_made_it(render: Render, state: str, short: str | None, whole: str) -> None:
    made = SimpleNamespace(state=state, engine="LibreTranslate", date=dt.date(2024, 7, 2), untranslated=2)
    original = story()
    article = story(lang="en", provenance=made, translations=[original], url="en/2024/06/28/new-bridge/")
    page = render("article.html", "en", article=article, category=None)
    notice = page.find(".//aside")
    assert text(notice).startswith(f"{whole} Engine: LibreTranslate, Jul 2, 2024.")
    assert "2 paragraphs are still in Vietnamese." in text(notice)
    assert notice.xpath("string(.//a/@href)") == f"/thu-muc/{original.url}"
    labels = render("index.html", "en", issue=day(article)).xpath("//main//span[@class='label']")
    assert [text(label) for label in labels] == ([short] if short else [])


def test_an_original_carries_no_label(render: Render) -> None:
    assert not render("index.html", issue=day(story())).xpath("//main//*[@class='label']")


def test_a_story_of_the_other_language_stands_on_the_issue_by_its_own_title(render: Render) -> None:
    when = story().date
    issue = day(
        story(),
        elsewhere=(
            SimpleNamespace(title="Ferries run all night", lang="en", url="en/2024/06/28/ferries/", source_url=None),
            SimpleNamespace(title="Parks close", lang="en", url=None, source_url="https://bao.example/p", date=when),
            SimpleNamespace(title="Rain", lang="en", url=None, source_url=None, date=when),
        ),
    )
    section = render("issue.html", issue=issue).xpath("//section[@class='elsewhere']")[0]
    assert [(e.tag, e.get("lang"), e.get("href")) for e in section.xpath(".//li/*[@lang]")] == [
        ("a", "en", "/thu-muc/en/2024/06/28/ferries/"),
        ("a", "en", "https://bao.example/p"),
        ("span", "en", None),
    ]
    assert {text(label) for label in section.xpath(".//*[@class='label']")} == {"bằng tiếng Anh"}


def test_the_language_switch_leads_to_the_counterpart_or_says_that_it_leads_to_the_front_page(render: Render) -> None:
    there = render("article.html", article=story(), category=None, counterpart=("en", "en/2024/06/28/new-bridge/"))
    (link,) = there.xpath("//nav[@class='languages']//a")
    assert (link.get("lang"), link.get("hreflang"), link.get("href"), link.text) == (
        "en",
        "en",
        "/thu-muc/en/2024/06/28/new-bridge/",
        "English",
    )
    missing = render("article.html", article=story(), category=None)
    assert [(a.get("href"), a.text) for a in missing.xpath("//nav[@class='languages']//a")] == [
        ("/thu-muc/en/", "English: Điểm tin")
    ]


def test_the_other_language_is_named_by_hreflang_only_where_it_is(render: Render) -> None:
    both = render("index.html", issue=day(story()), alternates=(("vi", "vi/"), ("en", "en/")))
    alone = render("article.html", article=story(), category=None, url="vi/a/", alternates=(("vi", "vi/a/"),))

    def named(page: html.HtmlElement) -> dict[str, str]:
        links = page.xpath("//link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href").removeprefix(SITEURL) for link in links}

    assert named(both) == {"vi": "/vi/", "en": "/en/", "x-default": "/"}
    assert named(alone) == {"vi": "/vi/a/", "x-default": "/vi/a/"}


def test_only_the_lead_picture_of_a_page_loads_at_once(render: Render) -> None:
    issue = day(story(), sections=((term("Kinh tế", "vi/section/kinh-te/"), (story(), story())),))
    loading = [
        (img.get("fetchpriority"), img.get("loading")) for img in render("index.html", issue=issue).xpath("//img")
    ]
    assert loading == [("high", None), (None, "lazy")]


def test_a_picture_keeps_its_place_also_where_nobody_knows_its_size(render: Render) -> None:
    half = SimpleNamespace(src="https://anh.example/a.png", alt="", width=640, height=None)
    (unknown,) = render("article.html", article=story(image=half), category=None).xpath("//main//img")
    (known,) = render("article.html", article=story(), category=None).xpath("//main//img")
    assert (unknown.get("src"), unknown.get("class")) == ("https://anh.example/a.png", "picture cropped")
    assert (unknown.get("width"), unknown.get("height")) == ("1600", "900")
    assert (known.get("width"), known.get("height"), known.get("class")) == ("1200", "675", "picture")


def test_the_chooser_announces_the_feeds_of_every_edition(render: Render) -> None:
    contexts = {lang: {"feeds": [("Điểm tin", "application/atom+xml", f"{lang}/feed.atom")]} for lang in ("vi", "en")}
    page = render("chooser.html", edition=None, feeds=None, url="", edition_contexts=contexts)
    feeds = page.xpath("//link[@type='application/atom+xml']/@href")
    assert feeds == [f"{SITEURL}/vi/feed.atom", f"{SITEURL}/en/feed.atom"]
