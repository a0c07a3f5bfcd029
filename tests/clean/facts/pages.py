"""A newsroom's page in pieces, for tests of what is read from it."""

import datetime as dt
from zoneinfo import ZoneInfo

from diemtin.clean.facts.model import Facts
from diemtin.clean.facts.reading import read_facts
from diemtin.clean.parsing import parse

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
URL = "https://bao.example/giao-thong/cau-moi-thong-xe-1234.html"
TITLE = "Cầu mới thông xe trước Tết: đường về quê ngắn lại"
TEXT = (
    "<p>Sáng nay, cây cầu thứ hai bắc qua sông được đưa vào sử dụng, sớm hơn kế hoạch hai tháng, trong tiếng reo của "
    "những người dân đã chờ nó suốt mười năm.</p><p>Theo ban quản lý dự án, xe máy và xe đạp được qua cầu ngay trong "
    "ngày đầu, còn xe tải phải chờ đến khi việc kiểm tra cuối cùng kết thúc vào tuần sau.</p><p>Người dân hai bên bờ "
    "không còn phải đi vòng hai mươi cây số mỗi khi phà ngừng chạy vì nước lớn.</p>"
)
ENGLISH = (
    "<p>The second bridge over the river was opened to traffic this morning, two months before the day that had been "
    "set for it, and those who had waited for ten years came to cheer.</p><p>Motorcycles may use the bridge from "
    "the first day, the builders say, while lorries have to wait until the last of the tests has been made.</p>"
)


def read(head: str = "", body: str = TEXT, *, url: str | None = URL, fetched: dt.datetime | None = None) -> Facts:
    """Return the facts of a page with this head and body."""
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_facts(parse(page), url, zone=ZONE, fetched=fetched)


def meta(**values: str) -> str:
    """Return meta elements; two underscores in a name stand for a colon."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def json_ld(members: str) -> str:
    """Return an article in JSON-LD with the headline of these pages and *members*."""
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}",{members}}}</script>'


def at(text: str) -> dt.datetime:
    """Return a moment of the site's own clocks."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)
