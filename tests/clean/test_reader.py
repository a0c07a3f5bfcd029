"""The Pelican reader: an article's metadata in its own types, and a finding for each scrape that must be left out."""

import datetime as dt
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pelican.contents import Article
from pelican.readers import BaseReader, HTMLReader, Readers

from diemtin.clean import register
from diemtin.clean.cleaned import MAX_BYTES
from diemtin.clean.reader import StoryReader
from diemtin.findings import DiemtinError
from diemtin.stories import Source
from tests.clean.conftest import DUMP

Write = Callable[..., Path]
PAGE = """<!doctype html><html lang="en"><head><title>Ferry adds crossings</title>
<meta property="article:published_time" content="2024-06-28T02:38:00Z"></head><body><article>
<h1>Ferry adds crossings</h1>
<p>From tomorrow the Can Gio ferry runs four more crossings a day to shorten the queues at weekends.</p>
<p><img src="https://paper.example/a.jpg" alt="The ferry" width="640" height="480"></p>
<p>Passengers can buy tickets on their phones and board with a bar code, without standing in line.</p>
<p>The extra crossings run until the end of August, when the company looks at the numbers again.</p>
</article></body></html>"""


def read(settings: dict[str, Any], path: Path) -> tuple[str, dict[str, Any]]:
    body, metadata = StoryReader(settings).read(str(path))
    return body, metadata


def finding(settings: dict[str, Any], path: Path) -> str:
    with pytest.raises(DiemtinError) as caught:
        read(settings, path)
    return str(caught.value)


def test_a_story_becomes_an_article(settings: dict[str, Any], scrape: Write) -> None:
    side = (
        'url = "https://phà.example/x"\nfetched = 2024-06-29T00:00:00Z\nsection = "Giao thông"\nauthors = ["Lê Mai"]\n'
    )
    path = scrape(sidecar=side + 'slug = {en = "more-ferries"}\n')
    body, metadata = read(settings, path)
    article = Article(content=body, metadata=metadata, settings=settings, source_path=str(path))
    assert article.title == "Thêm chuyến phà Cần Giờ"
    assert article.date.isoformat() == "2024-06-28T09:38:00+07:00"
    assert (article.lang, article.original_lang, article.slug) == ("vi", "vi", "pha")
    assert article.story_id == "2024/06/pha"
    assert article.slug_pins == {"en": "more-ferries"}
    assert article.lede.startswith("Từ sáng mai")
    assert article.category.name == "Giao thông"
    assert [author.name for author in article.authors] == ["Lê Mai"]
    assert article.author_names == ("Lê Mai",)
    fetched = dt.datetime(2024, 6, 29, tzinfo=dt.UTC)
    assert article.source == Source("https://phà.example/x", None, fetched, None)
    assert body.startswith('<p class="lede">')


def test_the_summary_is_html_and_the_lede_is_text(settings: dict[str, Any], scrape: Write) -> None:
    _, metadata = read(settings, scrape(sidecar='lede = "Phà & tàu < 10 chuyến"\n'))
    assert metadata["lede"] == "Phà & tàu < 10 chuyến"
    assert metadata["summary"] == "Phà &amp; tàu &lt; 10 chuyến"
    assert "<p>Từ sáng mai" in read(settings, scrape(sidecar='lede = "x"\n'))[0]


def test_a_story_without_tags_gets_those_of_the_site_s_terms_it_speaks_of(
    settings: dict[str, Any], scrape: Write
) -> None:
    (Path(settings["PATH"]) / "terms.csv").write_text("kind,vi,en\ntag,Cần Giờ,Can Gio\ntag,Hà Nội,Hanoi\n", "utf-8")
    assert read(settings, scrape())[1]["topics"] == ("Cần Giờ",)
    _, metadata = read(settings, scrape(sidecar='tags = ["phà"]\n'))
    assert [tag.name for tag in metadata["tags"]] == ["phà"]


def test_broken_terms_are_reported_and_cost_only_topics(
    settings: dict[str, Any], scrape: Write, caplog: pytest.LogCaptureFixture
) -> None:
    (Path(settings["PATH"]) / "terms.csv").write_text("kind,vi\nthing,x\n", "utf-8")
    with caplog.at_level(logging.WARNING, "diemtin"):
        assert read(settings, scrape())[1]["topics"] == ()
    assert "terms.csv" in caplog.text


