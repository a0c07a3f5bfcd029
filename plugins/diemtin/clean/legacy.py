"""Text that went wrong on its way to Unicode: encoded twice, or typed for a Vietnamese font of the time before it.

A piece of text is changed only where the outcome is certain: what comes out must be Vietnamese syllables, or valid
UTF-8 in every place, and what went in must not be.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

_TABLE: Final = tomllib.loads(Path(__file__).with_name("legacy.toml").read_text("utf-8"))
_TCVN3: Final = str.maketrans(_TABLE["tcvn3"])
CERTAIN: Final = 0.85  # share of a text's marked words that are possible syllables
_DOUBTFUL: Final = 0.6
_MIN_WORDS: Final = 3
_MAX_SAMPLE: Final = 5_000

_TONES: Final = "\u0301\u0300\u0309\u0303\u0323"
_WORD: Final = re.compile(r"[^\W\d_]+")
_SYLLABLE: Final = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    "(?:uyê|uya|uyu|iêu|yêu|oai|oay|oeo|uôi|ươi|ươu|uây|uai|uay|oao|iê|yê|uô|ươ|ia|ya|ua|ưa|uâ|uê|uy|uơ|oa|oă|oe|oo|ai|ao|au|"
    "ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
    "(?:ng|nh|ch|[cmnpt])?"
)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* with what can be mended for sure, and a note on each kind of mending."""
    notes: list[str] = []
    for usual, signs, least, convert, note in _MENDINGS:
        # Hardly ever: a letter is looked for in a fiftieth of the time that listing all letters of a page takes.
        if any(sign in text for sign in usual) and sum(sign in text for sign in signs) >= least:
            mended = convert(text)
            if mended != text:
                text = mended
                notes.append(note)
    return text, tuple(notes)


def vietnamese_share(text: str) -> float:
    """Return the share of words with a mark, in *text*, that are possible Vietnamese syllables; 0 if there are few."""
    words = _marked_words(text[:_MAX_SAMPLE])
    if len(words) < _MIN_WORDS:
        return 0.0
    return sum(map(_is_syllable, words)) / len(words)


def _marked_words(text: str) -> set[str]:
    return {word for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()) if not word.isascii()}


def _is_syllable(word: str) -> bool:
    """Whether *word* (lower case, NFC) is built like a Vietnamese syllable, with at most one tone."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [char for char in decomposed if char in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    return _SYLLABLE.fullmatch(plain) is not None


# Double encoding: UTF-8 bytes that were read as Western characters, and encoded once more.
_CP1252: Final = {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_BYTES: Final = {chr(byte): byte for byte in range(256)} | _CP1252
_RUN: Final = re.compile(f"[\u0080-\u00ff{''.join(_CP1252)}]{{2,}}")
_SPACED_A: Final = re.compile(r"(?<![^\W\d_])([^\W\d_\u00c3]{0,6})\u00c3( +)(?=([^\W\d_\u00c3]{0,6}))")
_MIN_TWICE: Final = 4  # different letters that must come out


def _decode_again(text: str) -> str:
    """Decode what was encoded twice: every run of Western characters that is valid UTF-8, if nearly all of them are."""
    good = bad = 0
    letters: set[str] = set()

    def once(run: re.Match[str]) -> str:
        nonlocal good, bad
        try:
            decoded = bytes(_BYTES[char] for char in run[0]).decode()
        except UnicodeDecodeError:
            bad += 1
            return run[0]
        good += 1
        letters.update(decoded)
        return decoded

    mended = _RUN.sub(once, text)
    if len(letters) < _MIN_TWICE or bad * 10 > good:
        return text
    return _SPACED_A.sub(_with_a, mended) if "\u00c3 " in mended else mended


def _with_a(found: re.Match[str]) -> str:
    """Return the word with its "à", whose second byte was a no-break space and has become a plain one. One space is
    left of two where white space was squeezed: it goes only from within a syllable.
    """
    before, spaces, after = found.groups()
    within = spaces == " " and after and _is_syllable(f"{before}à{after}".casefold())
    return f"{before}à" if within else f"{before}à{spaces[1:] or ' '}"


_MARKS: Final = "<>\n"  # they part a text into pieces: between tags, or lines of a plain-text dump
_APART: Final = re.compile(f"([{_MARKS}])")
_DENSITY: Final = 20  # in such a text at least every twentieth character is a trace
_MAX_PIECE: Final = 10_000  # characters; what is longer is a script
_UNICODE: Final = re.compile("[\u0100-\u01b0\u1ea0-\u1ef9]")  # letters that no such font has


def _piecewise(convert: Callable[[str], str], trace: re.Pattern[str]) -> Callable[[str], str]:
    """Return a conversion of the pieces of a page that bear *trace* and become Vietnamese by *convert*; where most do,
    also of those that are too short to tell, if nothing but syllables comes out.
    """

    def surely(piece: str) -> str:
        dense = len(piece) <= _MAX_PIECE and 0 < len(piece) <= _DENSITY * len(trace.findall(piece))
        return converted if dense and _is_vietnamese_only(converted := convert(piece), piece) else ""

    def convert_pieces(text: str) -> str:
        if not any(map(surely, _pieces_with(trace, text))):  # nearly always: the rest need not be parted
            return text
        pieces = _APART.split(text)
        undecided = {i: piece for i, piece in enumerate(pieces) if len(piece) <= _MAX_PIECE and not piece.isascii()}
        traces = certain = 0
        for place, piece in list(undecided.items()):
            found = len(trace.findall(piece))
            traces += found
            if converted := surely(piece):
                pieces[place] = converted
                certain += found
                del undecided[place]
        for place, piece in undecided.items() if 2 * certain > traces else ():
            converted = convert(piece)
            if not _UNICODE.search(piece) and all(map(_is_syllable, _marked_words(converted))):
                pieces[place] = converted
        return "".join(pieces)

    return convert_pieces


def _pieces_with(trace: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the pieces of *text* that bear *trace*."""
    end = 0
    for found in trace.finditer(text):
        if found.start() < end:
            continue
        start = max(text.rfind(mark, end, found.start()) for mark in _MARKS) + 1 or end
        mark = _APART.search(text, found.end())
        end = mark.start() if mark else len(text)
        yield text[start:end]


