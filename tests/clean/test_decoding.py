"""From bytes to text: encodings declared, undeclared and wrongly declared, and Vietnamese from before Unicode."""

import gzip
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.clean import clean, legacy
from diemtin.clean.decoding import decode
from diemtin.findings import DiemtinError
from diemtin.text import visible

SENTENCE = "Sáng nay, cầu mới bắc qua sông được đưa vào sử dụng; người dân hai bên bờ khỏi phải đợi phà nữa."
TONES = "\u0300\u0301\u0303\u0309\u0323"


def page(charset: str | None, text: str = SENTENCE) -> str:
    declared = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{declared}<title>Tin</title></head><body><p>{text}</p></body></html>"


def windows_1258(text: str) -> bytes:
    """Return *text* as Vietnamese Windows writes it: letters with their hook or hat, tones as marks behind them."""
    out = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        out.append(base + "".join(part for part in parts if part in TONES))
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1258", "utf-16", "x-tieng-viet", "utf-7", None])
def test_valid_utf8_is_utf8_whatever_the_page_declares(charset: str | None) -> None:
    decoded = decode(page(charset).encode())
    assert SENTENCE in decoded.text
    assert (decoded.encoding, decoded.notes) == ("utf-8", ())


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_mark_or_the_zero_bytes_tell_the_unicode_encodings(codec: str) -> None:
    text = decode(page("utf-8").encode(codec)).text
    assert text == page("utf-8")


@pytest.mark.parametrize("charset", ["windows-1258", None])
def test_vietnamese_windows_text_is_composed(charset: str | None) -> None:
    decoded = decode(windows_1258(page(charset)))
    assert SENTENCE in visible(decoded.text)
    assert decoded.encoding == "cp1258"


@pytest.mark.parametrize(
    ("declaration", "codec", "text"),
    [
        ('<meta charset="shift_jis">', "shift_jis", "橋が開通した"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">', "euc-kr", "다리가 개통되었다"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", "Мост открыт"),
        ("<meta charset=iso-8859-1>", "cp1252", "“Le pont” est ouvert"),
        ("<meta charset=gb2312>", "gb18030", "大桥通车"),
    ],
)
def test_a_declared_encoding_is_honoured(declaration: str, codec: str, text: str) -> None:
    assert text in decode(f"{declaration}<p>{text}</p>".encode(codec)).text


def test_undeclared_text_of_another_language_is_told_by_its_looks() -> None:
    text = "Мост открыт с утра, и люди, которые ждали его десять лет, прошли по нему первыми. " * 5
    assert text in decode(text.encode("cp1251")).text


def test_broken_places_in_utf8_are_replaced_and_said_and_the_rest_is_whole() -> None:
    data = page("utf-8", f"{SENTENCE} @@ {SENTENCE}").encode().replace(b"@@", b"\xc3\x28\xff\xe1\xbb")
    decoded = decode(data)
    assert decoded.text.count(SENTENCE) == 2
    assert decoded.notes == ("some bytes are no utf-8 and were replaced",)


def test_a_replacement_character_that_stood_there_before_is_not_said() -> None:
    assert decode(page("utf-8", "cầu \ufffd mới").encode()).notes == ()