def test_a_story_without_a_date_is_left_out_and_the_remedy_named(settings: dict[str, Any], scrape: Write) -> None:
    undated = DUMP.replace("28/06/2024 09:38", "")
    message = finding(settings, scrape(undated))
    assert "pha.txt: no date found; add date" in message
    assert "pha.toml" in message


def test_the_day_of_fetching_or_pelican_s_default_stands_in_for_a_date(
    settings: dict[str, Any], scrape: Write, caplog: pytest.LogCaptureFixture
) -> None:
    undated = DUMP.replace("28/06/2024 09:38", "")
    path = scrape(undated, sidecar="fetched = 2024-07-01T08:00:00+07:00\n")
    assert read(settings, path)[1]["date"].isoformat() == "2024-07-01T08:00:00+07:00"
    assert "no date found" in caplog.text
    path = scrape(undated, sidecar="date = 2024-07-02\n")
    assert read(settings, path)[1]["date"].isoformat() == "2024-07-02T00:00:00+07:00"
    path = scrape(undated, sidecar="")
    assert read({**settings, "DEFAULT_DATE": (2024, 7, 3)}, path)[1]["date"].isoformat() == "2024-07-03T00:00:00+07:00"
    assert read({**settings, "DEFAULT_DATE": "fs"}, path)[1]["date"].tzinfo is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n\t",
        b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 8,
        b"<title>Trang</title><nav><a href=/a>a</a> <a href=/b>b</a></nav>",
        b'{"error": "not found"}',
        (
            "Neue Fähre\n\n" + "Die Fähre fährt ab morgen öfter, damit die Leute nicht so lange auf sie warten.\n\n" * 4
        ).encode(),
    ],
    ids=["nothing", "white space", "a picture", "a menu", "an answer of a machine", "German"],
)
def test_what_is_no_story_is_left_out_by_name(settings: dict[str, Any], scrape: Write, content: bytes) -> None:
    assert "x.html" in finding(settings, scrape(content, "x.html"))


def test_a_file_too_large_is_refused_before_it_is_read(settings: dict[str, Any], scrape: Write) -> None:
    path = scrape(b"")
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert "over 52,428,800" in finding(settings, path)


def test_a_broken_sidecar_leaves_its_story_out(settings: dict[str, Any], scrape: Write) -> None:
    assert "pha.toml:1" in finding(settings, scrape(sidecar="url = \n"))


def test_a_picture_with_a_copy_beside_the_scrape_is_taken_from_there(settings: dict[str, Any], scrape: Write) -> None:
    path = scrape(PAGE, "2024/06/ferry.html", sidecar='[pictures]\n"https://paper.example/a.jpg" = "a b.jpg"\n')
    folder = path.with_suffix(".files")
    assert 'src="https://paper.example/a.jpg"' in read(settings, path)[0]
    folder.mkdir()
    (folder / "a b.jpg").write_bytes(b"")
    body, metadata = read(settings, path)
    assert 'src="/media/2024/06/ferry/a%20b.jpg"' in body
    assert metadata["image"].src == "/media/2024/06/ferry/a%20b.jpg"


def test_the_reader_is_not_claimed_by_import_and_leaves_other_files_to_pelican(settings: dict[str, Any]) -> None:
    assert StoryReader not in BaseReader.__subclasses__()
    register()
    page = Path(settings["PATH"]) / "pages" / "about.html"
    page.parent.mkdir()
    page.write_text("<html><head><title>About</title></head><body><p>Us</p></body></html>", "utf-8")
    readers = Readers(settings)
    assert readers.readers["html"].read(str(page)) == HTMLReader(settings).read(str(page))
    with pytest.raises(DiemtinError, match=r"notes\.txt: no reader"):
        readers.readers["txt"].read(str(page.with_name("notes.txt")))


def test_a_page_without_an_address_leaves_no_link_that_leads_nowhere(settings: dict[str, Any], scrape: Write) -> None:
    relative = PAGE.replace("https://paper.example/a.jpg", "/a.jpg").replace(
        "their phones", '<a href="/x">their phones</a>'
    )
    body, metadata = read(settings, scrape(relative.encode(), name="ferry.html"))
    assert metadata["image"] is None
    assert ("their phones" in body, "/x" in body, "<img" in body) == (True, False, False)
