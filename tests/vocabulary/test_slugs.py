"""Address parts are safe, stable and told apart."""

import re

from hypothesis import given
from hypothesis import strategies as st

from diemtin.slugs import MAX_LENGTH, slugify, unique_slugs
from diemtin.text import squeeze


def test_vietnamese_names_become_plain_ascii() -> None:
    assert slugify("Đường sắt tốc độ cao Bắc – Nam") == "duong-sat-toc-do-cao-bac-nam"


def test_three_tags_that_differ_by_tone_have_three_addresses() -> None:
    slugs = unique_slugs(["bão", "báo", "bảo"])
    assert len(set(slugs.values())) == 3


def test_symbols_tell_names_apart_and_the_order_does_not() -> None:
    names = ["C++", "C#", "24/7", "24 7"]
    assert unique_slugs(names) == unique_slugs(reversed(names))
    assert len(set(unique_slugs(names).values())) == 4


def test_a_slug_that_is_taken_is_left_to_its_owner() -> None:
    assert unique_slugs(["Bão"], taken=["bao"])["Bão"] != "bao"


def test_a_name_in_another_unicode_form_is_the_same_name() -> None:
    assert slugify("越南") == slugify("越南\u200b")
    assert slugify("tin tức") == slugify("tin tu\u031b\u0301c")


@given(st.text())
def test_a_slug_is_never_dangerous(name: str) -> None:
    slug = slugify(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= MAX_LENGTH + 9


@given(st.lists(st.text(), unique=True))
def test_unique_slugs_are_unique(names: list[str]) -> None:
    distinct = {squeeze(name) for name in names}
    assert len(set(unique_slugs(distinct).values())) == len(distinct)
