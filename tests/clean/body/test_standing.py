"""What stands in a story is story though the classifier doubts it: the scores are given here, the page decides."""

import pytest

from diemtin.clean.body.choose import choose
from diemtin.clean.body.classify import THRESHOLD
from diemtin.clean.body.features import Context
from diemtin.clean.body.segment import segment
from diemtin.clean.body.standing import standing
from diemtin.clean.body.wording import Known, known_of
from diemtin.clean.facts.model import Facts
from diemtin.clean.parsing import parse
from tests.clean.body.pages import HEADLINE, OTHER, STORY, p

LEDE = "Một xưởng đan thuyền thúng bằng tre giữa làng chài Gành Sứa vẫn giao bốn mươi chiếc mỗi năm."
CHROME = "".join(f"<li>Mục {number}</li>" for number in range(12))


def kept(inside: str, doubted: str, score: float, known: Known | None = None) -> bool:
    """Say whether the block that begins with *doubted*, of this *score*, is kept; the others are sure."""
    page = f'<body><ul class="menu">{CHROME}</ul><div><h1>{HEADLINE}</h1>{inside}</div></body>'
    context = Context(segment(parse(page)), known or Known([HEADLINE]))
    context.headline = next(n for n, block in enumerate(context.blocks) if block.tag == "h1")
    block = next(block for block in context.blocks if block.text.startswith(doubted))
    scores = [0.95 if b.text in STORY else score if b is block else 0.01 for b in context.blocks]
    for b in context.blocks:
        b.words = b.text.casefold().split()
    return choose(context, scores, set())[block] == ""


PROGRAM = "<pre>tre = 12\nfor nan in range(tre):\n    phoi(nan)</pre>"


@pytest.mark.parametrize(("score", "stays"), [(0.2, True), (0.02, False)])
def test_a_program_among_paragraphs_is_story_unless_all_speaks_against_it(score: float, stays: bool) -> None:
    assert kept(p(*STORY[:3]) + PROGRAM + p(*STORY[3:]), "tre = 12", score) is stays
    assert kept(p(*STORY) + PROGRAM, "tre = 12", score) is stays


def test_a_program_above_the_last_line_of_the_story_is_story_too() -> None:
    page = f"<body><div>{p(*STORY)}<div><pre>tre = 12</pre></div><p>Hết.</p></div><ul>{CHROME}</ul></body>"
    context = Context(segment(parse(page)), Known())
    scores = [{"tre = 12": 0.2, "Hết.": 0.9}.get(b.text, 0.95 if b.text in STORY else 0.01) for b in context.blocks]
    assert any(block.tag == "pre" and rule == "" for block, rule in choose(context, scores, set()).items())


def test_a_program_elsewhere_is_judged_by_itself() -> None:
    assert not kept(p(*STORY) + f"<div><div><div>{PROGRAM}</div></div></div>", "tre = 12", 0.2)


def test_a_heading_between_paragraphs_heads_a_part_of_the_story() -> None:
    heading = "<h3>Tre già, tay quen</h3>"
    assert kept(p(*STORY[:3]) + heading + p(*STORY[3:]), "Tre già", 0.2)
    assert not kept(p(*STORY) + heading, "Tre già", 0.2)
    assert not kept(p(*STORY[:3]) + "<h3>Tin liên quan</h3>" + p(*STORY[3:]), "Tin liên", 0.2)
    assert not kept(p(*STORY[:3]) + '<h3><a href="/x">Tre già</a></h3>' + p(*STORY[3:]), "Tre già", 0.2)


@pytest.mark.parametrize(
    ("listed", "stays"),
    [
        ("<ul><li>Dao chẻ nan</li><li>Dùi vá nan</li></ul>", True),
        ('<ul><li><a href="/dao">Dao chẻ nan</a></li><li>Dùi vá nan</li></ul>', False),
        ("<div>Dao chẻ nan</div>", False),
    ],
)
def test_a_heading_may_head_a_list(listed: str, stays: bool) -> None:
    page = f"<div><h1>{HEADLINE}</h1>{p(*STORY[:3])}<h3>Đồ nghề</h3>{listed}{p(*STORY[3:])}</div>"
    context = Context(segment(parse(page)), Known([HEADLINE]))
    heading = next(place for place, block in enumerate(context.blocks) if block.text == "Đồ nghề")
    scores = [0.2 if place == heading else 0.9 for place in range(len(context.blocks))]
    assert (standing(context, scores)[heading] == THRESHOLD) is stays


