"""Plain-text dumps with what a converter left of the page's markup: Markdown of several programs, mails as text."""

import pytest

from diemtin.clean.dumps.paragraphs import paragraphs
from diemtin.clean.pipeline import is_page
from tests.clean.test_dumps import dump

TITLE = "The ferry that gave up its whistle"
LEDE = "When the whistle of the Lindholm ferry fell silent last week, nobody on either bank noticed for a day."
BODY = "The owners had promised a quieter boat for years, and had asked every household that the river passes."
END = "A petition for the whistle has 214 names so far; the ferry itself, which has no say, carried them all."


def text_of(paragraph: str, *others: str) -> str:
    return paragraphs("\n\n".join((paragraph, *others)))[0].text


def test_the_attributes_that_pandoc_writes_are_no_text() -> None:
    linked = '[the\nmaker](/author/maker/){rel="author" .link}'
    story = dump(
        f"# {TITLE} {{#ferry .title}}", "July 22, 2025", LEDE, f"Ask {linked} of whistles.", "## Noise {.sub}", END
    )
    assert (story.title, story.text) == (TITLE, "\n\n".join((LEDE, "Ask the maker of whistles.", "Noise", END)))
    assert text_of("A set {x} is in **braces** {as here}.") == "A set {x} is in braces {as here}."
    assert text_of("## Noise{#noise .sub}", "**So be it.**") == "Noise"


def test_a_caption_may_keep_its_tags_in_markdown() -> None:
    figure = '<figure class="wide">\n<img src="/boat.jpg" />\n<figcaption>\nThe boat at dawn\n</figcaption>\n</figure>'
    assert dump(f"# {TITLE}", "July 22, 2025", f"**{LEDE}**", figure, BODY, END).text == "\n\n".join((LEDE, BODY, END))


def test_a_div_is_left_out_if_its_class_says_that_it_is_none_of_the_story() -> None:
    box = "::: {.newsletter-signup}\n**The River Letter**\n\nOne letter a week on boats and those who miss them.\n:::"
    story = dump(f"# {TITLE}", "July 22, 2025", "::: {.entry-content}", LEDE, box, BODY, END, ":::")
    assert story.text == "\n\n".join((LEDE, BODY, END))


def test_an_escaped_mark_is_the_mark_itself() -> None:
    assert text_of("**Note:** 5 \\* 4 is twenty \\[sic\\] in the plan.") == "Note: 5 * 4 is twenty [sic] in the plan."


def test_a_link_s_address_may_hold_brackets_or_be_a_script() -> None:
    assert text_of("See [the whistle](https://example.org/Whistle_(boat)) here.") == "See the whistle here."
    assert text_of("[Comments (12)](javascript:void(0))") == "Comments (12)"


@pytest.mark.parametrize(
    ("linked", "address"),
    [
        ("[the maker][1] of whistles", "[1]: https://example.org/maker"),
        ("the maker [1] of whistles", "[1] https://example.org/maker"),
        ("[1]the maker of whistles", "1. https://example.org/maker"),
    ],
)
def test_the_number_of_a_link_is_no_text_if_its_address_is_listed(linked: str, address: str) -> None:
    assert text_of(f"Ask {linked}.", address) == "Ask the maker of whistles."
    assert text_of(f"Ask {linked}.") == f"Ask {linked}."


def test_addresses_behind_the_words_of_a_mail_s_links_are_no_text() -> None:
    linked = "Ask the maker <https://example.org/maker?u=1>, who knows"
    assert text_of(f"{linked} best <mailto:maker@example.org>.", f"{linked}.") == "Ask the maker, who knows best."
    assert "<https://example.org" in text_of(f"{linked}.")


def test_a_heading_of_a_mail_has_stars_before_it() -> None:
    first, _ = paragraphs(f"** {TITLE}\n------------------\n\n{LEDE}")
    assert (first.text, first.mark) == (TITLE, "heading")


def test_entities_are_the_characters_that_they_stand_for() -> None:
    assert (
        text_of("Jim &amp; Sally&#8217;s boat&nbsp;&#x2013; AT&T; has none.") == "Jim & Sally’s boat – AT&T; has none."
    )


def test_a_list_of_other_stories_above_the_headline_is_a_menu() -> None:
    others = "MOST READ\n* A mayor counts the bridges of the town twice\n* Swans return to the lower basin in numbers"
    story = dump("The River Sun", others, TITLE, "July 22, 2025", LEDE, BODY, END)
    assert (story.title, story.text) == (TITLE, "\n\n".join((LEDE, BODY, END)))


def test_a_menu_may_have_an_item_that_is_longer() -> None:
    menu = "Home | News | Boats | Bridges | Letters | The river and those who live on it | Sport | Shop"
    assert dump(menu, TITLE, "July 22, 2025", LEDE, BODY, END).title == TITLE


