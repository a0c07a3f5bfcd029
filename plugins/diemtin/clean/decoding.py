"""From a scrape's bytes to its text, whatever the page says of its own encoding.

In order: gzip is unpacked; a byte order mark decides; then UTF-16 by its zero bytes; then UTF-8 if the bytes are valid
(no other encoding of running text is by accident); then what the page declares; then what the bytes look like. Text
that was encoded twice, or typed for a Vietnamese font of the time before Unicode, is mended where that is certain.
"""

import codecs
import re
import zlib
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from diemtin.clean import legacy
from diemtin.text import visible

_MAX_UNPACKED: Final = 100_000_000  # bytes that a gzip file may unpack to
_MAX_SNIFFED: Final = 100_000
_HEAD: Final = 4_096  # bytes in which a page declares its encoding
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f\ufffd]")
# Labels that browsers read as a larger encoding (WHATWG Encoding Standard).
_LARGER: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin_1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A scrape's text, the same in UTF-8, the encoding that it came in, and notes on what was mended.

    The text is as it was written: most of a page is scripts. What is taken from it is made `visible` there.
    """

    text: str
    utf8: bytes
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a page or a plain-text dump; never fails: what no encoding explains becomes U+FFFD."""
    notes: list[str] = []
    if data.startswith(b"\x1f\x8b"):
        data = _unpacked(data)
        notes.append("gzip was unpacked")
    text, encoding = _read(data)
    if encoding == "utf-8" and "\ufffd" not in text:  # nearly every page: there is nothing to encode anew
        utf8 = data.removeprefix(codecs.BOM_UTF8)
    else:
        utf8 = text.encode("utf-8", "replace")
        if text.count("\ufffd") > data.count(b"\xef\xbf\xbd"):
            notes.append(f"some bytes are no {encoding} and were replaced")
    mended, mendings = legacy.mend(text)
    return Decoded(mended, mended.encode("utf-8", "replace") if mendings else utf8, encoding, (*notes, *mendings))


def _unpacked(data: bytes) -> bytes:
    """Return what a gzip file holds, as far as it can be unpacked."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MAX_UNPACKED)
    except zlib.error:
        return data


def _read(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if wide := _wide(data[:_HEAD]):
        return data.decode(wide, "replace"), wide
    declared = _declared(data[:_HEAD])
    if declared in {"iso2022_jp", "hz"} and (b"\x1b" in data or b"~{" in data):
        return data.decode(declared, "replace"), declared
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        pass
    if _nearly_utf8(data, trusted=declared in {None, "utf-8"}):
        return data.decode("utf-8", "replace"), "utf-8"
    if declared and declared != "utf-8":
        return data.decode(declared, "replace"), declared
    return _sniffed(data)


def _wide(head: bytes) -> str | None:
    """Return the UTF-16 that text without a mark is in: half of its bytes are zero, all on one side."""
    if head.count(0) < len(head) * 0.3:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else None


def _declared(head: bytes) -> str | None:
    """Return the name of the codec a page declares, None if it declares none that exists and keeps ASCII as it is."""
    found = _DECLARED.search(head)
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        name = _LARGER.get(name, name)
        return name if b"<a>".decode(name) == "<a>" and not name.startswith("utf-7") else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _nearly_utf8(data: bytes, *, trusted: bool) -> bool:
    """Whether *data* is UTF-8 with broken places: ten good letters for each of them, or as many if it says so."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = len(_BEYOND_ASCII.findall(text))
    return good >= 10 * broken or (trusted and good >= broken)


def _sniffed(data: bytes) -> tuple[str, str]:
    """Return the text by what the bytes look like: Vietnamese first, in its Windows encoding or an old font's."""
    sample = data[:_MAX_SNIFFED]
    if legacy.vietnamese_share(visible(sample.decode("cp1258", "replace"))) > legacy.CERTAIN:
        return data.decode("cp1258", "replace"), "cp1258"
    western = sample.decode("cp1252", "replace")
    if legacy.mend(western)[1]:
        return data.decode("cp1252", "replace"), "cp1252"
    best = from_bytes(sample).best()
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, "replace"), encoding