@pytest.mark.parametrize(("score", "stays"), [(0.3, True), (0.1, False)])
def test_a_long_paragraph_among_many_is_like_them_links_and_all(score: float, stays: bool) -> None:
    linked = f'{OTHER[0]} <a href="/bai">Bãi cát</a> mới dựng, {OTHER[1]}'
    assert kept(p(*STORY, *STORY, linked, *STORY), OTHER[0], score) is stays
    assert not kept(p(*STORY, *STORY, linked), OTHER[0], score)  # behind them it may be who wrote it
    assert not kept(p(*STORY[:3], linked, *STORY[3:]), OTHER[0], score)


@pytest.mark.parametrize(("score", "times", "stays"), [(0.12, 2, False), (0.12, 4, True), (0.05, 4, False)])
def test_beside_very_many_paragraphs_a_long_one_need_hardly_be_likely(score: float, times: int, stays: bool) -> None:
    linked = f'{OTHER[0]} <a href="/bai">Bãi cát</a> mới dựng, {OTHER[1]}'
    assert kept(p(*STORY * times, linked, *STORY), OTHER[0], score) is stays


@pytest.mark.parametrize(("doubted", "stays"), [(3, True), (24, True), (2, False), (30, False)])
def test_a_long_story_that_fades_goes_on_where_several_paragraphs_follow(doubted: int, stays: bool) -> None:
    fading = [f'{line} <a href="/cat">{line[:20]}</a> {line}' for line in (OTHER * 10)[:doubted]]
    page = f'<div><h1>{HEADLINE}</h1>{p(*STORY, *STORY, *fading)}</div><ul class="menu">{CHROME}</ul>'
    context = Context(segment(parse(page)), Known([HEADLINE]))
    scores = [0.95 if block.text in STORY else 0.3 if block.is_prose else 0.01 for block in context.blocks]
    together = zip(context.blocks, standing(context, scores), strict=True)
    assert [score >= THRESHOLD for block, score in together if block.is_prose] == [True] * 12 + [stays] * doubted


@pytest.mark.parametrize(("its_press_prints_it", "stays"), [(True, True), (False, False)])
def test_a_stated_lede_is_the_first_paragraph_where_the_press_prints_it_so(
    its_press_prints_it: bool, stays: bool
) -> None:
    known = Known([HEADLINE], [LEDE], opens_with_lede=its_press_prints_it)
    assert kept(f"<div>{LEDE}</div>" + p(*STORY), "Một xưởng", 0.2, known) is stays


@pytest.mark.parametrize(("lang", "prints_it"), [("vi", True), ("de", True), ("en", False), (None, False)])
def test_only_the_english_press_sets_a_standfirst_above_the_story(lang: str | None, prints_it: bool) -> None:
    assert known_of(Facts(lang=lang)).opens_with_lede is prints_it


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        (f"<div>{LEDE}</div>", True),
        (f"<div>Nghe bài viết</div><div>{LEDE}</div><ul><li>Tin khác</li></ul>", True),
        (f"<div>{LEDE}</div><div>{OTHER[0]}</div>", False),
        (f"<div>{LEDE}</div><figure><figcaption>{OTHER[0]}</figcaption></figure>", True),
        (f'<div>{LEDE} <a href="/lang-chai">Làng chài</a>.</div>', False),
        (f'<img src="/thung.jpg"><div>{LEDE}</div>', False),
        (f'<div class="photo-caption">{LEDE}</div>', False),
        (f"<div>{LEDE[:-1]}</div>", False),
    ],
)
def test_the_only_paragraph_below_a_headline_is_the_lede_where_the_press_prints_it_so(above: str, stays: bool) -> None:
    known = Known([HEADLINE], opens_with_lede=True)
    assert kept(above + p(*STORY), "Một xưởng", 0.2, known) is stays
    assert not kept(above + p(*STORY), "Một xưởng", 0.2, Known([HEADLINE]))


