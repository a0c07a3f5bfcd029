"""What counts as a well-formed catalog, and where it is said not to be."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from diemtin.findings import DiemtinError
from diemtin.translate.lexer import Entry, decode, entries

PATH = Path("gia-xang.en.po")
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60)


def read(data: bytes) -> list[Entry]:
    return entries(decode(data, PATH), PATH)


def text_entries(data: str) -> list[tuple[str, str, bool, bool]]:
    return [(entry.msgid, entry.msgstr, entry.fuzzy, entry.obsolete) for entry in read(data.encode())]


WELL_FORMED = {
    "nothing": ("", []),
    "no header": ('msgid "gạo"\nmsgstr "rice"\n', [("gạo", "rice", False, False)]),
    "no line end at the end": ('msgid "gạo"\nmsgstr "rice"', [("gạo", "rice", False, False)]),
    "wrapped": ('msgid ""\n"gạo "\n"nếp"\nmsgstr ""\n"sticky "\n"rice"\n', [("gạo nếp", "sticky rice", False, False)]),
    "two entries on one line": (
        'msgid "a" msgstr "b" msgid "c" "d" msgstr "e"\n',
        [("a", "b", False, False), ("cd", "e", False, False)],
    ),
    "no blank line between": (
        'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
        [("a", "b", False, False), ("c", "d", False, False)],
    ),
    "CRLF": ('#, fuzzy\r\nmsgid "a"\r\nmsgstr "b"\r\n', [("a", "b", True, False)]),
    "fuzzy among flags": ('#, no-wrap, fuzzy\nmsgid "a"\nmsgstr "b"\n', [("a", "b", True, False)]),
    "escapes": (r'msgid "a\"b\\c\n\t"' + '\nmsgstr "\\x41\\101"\n', [('a"b\\c\n\t', "AA", False, False)]),
    "obsolete": ('#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n', [("a", "b", False, True)]),
    "obsolete with its previous text": (
        'msgid "x"\nmsgstr "y"\n\n#~| msgid "old"\n#~ msgid "a"\n#~ msgstr "b"\n',
        [("x", "y", False, False), ("a", "b", False, True)],
    ),
    "a per cent sign is no format": (
        'msgid "40% dân"\nmsgstr "40% of people"\n',
        [("40% dân", "40% of people", False, False)],
    ),
    "a comment at the end": ('msgid "a"\nmsgstr "b"\n\n# that was all\n', [("a", "b", False, False)]),
    "an obsolete twin of a live entry": (
        'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n',
        [("a", "b", False, False), ("a", "c", False, True)],
    ),
}


@pytest.mark.parametrize("name", WELL_FORMED)
def test_what_gettext_tools_write_is_read(name: str) -> None:
    data, wanted = WELL_FORMED[name]
    assert text_entries(data) == wanted


def test_contexts_and_plural_forms_are_kept_apart_from_translations() -> None:
    context, plural = read(
        b'msgctxt "menu"\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )
    assert (context.context, context.msgstr) == ("menu", "b")
    assert (plural.plural, plural.msgstrs, plural.msgstr) == ("as", ["x", "y"], "")


GOOD = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "b"\n\n'
REFUSED = {
    "an open quote": (GOOD + b'msgid "c\nmsgstr "d"\n', 7),
    "a doubled quote": (GOOD + b'msgid "c""\nmsgstr "d"\n', 7),
    "a text without quotes": (GOOD + b"msgid c\n", 7),
    "a bad escape": (GOOD + b'msgid "c\\d"\nmsgstr ""\n', 7),
    "an escape that is no ASCII": (GOOD + b'msgid "\\xe1"\nmsgstr ""\n', 7),
    "NUL": (GOOD + b'msgid "c\x00"\nmsgstr ""\n', 7),
    "no msgstr": (GOOD + b'msgid "c"\n\nmsgid "d"\nmsgstr ""\n', 7),
    "no msgstr at the end": (GOOD + b'msgid "c"\n', 7),
    "a msgstr without a msgid": (GOOD + b'msgstr "c"\n', 7),
    "two msgstrs": (GOOD + b'msgid "c"\nmsgstr "d"\nmsgstr "e"\n', 9),
    "a msgid again": (GOOD + b'msgid "a"\nmsgstr "d"\n', 7),
    "a conflict": (GOOD + b'<<<<<<< HEAD\nmsgid "c"\nmsgstr "d"\n=======\n>>>>>>> other\n', 7),
    "half obsolete": (GOOD + b'#~ msgid "c"\nmsgstr "d"\n', 8),
    "CR alone": (b'msgid "a"\rmsgstr "b"\r', 1),
    "Latin-1": (GOOD + 'msgid "é"\nmsgstr ""\n'.encode("latin-1"), 7),
    "another charset": (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=TCVN-5712\\n"\n', 1),
    "plural forms without the first": (GOOD + b'msgid "c"\nmsgid_plural "d"\nmsgstr[1] "e"\n', 9),
    "a plural form without plural": (GOOD + b'msgid "c"\nmsgstr[0] "e"\n', 8),
    "a shell's words": (GOOD + b"$ git merge\n", 7),
    "an unknown keyword": (GOOD + b'msgid_previous "c"\nmsgstr ""\n', 7),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_well_formed_is_refused_by_file_and_line(name: str) -> None:
    data, line = REFUSED[name]
    with pytest.raises(DiemtinError) as refusal:
        read(data)
    assert str(refusal.value).startswith(f"gia-xang.en.po:{line}: ")


@given(st.binary(max_size=200) | st.text('msgidtrcx_plu[]01 \n\t"\\#~|,.:aăx\r', max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_line(data: bytes) -> None:
    line: int | None = 1
    try:
        read(data)
    except DiemtinError as error:
        line = error.finding.line
    assert line


@given(st.dictionaries(TEXT.filter(bool), st.tuples(TEXT, st.booleans()), max_size=8), st.sampled_from([0, 20, 76]))
def test_what_babel_writes_is_read_as_it_was_meant(texts: dict[str, tuple[str, bool]], width: int) -> None:
    catalog = BabelCatalog(locale="en")
    for msgid, (msgstr, fuzzy) in texts.items():
        catalog.add(msgid, msgstr, flags={"fuzzy"} if fuzzy else set(), auto_comments=["mt engine=x"])
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=width)
    found = {entry.msgid: (entry.msgstr, entry.fuzzy) for entry in read(buffer.getvalue()) if entry.msgid}
    assert found == texts


def test_reading_takes_time_in_proportion_to_the_file() -> None:
    """20,000 lines that no entry can be made of, and one string of a million quotes, end at once."""
    with pytest.raises(DiemtinError):
        read(b"#~ " * 20_000 + b"x")
    assert read(b'msgid "' + b'\\"' * 500_000 + b'"\nmsgstr ""\n')[0].msgid == '"' * 500_000
