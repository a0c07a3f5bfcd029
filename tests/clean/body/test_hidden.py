"""What a page hides, and who is shown it."""

import pytest

from diemtin.clean.body.segment import segment
from diemtin.clean.parsing import parse
from tests.clean.body.pages import OTHER, STORY, body_of, p, told


@pytest.mark.parametrize(("fold", "told_there"), [("details", True), ("div", False)])
def test_a_reader_unfolds_what_a_box_hides_in_it(fold: str, told_there: bool) -> None:
    box = f'<{fold}><summary>Ai mua?</summary><div aria-hidden="true"><p>{STORY[3]}</p></div></{fold}>'
    assert (STORY[3] in told(p(*STORY[:3]) + box + p(*STORY[4:]))) is told_there


@pytest.mark.parametrize(
    ("box", "opening"),
    [
        ('<div style="display: none">', ""),
        ("<section hidden>", '<p><a href="#" onclick="mo()">Đọc tiếp</a></p>'),
    ],
)
def test_a_part_that_waits_behind_a_button_goes_on_with_the_story(box: str, opening: str) -> None:
    items = "<ul>" + "".join(f"<li>Một nồi dầu rái thứ {n} nấu vừa độ</li>" for n in range(4)) + "</ul>"
    with_list = f"{box}{p(*STORY[4:])}{items}</{box[1:].split()[0].rstrip('>')}>"
    assert STORY[4] in told(p(*STORY[:4]) + opening + with_list)
    rest = f"{box}{p(*STORY[2:])}</{box[1:].split()[0].rstrip('>')}>"
    assert told(p(*STORY[:2]) + opening + rest) == STORY
    assert told(p(*STORY[:4]) + opening + f'<p style="display:none">{STORY[4]}</p>') == STORY[:4]


def test_what_waits_for_subscribers_is_told_where_only_a_teaser_is_in_sight() -> None:
    asked = "<p>You have 2 free stories left this month. Already a subscriber? Log in to read all of them here.</p>"

    def page(shown: int) -> str:
        rest = [f'<div class="subscriber-only" style="display:none">{p(line)}</div>' for line in STORY[shown:]]
        return p(*STORY[:shown]) + rest[0] + asked + "".join(rest[1:])

    assert told(page(2)) == STORY
    assert told(page(3)) == STORY[:3]


def test_paragraphs_that_are_hidden_one_by_one_are_no_rest_of_the_story() -> None:
    assert told(p(*STORY[:2]) + "".join(f"<p hidden>{line}</p>" for line in STORY[2:])) == STORY[:2]


@pytest.mark.parametrize(("state", "shown"), [(' aria-expanded="false"', True), ("", False)])
def test_an_answer_that_its_question_unfolds_is_in_sight(state: str, shown: bool) -> None:
    question = f"<button{state}>Hai người cháu đã học đan chưa?</button>"
    folds = f"<h3>{question}</h3><div hidden>{p(STORY[5])}</div>"
    body = told(p(*STORY[:3]) + folds + p(*STORY[3:5]))
    assert (STORY[5] in body) is shown


def test_a_button_that_unfolds_something_is_a_line_of_the_story_where_it_asks() -> None:
    def lines(words: str) -> list[str]:
        button = f'<button aria-expanded="false">{words}</button>'
        page = f"<div>{p(*STORY[:3])}<div>{button}<div hidden>{p(STORY[3])}</div></div></div>"
        return [block.text for block in segment(parse(page))]

    assert "Ai mua thúng tre?" in lines("Ai mua thúng tre?")
    assert "Mở rộng" not in lines("Mở rộng")


@pytest.mark.parametrize(
    "box",
    [
        f'<div id="regModal"><h3>Điều khoản</h3>{p(*OTHER)}</div>',
        f'<div class="hop popup"><p>{OTHER[0]}</p></div>',
    ],
)
def test_what_is_named_a_dialog_is_none_of_the_story(box: str) -> None:
    assert told(p(*STORY), box) == STORY
    assert told(f'<div class="lightbox">{p(*STORY)}</div>') == STORY  # unless all of it stands there


def test_of_a_hidden_copy_and_one_in_sight_that_in_sight_is_told() -> None:
    hidden = f'<div><p style="display:none">{STORY[3]}</p></div>'
    assert told(p(*STORY[:3]) + hidden + f"<div>{p(*STORY[3:])}</div>") == STORY


@pytest.mark.parametrize(("style", "shown"), [("display:none", 0), ("margin:0", 1)])
def test_a_picture_in_a_hidden_box_is_not_shown(style: str, shown: int) -> None:
    box = f'<div style="{style}"><img src="/anh/an.jpg" width="800" height="500"></div>'
    assert body_of(p(*STORY[:3]) + box + p(*STORY[3:])).html.count("<img") == shown


def test_words_that_are_clipped_to_nothing_are_for_screen_readers() -> None:
    clipped = '<span style="{}">, mở tab mới</span>'
    line = f'Mỗi chiếc <a href="/thung">thúng</a>{clipped}, ông nói, cần mười hai cây tre già ngâm nước lợ.'
    unseen = line.format("position:absolute; clip: rect(0px, 0px, 0px, 0px); width:1px")
    assert told(p(STORY[0], unseen, *STORY[2:]))[1] == line.replace(clipped, "").replace(
        '<a href="/thung">thúng</a>', "thúng"
    )
    for seen in ("clip: auto", "clip: rect(0px, 600px, 40px, 0px)"):
        assert ", mở tab mới" in told(p(STORY[0], line.format(seen), *STORY[2:]))[1]


def test_the_label_of_the_place_that_a_lede_was_sent_from_is_no_word_of_it() -> None:
    lede = f'<p class="description"><span class="location-stamp">Bình Định</span>{STORY[0]}</p>'
    assert told(lede + p(*STORY[1:])) == STORY