@pytest.mark.parametrize(
    "line",
    ["RELATED | Bridges and what they cost", "Read next: Swans in the basin", "Story continues below advertisement"],
)
def test_lines_between_paragraphs_that_lead_on_are_left_out(line: str) -> None:
    assert dump(TITLE, "July 22, 2025", LEDE, line, BODY, END).text == "\n\n".join((LEDE, BODY, END))


def test_the_author_s_life_is_told_from_a_name_beside_the_date_too() -> None:
    life = "Ann Lee writes about boats and lives on one with her two cats and a parrot."
    story = dump(TITLE, "By Ann Lee | July 22, 2025", LEDE, BODY, END, "Filed under: boats", life)
    assert story.text == "\n\n".join((LEDE, BODY, END))


def test_lines_of_wrapped_markdown_belong_together_whatever_their_links_are() -> None:
    linked = (
        "The whistle was made by [a\nmaker of\norgans](https://example.org/a-very-long-address/of-a-maker-of-organs/and-of-"
        'whistles\n"Organs"){.link\nrel="nofollow"} in\nLindholm.  \nIt weighs\nforty kilos.'
    )
    picture = '![The whistle\nof the ferry](https://example.org/whistle-\nof-the-ferry.jpg){width="80"\nheight="60"}'
    found = paragraphs(f"{LEDE}\n\n{picture}\n\n{linked}\n\n- an item that\n  goes on\n- an item\n\n{END}")
    assert [(paragraph.line, paragraph.text) for paragraph in found] == [
        (1, LEDE),
        (8, "The whistle was made by a maker of organs in Lindholm."),
        (14, "It weighs forty kilos."),
        (17, "an item that goes on"),
        (19, "an item"),
        (21, END),
    ]


def test_lines_of_markdown_that_is_not_wrapped_are_paragraphs() -> None:
    assert [one.text for one in paragraphs(f"**{TITLE}**\n{LEDE}\n{BODY}")] == [TITLE, LEDE, BODY]


def test_tags_that_markdown_left_are_no_text() -> None:
    found = paragraphs(f'**{TITLE}**\n\n<div class="x"\nid="y">\n\n{LEDE}\n\n</div>\n\nIt is a `<div>` <b>of</b> code.')
    assert [one.text for one in found] == [TITLE, LEDE, "It is a `<div>` of code."]


def test_tags_between_links_of_markdown_make_no_page() -> None:
    link = '<div class="x">\n\n[a maker](https://example.org/maker)\n\n</div>\n'
    assert not is_page(link * 4)
    assert is_page(link.replace("](", "] (") * 4)


def test_the_address_of_a_link_may_tell_an_author_or_a_topic() -> None:
    byline = "[Ann Lee](https://example.org/author/ann-lee) Ferry reporter"
    topics = "[boats](/tag/boats) [Old piers](/tag/old-piers)"
    found = dump(f"# {TITLE}", byline, "July 22, 2025", LEDE, BODY, END, topics, "## Related", "[Tides](/topics/tides)")
    assert (found.text, found.authors) == ("\n\n".join((LEDE, BODY, END)), ("Ann Lee",))
    assert found.tags == ("boats", "Old piers")
    other = dump(f"# {TITLE}", "July 22, 2025", LEDE, BODY, END, topics.replace("/tag/", "/boat/"))
    assert (other.tags, other.authors) == ((), ())


def test_links_in_a_row_are_a_menu_above_and_no_story_below() -> None:
    menu = "[News](/news) [Boats and piers](/boats) | [Opinion](/opinion)"
    found = dump(menu, f"# {TITLE}", "July 22, 2025", LEDE, menu, BODY, END)
    assert (found.text, found.section) == ("\n\n".join((LEDE, BODY, END)), "")
    linked = "See [the whistle](/whistle), [the maker](/maker) and [the boat](/boat)"
    assert "See the whistle, the maker and the boat" in dump(f"# {TITLE}", LEDE, linked, BODY, END).text


@pytest.mark.parametrize(
    "label", ["Tags: {} {}", "**Topics:** {} | {}", "Topics\n\n{} {}", "#### Tags\n\n{}\n{}", "Topics\n\n* {}\n* {}"]
)
def test_links_below_or_behind_a_label_are_a_topic_each(label: str) -> None:
    links = ("[boats](https://example.org/boats)", "[Old piers](https://example.org/old-piers)")
    found = dump(f"# {TITLE}", "July 22, 2025", LEDE, BODY, END, label.format(*links), "## Related", links[0])
    assert (found.text, found.tags) == ("\n\n".join((LEDE, BODY, END)), ("boats", "Old piers"))


def test_links_behind_another_label_are_of_the_story() -> None:
    crew = "Crew: [Ann Lee](https://example.org/ann) [Bob Ray](https://example.org/bob)"
    found = dump(f"# {TITLE}", "July 22, 2025", LEDE, crew, BODY, END)
    assert (found.text, found.tags) == ("\n\n".join((LEDE, "Crew: Ann Lee Bob Ray", BODY, END)), ())
