"""The sample site in a real Chromium, under the policy that the sample's ``_headers`` sets."""

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.conftest import SITEURL, Site

POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Hosting(SimpleHTTPRequestHandler):
    """Serves the site below its sub-path, as static hosting does."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(urlsplit(SITEURL).path))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Hosting, directory=str(site.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(SITEURL).path}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def some_pages(site: Site) -> list[str]:
    """Return one page of each kind, in both editions."""
    stories = [next(site.folder.glob(f"{lang}/2*/*/*/*/index.html")) for lang in ("vi", "en")]
    lists = [
        site.folder / lang / name / "index.html"
        for lang in ("vi", "en")
        for name in ("", "tags", "archive", "sections")
    ]
    terms = [
        next(site.folder.glob(f"{lang}/{kind}/*/index.html")) for lang in ("vi", "en") for kind in ("tag", "section")
    ]
    return [path.parent.relative_to(site.folder).as_posix() for path in [*stories, *lists, *terms]] + [""]


def look(page: Page, address: str) -> list[str]:
    """Open *address* and return what went wrong: console errors, broken or foreign requests."""
    wrong: list[str] = []
    host = urlsplit(address).netloc
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: wrong.append(f"foreign: {request.url}") if urlsplit(request.url).netloc != host else None,
    )
    page.goto(address)
    return wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_telephone_and_break_no_policy(site: Site, address: str, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme)  # type: ignore[arg-type]
    for path in some_pages(site):
        page = context.new_page()
        assert look(page, f"{address}/{path}/".replace("//", "/").replace(":/", "://", 1)) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.close()
    context.close()


def test_the_other_language_is_one_click_away_without_scripts(site: Site, address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    story = next(
        path for path in sorted(site.folder.glob("vi/2*/*/*/*/index.html")) if b'hreflang="en"' in path.read_bytes()
    )
    page.goto(f"{address}/{story.parent.relative_to(site.folder).as_posix()}/")
    page.click("nav.languages a[hreflang=en]")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("article h1").count() == 1
    context.close()


def test_the_keyboard_reaches_the_skip_link_first(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/vi/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_printed_pages_leave_navigation_out(address: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(f"{address}/vi/")
    page.emulate_media(media="print")
    assert not page.locator("nav.navigation").is_visible()
    page.pdf(path=str(tmp_path / "page.pdf"))
    assert (tmp_path / "page.pdf").stat().st_size > 1000
    page.close()
