"""Sections, tags and names in both languages: ``content/terms.csv``, one entry a row.

Columns: kind (section, tag or name), vi, en, slug_vi, slug_en, aliases (split at ``|``), state (machine or
reviewed), note. Slugs are pinned addresses; an empty one is made from the name.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, cast

from diemtin.findings import DiemtinError, Finding
from diemtin.slugs import slugify
from diemtin.text import squeeze

COLUMNS: Final = ("kind", "vi", "en", "slug_vi", "slug_en", "aliases", "state", "note")
Kind = Literal["section", "tag", "name"]
KINDS: Final = ("section", "tag", "name")
STATES: Final = ("machine", "reviewed")


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One section, tag or name: a name in each language that has one, and its pinned slugs."""

    kind: Kind
    names: Mapping[str, str]
    slugs: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    state: str = "reviewed"
    note: str = ""
    line: int = 0

    def name(self, lang: str) -> str:
        """Return the name in *lang*, or in the language that has one."""
        return self.names.get(lang) or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """All terms of a site, found by kind and by any of their names."""

    entries: tuple[Term, ...] = ()
    _by_name: dict[tuple[str, str], Term] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        # An exact name is stronger than another row's alias, and a name as written than one in another case.
        for spelled in (lambda text: text, str.casefold):
            for term in self.entries:
                for name in term.names.values():
                    self._by_name.setdefault((term.kind, spelled(name)), term)
            for term in self.entries:
                for name in term.aliases:
                    self._by_name.setdefault((term.kind, spelled(name)), term)

    def find(self, kind: Kind, name: str) -> Term | None:
        """Return the term of *kind* with this name or alias in any language, letter case aside where nothing is exact.

        Tones count: *bão*, *báo* and *bảo* are three terms.
        """
        name = squeeze(name)
        return self._by_name.get((kind, name)) or self._by_name.get((kind, name.casefold()))

    def of_kind(self, kind: Kind) -> tuple[Term, ...]:
        """Return the terms of *kind* in the order of the file."""
        return tuple(term for term in self.entries if term.kind == kind)


def read_terms(path: Path) -> Terms:
    """Read ``terms.csv``; a missing file holds no terms.

    Raises DiemtinError, naming file and line, for what is not UTF-8, a header without the columns, an unknown kind or
    state, a row without a name, a pinned slug that is no slug, and a name or slug that two rows of a kind share.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Terms()
    except UnicodeDecodeError as error:
        raise DiemtinError(Finding(path, f"byte {error.start} is not UTF-8", "save the file as UTF-8")) from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in COLUMNS[:3] if column not in (rows.fieldnames or ())]
    if missing:
        raise _wrong(path, 1, f"no column {', '.join(missing)}", f"begin the file with {','.join(COLUMNS)}")
    entries = tuple(
        _term(path, rows.line_num, {key: squeeze(value) for key, value in row.items() if isinstance(value, str)})
        for row in rows
        if any(row.values())
    )
    _refuse_doubles(path, entries)
    return Terms(entries)


def write_terms(terms: Iterable[Term]) -> bytes:
    """Return *terms* as the bytes of a ``terms.csv``, in the order given."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in terms:
        names = (term.names.get("vi", ""), term.names.get("en", ""))
        slugs = (term.slugs.get("vi", ""), term.slugs.get("en", ""))
        writer.writerow((term.kind, *names, *slugs, "|".join(term.aliases), term.state, term.note))
    return out.getvalue().encode("utf-8")


def _term(path: Path, line: int, row: Mapping[str, str]) -> Term:
    kind, state = row.get("kind", ""), row.get("state", "") or "reviewed"
    if kind not in KINDS:
        raise _wrong(path, line, f"kind {kind!r}", f"write one of {', '.join(KINDS)}")
    if state not in STATES:
        raise _wrong(path, line, f"state {state!r}", f"write one of {', '.join(STATES)}")
    names = {lang: row[lang] for lang in ("vi", "en") if row.get(lang)}
    if not names:
        raise _wrong(path, line, "a term without a name", "fill in the column vi or en, or remove the row")
    slugs = {lang: row[f"slug_{lang}"] for lang in ("vi", "en") if row.get(f"slug_{lang}")}
    for slug in slugs.values():
        if slug != slugify(slug):
            raise _wrong(path, line, f"slug {slug!r}", f"write it as {slugify(slug)!r}")
    aliases = tuple(alias for alias in map(squeeze, row.get("aliases", "").split("|")) if alias)
    return Term(cast(Kind, kind), names, slugs, aliases, state, row.get("note", ""), line)


def _refuse_doubles(path: Path, entries: Iterable[Term]) -> None:
    seen: dict[tuple[str, str, str, str], int] = {}
    for term in entries:
        named = [("name", lang, name) for lang, name in term.names.items()]
        pinned = [("slug", lang, slug.casefold()) for lang, slug in term.slugs.items()]
        for what, lang, value in named + pinned:
            first = seen.setdefault((term.kind, what, lang, value), term.line)
            if first != term.line:
                raise _wrong(
                    path, term.line, f"{what} {value!r} ({lang}) also stands in line {first}", "keep one of them"
                )


def _wrong(path: Path, line: int, found: str, remedy: str) -> DiemtinError:
    return DiemtinError(Finding(path, found, remedy, line))
