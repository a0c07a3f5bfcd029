"""Names of sections and tags in the other language: what stories bring is added to ``terms.csv``, addresses pinned."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from diemtin.files import write_atomically
from diemtin.slugs import slugify, unique_slugs
from diemtin.stories import LANGUAGES
from diemtin.terms import COLUMNS, Kind, Term, Terms, read_terms
from diemtin.text import squeeze
from diemtin.translate.acceptance import accepted
from diemtin.translate.markup import is_prose
from diemtin.translate.memo import Row
from diemtin.translate.placeholders import escape, plain
from diemtin.translate.run import Rejection, Request

#: Checks that need more than a name's two or three words, and those that a name in both languages alike would fail.
_FOR_SENTENCES: Final = frozenset(
    {"length", "truncated", "language", "untranslated", "names", "capitals", "accents", "echo", "glossary"}
)
_LONGEST: Final = 80
#: Begins the note of a row that no engine could complete, so that it is not asked for again; a person may clear it.
_REFUSED: Final = "no translation: "


@dataclass(frozen=True, slots=True)
class Topic:
    """A section's or tag's name in one language that has none in *target*; ``line`` is its row's in terms.csv, or 0."""

    kind: Kind
    name: str
    source: str
    target: str
    line: int = 0


def unnamed(rows: Iterable[Row], terms: Terms, languages: Sequence[str]) -> list[Topic]:
    """Return the topics of stories, and of *terms*, that one of two *languages* has no name for, each once."""
    found: dict[tuple[Kind, str], Topic] = {}
    for term in terms.entries:
        for source, target in _directions(languages):
            half = term.kind != "name" and source in term.names and target not in term.names
            if half and not term.note.startswith(_REFUSED):
                topic = Topic(term.kind, term.names[source], source, target, term.line)
                found.setdefault((topic.kind, topic.name.casefold()), topic)
    named: dict[tuple[Kind, str, str], None] = {}  # in order, each once: thousands of stories have the same topics
    for row in rows:
        named.update(dict.fromkeys(("tag", name, row.lang) for name in row.topics))
        named[("section", row.section, row.lang)] = None
    for kind, name, lang in named:
        if len(name) <= _LONGEST and is_prose(name) and terms.find(kind, name) is None:
            for source, target in _directions(languages):
                if source == lang:
                    found.setdefault((kind, name.casefold()), Topic(kind, squeeze(name), source, target))
    return list(found.values())


def requests_for(topics: Sequence[Topic]) -> list[Request]:
    """Return a request for every topic; its key is the topic's place."""
    return [Request(str(place), escape(topic.name), topic.source, topic.target) for place, topic in enumerate(topics)]


def accept_name(request: Request, answer: str) -> str | Rejection:
    """Judge an answer to a name (see ``run.Accept``): a name too, and not the same word where that is no name.

    *OpenAI*, *ASEAN* and *Tô Lâm* are so called everywhere; *Kinh tế* and *Đồng bằng sông Cửu Long* are not English.
    """
    verdict = accepted(request.text, answer, request.source, request.target, {}, _FOR_SENTENCES)
    if isinstance(verdict, Rejection):
        return verdict
    name, source = plain(verdict).rstrip(".").strip(), plain(request.text)
    if not is_prose(name) or len(name) > min(_LONGEST, 2 * len(source) + 20):
        return Rejection("no name")
    if _is_one_word_twice(name) and not _is_one_word_twice(source):
        return Rejection("loop")
    if name == source and not _is_own_name(source):
        return Rejection("echo")
    return name[0].upper() + name[1:] if source[0].isupper() else name


def _is_one_word_twice(name: str) -> bool:
    """Say what the check of loops lets pass in a sentence: doubled syllables are Vietnamese."""
    words = name.casefold().split()
    return len(words) == 2 and words[0] == words[1]


def _is_own_name(name: str) -> bool:
    """Say whether *name* may be the same in both languages: capitals or digits inside, no word in small letters."""
    inside = any(char.isupper() or char.isdigit() for char in name[1:])
    return inside and not any(word.isalpha() and word.islower() for word in name.split())


