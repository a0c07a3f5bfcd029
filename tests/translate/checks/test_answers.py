"""How engines introduce, refuse and annotate: each way is seen, and none is seen in news that speaks so itself."""

import pytest

from diemtin.translate.checks import check

VI, EN = "Chính quyền đã sơ tán người dân ven sông.", "The authorities evacuated residents along the river."


def names(source: str, target: str, source_lang: str, target_lang: str) -> set[str]:
    return {issue.name for issue in check(source, target, source_lang, target_lang)}


@pytest.mark.parametrize(
    "opening",
    [
        "Here is the translation: ",
        "Here's the translation in English:\n\n",
        "Sure, here is the translated text:\n",
        "Okay, here is the translation: ",
        "Certainly! ",
        "Below is the translation:\n",
        "As requested, here is the translation: ",
        "The translation is: ",
        "The translation of the text is: ",
        "**Translation:** ",
        "Translated text: ",
        "English translation: ",
        "Translation (English): ",
        "English: ",
        "In English: ",
        "[English] ",
    ],
)
def test_an_introduction_in_english_is_seen(opening: str) -> None:
    assert "preamble" in names(VI, opening + EN, "vi", "en")


@pytest.mark.parametrize(
    "opening",
    [
        "Here is the translation: ",
        "Đây là bản dịch: ",
        "Dưới đây là bản dịch tiếng Việt:\n",
        "Chắc chắn rồi! Đây là bản dịch: ",
        "Tất nhiên! ",
        "Bản dịch: ",
        "Bản dịch tiếng Việt: ",
        "Bản dịch sang tiếng Việt: ",
        "Dịch sang tiếng Việt: ",
        "Tiếng Việt: ",
        "Câu trên được dịch như sau: ",
        "Vietnamese translation: ",
    ],
)
def test_an_introduction_in_vietnamese_is_seen(opening: str) -> None:
    assert "preamble" in names(EN, opening + VI, "en", "vi")


@pytest.mark.parametrize(
    "answer",
    [
        "I'm sorry, but I can't help with that request.",
        "I cannot translate this text as it describes violence.",
        "As an AI language model, I am unable to do that.",
        "Please provide the text you want me to translate.",
    ],
)
def test_a_refusal_in_english_is_seen(answer: str) -> None:
    assert "refusal" in names(VI, answer, "vi", "en")


@pytest.mark.parametrize(
    "answer",
    [
        "Xin lỗi, tôi không thể giúp với yêu cầu này.",
        "Rất tiếc, tôi không thể dịch nội dung này.",
        "Tôi là một mô hình ngôn ngữ nên không thể trả lời.",
        "Vui lòng cung cấp văn bản cần dịch.",
    ],
)
def test_a_refusal_in_vietnamese_is_seen(answer: str) -> None:
    assert "refusal" in names(EN, answer, "en", "vi")


@pytest.mark.parametrize(
    "ending",
    [
        "\n\nNote: “sơ tán” may also mean “moved”.",
        " (Note: the river is not named.)",
        "\n\nLet me know if you need anything else!",
        "\n\nI hope this helps!",
        "\n```",
        "<|im_end|>",
    ],
)
def test_what_follows_a_translation_is_seen(ending: str) -> None:
    assert "debris" in names(VI, EN + ending, "vi", "en")


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Tiếng Anh: môn bắt buộc từ lớp 3.", "English: compulsory from third grade."),
        ("Chắc chắn! Đội nhà sẽ thắng.", "Certainly! The home side will win."),
        ("Bản dịch: Nguyễn Minh, nhà xuất bản Trẻ.", "Translation: Nguyễn Minh, Tre publishing house."),
        ("Dưới đây là bản dịch toàn văn bức thư:", "Here is the full translation of the letter:"),
        ("Rất tiếc, tôi không thể dự lễ trao giải.", "I'm sorry, but I can't attend the award ceremony."),
        ("Hãy cho tôi biết nếu anh cần gì.", "Let me know if you need anything."),
        ("Ghi chú: số liệu tính đến tháng 6.", "Note: figures as of June."),
    ],
)
def test_news_that_speaks_like_an_engine_is_left_alone(vi: str, en: str) -> None:
    assert names(vi, en, "vi", "en") == set()
    assert names(en, vi, "en", "vi") == set()
