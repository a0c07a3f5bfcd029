"""Tags for a story whose source names none: the site's own terms that its text really speaks of.

The rules, in order. A publisher overrules them with ``tags`` in the sidecar, or in ``terms.csv``:

1. Looked for are the tags' names in both languages and their aliases, as whole words, tones included.
2. Of names that overlap the longest counts: "trí tuệ nhân tạo" is not "trí tuệ". Names of the kinds ``name`` and
   ``section``, words of compounds.txt (*cảnh báo* holds no *báo*), and an alias that begins with ``-`` take their
   words away and count for nothing: the alias ``-báo cáo`` says what a term does not mean.
3. A name with a capital after its first letter or with a digit is looked for exactly as written (*AI* is not *ai*,
   *who*), and not in lines of capitals alone; so is any name whose ``note`` holds the word ``exact``. A name of several
   words that are all capitalised (*Trung Quốc*) must begin with a capital. Other names are found in any case.
4. The name in the other language counts only if it cannot be mistaken for a word of the text's own: if it is looked
   for exactly, or has several words.
5. A mention weighs 1, in the lede 2, and the headline's 4. A term is spoken of with a weight of 3, and one more for
   every 400 words beyond the first 800. A Vietnamese word of one plain syllable (*vàng*, *báo*) has many meanings: it
   needs the headline, or a weight of 5.
6. The eight heaviest are the story's tags, equal ones by name. ``note`` with the word ``manual`` keeps a term out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from diemtin.clean.cleaned import Cleaned
from diemtin.terms import Term, Terms

MOST: Final = 8
_HEADLINE: Final = 4
_LEDE: Final = 2
_ENOUGH: Final = 3
_ENOUGH_FOR_A_SYLLABLE: Final = 5
_SHORT_TEXT: Final = 800  # words
_STEP: Final = 400  # words

# A word may hold "+", "#", "&", "." and "-" inside: C++, C#, R&D, 01.ai, COVID-19.
_WORD: Final = re.compile(r"[^\W_]+(?:[.&'’+/-][^\W_]+)*[+#]*")
_COMPOUNDS: Final = tuple(
    line
    for line in Path(__file__).with_name("compounds.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A term that a text speaks of: its name in the text's language, its weight and where it was mentioned."""

    name: str
    weight: int
    needed: int
    headline: int
    lede: int
    body: int

    @property
    def taken(self) -> bool:
        """Whether that is enough."""
        return self.weight >= self.needed


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling that is looked for; ``term`` is None for a spelling that only takes its words away."""

    spelling: str
    term: Term | None
    exact: bool
    capital: bool


class Topics:
    """The terms of a site, ready to be looked for in many texts."""

    def __init__(self, terms: Terms = Terms()) -> None:  # noqa: B008 - frozen
        self._terms = terms
        self._forms: dict[str, dict[tuple[str, ...], list[_Form]]] = {}

    def of(self, story: Cleaned) -> tuple[str, ...]:
        """Return the names of the tags for *story*, the heaviest first."""
        taken = [topic.name for topic in self.explain(story) if topic.taken]
        return tuple(taken[:MOST])

    def explain(self, story: Cleaned) -> list[Topic]:
        """Return every tag that *story* mentions, with its weight and what it would need, the heaviest first."""
        lang = "en" if story.lang == "en" else "vi"
        if not self._terms.entries:
            return []
        lede = story.lede
        body = story.text.removeprefix(lede) if story.lede_in_body else story.text
        counts: dict[int, tuple[Term, list[int]]] = {}
        for part, text in enumerate((story.title, lede, body)):
            for term in self._mentions(text, lang):
                counts.setdefault(id(term), (term, [0, 0, 0]))[1][part] += 1
        enough = _ENOUGH + max(0, len(story.text.split()) - _SHORT_TEXT) // _STEP
        topics = [_weighed(term, lang, places, enough) for term, places in counts.values()]
        return sorted(topics, key=lambda topic: (-topic.weight, topic.name))

    def _mentions(self, text: str, lang: str) -> Iterator[Term]:
        forms = self._of_language(lang)
        for line in text.splitlines():
            shouted = line.isupper()
            words = _WORD.findall(line)
            keys = [word.casefold() for word in words]
            place = 0
            while place < len(words):
                term, length = _longest(forms, words, keys, place, shouted)
                if term is not None:
                    yield term
                place += length

    def _of_language(self, lang: str) -> dict[tuple[str, ...], list[_Form]]:
        """Return the spellings by their words; each beginning of one is a key too, so that a search ends early."""
        if lang not in self._forms:
            table: dict[tuple[str, ...], list[_Form]] = {}
            compounds = (_Form(compound, None, False, False) for compound in _COMPOUNDS) if lang == "vi" else ()
            for form in (*(form for term in self._terms.entries for form in _spellings(term, lang)), *compounds):
                words = tuple(word.casefold() for word in _WORD.findall(form.spelling))
                if words:
                    table.setdefault(words, []).append(form)
                    for length in range(1, len(words)):
                        table.setdefault(words[:length], [])
            self._forms[lang] = table
        return self._forms[lang]


def _longest(
    forms: dict[tuple[str, ...], list[_Form]], words: list[str], keys: list[str], place: int, shouted: bool
) -> tuple[Term | None, int]:
    """Return the term of the longest spelling that begins at *place*, and how many words it takes (1 if none does)."""
    found: tuple[Term | None, int] = (None, 1)
    for end in range(place + 1, len(words) + 1):
        candidates = forms.get(tuple(keys[place:end]))
        if candidates is None:
            break
        for form in candidates:
            if _fits(form, words[place:end], shouted):
                found = (form.term, end - place)
                break
    return found


def _fits(form: _Form, words: list[str], shouted: bool) -> bool:
    if form.exact:
        if shouted:
            return len(form.spelling) > 3 and not form.spelling.islower()
        return words == _WORD.findall(form.spelling)
    return not form.capital or words[0][0].isupper()


def _spellings(term: Term, lang: str) -> Iterator[_Form]:
    notes = set(re.findall(r"\w+", term.note.casefold()))
    counted = term if term.kind == "tag" and "manual" not in notes else None
    for language, name in term.names.items():
        form = _form(name, counted, "exact" in notes)
        if language == lang or form.exact or " " in name:
            yield form
    for alias in term.aliases:
        yield _form(alias.lstrip("-"), None if alias.startswith("-") else counted, "exact" in notes)


def _form(name: str, term: Term | None, exact: bool) -> _Form:
    words = _WORD.findall(name)
    inner = any(char.isupper() for word in words for char in word[1:]) or any(char.isdigit() for char in name)
    capital = len(words) > 1 and all(word[0].isupper() for word in words)
    return _Form(name, term, exact or inner, capital)


def _weighed(term: Term, lang: str, places: list[int], enough: int) -> Topic:
    headline, lede, body = places
    name = term.name(lang)
    weight = _HEADLINE * bool(headline) + _LEDE * lede + body
    syllable = lang == "vi" and " " not in name and name.isalpha() and name[1:].islower() and not headline
    return Topic(name, weight, max(enough, _ENOUGH_FOR_A_SYLLABLE) if syllable else enough, headline, lede, body)
