from hypothesis import given
from hypothesis import strategies as st

from diemtin.translate.engines.wire import single, unescaped
from diemtin.translate.work import by_runs, by_sentences

_PIECES = st.sampled_from(["<g1>", "</g1>", "<x2/>", "một hai", " ", ". ", "3,2 %", "R&amp;D", "Ai? "])


def test_runs_are_the_texts_between_placeholders_without_the_spaces_around_them() -> None:
    assert by_runs("Giá <g1>xăng dầu</g1>, <x2/> giảm.") == [
        "",
        "Giá",
        " <g1>",
        "xăng dầu",
        "</g1>, <x2/> ",
        "giảm.",
        "",
    ]


def test_what_has_no_letter_is_kept_and_not_asked() -> None:
    assert by_runs("<g1>3,2</g1> % <x2/>") == ["<g1>3,2</g1> % <x2/>"]


@given(st.lists(_PIECES, max_size=12))
def test_runs_set_together_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(by_runs(text)) == text


def test_sentences_are_gathered_up_to_the_length() -> None:
    text = "Một câu. Hai câu! “Ba câu?” Bốn câu"
    assert by_sentences(text, 20) == ["", "Một câu. Hai câu!", " ", "“Ba câu?” Bốn câu", ""]


@given(st.lists(st.sampled_from(["Một câu.", "Hai?", "“Ba!”", "và bốn"]), min_size=1, max_size=20), st.integers(5, 60))
def test_pieces_set_together_are_the_text_and_none_is_longer_than_a_sentence_must_be(
    sentences: list[str], characters: int
) -> None:
    text = " ".join(sentences)
    pieces = by_sentences(text, characters)
    assert "".join(pieces) == text
    assert pieces[0] == pieces[-1] == ""


def test_entities_are_resolved_unless_a_tag_would_come_of_it() -> None:
    assert unescaped("R&amp;D: 5 &lt; 6 <g1>x</g1>") == "R&D: 5 < 6 <g1>x</g1>"
    assert unescaped("thẻ &lt;script&gt;") == "thẻ &lt;script&gt;"


def test_an_empty_element_is_a_single_placeholder_again() -> None:
    assert single("a <x1></x1> b <x2> </x2> <g3></g3>") == "a <x1/> b <x2/> <g3></g3>"
