"""Whole runs over a site: what is missing is asked once, what is good is kept, what people wrote is never touched."""

import logging
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pelican import Pelican

from diemtin.cli import main
from diemtin.terms import read_terms
from diemtin.translate.catalog import read_catalog
from diemtin.translate.engines.protocol import Refused
from diemtin.translate.provenance import refusal_of, state_of
from diemtin.translate.session import translate_site
from tests.translate.conftest import BODY, ENGLISH, Clerk, write_story

Opened = Callable[[], Pelican]
CATALOG = Path("content/stories/2024/06/gia-xang.en.po")
SIDECAR = Path("content/stories/2024/06/gia-xang.toml")


def states(site: Path) -> dict[str, str]:
    catalog = read_catalog(site / CATALOG)
    assert catalog is not None
    return {entry.msgid: state_of(entry) for entry in catalog.live()}


def test_every_segment_is_asked_once_and_kept_as_a_machine_text(site: Path, opened: Opened, clerk: Clerk) -> None:
    outcome = translate_site(opened())
    assert (outcome.asked, outcome.answered) == (4, 4)
    assert set(states(site).values()) == {"machine"}
    assert sorted(clerk.asked) == sorted(ENGLISH)
    clerk.asked.clear()
    assert translate_site(opened()).asked == 0
    assert clerk.asked == []


def test_the_address_is_pinned_with_the_first_title_and_never_moves(site: Path, opened: Opened, clerk: Clerk) -> None:
    (site / SIDECAR).write_text('site = "Báo Nhà"  # của ta\n')
    translate_site(opened())
    assert (site / SIDECAR).read_text() == 'site = "Báo Nhà"  # của ta\nslug = {en = "petrol-prices-fall-sharply"}\n'
    catalog = site / CATALOG
    catalog.write_text(catalog.read_text().replace("Petrol prices fall sharply", ""))
    clerk.answers = {**ENGLISH, "Giá xăng giảm mạnh": "Sharp fall in petrol prices"}
    translate_site(opened())
    assert tomllib.loads((site / SIDECAR).read_text())["slug"] == {"en": "petrol-prices-fall-sharply"}


def test_two_stories_of_a_day_with_one_title_have_two_addresses(site: Path, opened: Opened, clerk: Clerk) -> None:
    write_story(site, "gia-xang-2", "Giá xăng giảm mạnh", BODY)
    translate_site(opened())
    first = tomllib.loads((site / SIDECAR).read_text())["slug"]["en"]
    second = tomllib.loads((site / SIDECAR).with_name("gia-xang-2.toml").read_text())["slug"]["en"]
    assert first == "petrol-prices-fall-sharply"
    assert second.startswith(first)
    assert second != first
    assert clerk.asked.count("Giá xăng giảm mạnh") == 1


def test_a_title_that_people_translated_keeps_the_address_it_has(site: Path, opened: Opened, clerk: Clerk) -> None:
    (site / CATALOG).write_text('msgid "Giá xăng giảm mạnh"\nmsgstr "Cheaper petrol"\n')
    translate_site(opened())
    assert clerk.asked
    assert not (site / SIDECAR).exists()
    assert "Giá xăng giảm mạnh" not in clerk.asked


def test_an_edited_paragraph_is_one_question(site: Path, opened: Opened, clerk: Clerk) -> None:
    translate_site(opened())
    clerk.asked.clear()
    edited = (
        "Người dân xếp hàng từ sáng sớm tại các cây xăng ở ngoại thành để chờ mức giá mới có hiệu lực vào buổi chiều."
    )
    clerk.answers = {
        edited: "People queued from early morning at suburban filling stations, waiting for the new price."
    }
    old = next(text for text in ENGLISH if text.startswith("Người dân"))
    write_story(site, "gia-xang", "Giá xăng giảm mạnh", BODY.replace(old, edited))
    translate_site(opened())
    assert clerk.asked == [edited]
    write_story(site, "gia-xang", "Giá xăng giảm mạnh", BODY)
    clerk.asked.clear()
    translate_site(opened())
    assert clerk.asked == []
    assert states(site)[old] == "machine"


def test_what_an_editor_saves_while_the_engine_works_is_kept(site: Path, opened: Opened, clerk: Clerk) -> None:
    path = site / CATALOG
    title = 'msgid "Giá xăng giảm mạnh"\nmsgstr '
    path.write_text(f'{title}""\n')

    class Meddling(dict[str, str]):
        """Whoever asks the engine gives the editor time to save the title."""

        def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
            path.write_text(path.read_text().replace(f'{title}""', f'{title}"By hand"'))
            return super().get(key, default)

    clerk.answers = Meddling(ENGLISH)
    translate_site(opened())
    assert f'{title}"By hand"' in path.read_text()
    assert "untranslated" not in states(site).values()