def _is_vietnamese_only(converted: str, piece: str) -> bool:
    """Whether *converted* is surely Vietnamese, and the *piece* that it was made from is not."""
    after = vietnamese_share(converted)
    return after >= CERTAIN and vietnamese_share(piece) < min(_DOUBTFUL, after - 0.2)


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


@cache
def _vni() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the Vietnamese letter for each way VNI writes one, and what finds them: made when a text asks for it."""
    tones = ["", *_TONES]
    pairs: dict[str, str] = {}
    for column, mark, vowels in (("plain", "", "aeiouy"), ("circumflex", "\u0302", "aeo"), ("breve", "\u0306", "a")):
        for sign, tone in zip(_TABLE["vni"][column], tones, strict=True):
            pairs |= {vowel + sign: vowel + mark + tone for vowel in vowels if sign != "-"}
    for written, letter in _TABLE["vni"]["letters"].items():
        pairs[written] = letter
        if letter in "ơư":
            pairs |= {
                written + sign: letter + tone for sign, tone in zip(_TABLE["vni"]["plain"][1:], _TONES, strict=True)
            }
    pairs = {written: unicodedata.normalize("NFC", letter) for written, letter in pairs.items()}
    capitals = {written.upper(): letter.upper() for written, letter in pairs.items()}
    mixed = {written[0].upper() + written[1:]: letter.upper() for written, letter in pairs.items()}
    pairs |= capitals | mixed
    return pairs, re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True)))


def _from_vni(text: str) -> str:
    letters, written = _vni()
    return written.sub(lambda found: letters[found[0]], text)


# Each mending is tried on a text that holds one of its usual signs, and so many of all at least, which honest text
# hardly has together: those of VNI leave out what Nordic and German have.
_TCVN3_TRACE: Final = re.compile("[µ¶·¸¹¨¼½¾Æ©Ç®ÌÎÏÐÑªÒÓÔÕÖØÜÝÞß«¬](?<=[a-z].)")
_VNI_TRACE: Final = re.compile("[ùøûõïáàåãäéèúüëÙØÛÕÏÁÀÅÃÄÉÈÚÜË](?<=[aeouyAEOUY].)")
_MENDINGS: Final = (
    ("Ã", "ÃÄÆº»¡©¨¼¶", 3, _decode_again, "text that was encoded twice was decoded again"),
    (
        "®µ¸·¹",
        "µ¶·¸¹¨¬®¼½¾ª«Æ\u00ad",
        3,
        _piecewise(_from_tcvn3, _TCVN3_TRACE),
        "text in the TCVN3 (ABC) font encoding was converted",
    ),
    ("øïñ", "øûõïöñ", 4, _piecewise(_from_vni, _VNI_TRACE), "text in the VNI font encoding was converted"),
)