@pytest.mark.parametrize(("opening", "stays"), [("(Gành Sứa) - ", True), ("", False)])
def test_what_opens_with_the_papers_name_is_the_first_paragraph(opening: str, stays: bool) -> None:
    assert kept(f"<div>{opening}{LEDE}</div>" + p(*STORY), opening + "Một xưởng", 0.2) is stays
    assert not kept(p(*STORY) + f"<div>{opening}{LEDE}</div>", opening + "Một xưởng", 0.2)


ROWS = "".join(f'<tr><td><a href="/l/{n}">Lò thúng {n}</a></td><td>{n}0 chiếc</td></tr>' for n in range(1, 5))


@pytest.mark.parametrize("wrapped", ["{}", '<div class="cuon">{}</div>'])
@pytest.mark.parametrize(("heads", "stays"), [("<tr><th>Xưởng</th><th>Năm ngoái</th></tr>", True), ("", False)])
def test_a_table_whose_columns_have_heads_is_story_though_its_cells_are_links(
    wrapped: str, heads: str, stays: bool
) -> None:
    table = wrapped.format(f"<table>{heads}{ROWS}</table>")
    assert kept(p(*STORY[:3]) + table + p(*STORY[3:]), "Lò thúng 1", 0.01) is stays
    assert not kept(p(*STORY) + table, "Lò thúng 1", 0.01)


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://bao-tang.example/{}", True),
        ("https://anh.gieng.example/{}", False),
        ("/{}", False),
    ],
)
def test_a_list_of_links_is_story_where_all_of_them_lead_to_other_sites(address: str, stays: bool) -> None:
    items = "".join(f'<li><a href="{address.format(n)}">Sưu tập thuyền {n}</a></li>' for n in range(3))
    known = Known([HEADLINE], url="https://gieng.example/xuong")
    assert kept(p(*STORY[:3]) + f"<ul>{items}</ul>" + p(*STORY[3:]), "Sưu tập thuyền 0", 0.01, known) is stays
    assert not kept(p(*STORY) + f"<ul>{items}</ul>", "Sưu tập thuyền 0", 0.01, known)


def test_what_is_in_no_doubt_stays_as_it_is() -> None:
    assert kept(p(*STORY[:3]) + "<div>Ghi chú</div>" + p(*STORY[3:]), "Ghi chú", THRESHOLD)


QUOTED = "Đời tôi đan một nghìn chiếc."
POST = f'<blockquote class="twitter-tweet"><p>{QUOTED}</p></blockquote>'


def test_who_said_it_stands_below_a_quotation_of_the_story() -> None:
    def named(said: str, name: str = "Hồ Thị Lụa") -> bool:
        quotation = f"<blockquote><p>{said}</p><footer>{name}</footer></blockquote>"
        return kept(p(*STORY[:3]) + quotation + p(*STORY[4:]), "Hồ Thị Lụa", 0.2)

    assert named(STORY[3])
    assert not named(QUOTED)
    assert not named(STORY[3], 'Hồ Thị Lụa <a href="/lua">kể thêm</a>')


@pytest.mark.parametrize(("mark", "stays"), [(":", True), (".", False)])
def test_a_quotation_that_a_line_leads_up_to_is_story_wherever_it_stands(mark: str, stays: bool) -> None:
    page = f'<body><ul class="menu">{CHROME}</ul><div>{p(*STORY[:5], STORY[5][:-1] + mark)}{POST}</div></body>'
    context = Context(segment(parse(page)), Known())
    scores = [0.2 if b.text == QUOTED else 0.9 if b.tag == "p" else 0.01 for b in context.blocks]
    for b in context.blocks:
        b.words = b.text.split()
    assert any(block.text == QUOTED and rule == "" for block, rule in choose(context, scores, set()).items()) is stays


def test_a_pull_quote_is_story_unless_the_story_says_it() -> None:
    def drawn(text: str) -> bool:
        return kept(p(*STORY[:3]) + f'<div class="pullquote"><p>{text}</p></div>' + p(*STORY[3:]), text, 0.2)

    said = "Ai đan thúng mà không thuộc tre thì chỉ đan được cái rổ."
    assert drawn(said)
    assert not kept(p(*STORY[:3]) + f'<div class="pull-right"><p>{said}</p></div>' + p(*STORY[3:]), said, 0.2)
    assert not drawn("đôi tay bà thuộc từng khúc tre")


