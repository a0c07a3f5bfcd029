"""Which lines of a plain-text dump tell the story: headline, body, and the rule for each line that is left out."""

from collections.abc import Sequence
from typing import Final

from diemtin.clean.dumps import credits, dated, lines, navigation, notices, wires
from diemtin.clean.dumps.boxes import leave_out_newsletters, leave_out_offers, leave_out_skipped, leave_out_votes
from diemtin.clean.dumps.exports import fields_above_text, marked_by_reader, read_codes
from diemtin.clean.dumps.extent import deck, extent
from diemtin.clean.dumps.headline import find_headline
from diemtin.clean.dumps.labels import join_labels
from diemtin.clean.dumps.lists import leave_out_contents, leave_out_lists, leave_out_tags
from diemtin.clean.dumps.mail import read_header
from diemtin.clean.dumps.paragraphs import Paragraph
from diemtin.clean.dumps.pictures import leave_out_alternatives, leave_out_captions, leave_out_pictures
from diemtin.clean.dumps.posts import leave_out_other_posts
from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.releases import around_release
from diemtin.clean.dumps.tables import keep_numbers

_SAID_TWICE: Final = 40  # characters; shorter lines may well be said twice
_LONGEST: Final = 2_000  # characters; whatever is longer is a paragraph
_MENU: Final = 4  # words of a menu's item
_FACTS: Final = 4  # lines of the story that may be facts below its lede
_DATELINE: Final = 30  # characters; a sentence with a date is longer


def read_story(paragraphs: Sequence[Paragraph], headlines: Sequence[str] = ()) -> Reading:
    """Decide about every paragraph; *headlines* are titles known from elsewhere."""
    coded, fields = read_codes(join_labels(paragraphs))
    read, header = read_header(coded)
    fields |= fields_above_text(read)
    others = dict.fromkeys(around_release(read), "press release")
    others |= dict.fromkeys(marked_by_reader(read), "opens footer")
    others |= dict.fromkeys(fields, "database field") | dict.fromkeys(header, "mail header")
    rules = [others.get(place) or _by_form(paragraph) for place, paragraph in enumerate(read)]
    reading = Reading(read, rules)
    reading.is_terse = not reading.runs()
    leave_out_other_posts(reading)
    leave_out_skipped(reading)
    leave_out_votes(reading)
    _leave_out_menu(reading)
    _leave_out_second_copies(reading)
    leave_out_newsletters(reading)
    leave_out_pictures(reading)
    reading.title = find_headline(reading, {headline.casefold() for headline in headlines})
    _leave_out_repeats(reading, headlines)
    if header:  # a subject that is not the headline
        for place in range(reading.title or 0):
            reading.rules[place] = "mail header" if read[place].mark == "heading" else reading.rules[place]
    _leave_out_links(reading)
    leave_out_offers(reading)
    leave_out_contents(reading)
    leave_out_lists(reading)
    leave_out_captions(reading)
    leave_out_alternatives(reading)
    reading.story = extent(reading)
    reading.deck = deck(reading)
    _settle_edges(reading)
    leave_out_tags(reading)
    keep_numbers(reading)
    return reading


def _by_form(paragraph: Paragraph) -> str:
    """Return the rule for a paragraph that its own form decides about, wherever it stands."""
    text = paragraph.text
    if len(text) > _LONGEST:
        return ""
    if navigation.address(text):
        return "address"
    dateline = dated.dateline_in(text)
    if dateline and (dateline.whole or len(text) <= _DATELINE):
        return "dateline"
    if lines.opens(text):
        return f"opens {lines.opens(text)}"
    if lines.is_furniture(text):
        return "furniture"
    if dated.says_ago(text):
        return "ago"
    if lines.are_hashtags(text):
        return "tags"
    found = lines.label(text)
    if found and (found[0] in {"tags", "url"} or (found[0] == "author" and credits.are_names(found[1]))):
        return found[0]
    if lines.source(text):
        return "site"
    if credits.is_caption(text):
        return "caption"
    if kind := lines.related(text):
        return "related link" if kind == "line" else "opens related"
    if paragraph.mark == "" and navigation.breadcrumb(text):
        return "breadcrumb"
    if navigation.is_menu(text):
        return "menu"
    if navigation.are_items(text, paragraph.cells) and not dateline and not credits.signs(text):
        return "items"
    if credits.says_where(text):
        return "beside the facts"
    if notices.sponsors(text):
        return "opens sponsor"
    if wires.is_sign(text):
        return "outlet"
    if wires.is_note(text):
        return "note to editors"
    if notices.is_imprint(text):
        return "imprint"
    return "invitation" if notices.invites(text) else ""


