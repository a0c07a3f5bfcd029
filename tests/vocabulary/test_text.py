"""Text is NFC, visible and comparable."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from diemtin.text import fold_tones, squeeze, visible


def test_invisible_characters_go_and_joined_emoji_stay() -> None:
    assert squeeze("Hà\u200b Nội\ufeff \u202enay\u202c") == "Hà Nội nay"
    family = "\U0001f468\u200d\U0001f469"
    assert visible(family) == family


def test_white_space_of_every_kind_becomes_one_space() -> None:
    assert squeeze("\tgiá\u00a0xăng\r\n  giảm ") == "giá xăng giảm"


def test_tones_fold_as_readers_type_without_them() -> None:
    assert fold_tones("Đắk Lắk, ƯỚC MƠ") == "dak lak, uoc mo"


@given(st.text())
def test_squeezing_is_stable_and_composed(text: str) -> None:
    once = squeeze(text)
    assert squeeze(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
