"""Each format says what it must, whatever stands in the text."""

import datetime as dt
import json
from dataclasses import replace

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from diemtin.feeds.entry import Entry, Feed, permanent_id
from diemtin.feeds.jsonfeed import jsonfeed
from diemtin.feeds.xml import atom, rss
from diemtin.text import squeeze

DATE = dt.datetime(2026, 11, 3, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def feed(title: str = "Giá xăng & dầu <giảm>", hub: str = "") -> Feed:
    entry = Entry(
        id=permanent_id("tag:a.example,2026", "2026/11/giá-xăng", "vi"),
        url="https://a.example/vi/x/",
        title=title,
        content="<p>Một &amp; hai</p>",
        summary="Một & hai",
        published=DATE,
        updated=DATE + dt.timedelta(hours=1),
        lang="vi",
        authors=("Lê Minh",),
        categories=("Kinh tế", 'chữ "in"'),
        source_url="https://bao.example/1?a=1&b=2",
    )
    return Feed(
        id="tag:a.example,2026:feed:vi",
        title="Điểm tin",
        subtitle="",
        lang="vi",
        home="https://a.example/vi/",
        path="vi/feed",
        siteurl="https://a.example",
        stylesheet="",
        hub=hub,
        entries=(entry,),
    )


def test_ids_are_made_of_the_sites_own_id_and_the_story() -> None:
    assert feed().entries[0].id == "tag:a.example,2026:2026/11/gi%C3%A1-x%C4%83ng:vi"


def test_atom_keeps_text_and_markup_apart() -> None:
    (entry,) = feedparser.parse(atom(feed())).entries
    assert (entry.title_detail.type, entry.title) == ("text/html", "Giá xăng &amp; dầu &lt;giảm&gt;")
    assert entry.content[0].value == "<p>Một &amp; hai</p>"
    assert (entry.published, entry.updated) == ("2026-11-03T08:30:00+07:00", "2026-11-03T09:30:00+07:00")
    assert [tag.term for tag in entry.tags] == ["Kinh tế", 'chữ "in"']


def test_rss_has_the_full_text_and_a_guid_that_is_no_link() -> None:
    (entry,) = feedparser.parse(rss(feed())).entries
    assert entry.content[0].value == "<p>Một &amp; hai</p>"
    assert (entry.id, entry.guidislink, entry.author) == (feed().entries[0].id, False, "Lê Minh")


def test_markup_in_a_title_stays_text_in_readers_that_show_titles_as_html() -> None:
    markup = "<img src=x onerror=alert(1)> & hết"
    attack = replace(feed(markup), title=markup, subtitle=markup)
    for render in (atom, rss):
        read = feedparser.parse(render(attack), sanitize_html=False)
        for title in (read.entries[0].title, read.feed.title, read.feed.subtitle):
            assert "<img" not in title
            assert "&lt;img" in title


def test_a_hub_is_named_only_where_one_is_configured() -> None:
    assert 'rel="hub"' not in atom(feed()) + rss(feed())
    told = feed(hub="https://hub.example/")
    assert 'rel="hub"' in atom(told)
    assert json.loads(jsonfeed(told))["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]


@given(st.text().map(squeeze))
def test_any_title_gives_well_formed_feeds(title: str) -> None:
    for render in (atom, rss):
        assert not feedparser.parse(render(feed(title))).bozo
    assert json.loads(jsonfeed(feed(title)))["items"][0].get("title", "") == title
