"""A small site of our own, and an engine that answers from a table: what the tests of whole runs need."""

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from pelican import Pelican

from diemtin.site import open_site
from diemtin.stories import Picture
from diemtin.translate import session
from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Segment

PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="2024-06-28T09:38:00+07:00">
<meta property="article:section" content="Kinh tế"></head>
<body><article><h1>{title}</h1>{body}</article></body></html>
"""
BODY = """<p>Giá xăng trong nước giảm mạnh từ chiều nay, theo quyết định của liên bộ Công Thương và Tài chính.</p>
<p>Người dân xếp hàng từ sáng sớm tại các cây xăng ở nội thành để chờ mức giá mới có hiệu lực vào buổi chiều.</p>
<p>Các doanh nghiệp vận tải cho biết họ sẽ xem xét giảm cước trong những ngày tới nếu giá tiếp tục đi xuống.</p>
"""
ENGLISH = {
    "Giá xăng giảm mạnh": "Petrol prices fall sharply",
    "Giá xăng trong nước giảm mạnh từ chiều nay, theo quyết định của liên bộ Công Thương và Tài chính.": (
        "Domestic petrol prices fall sharply from this afternoon, by decision of the ministries of trade and finance."
    ),
    "Người dân xếp hàng từ sáng sớm tại các cây xăng ở nội thành để chờ mức giá mới có hiệu lực vào buổi chiều.": (
        "People queued from early morning at inner-city filling stations, waiting for the new price in the afternoon."
    ),
    "Các doanh nghiệp vận tải cho biết họ sẽ xem xét giảm cước trong những ngày tới nếu giá tiếp tục đi xuống.": (
        "Transport companies say they will consider cutting fares in the coming days if prices keep going down."
    ),
    "Kinh tế": "Economy",
}


@dataclass
class Clerk:
    """An engine that answers from a table, keeps what it was asked, and knows nothing else."""

    answers: Mapping[str, str]
    asked: list[str] = field(default_factory=list)
    name: str = "clerk"
    address: str = "nowhere"
    limits: Limits = field(default_factory=lambda: Limits(texts=2, concurrency=1))
    markup: bool = True
    price: float | None = 20.0
    #: What it says instead of an answer.
    outcome: Outcome | None = None

    def translates(self, source: str, target: str) -> bool:
        return (source, target) == ("vi", "en")

    async def translate(
        self, segments: Sequence[Segment], source: str, target: str, glossary: Mapping[str, str], deadline: float
    ) -> Outcome:
        del source, target, glossary, deadline
        await asyncio.sleep(0)
        self.asked += [segment.text for segment in segments]
        if self.outcome is not None:
            return self.outcome
        return Ok(tuple(self.answers.get(segment.text, "") for segment in segments))

    async def close(self) -> None:
        return None


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site's folder with one Vietnamese story; settings come from the file alone."""
    for name in ("DIEMTIN_ENGINE", "DIEMTIN_ENGINE_URL", "DIEMTIN_CHECKS_OFF"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "pelicanconf.py").write_text(
        'PATH = "content"\nCACHE_PATH = "cache"\nTIMEZONE = "Asia/Ho_Chi_Minh"\nDIEMTIN_ENGINE = "none"\n'
        'PLUGINS = ["diemtin.clean", "diemtin.translate"]\n'
    )
    write_story(tmp_path, "gia-xang", "Giá xăng giảm mạnh", BODY)
    return tmp_path


def write_story(site: Path, name: str, title: str, body: str) -> Path:
    """Save a scrape as a newsroom's page has it."""
    path = site / "content" / "stories" / "2024" / "06" / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title=title, body=body))
    return path


@pytest.fixture
def opened(site: Path) -> Callable[[], Pelican]:
    """Open the site anew, as every command does."""
    return lambda: open_site(site / "pelicanconf.py")


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """The engine of the site, for this test."""
    engine = Clerk(dict(ENGLISH))
    monkeypatch.setattr(session, "engines_of", lambda _: (engine,))
    return engine


def article(folder: Path, body: str, **more: object) -> SimpleNamespace:
    """An article as the reader gives it, with what translation looks at."""
    facts: dict[str, object] = {
        "title": "Giá xăng giảm",
        "lede": "",
        "lang": "vi",
        "image": Picture("/a.png", "Cây xăng"),
        "source_path": str(folder / "gia-xang.html"),
        "date": dt.datetime(2024, 6, 28, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=7))),
        "_content": body,
    }
    return SimpleNamespace(**{**facts, **more})
