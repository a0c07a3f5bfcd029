"""Recipes: what to take and what to do stands in a card, whose parts plug-ins and schema.org name alike."""

import re
from itertools import islice
from typing import Final

from diemtin.clean.body.blocks import Block

#: The parts of a card that tell the recipe; servings, minutes and calories are facts of it.
_PART: Final = re.compile(r"ingredient|instruction|direction|method|(?<![a-z])notes?(?![a-z])", re.IGNORECASE)
#: Elements around a line of a recipe up to the card.
_AROUND: Final = 6
#: The share of a line that may be linked: what to buy is named and linked.
_LINKED: Final = 0.9


def in_recipe(block: Block) -> bool:
    """Say whether *block* is a line of a recipe: what to take, what to do, a note to it."""
    names = [
        f"{frame.key[1]} {frame.element.get('itemprop') or ''}" for frame in islice(block.frame.ancestors(), _AROUND)
    ]
    return (
        any("ecipe" in name for name in names)
        and any(_PART.search(name) for name in names if "ecipe" in name or "ngredient" in name)
        and block.link_density < _LINKED
    )
