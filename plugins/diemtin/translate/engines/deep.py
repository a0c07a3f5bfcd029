"""The services that deep-translator knows, every request of theirs within our own bounds.

deep-translator has no timeout anywhere, follows redirects, loses what the server said, and its translators keep the
text in themselves, so that one shared between threads answers with another's. So: a translator of its own for every
text, in a thread, and between it and ``requests`` a door that leads to our bounded client.
"""

import asyncio
import contextvars
import importlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import requests
from deep_translator import exceptions

from diemtin.text import squeeze
from diemtin.translate.engines.http import Client, Reply, failure
from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Refused, Retry, Segment
from diemtin.translate.engines.wire import unescaped

#: What services write in place of a translation when they will not give one.
_NOTICE: Final = re.compile(
    "MYMEMORY WARNING|QUERY LENGTH LIMIT|INVALID (?:SOURCE|TARGET) LANGUAGE|INVALID LANGUAGE PAIR|NO QUERY SPECIFIED"
    "|PLEASE SELECT TWO DISTINCT LANGUAGES"
)


@dataclass(frozen=True, slots=True)
class Service:
    """One of deep-translator's services: its module and class there, its address, and what it takes.

    ``languages`` are the codes it has for ours; ``table`` names the list of codes in deep-translator's constants, ""
    where the service itself is asked for it. ``keyed``: it wants a key. ``price`` is what it states, in US dollars for
    a million characters.
    """

    module: str
    translator: str
    address: str
    limits: Limits
    price: float
    table: str = ""
    languages: Mapping[str, str] = field(default_factory=lambda: {"vi": "vi", "en": "en"})
    keyed: bool = False


# deep-translator sends one text a request. Lengths are the ones it refuses itself, a little below; rates and prices the
# services' own of 2026.
SERVICES: Final[dict[str, Service]] = {
    "google": Service(
        module="google",
        translator="GoogleTranslator",
        address="https://translate.google.com",
        limits=Limits(texts=1, characters=4900, rate=5.0, concurrency=4),
        price=0.0,
        table="GOOGLE_LANGUAGES_TO_CODES",
    ),
    "mymemory": Service(
        module="mymemory",
        translator="MyMemoryTranslator",
        address="https://api.mymemory.translated.net",
        limits=Limits(texts=1, characters=490, rate=2.0, concurrency=2),
        price=0.0,
        table="MY_MEMORY_LANGUAGES_TO_CODES",
        languages={"vi": "vi-VN", "en": "en-GB"},
    ),
    "microsoft": Service(
        module="microsoft",
        translator="MicrosoftTranslator",
        address="https://api.cognitive.microsofttranslator.com",
        limits=Limits(texts=1, characters=10000, concurrency=4),
        price=10.0,
        keyed=True,
    ),
    "deepl": Service(
        module="deepl",
        translator="DeeplTranslator",
        address="https://api-free.deepl.com",
        limits=Limits(texts=1, characters=5000, concurrency=4),
        price=25.0,
        table="DEEPL_LANGUAGE_TO_CODE",
        keyed=True,
    ),
}


