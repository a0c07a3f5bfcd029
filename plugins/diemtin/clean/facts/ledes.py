"""The opening lines that sum a story up, as the page describes or shows them."""

from collections.abc import Sequence
from typing import Final

from diemtin.clean.facts import jsonld, metatags
from diemtin.clean.facts.model import Fact
from diemtin.clean.facts.page import Page
from diemtin.clean.facts.shown import View
from diemtin.clean.facts.visible import cut_off

_SHOWN: Final = 0.6
_NEAR: Final = 20  # lines below the headline in which the lede stands
_MIN_LENGTH: Final = 40
_MAX_LENGTH: Final = 1_200


def statements(page: Page, articles: Sequence[jsonld.Node], view: View) -> list[Fact]:
    """Return the candidates for the lede, the most believed first: descriptions, or else what is shown as one."""
    found = [
        *metatags.stated(page, "lede"),
        *((jsonld.text(node.get("description")), "JSON-LD description", 0.6) for node in articles),
        *((value, "microdata description", 0.5) for value in page.items.get("description", ())[:1]),
    ]
    if not any(len(text) >= _MIN_LENGTH for text, _, _ in found):
        lines = view.below[1:_NEAR]
        found += [(line.text, "lede line", _SHOWN) for line in lines if line.parts and line.parts[0].is_a("lede")]
    facts: dict[str, Fact] = {}
    for text, source, weight in found:
        if _MIN_LENGTH <= len(text) <= _MAX_LENGTH:
            facts.setdefault(text, Fact("lede", text, source, weight / 2 if cut_off(text) else weight))
    return sorted(facts.values(), key=lambda fact: -fact.confidence)
