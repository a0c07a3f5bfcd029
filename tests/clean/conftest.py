"""A small site to clean stories in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG, configure_settings

DUMP = """Thêm chuyến phà Cần Giờ

Từ sáng mai, phà Cần Giờ chạy thêm bốn chuyến để giảm cảnh chờ đợi vào dịp cuối tuần.

Hành khách có thể mua vé trước qua điện thoại và lên phà bằng mã vạch, không cần xếp hàng ở quầy.

28/06/2024 09:38
"""


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """Pelican's settings for a site in a folder of its own."""
    (tmp_path / "content" / "stories").mkdir(parents=True)
    chosen = {
        **DEFAULT_CONFIG,
        "PATH": str(tmp_path / "content"),
        "OUTPUT_PATH": str(tmp_path / "output"),
        "CACHE_PATH": str(tmp_path / "cache"),
        "TIMEZONE": "Asia/Ho_Chi_Minh",
        "DIEMTIN_WORKERS": 1,
    }
    return configure_settings(chosen)  # type: ignore[no-any-return]


@pytest.fixture
def scrape(settings: dict[str, Any]) -> Callable[..., Path]:
    """Write a scrape and, if asked for, its sidecar; return the scrape's path."""

    def write(content: str | bytes = DUMP, name: str = "2024/06/pha.txt", sidecar: str | None = None) -> Path:
        path = Path(settings["PATH"]) / "stories" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if sidecar is not None:
            path.with_suffix(".toml").write_text(sidecar, "utf-8")
        return path

    return write
