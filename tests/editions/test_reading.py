"""One story an address, none from the future."""

import pytest

from diemtin.editions.reading import address_key


@pytest.mark.parametrize(
    "same",
    [
        "http://bao.example/tin-1.html",
        "https://www.bao.example/tin-1.html",
        "https://BAO.example:443/tin-1.html#binh-luan",
        "https://bao.example/tin-1.html/",
    ],
)
def test_addresses_of_one_story_have_one_key(same: str) -> None:
    assert address_key(same) == address_key("https://bao.example/tin-1.html")


def test_a_query_names_another_story() -> None:
    assert address_key("https://bao.example/tin?id=1") != address_key("https://bao.example/tin?id=2")