def test_a_refused_answer_is_noted_and_not_asked_for_again_that_day_by_a_build(
    site: Path, opened: Opened, clerk: Clerk
) -> None:
    title = "Giá xăng giảm mạnh"
    clerk.answers = {**ENGLISH, title: "Here is the translation: 15 petrol <b>prices</b>"}
    outcome = translate_site(opened())
    assert len(outcome.refused) == 1
    catalog = read_catalog(site / CATALOG)
    assert catalog is not None
    (entry,) = [entry for entry in catalog.live() if entry.msgid == title]
    assert entry.msgstr == ""
    assert refusal_of(entry.comments) is not None
    clerk.asked.clear()
    clerk.answers = ENGLISH
    translate_site(opened())
    assert clerk.asked == []
    translate_site(opened(), by_hand=True)
    assert set(clerk.asked) == {title}
    assert states(site)[title] == "machine"


def test_an_engine_that_fails_is_one_line_that_names_the_stories_and_leaves_no_note(
    site: Path, opened: Opened, clerk: Clerk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("diemtin"), "propagate", True)
    working, clerk.outcome = clerk.outcome, Refused("HTTP 403 (no key)", "engine")
    translate_site(opened())
    assert [message for message in caplog.messages if "HTTP 403" in message] == [
        "nowhere: HTTP 403 (no key), so 1 story waits (gia-xang); start or mend it, or set DIEMTIN_ENGINE to another"
    ]
    assert not (site / CATALOG).exists()
    assert not (site / "content" / "terms.csv").exists()
    clerk.outcome = working
    assert translate_site(opened()).answered == 4


def test_a_catalog_that_cannot_be_read_is_left_alone_and_nothing_is_asked_for_it(
    site: Path, opened: Opened, clerk: Clerk
) -> None:
    (site / CATALOG).write_text('msgid "Giá\nmsgstr ""\n')
    translate_site(opened())
    assert (site / CATALOG).read_text() == 'msgid "Giá\nmsgstr ""\n'
    assert set(clerk.asked) <= {"Kinh tế"}


def test_without_an_engine_a_build_writes_nothing_and_a_person_gets_a_catalog_to_fill(
    site: Path, opened: Opened
) -> None:
    translate_site(opened())
    assert not (site / CATALOG).exists()
    translate_site(opened(), by_hand=True)
    assert set(states(site).values()) == {"untranslated"}


def test_sections_get_names_and_addresses_in_both_languages(site: Path, opened: Opened, clerk: Clerk) -> None:
    translate_site(opened())
    term = read_terms(site / "content" / "terms.csv").find("section", "Kinh tế")
    assert term is not None
    assert (term.names, term.slugs, term.state) == (
        {"vi": "Kinh tế", "en": "Economy"},
        {"vi": "kinh-te", "en": "economy"},
        "machine",
    )
    assert clerk.asked.count("Kinh tế") == 1


def test_nothing_to_do_is_known_without_reading_a_story(
    site: Path, opened: Opened, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate_site(opened())
    assert clerk.asked
    monkeypatch.setattr("diemtin.translate.survey.read_articles", lambda *_: pytest.fail("a story was read"))
    translate_site(opened())
    os.utime(site / SIDECAR, ns=(1, 1))
    with pytest.raises(pytest.fail.Exception):
        translate_site(opened())


def run(site: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*words, "--settings", str(site / "pelicanconf.py")])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout


def test_commands_tell_what_is_done_and_what_is_left(site: Path, clerk: Clerk) -> None:
    code, out = run(site, "status")
    assert (code, out) == (1, "2024/06/gia-xang vi→en: 4 untranslated\n")
    code, out = run(site, "translate", "--dry-run")
    assert (code, out) == (
        0,
        "1 stories, 4 segments, 326 characters\nclerk: 4 segments, 326 characters, 0.01 US dollars\n",
    )
    assert clerk.asked == []
    assert not (site / CATALOG).exists()
    code, out = run(site, "translate", "gia-xang")
    assert (code, out) == (0, "4 of 4 segments translated (3 requests to clerk)\n")
    assert run(site, "accept", "gia-xang", "1", "2") == (0, "2024/06/gia-xang en: 2 reviewed now\n")
    assert run(site, "status") == (0, "2024/06/gia-xang vi→en: 2 reviewed, 2 machine\n")
    assert run(site, "status", "--strict")[0] == 1
    assert run(site, "translate", "check")[0] == 0
    assert run(site, "translate", "no-such-story")[0] == 2


@pytest.mark.parametrize("suffix", ["po", "xlf", "tmx"])
def test_what_is_exported_edited_and_imported_is_a_persons_text(site: Path, clerk: Clerk, suffix: str) -> None:
    run(site, "translate")
    assert clerk.asked
    before = (site / CATALOG).read_bytes()
    file = site / f"out.en.{suffix}"
    assert run(site, "export", "gia-xang", "--to", str(file))[0] == 0
    assert run(site, "import", str(file)) == (0, "0 texts taken, 0 segments reviewed now\n")
    assert (site / CATALOG).read_bytes() == before
    file.write_text(file.read_text().replace("Petrol prices fall sharply", "Petrol gets much cheaper"))
    assert run(site, "import", str(file)) == (0, "1 texts taken, 0 segments reviewed now\n")
    assert states(site)["Giá xăng giảm mạnh"] == "draft"
    file.write_text(file.read_text().replace("Petrol gets much cheaper", "Cheap petrol"))
    assert run(site, "import", str(file)) == (1, "0 texts taken, 0 segments reviewed now\n")
    assert "Petrol gets much cheaper" in (site / CATALOG).read_text()