def add_names(path: Path, topics: Sequence[Topic], names: Mapping[Topic, str], refused: Mapping[Topic, str]) -> bool:
    """Write *names* (by topic), and why others have none, into ``terms.csv``; other rows keep their bytes.

    A new row's addresses are pinned in both languages, unique among those of its kind. A name that another row has
    already is not given twice. Return whether anything was written. Raises DiemtinError for a file that cannot be
    read, and OSError where the disk takes nothing.
    """
    terms = read_terms(path)
    taken = {(term.kind, lang, name.casefold()) for term in terms.entries for lang, name in term.names.items()}
    changed: dict[int, Term] = {}
    added: list[Term] = []
    for topic in topics:
        name, why = names.get(topic, ""), refused.get(topic, "")
        if topic.line == 0 and terms.find(topic.kind, topic.name) is not None:
            continue
        if (topic.kind, topic.source, topic.name.casefold()) in taken and topic.line == 0:
            continue
        if name and (topic.kind, topic.target, name.casefold()) in taken:
            name, why = "", f"{name} is another row's name"
        if not name and not why:
            continue
        taken |= {(topic.kind, topic.source, topic.name.casefold()), (topic.kind, topic.target, name.casefold())}
        term = _term(topic, name, why, terms)
        if topic.line:
            changed[topic.line] = term
        else:
            added.append(term)
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    return write_atomically(path, _edited(text, changed, _pinned(added, terms)).encode("utf-8"))


def _term(topic: Topic, name: str, why: str, terms: Terms) -> Term:
    names = {topic.source: topic.name, **({topic.target: name} if name else {})}
    note = f"{_REFUSED}{why}" if why else ""
    old = next((term for term in terms.entries if topic.line and term.line == topic.line), None)
    if old is None:
        return Term(topic.kind, names, state="machine", note=note)
    slugs = dict(old.slugs)
    if name and topic.target not in slugs:
        others = {term.slugs.get(topic.target, "") for term in terms.of_kind(topic.kind)}
        slugs[topic.target] = unique_slugs([name], others)[name]
    state = "machine" if name else old.state
    return Term(topic.kind, {**old.names, **names}, slugs, old.aliases, state, note or old.note)


def _pinned(added: Sequence[Term], terms: Terms) -> list[Term]:
    """Give new terms their addresses; those that would share one are told apart by a hash, in any order."""
    slugs: dict[tuple[Kind, str], dict[str, str]] = {}
    for kind in {term.kind for term in added}:
        for lang in LANGUAGES:
            names = [term.names[lang] for term in added if term.kind == kind and lang in term.names]
            others = [term.slugs.get(lang) or slugify(term.name(lang)) for term in terms.of_kind(kind)]
            slugs[kind, lang] = unique_slugs(names, others)
    return [
        Term(
            term.kind,
            term.names,
            {lang: slugs[term.kind, lang][name] for lang, name in term.names.items()},
            state=term.state,
            note=term.note,
        )
        for term in added
    ]


def _edited(text: str, changed: Mapping[int, Term], added: Sequence[Term]) -> str:
    """Return the text of a ``terms.csv`` with rows replaced (by their last line's number) and added at the end."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines)
    header = next(reader, None)
    columns = [column.removeprefix("\ufeff") for column in header] if header else list(COLUMNS)
    out = lines[: reader.line_num] if header else [_line(COLUMNS, newline)]
    start = reader.line_num
    for row in reader:
        term = changed.get(reader.line_num)
        own = dict(zip(columns, row, strict=False))
        out += [_row(term, columns, newline, own)] if term else lines[start : reader.line_num]
        start = reader.line_num
    if added and out and not out[-1].endswith("\n"):
        out.append(newline)
    out += [_row(term, columns, newline, {}) for term in added]
    return "".join(out)


def _row(term: Term, columns: Sequence[str], newline: str, own: Mapping[str, str]) -> str:
    """Return *term* as a line of the file; *own* is what stood there, with columns that are none of ours."""
    fields = {
        **own,
        "kind": term.kind,
        **term.names,
        **{f"slug_{lang}": slug for lang, slug in term.slugs.items()},
        "aliases": "|".join(term.aliases),
        "state": term.state,
        "note": term.note,
    }
    return _line([fields.get(column, "") for column in columns], newline)


def _line(values: Sequence[str], newline: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=newline).writerow(values)
    return out.getvalue()


def _directions(languages: Sequence[str]) -> list[tuple[str, str]]:
    return [(source, target) for source in languages for target in languages if source != target]
