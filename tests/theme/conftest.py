"""Templates rendered with a small made-up edition: what a page says and what it must never say."""

import datetime as dt
import functools
import itertools
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html

from diemtin.editions.edition import Edition
from diemtin.editions.interface import furnish, load_words
from diemtin.stories import Picture, Source
from tests.conftest import ROOT

THEME = ROOT / "theme"
SITEURL = "https://tin.example/thu-muc"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
EDITIONS = (
    Edition("vi", "Tiếng Việt", "Điểm tin", "Tin đáng đọc trong ngày"),
    Edition("en", "English", "Điểm tin", "The day's news worth reading"),
)

Render = Callable[..., html.HtmlElement]


@functools.cache
def environment(lang: str) -> Environment:
    """Return the environment that an edition's templates get, with Pelican's own settings of it."""
    env = Environment(loader=FileSystemLoader(THEME / "templates"), trim_blocks=True, lstrip_blocks=True)
    furnish(env, lang, load_words(THEME, lang), SITEURL)
    return env


def term(name: str, path: str, lang: str = "vi") -> SimpleNamespace:
    """Return a section or tag."""
    return SimpleNamespace(name=name, slug=path.rstrip("/").rsplit("/", 1)[-1], url=path, lang=lang)


#: Two stories of one site never have one id.
_NUMBERS = itertools.count(1)


def story(**changed: Any) -> SimpleNamespace:
    """Return an article as the templates see one, in Vietnamese and as its newsroom wrote it."""
    facts: dict[str, Any] = {
        "story_id": f"cau-moi-{next(_NUMBERS)}",
        "title": "Cầu mới qua sông Đuống thông xe trước Tết",
        "lede": "Cây cầu dài 1,4 km giúp người dân hai bờ bớt mười hai cây số đường vòng mỗi ngày.",
        "content": '<p class="lede">Cây cầu dài 1,4 km giúp người dân hai bờ.</p><p>Lễ thông xe diễn ra sáng nay.</p>',
        "date": dt.datetime(2024, 6, 28, 9, 38, tzinfo=ZONE),
        "modified": None,
        "lang": "vi",
        "lede_lang": "vi",
        "original_lang": "vi",
        "url": "vi/2024/06/28/cau-moi/",
        "category": term("Giao thông", "vi/section/giao-thong/"),
        "tags": [term("Hà Nội", "vi/tag/ha-noi/")],
        "source": Source(url="https://bao.example/cau-moi?id=1&x=2", site="Báo Ví dụ"),
        "image": Picture("media/cau.png", "Cây cầu lúc bình minh", 1200, 675),
        "author_names": ("Linh Đan",),
        "translations": [],
        "provenance": None,
        "related_articles": [],
        "previous_article": None,
        "next_article": None,
        "issue": None,
    }
    facts |= changed
    return SimpleNamespace(**{"picture": facts["image"], **facts})


def day(lead: Any = None, **changed: Any) -> SimpleNamespace:
    """Return a day's issue."""
    facts: dict[str, Any] = {
        "kind": "day",
        "date": dt.date(2024, 6, 28),
        "end": dt.date(2024, 6, 28),
        "url": "vi/2024/06/28/",
        "lead": lead,
        "sections": (),
        "elsewhere": (),
        "count": 1,
        "previous": None,
        "next": None,
        "week": None,
    }
    return SimpleNamespace(**{**facts, **changed})


@pytest.fixture(scope="session")
def render() -> Render:
    """Return a function that renders a template in an edition and parses what comes out."""

    def rendered(template: str, lang: str = "vi", **context: Any) -> html.HtmlElement:
        edition = next(edition for edition in EDITIONS if edition.lang == lang)
        shared = {
            "edition": edition,
            "editions": EDITIONS,
            "words": {each.lang: load_words(THEME, each.lang) for each in EDITIONS},
            "SITENAME": "Điểm tin",
            "SITEURL": SITEURL,
            "THEME_STATIC_DIR": "theme",
            "TAGS_URL": f"{lang}/tags/",
            "CATEGORIES_URL": f"{lang}/sections/",
            "categories": [],
            "feeds": [("Điểm tin (Atom)", "application/atom+xml", f"{lang}/feed.atom")],
            "url": f"{lang}/",
            "alternates": ((lang, f"{lang}/"),),
            "counterpart": None,
            "edition_contexts": {"vi": {}, "en": {}},
        }
        return html.document_fromstring(environment(lang).get_template(template).render({**shared, **context}))

    return rendered
