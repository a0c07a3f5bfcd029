"""What a line of a plain-text dump is by its form alone: prose, furniture, a label, what opens a list."""

import re
from typing import Final, Literal

from diemtin.clean.dumps.marks import is_end
from diemtin.clean.dumps.vocabulary import NUMBER, TABLES, any_of, phrases, words_of

# "… quoted.” (TTXVN)", "… – VNS", "…./.": an agency signs the last sentence.
_SENTENCE_END: Final = re.compile(
    r"[.!?…](?:/\.)?(?:\s*[”\"'’»)\]]+)?(?:\s*[■◼▪●])?(?:\s*(?:[–—-]+\s*[A-ZĐ]{2,8}|\([A-ZĐ]{2,8}(?:[/+-][\w+]+)?\)))?$"
)
_HEADLINE_END: Final = re.compile(r"(?:[!?…]|\.\.\.)[”\"'’»)]*$")
HEADLINE: Final = 120  # characters; longer lines are prose, whatever they end with
_FURNITURE: Final = phrases(phrase for group in TABLES["furniture"].values() for phrase in group)
_TIME: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?", re.IGNORECASE)
_SHARE: Final = phrases(TABLES["furniture"]["share"])
_LONGEST: Final = max(map(len, _FURNITURE))
_COMMENTS: Final = phrases(TABLES["after_story"]["comments"])
_LISTING: Final = phrases(TABLES["after_story"]["listing"])
_LISTED, _WHICH = (any_of(TABLES["after_story"][name]) for name in ("listed", "which"))
_OTHERS: Final = re.compile(
    rf"(?:(?:các|những|xem|đọc|thêm) )*(?:{_LISTED})(?: (?:{_WHICH}))+|(?:(?:{_WHICH}) )+(?:{_LISTED})"
)
_FOOTER_LINES: Final = phrases(TABLES["after_story"]["footer_lines"])
_FOOTER: Final = re.compile(rf"\W{{0,9}}(?:{any_of(TABLES['after_story']['footer'])})", re.IGNORECASE)
_FOOT: Final = re.compile(rf"\W{{0,9}}(?:{any_of(TABLES['after_story']['foot_starts'])})\b", re.IGNORECASE)
# "Also found this week", "Elsewhere in this issue"
_ALSO: Final = re.compile(r"(?:also|elsewhere|what else)(?: \w+){0,4} this (?:week|weekend|month|issue|morning)")
# "Other clippings from this page"
_OF_THIS: Final = re.compile(r"(?:other|more) \w+ (?:from|in|on|by) this \w+")
# Of a section, an author, an outlet: "More from the river", "Most viewed in Opinion", "Đọc nhiều trong mục Ý kiến".
_MORE: Final = re.compile(
    r"(?:(?:more|most (?:read|viewed|popular)|trending) (?:from|in)|(?:đọc|xem) nhiều trong) (?:\w+ ?){1,4}$"
)
_RELATED: Final = re.compile(
    rf"(?:{any_of(TABLES['inline_related']['starts'])})\s*(?:(?:[:：|]|>>)\s*(?P<more>.*)|$)", re.IGNORECASE
)
# "Read on at our site: https://…"
_ELSEWHERE: Final = re.compile(
    rf"(?:{any_of(TABLES['inline_related']['starts'])})\b[^:]{{0,40}}:\s*https?://\S+", re.IGNORECASE
)
# "The table is updated every hour. Read more"
_LEADS_ON: Final = re.compile(
    rf"[.!?…]\s(?:{any_of(start for start in TABLES['inline_related']['starts'] if ' ' in start)})$", re.IGNORECASE
)
# "22-07-2018Phà …": a program glued another story's date to its headline.
_DATED: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?=[^\W\d_])(?:\S+\s+){5}")
_BACK: Final = re.compile(r"(?:[«‹←]|<-)\s")
_RELATED_MARKS: Final = tuple(TABLES["inline_related"]["marks"])
_GLUED: Final = re.compile(
    rf"(?:{any_of(start for start in TABLES['inline_related']['starts'] if ' ' in start)})(?=[^\W\d_])", re.IGNORECASE
)
_BOX: Final = 400  # characters of a box of other stories on one line
_OF_SAME: Final = re.compile(r"liên quan|cùng|related")
_NAME: Final = 40  # characters of a box's name before a colon
_LABELS: Final = {name: kind for kind, names in TABLES["labels"].items() for name in names}
_LABEL: Final = re.compile(
    rf"[^\w\d]{{0,9}}(?P<name>{any_of(_LABELS)})\s*(?:[:：]\s*(?P<rest>.*)|[:：]?$)", re.IGNORECASE
)
# "Author, Ann Lee": a broadcaster's label that only those who have the page read aloud hear.
_READ_ALOUD: Final = re.compile(r"(?:author|tác giả), (?P<names>[^.:!?]{4,80})", re.IGNORECASE)
# "Nguồn Bến Sông: https://…"; below a release that a service sent out, "SOURCE Bến Sông".
_SOURCE: Final = re.compile(
    r"(?i:nguồn|source):?\s+(?P<name>[^:]{2,40}?):?\s+https?://\S+|SOURCE (?P<sender>[^:.!?]{2,60})"
)
_BY: Final = frozenset(
    words for words in phrases(TABLES["bylines"]["starts"]) if words[-1] in {"by", "bởi"} and len(words) <= 2
)
_LONGEST_BY: Final = 20  # characters
_HASHTAGS: Final = re.compile(r"(?:#[^\W\d_][^#.:!?]{0,50})+")


