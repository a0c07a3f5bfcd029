"""What the checks say of whole answers, beside other segments, under a glossary, and of any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.translate.checks import NAMES, Issue, check, document_language

FLOOD = "Nước lũ tràn vào Hội An lúc 4h sáng, 1.200 hộ phải sơ tán."
RICE = "Gạo xuất khẩu sang Philippines đạt 640.000 tấn trong quý I."
TEXTS = st.text(max_size=300) | st.sampled_from([FLOOD, RICE, "3,2 tỷ", "<g1>a</g1><x2/>", "“", "²³½", "0" * 400])


def names(issues: list[Issue]) -> list[str]:
    return [issue.name for issue in issues]


def test_evidence_shows_both_sides() -> None:
    (issue,) = check("Lợi nhuận tăng 3,2 tỷ đồng.", "Profit rose by 3.2 million dong.", "vi", "en")
    assert issue == Issue("numbers", "3,2 tỷ → 3.2 million")


def test_another_segments_text_is_seen() -> None:
    answer = "Rice exports to the Philippines came to 640,000 tonnes in the first quarter."
    assert "sibling" in names(check(FLOOD, answer, "vi", "en", siblings=[RICE]))


def test_another_segments_source_is_seen() -> None:
    assert "sibling" in names(check(FLOOD, RICE, "vi", "en", siblings=[RICE]))


def test_a_translation_beside_its_story_is_left_alone() -> None:
    answer = "Floodwater entered Hoi An at 4 a.m. and 1,200 households had to leave."
    assert check(FLOOD, answer, "vi", "en", siblings=[RICE]) == []


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Ships met in the East Sea.", []),
        ("Ships met in the east sea.", []),
        ("Ships met in the South China Sea.", ["glossary"]),
    ],
)
def test_a_glossary_term_must_be_told_by_its_translation(target: str, found: list[str]) -> None:
    terms = {"Biển Đông": "East Sea", "Đông": "winter"}
    assert names(check("Tàu gặp nhau trên Biển Đông.", target, "vi", "en", glossary=terms)) == found


def test_megabytes_are_refused_at_once() -> None:
    assert names(check(FLOOD, "Flood. " * 600_000, "vi", "en")) == ["length"]


def test_a_source_without_words_asks_for_nothing() -> None:
    assert check("* * *", "", "vi", "en") == []


@given(TEXTS, TEXTS, st.sampled_from(["vi", "en"]))
def test_any_text_is_checked_without_an_error_and_always_alike(source: str, target: str, lang: str) -> None:
    other = {"vi": "en", "en": "vi"}[lang]
    issues = check(source, target, lang, other, siblings=[target, FLOOD], glossary={"tỷ": "billion"})
    assert issues == check(source, target, lang, other, siblings=[target, FLOOD], glossary={"tỷ": "billion"})
    order = [NAMES.index(issue.name) for issue in issues]
    assert order == sorted(order)
    assert all(issue.evidence and "\n" not in issue.evidence for issue in issues)


@given(TEXTS, TEXTS)
def test_what_is_switched_off_keeps_still(source: str, target: str) -> None:
    assert check(source, target, "vi", "en", off=NAMES) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (FLOOD, "vi"),
        ("Floodwater entered Hoi An at 4 a.m. and 1,200 households had to leave.", "en"),
        ("OpenAI và Microsoft ra mắt ChatGPT Enterprise cho Windows 11 tại sự kiện Build ở Seattle.", "vi"),
        ("In Hà Nội, the bún chả of Lê Văn Hưu street is as good as the phở of Bát Đàn.", "en"),
        ("“Make America Great Again”, ông Trump nói trước đám đông ở Iowa.", "vi"),
        ("Le gouvernement a annoncé hier une nouvelle mesure pour les transports.", ""),
        ("12.04.2024", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text(text: str, lang: str) -> None:
    assert document_language(text) == lang
