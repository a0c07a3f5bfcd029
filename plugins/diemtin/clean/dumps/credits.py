"""Lines that name people: who wrote, and whose picture is not here."""

import re
from typing import Final

from diemtin.clean.dumps.lines import is_button, is_prose
from diemtin.clean.dumps.vocabulary import SECTIONS, TABLES, any_of, phrases, words_of
from diemtin.clean.facts.authors import names_job

_NAME: Final = re.compile(r"(?:[^\W\d_]\.?)+(?:[-'’][^\W\d_]+)*")
_NUMERAL: Final = re.compile(r"[IVX]{2,}\.?")  # "III. Về" is a heading
_NAMES_APART: Final = re.compile(r"\s*[,;&/|–—]\s*|\s+-\s+|\s+(?:và|and|với)\s+", re.IGNORECASE)
_CAPTION_START: Final = re.compile(
    rf"[\[(*_]*(?:(?:{any_of(TABLES['captions']['starts'])})(?:\s*[:：]|\s*\d{{1,2}}\s*(?:[:：.]|$))|"
    r"(?:photo(?:graph)?s?|image) by\s|image (?:caption|source),|(?:nguồn|chụp lại) hình ảnh,)",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(r"\[[^\[\]|]{1,150}\]")
_CUT_CREDIT: Final = re.compile(r"credit(?:\.{3}|…)", re.IGNORECASE)
_GLUED_CREDIT: Final = re.compile(r"(?<=[.!?”)\w])Credit(?:\.{3}|…|: ?)(?=[^\W\d_])")
_AGENCY_CREDIT: Final = re.compile(rf"[|/]\s*(?:{any_of(TABLES['captions']['agencies'])})$", re.IGNORECASE)
# "(Getty Images/iStockphoto)", torn or whole.
_AGENCY_ALONE: Final = re.compile(
    rf"\(?(?:image:?\s*)?(?:{any_of(TABLES['captions']['agencies'])})(?:\s*/[\w .-]{{2,40}})?\)?", re.IGNORECASE
)
_CREDITED: Final = any_of(TABLES["captions"]["ends"])
# Initials and sites have stops: "T.H", "N.V.A.", "example.org".
_CAPTION_END: Final = re.compile(
    rf"(?:^|[\s(\[.–-])(?:{_CREDITED})\s*(?:[:：]|\bby\b)\s*(?:[^.:!?]|\.(?!\s)|(?<=\s\w)\.){{2,60}}[.)\]*_]*$|"
    rf"[–-]\s*(?:{_CREDITED})\s*\d{{1,2}}\.?$",
    re.IGNORECASE,
)
_CAPTION_BRACKET: Final = re.compile(
    r"\((?:(?:ảnh|hình|photo|picture)\s[^()]{2,60}\)\W*|(?:nguồn|source)\s*:[^()]{2,60}\))$", re.IGNORECASE
)
# "VNA/VNS Photo Mai Hương", "AP Photo/Ann Lee", "Courtesy photo", "Photo courtesy of the museum".
_AGENCY_PHOTO: Final = re.compile(
    r"(?:^|[.\s(–—-])(?:[A-Z]{2,6}(?:/[A-Z]{2,6})*|[Cc]ourtesy|[Ff]ile) [Pp]hotos?(?:[ /][A-ZĐ][^.:!?]{2,40})?[.)]*$"
    r"|\b[Pp]hotos? courtesy of [^.]{2,60}\.?$"
)
# "… REUTERS/Ann Lee/File Photo Purchase Licensing Rights, opens new tab"
_WIRE_PHOTO: Final = re.compile(
    rf"(?:^|\W)(?:{any_of(TABLES['captions']['wires'])})/[A-ZÀ-ỸĐ][^/:!?]{{2,40}}?(?:/[\w ]{{3,20}}?)?(?: via [\w ]+?)?"
    r"(?: Purchase Licensing Rights.{0,20})?$"
)
# "… Ann Lee/AFP", "… Ann Lee/Getty Images Europe", "… (AP)": the agency behind who took it, or alone.
_WIRES: Final = any_of([*TABLES["captions"]["wires"], *map(str.title, TABLES["captions"]["agencies"])])
_FOR_WIRE: Final = re.compile(
    rf"(?:^|\s)[A-ZÀ-ỸĐ][\w.'’-]+ [A-ZÀ-ỸĐ][\w.'’-]+/(?:{_WIRES})(?:[ /][\w ]{{2,20}})?$|\s\((?:{_WIRES})\)$"
)
# "(Supplied: Ann Lee)", "(Ann Lee / River Sun)": who gave it, or took it, and for whom.
_GIVEN_BY: Final = re.compile(
    r"\((?:[A-Z][\w ]{2,30}: (?P<names>[^():]{4,40})|(?P<taker>[^()/]{4,40}?) ?/[^()]{2,40})\)$"
)
# "The first boat on Sept. 9. Ann Lee/The River Sun", "… Ann Lee for The River Sun", "… Ann Lee River-Sun file": who
# took it, and for which paper.
_CAPITALISED: Final = r"[A-Z][\w.'’-]*"
_OUTLET: Final = rf"{_CAPITALISED}(?: (?:of|the|and|&|{_CAPITALISED})){{0,5}}"
_TAKEN_FOR: Final = re.compile(
    rf"[.”\"]\s(?P<names>{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}?)(?:/{_OUTLET}|,? for (?:the )?{_OUTLET}|"
    rf",? (?:[A-Z][\w'’-]*[ -])*?(?:[A-Z][\w'’-]* file|(?i:{any_of(TABLES['bylines']['papers'])})(?: file)?))$"
)
# "Quang cảnh hội nghị", "Đồng chí Minh Anh phát biểu tại hội nghị": below the picture of an event, without a full stop.
_EVENT: Final = any_of(TABLES["captions"]["events"])
_ACT: Final = any_of(TABLES["captions"]["acts"])
_AT_EVENT: Final = re.compile(
    rf"(?:(?:quang|toàn) cảnh|[^.:]{{2,80}} (?:{_ACT})) (?:{_EVENT})\b[^.:!?]*", re.IGNORECASE
)
# "Highlights Hải Âu 3-2 Sông Thương": over the clip of a match.
_CLIP: Final = re.compile(r"(?:video|clip|highlights)\b[^.:!?]*\d\s?[-–]\s?\d[^.:!?]*", re.IGNORECASE)
_TAKEN_BY: Final = re.compile(rf"(?:{_CREDITED})\s*[:：]\s*(?P<names>.+)", re.IGNORECASE)
_WHERE: Final = re.compile(r"(?:reporting|reported) from [^.!?]+|(?:role|vai trò), [^.!?]+", re.IGNORECASE)
_LONGEST: Final = 100  # characters of a signature
_SHORT: Final = 100  # characters of a sentence that is a caption if it ends with a picture's label in brackets
_CAPTIONS: Final = phrases(TABLES["captions"]["whole"])
_BYLINE: Final = re.compile(
    rf"[^\w]{{0,9}}(?!theo dõi\b)(?:{any_of(TABLES['bylines']['starts'])})\b\s*[:：]?\s*(?P<names>.+)$", re.IGNORECASE
)
_BYLINE_END: Final = re.compile(
    rf"(?P<names>.+?)(?:\s*[(\[–-]\s*|\s+)(?:{any_of(TABLES['bylines']['ends'])})\s*[)\]]?\.?$", re.IGNORECASE
)
# "Minh Anh (TTXVN)", "Minh Anh/VOV-Tây Bắc", "Minh Anh - Ảnh: Quốc Bảo", "Ann Lee | ann@example.org": whose news it is,
# who took the pictures, where to write to. "Ann Lee in Can Gio and Bob Ray at Priory Lane": where they were.
_BESIDE_NAMES: Final = re.compile(
    r"\s(?:in|at|tại)(?: (?:the )?(?-i:[A-ZĐ])[\w'’-]+){1,4}(?=$|,\s|\s(?:and|và)\s)|"
    r"\s*(?:\([^()]{2,40}\)|,\s*(?-i:[A-Z]{2,6})|[-–|;,.]\s*(?:ảnh|photos?)\s*:.+|/\s*(?-i:[A-ZĐ]{2,6}\d?)\b.*|[|,]?\s*\S+@\S+)$",
    re.IGNORECASE,
)
# "ThS. Minh Anh", "PGS.TS Minh Anh": what a person is, in capitals within a word; "[avatar] Minh Anh": a picture,
# "M Minh Anh": the letter that stands for one.
_BEFORE_NAMES: Final = re.compile(
    r"^(?:\[[^\]]{1,20}\]\s*|(?P<letter>[A-ZĐ])\s(?=(?P=letter)\w)|(?:[A-ZĐ][a-z]*[A-ZĐƯ]\w*\.\s*)+(?:[A-ZĐ][a-z]*[A-ZĐƯ]\w*\s)?(?=\w))"
)
# "Words: Ann Lee — Photos: Bob Ray": who did what.
_ROLES_APART: Final = re.compile(r"\s+[–—|/·•-]\s+|\s*[;|]\s*")
_ROLE: Final = re.compile(r"(?P<role>[^:]{2,20})[:：]\s*(?P<names>.+)")
_BEHIND_NAMES: Final = re.compile(
    r"\s+(?:at|on|lúc|vào|ngày|published|updated|posted)(?:\s|$)|\s*[|•·]\s*", re.IGNORECASE
)
_WRITES: Final = phrases(TABLES["labels"]["author"])
_NOBODY: Final = phrases(TABLES["bylines"]["nobody"])
_OFFICE: Final = re.compile(rf"(?:{any_of(TABLES['bylines']['offices'])})\b", re.IGNORECASE)
_PAPER: Final = re.compile(
    rf".*\s(?:{any_of(TABLES['bylines']['papers'])})$|(?:tạp chí|báo điện tử|cổng thông tin)\s", re.IGNORECASE
)
_STAFF: Final = phrases(TABLES["bylines"]["staff"])


def is_caption(text: str) -> bool:
    """Say whether the line belongs to a picture: it begins or ends with who took it, or says no more than that."""
    if len(text) > 400:
        return False
    forms = (
        is_credit(text)
        or is_picture(text)
        or _CAPTION_START.match(text)
        or _CAPTION_END.search(text)
        or _AGENCY_PHOTO.search(text)
        or _WIRE_PHOTO.search(text)
        or (len(text) <= 2 * _SHORT and _FOR_WIRE.search(text))
        or _GLUED_CREDIT.search(text)
    )
    if (beside := _TAKEN_FOR.search(text)) and are_names(beside["names"]):
        return True
    if len(text) <= 2 * _SHORT and (given := _GIVEN_BY.search(text)) and is_given(given[0]):
        return True
    return bool(words_of(text) in _CAPTIONS or forms) or (
        (len(text) <= _SHORT or not is_prose(text)) and bool(_CAPTION_BRACKET.search(text))
    )


def shows_event(text: str) -> bool:
    """Say whether the line, inside a story, says what the picture of an office's event shows, or the clip of a
    match; a headline may say so, too.
    """
    return len(text) <= _SHORT and any(form.fullmatch(text) for form in (_AT_EVENT, _CLIP))


def is_picture(text: str) -> bool:
    """Say whether the line is what a text browser writes for a picture: its words or its file's name in brackets."""
    return _PICTURE.fullmatch(text) is not None and any(map(str.isalpha, text)) and not is_prose(text[1:-1])


def is_credit(text: str) -> bool:
    """Say whether the line is a picture's credit, below its caption: cut short, or with an agency for pictures."""
    if len(text) > _LONGEST:
        return _CUT_CREDIT.match(text) is not None
    return any((_CUT_CREDIT.match(text), _AGENCY_CREDIT.search(text), _AGENCY_ALONE.fullmatch(text)))


def is_given(text: str) -> bool:
    """Say whether *text* is who gave or took a picture, and for whom, in brackets and nothing else."""
    found = _GIVEN_BY.fullmatch(text)
    return found is not None and are_names(found["names"] or found["taker"])


def names_taker(text: str) -> bool:
    """Say whether the line says who took a picture and nothing else: "Ảnh: Quốc Bảo"."""
    found = _TAKEN_BY.fullmatch(text) if len(text) <= _LONGEST else None
    return found is not None and are_names(found["names"])


def byline(text: str) -> str | None:
    """Return the names in a line that says who wrote or edited, ``""`` for a staff signature, None for another line."""
    if len(text) > _LONGEST or is_prose(text):
        return None
    if words_of(text) in _STAFF:
        return ""
    bare = _BEFORE_NAMES.sub("", _BESIDE_NAMES.sub("", text))
    if bare != text and are_names(bare):
        return bare
    if (writers := who_wrote(text)) is not None:
        return writers
    name, _, outlet = text.partition("/")
    if outlet and are_names(name) and not are_names(text):
        return name
    if are_names(_NAMES_APART.split(text, maxsplit=1)[0]) and names_job(text):
        return text
    if found := _BYLINE_END.match(text):
        return found["names"] if are_names(found["names"]) else None
    if (found := _BYLINE.match(text)) and len(_names_first(found["names"]).split()) <= 8:
        # "Theo Vân Anh" and "Theo Lao Động" look alike: neither is an author's own byline.
        if text.casefold().lstrip("(").startswith("theo "):
            return ""
        return _names_first(found["names"])
    return None


def _names_first(names: str) -> str:
    """Return *names* without the time and what else is set apart behind them: "Posted by Ann Lee at 9:15 in Birds"."""
    first = _BEHIND_NAMES.split(names)[0]
    return first if are_names(first) else names


def who_wrote(text: str) -> str | None:
    """Return the writers of a line that says who did what ("Words: … — Photos: …"), None for another line."""
    pieces = _ROLES_APART.split(text) if text.count(":") > 1 else []
    roles = [role for piece in pieces if (role := _ROLE.fullmatch(piece)) and are_names(role["names"])]
    if len(roles) < max(2, len(pieces)):
        return None
    return ", ".join(role["names"] for role in roles if words_of(role["role"]) in _WRITES)


def is_labelled(text: str) -> bool:
    """Say whether the line says by a word of its own that what follows are authors."""
    return _BYLINE.match(text) is not None


def is_labelled_byline(text: str) -> bool:
    """Say whether the line is a byline with a word of its own and nothing but people: "by: Ann Lee"."""
    found = _BYLINE.match(text) if len(text) <= _LONGEST else None
    return found is not None and are_names(found["names"])


def says_where(text: str) -> bool:
    """Say whether the line, below a byline, says where its author was, or in which office: "Reporting from Can Gio and
    a ferry", "Role, Transport correspondent".
    """
    return len(text) <= _LONGEST and _WHERE.fullmatch(text) is not None


def signs(text: str) -> bool:
    """Say whether the line is a signature: names, alone or in a byline."""
    return byline(text) is not None or are_names(text)


def are_names(text: str) -> bool:
    """Say whether *text* is one or a few names of people: two to five capitalised words each."""
    if len(text) > _LONGEST or words_of(text) in SECTIONS:
        return False
    names = [name for name in _NAMES_APART.split(text.strip("*_()[]. -–—|•·")) if name]
    return 0 < len(names) <= 4 and all(_is_name(name) for name in names)


def is_office(text: str) -> bool:
    """Say whether *text* is the name of an office or a paper, which may be built as a person's is."""
    return _OFFICE.match(text) is not None or is_paper(text)


def is_paper(text: str) -> bool:
    """Say whether *text* begins or ends as a paper's name does."""
    return _PAPER.match(text) is not None


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or words_of(text) in _NOBODY or is_office(text) or any(map(is_button, words)):
        return False
    return all(_NAME.fullmatch(word) and word[0].isupper() for word in words) and not _NUMERAL.fullmatch(words[0])