def is_prose(text: str) -> bool:
    """Say whether *text* reads as a paragraph: a whole sentence, or longer than any headline."""
    words = len(text.split())
    if words < 5:
        return False
    if len(text) > HEADLINE and words > 20:
        return True
    # One short question, exclamation or unfinished line is a headline: "Giá vàng sẽ về đâu?", "Và rồi mưa đến…".
    cut_off = len(text) < 90 and _HEADLINE_END.search(text) and not re.search(r"[.!?]\s", text)
    return bool(_SENTENCE_END.search(text)) and not cut_off


def is_sentence(text: str) -> bool:
    """Say whether *text* ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def is_furniture(text: str) -> bool:
    """Say whether *text* is made of nothing but share words, counters, buttons, numbers, marks and emoji; a time of day
    may stand in a table.
    """
    return _TIME.fullmatch(text) is None and _is_made_of(text, _FURNITURE)


def is_button(word: str) -> bool:
    """Say whether *word* alone is furniture."""
    return words_of(word) in _FURNITURE


def shares(text: str) -> bool:
    """Say whether *text* is a share bar, or a button of one."""
    return any(map(str.isalpha, text)) and _is_made_of(text, _SHARE)


def _is_made_of(text: str, phrases: frozenset[tuple[str, ...]]) -> bool:
    if len(text) > 300:
        return False
    words = [word for word in words_of(text) if word != "{n}"]
    reached = {0}
    for start in range(len(words)):
        if start in reached:
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                if tuple(words[start:end]) in phrases:
                    reached.add(end)
    return len(words) in reached


def opens(text: str) -> Literal["comments", "listing", "footer"] | None:
    """Say what begins with this line: the readers' comments, a list of other stories, the foot of a mail or letter."""
    if set(NUMBER.findall(text)) == {"0"}:
        return None  # a counter: nobody has spoken yet
    words = tuple(word for word in words_of(text) if word != "{n}")
    if words in _COMMENTS:
        return "comments"
    if words in _FOOTER_LINES or _FOOTER.match(text) or is_end(text) or (_FOOT.match(text) and not is_prose(text)):
        return "footer"
    joined = " ".join(words)
    others = _OTHERS.fullmatch(joined) or _ALSO.fullmatch(joined) or _OF_THIS.fullmatch(joined)
    is_listing = words in _LISTING or others or (_MORE.match(joined) and not is_prose(text))
    return "listing" if is_listing else None


def related(text: str) -> Literal["line", "list"] | None:
    """Say whether the line sends the reader to another story, or begins a list of such lines."""
    bare = text.lstrip("[(*_👉📌🔎➡️•- ")
    if bare.startswith(_RELATED_MARKS) or _ELSEWHERE.fullmatch(bare) or _DATED.match(bare):
        return "line"
    if (_BACK.match(bare) and not is_prose(text)) or (len(text) <= HEADLINE and _LEADS_ON.search(text)):
        return "line"
    found = _RELATED.match(bare)
    if not found:
        return "line" if _is_glued(bare) or _names_box(bare) else None
    more = (found["more"] or "").strip()
    if is_prose(more) and len(more) > 2 * HEADLINE:
        return None
    return "line" if more or bare.endswith(">>") else "list"


def _is_glued(text: str) -> bool:
    """Say whether the line is a box of other stories that nothing parts from its name: "Đọc thêmPhà …"."""
    found = _GLUED.match(text) if len(text) <= _BOX else None
    return found is not None and text[found.end()].isupper()


def _names_box(text: str) -> bool:
    """Say whether a headline stands behind the name of a box: "Chuyên đề liên quan: Phà …"."""
    name, colon, more = text.partition(":")
    if not colon or len(name) > _NAME or not _OF_SAME.search(name.casefold()) or is_prose(more):
        return False
    return _OTHERS.fullmatch(" ".join(words_of(name))) is not None


def label(text: str) -> tuple[str, str] | None:
    """Return the kind of fact that the line's label names (title, section, author, tags, …) and what follows it."""
    found = _LABEL.match(text) if len(text) <= 1000 else None
    if not found:
        aloud = _READ_ALOUD.fullmatch(text)
        return ("author", aloud["names"]) if aloud and all(map(_begins_large, aloud["names"].split())) else None
    kind, rest = _LABELS[found["name"].casefold()], (found["rest"] or "").strip()
    if not rest and kind != "tags":
        return None
    if kind == "section" and "," in rest:  # a blog files a post under several topics
        kind = "tags"
    return None if is_prose(rest) and kind not in {"title", "lede"} else (kind, rest)


def _begins_large(word: str) -> bool:
    return word[0].isupper()


def is_label(text: str) -> bool:
    """Say whether *text* is the label of a fact and nothing else: "Tác giả:", "By"."""
    found = _LABEL.match(text) if text[-1:] in ":：" else None
    if found and (found["rest"] or _LABELS[found["name"].casefold()] == "tags"):  # of tags there may be many lines
        return False
    return found is not None or (len(text) <= _LONGEST_BY and words_of(text) in _BY)


def source(text: str) -> str | None:
    """Return the outlet that the line names as where the story came from."""
    found = _SOURCE.fullmatch(text)
    return (found["name"] or found["sender"]) if found else None


def are_hashtags(text: str) -> bool:
    """Say whether the line is made of tags that each have their hash: "#phà #Cần Giờ"."""
    return _HASHTAGS.fullmatch(text) is not None