def _leave_out_menu(reading: Reading) -> None:
    """Leave out the lists above the first paragraph that have an item too short for a list of the story's, or stand
    below a line that opens one of other stories.
    """
    is_menu = False
    for place, paragraph in enumerate(reading.paragraphs):
        if paragraph.mark not in {"bullet", "number"}:
            if reading.is_story(place):
                return
            is_menu = reading.rules[place].startswith("opens")
        else:
            is_menu = is_menu or len(paragraph.text.split()) <= _MENU
            if is_menu and not lines.is_prose(paragraph.text):
                reading.rules[place] = reading.rules[place] or "menu"


def _leave_out_second_copies(reading: Reading) -> None:
    """Leave out a paragraph said twice: the one that stands alone, as a description above the headline does, or else
    the second.
    """
    first: dict[str, int] = {}
    for place, paragraph in enumerate(reading.paragraphs):
        if len(paragraph.text) >= _SAID_TWICE and reading.is_story(place):
            other = first.setdefault(paragraph.text, place)
            if other != place:
                alone = reading.stands_alone(other) and not reading.stands_alone(place)
                reading.rules[other if alone else place] = "repeated"


def _leave_out_repeats(reading: Reading, headlines: Sequence[str]) -> None:
    if reading.title is None:
        return
    headline = reading.paragraphs[reading.title].text
    reading.rules[reading.title] = "headline"
    said = {headline.casefold(), *(other.casefold() for other in headlines)}
    found = lines.label(headline)
    if found and found[0] == "title":
        said.add(found[1].casefold())
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text.casefold()
        if place != reading.title and (text in said or (place < reading.title and text.startswith(tuple(said)))):
            reading.rules[place] = "headline repeated"


def _leave_out_links(reading: Reading) -> None:
    """Leave out the lines below the headline that are a link and nothing else: a picture's, or one to another story."""
    for place, paragraph in enumerate(reading.paragraphs):
        if not paragraph.linked or paragraph.mark == "heading":
            continue
        below = reading.title is not None and place > reading.title
        text = paragraph.text
        tells = paragraph.authors or lines.is_prose(text) or credits.signs(text) or dated.dateline_in(text)
        if (below or paragraph.mark == "bullet") and not tells:
            reading.rules[place] = reading.rules[place] or "related link"


def _settle_edges(reading: Reading) -> None:
    """Leave out what stands above and below the body; inside it, labels and imprints are the story's own lines."""
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.text
        if place in reading.story:
            if reading.rules[place] in {"imprint", "breadcrumb", "items"} and not (
                paragraph.linked or notices.states_rights(text)
            ):
                reading.rules[place] = ""
            elif not reading.rules[place] and (credits.byline(text) or credits.are_names(text)):
                reading.rules[place] = _signs(reading, place)
            elif not reading.rules[place] and credits.shows_event(text):
                reading.rules[place] = "caption"
            elif (
                reading.story.start < place < reading.story.start + _FACTS
                and not reading.rules[place]
                and not reading.is_story(place)
            ):
                # Below a lede, the byline and the date; below those, an office or a place.
                beside = reading.rules[place - 1] in {"byline", "dateline", "beside the facts"}
                reading.rules[place] = "beside the facts" if beside else ""
            continue
        if place == reading.deck:
            continue
        if reading.rules[place] == "caption" and place >= reading.story.stop and credits.byline(text):
            reading.rules[place] = "byline"  # "Minh Anh - Ảnh: Quốc Bảo"
        if reading.rules[place]:
            continue
        found = lines.label(text)
        below = reading.title is None or place > reading.title
        if found:
            reading.rules[place] = found[0]
        elif dated.dateline_in(text) and not lines.is_prose(text):
            reading.rules[place] = "dateline"
        elif below and (credits.signs(text) or paragraph.authors):
            reading.rules[place] = "byline"
        else:
            reading.rules[place] = "above the story" if place < reading.story.start else "below the story"


def _signs(reading: Reading, place: int) -> str:
    """Return the rule for a name inside the story: it signs with a word, or the date or caption right beside it."""
    text = reading.paragraphs[place].text
    if credits.is_labelled(text) and credits.are_names(credits.byline(text) or ""):
        return "byline"
    beside = {reading.rules[other] for other in (place - 1, place + 1) if other in reading.story}
    return "byline" if "dateline" in beside else "caption" if "caption" in beside else ""
