"""A page's way as a whole: what it leaves behind for the program around it."""

import gc

import pytest

from diemtin.clean.pipeline import clean
from diemtin.findings import DiemtinError

PAGE = b"<html><body><h1>Ferry back</h1><p>The ferry crossed the bay again this morning.</p></body></html>"


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    was_enabled = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        clean(PAGE)
        assert gc.isenabled() is enabled
        with pytest.raises(DiemtinError):
            clean(b"<div>" * 3000)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_a_page_leaves_nothing_for_the_collector() -> None:
    clean(PAGE)
    gc.collect()
    clean(PAGE)
    assert gc.collect() == 0
