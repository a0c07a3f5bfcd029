"""What is translated of a story: its title, its lede, every run of its body, and its pictures' alternative texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from diemtin.text import squeeze
from diemtin.translate.markup import Body, Run, alternative_texts, is_prose, parse, runs
from diemtin.translate.placeholders import escape, key, plain

Place = Literal["title", "lede", "body", "alt"]
_LEDE: Final = ' class="lede"'


@dataclass(frozen=True, slots=True)
class Segment:
    """One translation unit: where it stands and its text, inline markup as placeholders."""

    place: Place
    msgid: str

    @property
    def key(self) -> str:
        """The segment's name in messages, in commands and in the page's provenance."""
        return key(self.msgid)


@dataclass(frozen=True, slots=True)
class Segmented:
    """A story taken apart: its segments in reading order (a text that stands twice is there twice), and its body."""

    title: Segment | None
    lede: Segment | None
    image_alt: Segment | None
    body: Body
    runs: tuple[Run, ...]
    alts: tuple[tuple[int, str], ...]

    def __iter__(self) -> Iterator[Segment]:
        if self.title:
            yield self.title
        if self.lede:
            yield self.lede
        pictures = list(self.alts)
        for run in self.runs:
            while pictures and pictures[0][0] < run.first:
                yield Segment("alt", escape(pictures.pop(0)[1]))
            yield Segment("body", run.msgid)
        for _, alt in pictures:
            yield Segment("alt", escape(alt))
        if self.image_alt:
            yield self.image_alt


def take_apart(title: str, lede: str, body_html: str, image_alt: str = "") -> Segmented:
    """Find the segments of a story. *title*, *lede* and *image_alt* are plain text.

    A lede that opens the body is one segment, the body's own (it may hold markup); see ``lede_run``.
    """
    body = parse(body_html)
    found = tuple(runs(body))
    in_body = lede_run(body, found, lede)
    return Segmented(
        title=_plain_segment("title", title),
        lede=_plain_segment("lede", lede) if in_body is None else None,
        image_alt=_plain_segment("alt", image_alt),
        body=body,
        runs=found,
        alts=tuple(alternative_texts(body)),
    )


def lede_run(body: Body, found: tuple[Run, ...], lede: str) -> Run | None:
    """Return the run of *body* that is the *lede* word for word, or None."""
    for run in found:
        if run.holder is not None and _LEDE in body.tokens[run.holder]:
            return run if plain(run.msgid) == plain(escape(lede)) else None
    return None


def _plain_segment(place: Place, text: str) -> Segment | None:
    return Segment(place, squeeze(escape(text))) if is_prose(squeeze(text)) else None
