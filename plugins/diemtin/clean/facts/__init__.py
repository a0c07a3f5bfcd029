"""The facts of a story, read from every place on a page that states them."""

from diemtin.clean.facts.model import Fact, Facts
from diemtin.clean.facts.reading import read_facts

__all__ = ["Fact", "Facts", "read_facts"]
