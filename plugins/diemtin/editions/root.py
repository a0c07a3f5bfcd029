"""The pages that belong to no edition: the chooser at ``/`` and the page for what is not found."""

from pathlib import Path
from typing import Any, ClassVar

from pelican.generators import Generator

from diemtin.editions.edition import Edition
from diemtin.editions.interface import furnish, load_words
from diemtin.findings import Finding, advise


class RootPages(Generator):  # type: ignore[misc]
    """Writes ``index.html`` and ``404.html``, each in all languages at once."""

    editions: ClassVar[tuple[Edition, ...]]

    def generate_output(self, writer: Any) -> None:
        """Write both; the chooser offers the editions that have a story. A site without any has neither."""
        contexts = self.context["edition_contexts"]
        live = tuple(edition for edition in self.editions if contexts[edition.lang]["articles"])
        if not live:
            advise(Finding(Path(self.path) / "stories", "no story to publish", "store one with diemtin add"))
            return
        words = {edition.lang: load_words(Path(self.theme), edition.lang) for edition in self.editions}
        first = self.editions[0].lang
        furnish(self.env, first, words[first], self.settings["SITEURL"])
        common = {"editions": live, "edition": None, "counterpart": None, "words": words}
        front_pages = tuple((edition.lang, edition.path) for edition in live)
        writer.write_file(
            "index.html",
            self.get_template("chooser"),
            self.context,
            url="",
            alternates=front_pages,
            updated=None,
            **common,
        )
        writer.write_file("404.html", self.get_template("404"), self.context, url="404.html", alternates=(), **common)
