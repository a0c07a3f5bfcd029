"""Fetching one page of the web, within limits."""

import datetime as dt
from typing import Final

import httpx

import diemtin
from diemtin.clean.adding import Scrape
from diemtin.clean.cleaned import MAX_BYTES
from diemtin.findings import DiemtinError, Finding

_TIMEOUT: Final = httpx.Timeout(30.0, connect=10.0)  # seconds, for each step
_PATIENCE: Final = 120.0  # seconds for the whole page: a server may send a byte a second
_HEADERS: Final = {
    "User-Agent": f"diemtin/{diemtin.__version__} (news digest)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Language": "vi,en;q=0.8",
}


def fetch_scrape(url: str, client: httpx.Client | None = None) -> Scrape:
    """Fetch the page at *url*, byte for byte; its address is the one that redirects led to.

    Raises DiemtinError for an address that cannot be fetched, is no text, or is larger than a scrape may be.
    """
    started = dt.datetime.now(dt.UTC).replace(microsecond=0)
    with client or httpx.Client(timeout=_TIMEOUT, follow_redirects=True, max_redirects=5, headers=_HEADERS) as session:
        try:
            with session.stream("GET", url) as response:
                response.raise_for_status()
                data = _read(url, response)
                return Scrape(data, url, str(response.url), started)
        except httpx.HTTPStatusError as error:
            found = f"the server answers {error.response.status_code} {error.response.reason_phrase}".rstrip()
            raise DiemtinError(Finding(url, found, "open it in a browser, save the page and add the file")) from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            found = f"cannot be fetched ({error or type(error).__name__})"
            raise DiemtinError(Finding(url, found, "look at the address and try again")) from None


def _read(url: str, response: httpx.Response) -> bytes:
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and "html" not in kind and "xml" not in kind:
        raise DiemtinError(Finding(url, f"it is {kind}, no page", "give the address of the story's own page"))
    data = bytearray()
    started = dt.datetime.now(dt.UTC)
    for piece in response.iter_bytes():
        data += piece
        if len(data) > MAX_BYTES:
            raise DiemtinError(Finding(url, f"over {MAX_BYTES:,} bytes", "save the story alone and add the file"))
        if (dt.datetime.now(dt.UTC) - started).total_seconds() > _PATIENCE:
            raise DiemtinError(
                Finding(url, f"not whole after {_PATIENCE:g} s", "try again, or save the page and add the file")
            )
    return bytes(data)
