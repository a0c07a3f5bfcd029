"""One bounded exchange with a server: all of it within a deadline, the answer within a size, no redirect followed.

Timeouts of HTTP libraries bound a single read; a server that sends a byte now and then is never late by them. Here the
deadline is over the connection, the request, the headers and the body together.
"""

import asyncio
import datetime as dt
import functools
import json
import os
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx

from diemtin.text import squeeze
from diemtin.translate.engines.protocol import Refused, Retry

#: Bytes of an answer, as sent and unpacked. A batch of a few thousand characters needs a thousandth of it, but an
#: engine that runs away on one text must not take the answers beside it along.
LARGEST: Final = 64 * 1024 * 1024
_TOO_LONG: Final = frozenset({400, 413, 414, 422})
_PASSING: Final = frozenset({408, 409, 425, 429})


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's whole answer, unpacked. ``after`` is its ``Retry-After`` in seconds; ``location`` of a redirect."""

    status: int
    body: bytes
    kind: str = ""
    after: float | None = None
    location: str = ""


class Client:
    """Connections to one server, opened when first used and bound to the running event loop until ``close``."""

    def __init__(self, headers: Mapping[str, str] = {}) -> None:
        # Identity, because what unpacks by the kilobyte may unpack to gigabytes; see _unpacked for who packs anyway.
        self._headers = {"Accept-Encoding": "identity", **headers}
        self._client: httpx.AsyncClient | None = None

    async def send(
        self,
        method: str,
        url: str,
        deadline: float,
        *,
        payload: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply | Retry | Refused:
        """Send a request with *payload* as JSON; what goes wrong on the way is told as an outcome, never raised."""
        if self._client is None:
            self._client = httpx.AsyncClient(headers=self._headers, timeout=None, verify=_certificates())
        try:
            async with (
                asyncio.timeout(deadline),
                self._client.stream(method, url, headers=headers, json=payload) as response,
            ):
                return await _read(response)
        except TimeoutError:
            return Retry(f"no whole answer within {deadline:.3g} s", late=True)
        except httpx.ConnectError as error:
            return Retry(f"cannot be reached ({_cause(error)})")
        except httpx.TransportError as error:
            if isinstance(error, httpx.UnsupportedProtocol | httpx.LocalProtocolError):
                return Refused(f"cannot be asked ({squeeze(str(error))})", "engine")
            return Retry(f"the connection broke off ({_cause(error)})")
        except (httpx.InvalidURL, httpx.HTTPError, UnicodeError, ValueError) as error:
            return Refused(f"cannot be asked ({squeeze(str(error))})", "engine")

    async def close(self) -> None:
        """Close the connections; the next request opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


def failure(reply: Reply) -> Retry | Refused | None:
    """Return what a status other than success means for the request; None for success."""
    if 200 <= reply.status < 300:
        return None
    said = _message(reply)
    reason = f"HTTP {reply.status}" + (f" ({said})" if said else "")
    if reply.status in _PASSING or reply.status >= 500:
        return Retry(reason, reply.after)
    if 300 <= reply.status < 400:
        return Refused(f"{reason}, a redirect to {squeeze(reply.location)[:100] or 'nowhere'}", "engine")
    return Refused(reason, "request" if reply.status in _TOO_LONG else "engine")


def read_json(reply: Reply) -> Any:
    """Return the JSON value of *reply*, or a Retry that says what stands there instead."""
    if not reply.body.strip():
        return Retry("an empty answer")
    if "html" in reply.kind:
        return Retry("an HTML page instead of JSON")
    try:
        return json.loads(reply.body.decode("utf-8"))
    except (ValueError, RecursionError):
        return Retry("an answer that is no JSON")


@functools.cache
def _certificates() -> ssl.SSLContext:
    """Return the usual certificates; reading them takes longer than many an answer."""
    return httpx.create_ssl_context()


async def _read(response: httpx.Response) -> Reply | Retry | Refused:
    packed = bytearray()
    async for chunk in response.aiter_raw():
        packed += chunk
        if len(packed) > LARGEST:
            return Retry(f"an answer of more than {LARGEST >> 20} MB")
    body = _unpacked(bytes(packed), response.headers.get("content-encoding", "identity").strip().lower())
    if not isinstance(body, bytes):
        return body
    headers = response.headers
    after = _seconds(headers.get("retry-after", ""))
    return Reply(
        response.status_code, body, headers.get("content-type", "").lower(), after, headers.get("location", "")
    )


def _unpacked(packed: bytes, encoding: str) -> bytes | Retry:
    if encoding == "identity" or not packed:
        return packed
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        return Retry(f"an answer packed as {squeeze(encoding)[:40]}, which was not asked for")
    unpacker = zlib.decompressobj(wbits=47)  # 32 + 15: gzip and zlib headers alike
    try:
        body = unpacker.decompress(packed, LARGEST)
    except zlib.error:
        return Retry("an answer that cannot be unpacked")
    if unpacker.unconsumed_tail:
        return Retry(f"an answer of more than {LARGEST >> 20} MB")
    return body if unpacker.eof else Retry("an answer that cannot be unpacked")


def _seconds(retry_after: str) -> float | None:
    """Read a ``Retry-After`` (seconds or an HTTP date); None for none and for what is neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
        return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None


def _message(reply: Reply) -> str:
    """Return what the server says of its own failure, on one line; "" for a page or nothing."""
    said = read_json(reply)
    if isinstance(said, dict):
        said = said.get("error", said.get("message", ""))
    if isinstance(said, dict):
        said = said.get("message", "")
    return squeeze(said)[:120] if isinstance(said, str) else ""


def _cause(error: BaseException) -> str:
    """Return the operating system's words for why a connection failed, where there are some."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, OSError) and at.strerror:
            return (os.strerror(at.errno) if at.errno and at.errno > 0 else at.strerror).lower()
        at = at.exceptions[0] if isinstance(at, ExceptionGroup) else at.__cause__ or at.__context__
    return squeeze(str(error)) or type(error).__name__