class Deep:
    """A service of deep-translator; *address* where it is to be asked elsewhere than at its own."""

    markup = True

    def __init__(self, name: str, key: str = "", address: str = "", limits: Limits | None = None) -> None:
        service = SERVICES[name]
        self.name = name
        self.address = (address or service.address).rstrip("/")
        self.limits = limits or service.limits
        self.price = service.price
        self._service, self._key = service, key
        self._client = Client()
        self._pages: dict[str, Reply] = {}
        self._threads: ThreadPoolExecutor | None = None
        module = importlib.import_module(f"deep_translator.{service.module}")
        vars(module)["requests"] = _DOOR  # the module has no other way in
        self._translator: Callable[..., Any] = getattr(module, service.translator)

    def translates(self, source: str, target: str) -> bool:
        """Whether deep-translator knows both languages for this service."""
        codes = self._service.languages
        if not self._service.table:
            return source in codes and target in codes
        known = getattr(importlib.import_module("deep_translator.constants"), self._service.table).values()
        return all(codes.get(lang) in known for lang in (source, target))

    async def translate(
        self,
        segments: Sequence[Segment],
        source: str,
        target: str,
        glossary: Mapping[str, str],  # noqa: ARG002 - it has no place for one
        deadline: float,
    ) -> Outcome:
        """Translate *segments* one after the other (``limits`` asks for one at a time)."""
        loop = asyncio.get_running_loop()
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self.limits.concurrency, thread_name_prefix=self.name)
        end = loop.time() + deadline
        texts = []
        for segment in segments:
            context = contextvars.copy_context()
            context.run(_call.set, _Call(self._client, loop, end, self.address, self._pages))
            answer = await loop.run_in_executor(
                self._threads, context.run, self._ask, unescaped(segment.text), source, target
            )
            if not isinstance(answer, str):
                return answer
            texts.append(answer)
        return Ok(tuple(texts))

    def _ask(self, text: str, source: str, target: str) -> str | Retry | Refused:
        codes = self._service.languages
        key = {"api_key": self._key} if self._service.keyed else {}
        try:
            answer = self._translator(source=codes[source], target=codes[target], **key).translate(text)
        except _StopError as stop:
            return stop.outcome
        except exceptions.NotValidLength:
            return Refused("the text is too long for the service")
        except Exception as error:  # deep-translator reads foreign data without a check: anything may come of it
            return Retry(f"an answer that is no translation ({type(error).__name__})")
        if not isinstance(answer, str) or not answer.strip():
            return Retry("an empty answer")
        if _NOTICE.match(answer):
            return Refused(f"a notice instead of a translation ({squeeze(answer)[:80]})", "engine")
        return answer

    async def close(self) -> None:
        """Close the connections and let the threads end."""
        await self._client.close()
        self._pages.clear()
        if self._threads is not None:
            self._threads.shutdown(wait=False)
            self._threads = None


@dataclass(frozen=True, slots=True)
class _Call:
    """Where one call's requests go: through which client, until when (the loop's time), to which address.

    ``pages`` keeps what is asked without parameters (Microsoft's list of languages, before every text).
    """

    client: Client
    loop: asyncio.AbstractEventLoop
    end: float
    address: str
    pages: dict[str, Reply]


_call: Final[contextvars.ContextVar[_Call]] = contextvars.ContextVar("call")


class _StopError(Exception):
    """Carries an outcome through deep-translator's code, which catches nothing of the kind."""

    def __init__(self, outcome: Retry | Refused) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


class _Door:
    """Stands for ``requests`` in deep-translator's modules; to calls that are not ours it is ``requests``."""

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)

    def get(self, url: str, **options: Any) -> Any:
        return self._send("GET", url, options)

    def post(self, url: str, **options: Any) -> Any:
        return self._send("POST", url, options)

    def _send(self, method: str, url: str, options: dict[str, Any]) -> Any:
        call = _call.get(None)
        if call is None:
            return requests.request(method, url, **options)
        parts = urlsplit(url)
        # Both are sent: a client that is given parameters drops those of the address (Microsoft's version is there).
        params = options.get("params") or {}
        query = "&".join(filter(None, (parts.query.strip(), urlencode(params, doseq=True))))
        url = call.address + parts.path + (f"?{query}" if query else "")
        is_kept = method == "GET" and not params
        if is_kept and url in call.pages:
            return _Response(call.pages[url])
        sent = {"headers": options.get("headers"), "payload": options.get("json")}
        request = call.client.send(method, url, max(0.0, call.end - call.loop.time()), **sent)
        reply = asyncio.run_coroutine_threadsafe(request, call.loop).result()
        if not isinstance(reply, Reply):
            raise _StopError(reply)
        if failed := failure(reply):
            raise _StopError(failed)
        if is_kept:
            call.pages[url] = reply
        return _Response(reply)


class _Response:
    """What deep-translator reads of a response."""

    def __init__(self, reply: Reply) -> None:
        self.status_code = reply.status
        self.text = reply.body.decode("utf-8", "replace")

    def json(self) -> Any:
        return json.loads(self.text)

    def close(self) -> None:
        """Nothing is open."""


_DOOR: Final = _Door()