@pytest.mark.parametrize(
    "note",
    [
        "This conversation has been edited for length.",
        "The story was updated with the answer of the guild.",
        "Correction, April 3: The workshop sold forty boats, not fourteen.",
        "Đính chính: xưởng giao bốn mươi chiếc, không phải mười bốn.",
    ],
)
def test_what_was_changed_in_a_story_is_said_by_the_story(note: str) -> None:
    assert kept(p(*STORY, note), note, 0.2)
    assert kept(p(*STORY) + f"<div>{p(note)}</div>", note, 0.2)
    assert not kept(p(*STORY) + f'<div class="chan"><div class="luat">{p(note)}</div></div>', note, 0.2)
    assert not kept(p(*STORY, "This story was written by the guild."), "This story", 0.2)


@pytest.mark.parametrize(
    ("opening", "stays"), [("QUY NHON, Vietnam (VNA) — ", True), ("Quy Nhon (VNA)", True), ("Quy Nhon — ", False)]
)
def test_what_opens_with_the_place_that_it_was_sent_from_is_the_first_paragraph(opening: str, stays: bool) -> None:
    sent = opening + "The last workshop of the coast that weaves its boats of bamboo has sold forty of them this year."
    assert kept(f"<h2>{STORY[0]}</h2><div>{sent}</div>" + p(*STORY[1:]), opening, 0.2) is stays
    assert not kept(p(*STORY) + f"<div>{sent}</div>", opening, 0.2)


def test_what_is_put_between_the_items_of_a_list_is_none_of_them() -> None:
    call = "Góp sức cho tòa soạn?"
    answers = "".join(f"<dt>Hỏi {n}</dt><dd>{line}</dd>" for n, line in enumerate(STORY))
    with_call = answers.replace("<dt>Hỏi 3", f"<div><p>{call}</p></div><dt>Hỏi 3")
    assert not kept(f"<dl>{with_call}</dl>", call, 0.4)
    as_item = answers.replace("<dt>Hỏi 3", f"<dd>{call}</dd><dt>Hỏi 3")
    assert kept(f"<dl>{as_item}</dl>", call, 0.4)


def test_a_question_and_its_answer_that_are_folded_between_paragraphs_are_story() -> None:
    def folded(answer: str) -> str:
        return f"<details><summary>Ai mua thúng tre?</summary><p>{answer}</p></details>"

    short = "Các làng phía nam."
    assert kept(p(*STORY[:3]) + folded(short) + p(*STORY[3:]), short, 0.2)
    assert not kept(p(*STORY) + folded(short), short, 0.2)
    assert not kept(p(*STORY[:3]) + folded(short) + p(*STORY[3:]), "Ai mua", 0.2)  # its answer is surely none
    assert kept(p(*STORY[:5]) + folded(STORY[5]), "Ai mua", 0.2)
    accordion = f"<amp-accordion><section><h4>Ai mua?</h4><div>{short}</div></section></amp-accordion>"
    assert kept(p(*STORY[:3]) + accordion + p(*STORY[3:]), short, 0.2)


CARD = """<div class="wprm-recipe"><div class="wprm-recipe-ingredients-container"><h3>Cần có</h3>
<ul><li class="wprm-recipe-ingredient">Tre già mười hai cây</li></ul></div>
<div class="wprm-rating">4,8 điểm</div></div>"""


@pytest.mark.parametrize("line", ["Cần có", "Tre già"])
def test_the_parts_of_a_recipes_card_are_story_and_what_is_beside_them_is_not(line: str) -> None:
    assert kept(p(*STORY) + CARD, line, 0.05)
    assert not kept(p(*STORY) + CARD.replace("ingredient", "rating"), line, 0.05)
    assert not kept(p(*STORY) + CARD.replace("recipe", "poll"), line, 0.05)
    assert not kept(p(*STORY) + CARD, "4,8 điểm", 0.05)
