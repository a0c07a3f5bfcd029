"""Currencies and units of measure that stand beside figures."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from diemtin.translate.checks.language import told
from diemtin.translate.checks.pair import Pair
from diemtin.translate.checks.tables import table

_SCALE: Final = r"(?:[ -]?(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục|thousand|million|billion|trillion|mln|bn|tn|m|k|b)\b)*"
_FIGURE: Final = re.compile(r"\d")
_BARE: Final = re.compile(r"[\d\s.,–-]+")


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    places: dict[str, list[str]] = {"before": [], "after": []}
    for name, written in table("units").items():
        for place, forms in places.items():
            for form in written.get(place, ()):
                forms.append(form)
                names[form.lower()] = name
    before, after = (
        "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) for forms in places.values()
    )
    pattern = rf"(?<!\w)({before}) ?\d|\d{_SCALE}(?: rưỡi)?[ -]?({after})(?!\w)"
    return re.compile(pattern, re.IGNORECASE), names


def check_units(pair: Pair) -> Iterator[str]:
    """Yield the currencies and units that became others (*85 mph* → *85 km/h*), or are gone from a lone figure.

    In a sentence some may be added or left out.
    """
    if _BARE.fullmatch(pair.target.text) and any(not word.capital for word in pair.source.words):
        yield f"{pair.source.text[:40]} → {pair.target.text[:20]}"
    if not _FIGURE.search(pair.target.text) or not told(pair.target):
        return
    source, target = _units(pair.source.text), _units(pair.target.text)
    lost, new = source.keys() - target.keys(), target.keys() - source.keys()
    if lost and new:
        yield f"{_listed(source, lost)} → {_listed(target, new)}"


def _units(text: str) -> dict[str, str]:
    pattern, names = _spellings()
    found = {}
    for match in pattern.finditer(text):
        form = match.group(1) or match.group(2)
        found[names[form.lower()]] = form
    return found


def _listed(units: dict[str, str], names: set[str]) -> str:
    return ", ".join(units[name] for name in sorted(names))
