"""Addresses in a body: absolute, without tracking, none of the reader's own network."""

import pytest

from diemtin.clean.body.links import absolute, is_public

BASE = "https://bao.example/kinh-te/bai.html"


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("/y.html", "https://bao.example/y.html"),
        ("//khac.example/z", "https://khac.example/z"),
        ("x?id=3&utm_source=a&fbclid=b", "https://bao.example/kinh-te/x?id=3"),
        ("{filename}x.md", "https://bao.example/kinh-te/%7Bfilename%7Dx.md"),
        ("javascript:alert(1)", None),
        ("#top", None),
        ("http://[x", None),
    ],
)
def test_an_address_is_followed_from_its_page(address: str, followed: str | None) -> None:
    assert absolute(address, BASE) == followed


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x", "http://[::1]/a", "http://169.254.169.254/", "http://10.0.0.7/", "http://nas.local/"],
)
def test_a_machine_of_the_readers_own_network_is_asked_for_nothing(address: str) -> None:
    assert not is_public(address)


def test_the_public_web_is_asked() -> None:
    assert is_public("https://bao.example/x.png")
    assert is_public("http://93.184.216.34/x.png")
