"""terms.csv: found by any name, refused by line."""

from pathlib import Path

import pytest

from diemtin.findings import DiemtinError
from diemtin.terms import Term, read_terms, write_terms

HEADER = "kind,vi,en,slug_vi,slug_en,aliases,state,note\n"


@pytest.fixture
def terms_file(tmp_path: Path) -> Path:
    return tmp_path / "terms.csv"


def test_a_term_is_found_by_name_alias_and_either_language(terms_file: Path) -> None:
    terms_file.write_text(HEADER + "tag,Trung Quốc,China,,,PRC|Trung Hoa,reviewed,\n", "utf-8")
    terms = read_terms(terms_file)
    found = {terms.find("tag", name) for name in ("Trung Quốc", "china", "PRC", "Trung  Hoa")}
    assert [term.name("en") for term in found if term] == ["China"]
    assert terms.find("section", "China") is None


def test_tones_tell_terms_apart(terms_file: Path) -> None:
    terms_file.write_text(HEADER + "tag,bão,storm,,,,,\ntag,báo,press,,,,,\n", "utf-8")
    terms = read_terms(terms_file)
    assert [terms.find("tag", name) and terms.find("tag", name).name("en") for name in ("bão", "báo", "bao")] == [
        "storm",
        "press",
        None,
    ]


@pytest.mark.parametrize(
    ("rows", "line", "found"),
    [
        ("topic,a,b,,,,,\n", 2, "kind 'topic'"),
        ("tag,a,b,,,,,\ntag,a,c,,,,,\n", 3, "name 'a'"),
        ("tag,,,,,,,\n", 2, "without a name"),
        ("tag,a,b,A b,,,,\n", 2, "slug 'A b'"),
        ("tag,a,b,,,,maybe,\n", 2, "state 'maybe'"),
        ("tag,a,b,x,,,,\ntag,c,d,x,,,,\n", 3, "slug 'x'"),
    ],
)
def test_a_wrong_row_is_refused_by_line(terms_file: Path, rows: str, line: int, found: str) -> None:
    terms_file.write_text(HEADER + rows, "utf-8")
    with pytest.raises(DiemtinError) as error:
        read_terms(terms_file)
    assert f"terms.csv:{line}:" in str(error.value)
    assert found in str(error.value)


def test_no_file_holds_no_terms(terms_file: Path) -> None:
    assert read_terms(terms_file).entries == ()


def test_what_is_written_is_read_back(terms_file: Path) -> None:
    term = Term("tag", {"vi": 'chữ "in", đậm', "en": "bold"}, {"vi": "chu-in"}, ("a", "b"), "machine", "ghi chú")
    terms_file.write_bytes(write_terms([term]))
    (read,) = read_terms(terms_file).entries
    assert (read.names, read.slugs, read.aliases, read.state, read.note) == (
        term.names,
        term.slugs,
        term.aliases,
        term.state,
        term.note,
    )
