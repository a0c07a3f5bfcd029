"""Catalogs change where something new is said, and nowhere else."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diemtin.translate.catalog import Catalog, read_catalog
from diemtin.translate.memory import bring_up, near_match
from diemtin.translate.placeholders import canonical
from diemtin.translate.provenance import Refusal, Stamp, fingerprint, refusal_of, stamp_of, state_of
from diemtin.translate.segments import Segment
from diemtin.translate.writing import Revision

DAY = dt.date(2024, 6, 28)
POEDIT = """\
# Bản dịch của toà soạn.
msgid ""
msgstr ""
"Project-Id-Version: \\n"
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Poedit 3.5\\n"

#. title
#: gia-xang.html:12
msgid "Giá xăng giảm"
msgstr "Petrol price falls"

# Hỏi lại phóng viên.
#, fuzzy, no-wrap
#| msgid "Xăng giảm 900 đồng từ hôm nay."
msgid ""
"Xăng giảm <g1>1.000</g1> đồng "
"từ chiều nay."
msgstr ""
"Petrol is <g1>1,000</g1> dong cheaper "
"from this afternoon."


#~ msgid "Dầu giữ giá."
#~ msgstr "Diesel holds."
"""
PETROL = "Xăng giảm <g1>1.000</g1> đồng từ chiều nay."


def stored(folder: Path, text: str) -> Path:
    path = folder / "gia-xang.en.po"
    path.write_bytes(text.encode())
    return path


def revision(path: Path) -> Revision:
    return Revision(read_catalog(path), path, "vi", "en")


def body(*msgids: str) -> list[Segment]:
    return [Segment("body", msgid) for msgid in msgids]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_loading_and_saving_changes_no_byte(tmp_path: Path, newline: str, bom: str) -> None:
    path = stored(tmp_path, bom + POEDIT.replace("\n", newline))
    before = path.read_bytes()
    assert not revision(path).save()
    assert path.read_bytes() == before


def test_a_new_segment_is_added_after_the_one_before_it_and_the_rest_keeps_its_bytes(tmp_path: Path) -> None:
    path = stored(tmp_path, POEDIT)
    changes = revision(path)
    bring_up(changes, body("Giá xăng giảm", "Mức giảm lớn nhất năm.", PETROL))
    changes.save()
    head, tail = POEDIT.split("# Hỏi lại")
    assert path.read_text() == f'{head}msgid "Mức giảm lớn nhất năm."\nmsgstr ""\n\n# Hỏi lại{tail}'


def test_a_bom_and_crlf_are_written_back_as_they_were_found(tmp_path: Path) -> None:
    path = stored(tmp_path, "\ufeff" + POEDIT.replace("\n", "\r\n"))
    changes = revision(path)
    entry = changes.add("Thêm")
    changes.translate(entry, "More", fuzzy=True, stamp=Stamp("google", DAY, fingerprint("More")))
    changes.save()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_paragraph_that_goes_and_returns_has_its_translation_as_it_was(tmp_path: Path) -> None:
    path = stored(tmp_path, POEDIT)
    gone = revision(path)
    assert bring_up(gone, body("Giá xăng giảm")).retired == 1
    gone.save()
    assert [entry.msgid for entry in read_catalog(path).live()] == ["Giá xăng giảm"]  # type: ignore[union-attr]
    back = revision(path)
    assert bring_up(back, body("Giá xăng giảm", PETROL)).revived == 1
    back.save()
    assert path.read_text() == POEDIT


def test_an_edited_paragraph_is_one_new_segment_with_the_old_text_for_comparison(tmp_path: Path) -> None:
    path = stored(tmp_path, POEDIT)
    changes = revision(path)
    brought = bring_up(changes, body("Giá xăng giảm", "Xăng giảm <g1>1.100</g1> đồng từ chiều nay."))
    changes.save()
    assert (brought.added, brought.retired, brought.revived) == (1, 1, 0)
    new = brought.entries["Xăng giảm <g1>1.100</g1> đồng từ chiều nay."]
    assert new.msgstr == ""
    assert "#. near: Petrol is 1,000 dong cheaper from this afternoon." in new.comments


def test_a_different_sentence_is_no_near_match() -> None:
    entry = Revision(None, Path("x.po"), "vi", "en").add("Bão số 3 vào vịnh Bắc Bộ")
    assert near_match("Đội tuyển nữ thắng trận mở màn", [entry]) is None


def test_an_untranslated_segment_that_is_gone_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "x.en.po"
    first = revision(path)
    bring_up(first, body("Một", "Hai"))
    first.save()
    second = revision(path)
    bring_up(second, body("Một"))
    second.save()
    assert "Hai" not in path.read_text()


def test_states_follow_flag_stamp_and_text(tmp_path: Path) -> None:
    path = tmp_path / "x.en.po"
    changes = revision(path)
    entry = changes.add("Một")
    assert state_of(entry) == "untranslated"
    changes.note(entry, str(Refusal("google", DAY, "numbers: 3,2 % → 3.2 million")))
    assert refusal_of(entry.comments) == Refusal("google", DAY, "numbers: 3,2 % → 3.2 million")
    stamp = Stamp("chat/tiny model=1", DAY, fingerprint("One"), ("names",))
    changes.translate(entry, "One", fuzzy=True, stamp=stamp)
    assert (state_of(entry), stamp_of(entry.comments), refusal_of(entry.comments)) == ("machine", stamp, None)
    changes.translate(entry, "One!", fuzzy=True, stamp=None)
    assert state_of(entry) == "draft"
    changes.flag(entry, fuzzy=False)
    assert state_of(entry) == "reviewed"


def test_wrapping_a_machine_text_does_not_make_it_a_draft(tmp_path: Path) -> None:
    text = "One two three"
    stamp = Stamp("google", DAY, fingerprint(text))
    path = stored(tmp_path, f'{stamp}\n#, fuzzy\nmsgid "Một hai ba"\nmsgstr ""\n"One two "\n"three"\n')
    assert [state_of(entry) for entry in read_catalog(path).live()] == ["machine"]  # type: ignore[union-attr]


def test_accepting_takes_the_flag_and_leaves_other_flags_and_remarks(tmp_path: Path) -> None:
    path = stored(tmp_path, POEDIT)
    changes = revision(path)
    (entry,) = [entry for entry in changes.catalog.entries if entry.fuzzy]
    changes.flag(entry, fuzzy=False)
    changes.save()
    wanted = POEDIT.replace("#, fuzzy, no-wrap\n", "#, no-wrap\n")
    assert path.read_text() == wanted.replace('#| msgid "Xăng giảm 900 đồng từ hôm nay."\n', "")


def test_entries_on_one_line_are_set_apart_only_where_one_changes(tmp_path: Path) -> None:
    path = stored(tmp_path, 'msgid "a" msgstr "" msgid "b" msgstr "B"\n')
    changes = revision(path)
    changes.translate(changes.catalog.entries[0], "A", fuzzy=False, stamp=None)
    changes.save()
    assert path.read_text() == 'msgid "a" msgstr "A"\nmsgid "b" msgstr "B"\n'


MSGID = st.text('abcd <>&"\\%đấ.', min_size=1, max_size=12).map(str.strip).filter(bool)


@st.composite
def human_catalogs(draw: st.DrawFn) -> str:
    """A catalog as polib writes it, reviewed and fuzzy and obsolete entries mixed, wrapped at some width."""
    file = polib.POFile(wrapwidth=draw(st.sampled_from([0, 20, 78])))
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for msgid in draw(st.lists(MSGID, unique=True, max_size=8)):
        file.append(
            polib.POEntry(
                msgid=msgid,
                msgstr=draw(st.sampled_from(["", "text", "a longer text of several words"])),
                flags=draw(st.sampled_from([[], ["fuzzy"], ["no-wrap"]])),
                obsolete=draw(st.booleans()),
                tcomment=draw(st.sampled_from(["", "ask the reporter"])),
            )
        )
    return str(file)


@given(text=human_catalogs(), wanted=st.lists(MSGID.map(canonical), unique=True, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
def test_no_text_of_a_person_ever_changes(tmp_path: Path, text: str, wanted: list[str]) -> None:
    """Bring a catalog up to any story, and give every gap a machine's text: what people wrote is all still there."""
    path = stored(tmp_path, text)
    before = read_catalog(path)
    assert before is not None
    human = {(entry.msgid, entry.msgstr) for entry in before.entries if entry.msgstr}
    reviewed = {entry.msgid for entry in before.entries if entry.msgstr and not entry.fuzzy}
    changes = revision(path)
    for entry in bring_up(changes, body(*wanted)).entries.values():
        if not entry.msgstr:
            changes.translate(entry, "máy dịch", fuzzy=True, stamp=Stamp("x", DAY, fingerprint("máy dịch")))
    changes.save()
    after = read_catalog(path)
    assert after is not None
    assert human <= {(entry.msgid, entry.msgstr) for entry in after.entries}
    assert reviewed <= {entry.msgid for entry in after.entries if not entry.fuzzy}
    assert set(wanted) <= {canonical(entry.msgid) for entry in after.live()}
    again = revision(path)
    bring_up(again, body(*wanted))
    assert not again.save()


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
def test_gettext_accepts_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "x.en.po"
    changes = revision(path)
    brought = bring_up(changes, body('Một "hai" \\ ba', "Giá <g1>xăng</g1> giảm 40% so với hôm qua", "Mất"))
    for entry in brought.entries.values():
        changes.translate(entry, "text", fuzzy=True, stamp=Stamp("google", DAY, "0" * 12))
    changes.save()
    fewer = revision(path)
    bring_up(fewer, body("Giá <g1>xăng</g1> giảm 45% so với hôm qua"))
    fewer.save()
    for command in (["msgfmt", "-c", "-o", "/dev/null"], ["msgcat", "-o", "/dev/null"]):
        assert subprocess.run([*command, str(path)], capture_output=True, check=False).returncode == 0


def test_an_empty_file_is_an_empty_catalog(tmp_path: Path) -> None:
    assert read_catalog(stored(tmp_path, "")) == Catalog(tmp_path / "gia-xang.en.po")
