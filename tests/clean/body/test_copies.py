"""What a page says twice is told once."""

from tests.clean.body.pages import OTHER, STORY, body_of, p, told


def test_a_quotation_that_the_story_does_not_say_is_kept() -> None:
    quoted = '<div class="pull-quote"><p>“Tre mà biết nói thì nó kể hết chuyện làng này.”</p></div>'
    assert "Tre mà biết nói" in body_of(p(*STORY[:3]) + quoted + p(*STORY[3:])).text


def test_of_a_copy_for_telephones_not_a_line_is_left() -> None:
    text = "<h2>Tre già, tay quen</h2>" + p(*STORY) + p("Gió đã nổi.")
    assert told(f'<div class="may-ban">{text}</div><div class="dien-thoai">{text}</div>') == [
        "Tre già, tay quen",
        *STORY,
        "Gió đã nổi.",
    ]


def test_a_question_put_to_everybody_is_no_copy() -> None:
    question = f"<p>{OTHER[2]}</p>"
    parts = f"<div>{p(*STORY[:3])}{question}</div><div>{p(*STORY[3:])}{question}</div>"
    assert told(parts).count(OTHER[2]) == 2
    opening = f"<div>{p(STORY[0])}</div><div>{p(*STORY)}</div>"  # a lede printed twice
    assert told(opening).count(STORY[0]) == 1
