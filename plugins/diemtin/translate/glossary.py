"""The site's own words: names and terms of ``terms.csv``, as engines are given them and translations must have them."""

from diemtin.stories import LANGUAGES
from diemtin.terms import Terms
from diemtin.translate.run import Glossary


def glossary_of(terms: Terms) -> Glossary:
    """Return the reviewed names that both languages have, for every direction.

    Only rows of the kind "name": a tag or section is a heading (*Kinh tế*: "Economy"), and a sentence that holds the
    word may well say it otherwise.
    """
    pairs = [term.names for term in terms.of_kind("name") if term.state == "reviewed"]
    return {
        (source, target): {names[source]: names[target] for names in pairs if source in names and target in names}
        for source in LANGUAGES
        for target in LANGUAGES
        if source != target
    }
