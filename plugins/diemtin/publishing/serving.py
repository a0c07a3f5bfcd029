"""The site on this machine: served as static hosting would, built again and reloaded when something changes."""

import functools
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from pelican import Pelican
from watchfiles import watch

from diemtin.findings import DiemtinError, Finding

# Put into pages as they are served, never into the files: it waits for word of the next build.
_RELOAD_ADDRESS: Final = "/.diemtin/reload"
_RELOAD: Final = f'<script>new EventSource("{_RELOAD_ADDRESS}").onmessage = () => location.reload()</script>'.encode()
_HEARTBEAT_SECONDS: Final = 15.0


class Builds:
    """Lets open pages wait for the next build."""

    def __init__(self) -> None:
        self._finished = threading.Condition()
        self._number = 0

    def announce(self) -> None:
        """Wake all that wait."""
        with self._finished:
            self._number += 1
            self._finished.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next build; return whether it came in time."""
        with self._finished:
            number = self._number
            return self._finished.wait_for(lambda: self._number != number, seconds)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the output folder below the site's own sub-path, its 404 page included."""

    def __init__(self, *args: Any, base: str, builds: Builds, directory: str) -> None:
        self.base, self.builds = base, builds
        super().__init__(*args, directory=directory)

    def do_GET(self) -> None:
        if self.path == _RELOAD_ADDRESS:
            self._stream_reloads()
            return
        if self.base and not urlsplit(self.path).path.startswith(f"{self.base}/"):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{self.base}/")
            self.end_headers()
            return
        self.path = self.path[len(self.base) :]
        page = Path(self.translate_path(self.path))
        if page.is_dir() and urlsplit(self.path).path.endswith("/"):
            page /= "index.html"
        if page.suffix == ".html" and page.is_file():
            self._send_page(page, HTTPStatus.OK)
        elif page.exists():
            super().do_GET()
        else:
            self._send_page(Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND)

    def _send_page(self, page: Path, status: HTTPStatus) -> None:
        content = (page.read_bytes() if page.is_file() else b"not found") + _RELOAD
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _stream_reloads(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self.builds.wait(_HEARTBEAT_SECONDS):
                self.wfile.write(b":\n\n")
            self.wfile.write(b"data: built\n\n")
        except OSError:
            return  # the reader closed the page

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of single requests."""


def open_server(port: int, output: Path, base: str, builds: Builds) -> ThreadingHTTPServer:
    """Listen on *port* of this machine (0: any free one). Raises DiemtinError where it is taken."""
    handler = functools.partial(_Handler, base=base, builds=builds, directory=str(output))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise DiemtinError(Finding(f"port {port}", str(error.strerror), "choose another one with --port")) from None
    server.daemon_threads = True
    return server


def serve_site(port: int, build: Callable[[], Pelican], say: Callable[[str], None]) -> None:
    """Build, serve, and build again whenever content, theme or settings change, until the user stops it."""
    pelican = build()
    builds = Builds()
    base = urlsplit(pelican.settings["SITEURL"]).path.rstrip("/")
    server = open_server(port, Path(pelican.output_path), base, builds)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://localhost:{server.server_port}{base}/  (Ctrl-C stops)")
    watched = [path for path in (pelican.path, pelican.theme, "pelicanconf.py") if Path(path).exists()]
    try:
        for _ in watch(*watched, raise_interrupt=False):
            try:
                build()
            except DiemtinError as error:
                say(str(error.finding))
                continue
            builds.announce()
            say("built again")
    finally:
        server.shutdown()
        server.server_close()