def test_gzip_is_unpacked_and_half_a_gzip_file_as_far_as_it_goes() -> None:
    packed = gzip.compress(page("utf-8").encode())
    assert SENTENCE in decode(packed).text
    decode(packed[: len(packed) // 2])
    decode(b"\x1f\x8bno gzip")


@pytest.mark.parametrize("whole", [page("utf-8", "{}"), "Cầu mới\n28/06/2024 09:38\n\n{}\n"], ids=["page", "dump"])
def test_a_story_is_composed_and_without_invisible_characters(whole: str) -> None:
    torn = SENTENCE.replace("cầu mới", "c\u200bầu\u202e m\u00adới").replace("sông", "sô\x07ng")
    story = clean(unicodedata.normalize("NFD", whole.format(torn)).encode())
    assert story.text == SENTENCE


def test_emoji_families_keep_their_joiners() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert decode(f"gia đình {family}".encode()).text == f"gia đình {family}"


def read_as_western(data: bytes) -> str:
    """Return *data* as a browser reads it that takes it for windows-1252: the five free bytes are controls."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize("twice", [SENTENCE.encode().decode("latin-1"), read_as_western(SENTENCE.encode())])
def test_text_encoded_twice_is_mended_and_said(twice: str) -> None:
    decoded = decode(page("utf-8", twice).encode())
    assert SENTENCE in decoded.text
    assert decoded.notes == ("text that was encoded twice was decoded again",)


@pytest.mark.parametrize("squeezed", [False, True], ids=["spaces as they were", "white space squeezed"])
def test_an_a_that_lost_its_no_break_space_comes_back(squeezed: bool) -> None:
    text = "Bà cụ làm nghề chài lưới, nhà bà ở bên sông và chỉ có hai người."
    twice = read_as_western(text.encode()).replace("\u00a0", " ")
    decoded = decode((" ".join(twice.split()) if squeezed else twice).encode())
    assert decoded.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Ä‘ là cách trình duyệt cũ hiện chữ đ khi đọc sai bảng mã.",
        "L’été, à Noël, où l’on dîne: déjà vu, naïveté, cœur, garçon, aïeul.",
        "Straße, Größe, Übermut, süß, 20 °C, ½ Liter, ©2024, «Zitat»",
        "Ngày 5/5, giá ≈ 25.000 ₫ ± 2 %, nhiệt độ 35 °C, © Báo Thử",
        "Coöperatie, zoölogie, reünie, België, geïnd, poëzie, ruïne, coëfficiënt",
    ],
)
def test_honest_text_is_left_as_it_is(text: str) -> None:
    decoded = decode(page("utf-8", text).encode())
    assert text in decoded.text
    assert decoded.notes == ()


# Written as such text stands on old pages: the letters that the fonts drew as Vietnamese.
TCVN3 = "S¸ng nay, cÇu míi b¾c qua s«ng ®\u00adîc ®\u00ada vµo sö dông"
VNI = "Saùng nay, caàu môùi baéc qua soâng ñöôïc ñöa vaøo söû duïng"
OLD = "Sáng nay, cầu mới bắc qua sông được đưa vào sử dụng"


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_text_for_old_vietnamese_fonts_is_converted_and_said(text: str, name: str) -> None:
    decoded = decode(page("utf-8", text).encode())
    assert OLD in decoded.text
    assert name in decoded.notes[0]


def test_a_line_with_few_signs_of_an_old_font_is_enough() -> None:
    decoded = decode(page("utf-8", f"{SENTENCE}</p><p>Lµng x· ven ®ª bÞ h¹n l©u").encode())
    assert "Làng xã ven đê bị hạn lâu" in decoded.text


def test_only_the_pieces_in_an_old_encoding_are_converted() -> None:
    decoded = decode(page("utf-8", f"{SENTENCE}</p><p>{VNI}</p><p>{SENTENCE}").encode())
    assert decoded.text.count(SENTENCE) == 2
    assert OLD in decoded.text


@pytest.mark.parametrize(("text", "share"), [(SENTENCE, 1.0), ("L’été à Noël, où çà", 0.3), ("no marks at all", 0.0)])
def test_vietnamese_is_told_by_its_syllables(text: str, share: float) -> None:
    assert legacy.vietnamese_share(text) == pytest.approx(share, abs=0.35)
    assert (legacy.vietnamese_share(text) > legacy.CERTAIN) is (share == 1.0)


VIETNAMESE = st.lists(st.sampled_from(SENTENCE.replace(",", "").split()), min_size=12, max_size=40).map(" ".join)


@given(VIETNAMESE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"]))
def test_vietnamese_comes_back_from_every_encoding_it_was_written_in(text: str, codec: str) -> None:
    data = windows_1258(page(None, text)) if codec == "cp1258" else page(None, text).encode(codec)
    assert text in visible(decode(data).text)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    decode(data)
    try:
        text = clean(data).text
    except DiemtinError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\0" not in text


@given(st.text(max_size=200))
def test_what_is_valid_utf8_comes_back_but_for_what_no_reader_sees(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    decoded = decode(data)
    if decoded.encoding == "utf-8" and not decoded.notes:
        assert visible(decoded.text) == visible(data.decode().removeprefix("\ufeff"))
