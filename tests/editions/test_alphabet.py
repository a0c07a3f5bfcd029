"""An index is in the order of a Vietnamese dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from diemtin.editions.alphabet import alphabetical


def test_letters_come_before_tones_and_d_with_a_stroke_after_d() -> None:
    ordered = ["ba", "bà", "bả", "bã", "bá", "bạ", "bán dẫn", "băng", "bân", "bóng", "du lịch", "đa dạng", "Đà Nẵng"]
    assert sorted(set(ordered), key=alphabetical) == ordered


def test_capitals_and_decomposed_letters_make_no_difference() -> None:
    assert alphabetical("HA\N{COMBINING GRAVE ACCENT} NỘI")[:2] == alphabetical("hà nội")[:2]


def test_english_names_keep_their_order_and_other_scripts_come_last() -> None:
    ordered = ["5G", "AI", "climate change", "Hai Phong", "jazz", "東京"]
    assert sorted(set(ordered), key=alphabetical) == ordered


@given(st.text())
def test_any_name_has_a_place(name: str) -> None:
    assert alphabetical(name)[2] == name
