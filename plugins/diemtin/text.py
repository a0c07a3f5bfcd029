"""Text as it is compared, hashed and shown: NFC, visible characters only, Vietnamese tones kept or folded."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Zero-width and bidirectional controls that scrapes carry and no reader sees. ZWNJ and ZWJ (U+200C, U+200D) are left
# alone where they join something: Persian words and emoji families need them.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]|[\u200c\u200d](?=\\s|$)|(?:(?<=\\s)|^)[\u200c\u200d]"
)
# C0 and C1 controls but tab, line feed and carriage return; lone surrogates; noncharacters.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE: Final = " \t\r\n"  # at the ends of most texts between tags: it is neither printable nor to be removed
# Any character that the two above may remove: most texts hold none, and one search is ten times faster than both.
_SUSPECT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """Return *text* in NFC without control and zero-width characters; white space is kept as it is."""
    if text.isascii() and text.strip(_SPACE).isprintable():  # half of all texts: nothing to look for
        return text
    if _SUSPECT.search(text):
        text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Return *text* visible and on one line: every run of white space is one space, none at the ends."""
    return on_one_line(visible(text))


def on_one_line(text: str) -> str:
    """Return *text* with one space for every run of white space, and none at the ends."""
    if text.isprintable() and "  " not in text:  # no white space but single spaces: most texts, five times as fast
        return text.strip()
    return " ".join(text.split())


@lru_cache(maxsize=1_000)  # of a page's names and dates two of three are folded again
def fold_tones(text: str) -> str:
    """Return *text* lower-cased and without marks, as readers type it: ``"Đắk Lắk"`` becomes ``"dak lak"``."""
    if text.isascii():
        return text.lower()
    folded = text.replace("đ", "d").replace("Đ", "d").casefold()
    return "".join([char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char)])
