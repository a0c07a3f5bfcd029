"""The style sheets: all linked, nothing from elsewhere, colours that can be read in both schemes."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import ROOT

CSS = ROOT / "theme" / "static" / "css"
# feed.css is for feeds opened in a browser; pages do not link it.
SHEETS = sorted(CSS.glob("[0-9]*.css"))
TOKENS = (CSS / "00-tokens.css").read_text("utf-8")


def colours(scheme: str) -> dict[str, str]:
    """Return the colour tokens of the light or the dark scheme."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    return found if scheme == "light" else found | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("scheme", "ink", "ground"), [*product(("light", "dark"), ("ink", "ink-soft", "accent"), ("paper", "tint"))]
)
def test_text_stands_out_by_wcag_aa(scheme: str, ink: str, ground: str) -> None:
    tokens = colours(scheme)
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_ring_stands_out(scheme: str) -> None:
    tokens = colours(scheme)
    assert contrast(tokens["focus"], tokens["paper"]) >= 3


def test_the_browser_s_own_colour_is_the_paper_s() -> None:
    meta = (ROOT / "theme" / "templates" / "partials" / "meta.html").read_text("utf-8")
    assert re.findall(r'theme-color" content="(#\w+)"', meta) == [colours("light")["paper"], colours("dark")["paper"]]


def test_every_sheet_is_linked_in_the_order_of_its_name() -> None:
    partial = (ROOT / "theme" / "templates" / "partials" / "styles.html").read_text("utf-8")
    assert re.findall(r'"(\d\d-[a-z]+)"', partial) == [sheet.stem for sheet in SHEETS]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_asks_for_nothing_else_and_names_no_colour_of_its_own(sheet: Path) -> None:
    text = sheet.read_text("utf-8")
    assert "@import" not in text
    assert "url(" not in text
    if sheet.name not in {"00-tokens.css", "90-print.css"}:
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(", text)


def test_all_sheets_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in SHEETS) < 24_000
