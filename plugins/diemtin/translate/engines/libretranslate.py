"""LibreTranslate and servers that speak its JSON: a list of texts as ``q``, errors in the body or by status."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Final

from diemtin.translate.engines.http import Client, Reply, failure, read_json
from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Refused, Retry, Segment
from diemtin.translate.engines.wire import has_placeholders, single, unescaped

#: Small requests: what a failed one or a kill costs is small, and a shift of ten texts is still told from their order.
_LIMITS: Final = Limits(texts=10, characters=5000, concurrency=4)
#: "request (26) exceeds text limit (10)": of the list's length or of the characters, whichever the first number is.
_LIMIT: Final = re.compile(r"\((\d+)\) exceeds text limit \((\d+)\)")


class LibreTranslate:
    """A LibreTranslate server at *address*; *key* only where the server wants one."""

    name = "libretranslate"
    markup = True

    def __init__(self, address: str, key: str = "", price: float | None = None, limits: Limits = _LIMITS) -> None:
        self.address = address.rstrip("/")
        self.limits = limits
        self.price = price
        self._url = self.address if self.address.endswith("/translate") else f"{self.address}/translate"
        self._key = key
        self._client = Client()

    def translates(self, source: str, target: str) -> bool:
        """Any pair: which ones a server has is its owner's choice."""
        return source != target

    async def translate(
        self,
        segments: Sequence[Segment],
        source: str,
        target: str,
        glossary: Mapping[str, str],  # noqa: ARG002 - it has no place for one
        deadline: float,
    ) -> Outcome:
        """Translate by one request. Its HTML mode keeps placeholders; its text mode reads plain texts better."""
        texts = [segment.text for segment in segments]
        marked = any(map(has_placeholders, texts))
        asked = {
            "q": texts if marked else [unescaped(text) for text in texts],
            "source": source,
            "target": target,
            "format": "html" if marked else "text",
        }
        reply = await self._client.send(
            "POST", self._url, deadline, payload=asked | ({"api_key": self._key} if self._key else {})
        )
        if not isinstance(reply, Reply):
            return reply
        if failed := failure(reply):
            return self._learned(failed, texts)
        return _translations(read_json(reply))

    def _learned(self, failed: Retry | Refused, texts: Sequence[str]) -> Retry | Refused:
        """Take a limit from the refusal that names it, so that the next request keeps to it."""
        named = _LIMIT.search(failed.reason)
        if not named or isinstance(failed, Retry) or failed.scope == "engine":
            return failed
        found, limit = int(named[1]), max(1, int(named[2]))
        fewer = {"texts": min(limit, self.limits.texts)} if found == len(texts) else {"characters": limit}
        lower = dataclasses.replace(self.limits, **fewer)
        learned, self.limits = lower != self.limits, lower
        return dataclasses.replace(failed, learned=learned)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()


def _translations(said: object) -> Outcome:
    if isinstance(said, Retry):
        return said
    if not isinstance(said, dict):
        return Retry("an answer of another shape")
    texts = said.get("translatedText")
    if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
        return Ok(tuple(map(single, texts)))
    if isinstance(error := said.get("error"), str):
        return Retry(f"an error in the answer ({error[:100]})")
    return Retry("an answer without a list of translations")
