"""Lines of a plain-text dump in which the outlet speaks to its readers, or of itself."""

import re
from typing import Final

from diemtin.clean.dumps.lines import is_prose, shares
from diemtin.clean.dumps.vocabulary import TABLES, any_of, phrases, words_of

_FIELDS: Final = phrases(TABLES["newsletter"]["fields"])
_CALLS: Final = phrases(TABLES["invitations"]["calls"])
_ABOUT_MAIL: Final = re.compile(rf"\b(?:{any_of(TABLES['newsletter']['words'])})\b", re.IGNORECASE)
_OFFERS: Final = re.compile(r"(?:get|join|nhận)\s", re.IGNORECASE)
_PROMISE: Final = 120  # characters of a heading or a promise
_INVITATION: Final = re.compile(rf"\W{{0,9}}(?:{any_of(TABLES['invitations']['starts'])})\b", re.IGNORECASE)
# "Theo dõi Bến Sông trên", and the network on the next line or on the same; "… on X, Facebook and Instagram".
_FOLLOW: Final = re.compile(
    r"\W{0,9}(?:theo dõi|follow)\b(?:.{0,40}\s(?:trên|on)(?: \S+){0,2}|.{0,20}: ?@\w+)\W*", re.IGNORECASE
)
_ON_NETWORKS: Final = re.compile(r"\W{0,9}(?:theo dõi|follow)\b.{0,60}?\s(?:trên|on)\s(?P<networks>.+)", re.IGNORECASE)
# "Ủng hộ Quỹ Bến Sông qua số tài khoản …": no sentence of the story's.
_DONATE: Final = re.compile(r"(?:ủng hộ|quyên góp|donate)\b.{5,100}(?:tài khoản|\baccount)\b.*[^.]", re.IGNORECASE)
# "Get our daily newsletter", "Sign up to River Weekly: …".
_BY_MAIL: Final = re.compile(
    r"(?:get|receive|join|sign up to) (?:the|our|your|a|free|(?-i:[A-Z])\w*) .{0,80}\bnewsletters?\b|"
    r"sign up to (?:our|get|receive|(?-i:[A-Z])\w*)\b|"
    r"đăng ký (?:để )?nhận (?:tin tức|tin mới)\b",
    re.IGNORECASE,
)
# "If you value our reporting, please consider supporting us", "Support us from £1": money for what reporters do is
# asked of who reads it; a sentence about papers asks for none.
_SUPPORT: Final = re.compile(
    r"(?=if you|please|help (?:us|keep|fund|support)|consider (?:\w+ing|a)|support (?:us|independent|local|quality)|"
    r"(?:your|every) (?:support|contribution|donation|gift)|we (?:rely|depend) on)"
    r"(?=.{0,200}\b(?:our|independent|local|quality|trusted) (?:\w+ ){0,2}"
    r"(?:journalism|reporting|reporters|journalists|newsroom|coverage)\b)"
    r".{0,300}\b(?:support|donat|contribut|subscri|becom|keep|fund|consider)|"
    r"(?:support|join|back) us (?:from|for|with) (?:\w+ ){0,4}[£$€]\d|"
    r"(?:nếu|hãy|mời|xin)\b.{0,120}\b(?:ủng hộ|tiếp sức cho|đồng hành cùng) (?:chúng tôi|tòa soạn|toà soạn)\b",
    re.IGNORECASE,
)
# "You have 2 free articles left this month", "Bạn còn 2 bài đọc miễn phí": a paywall counts.
_METER: Final = re.compile(
    r"(?:you(?:['’]ve| have)(?: \w+){0,4}|this is your(?: \w+){0,2}) (?:free|complimentary) "
    r"(?:articles?|stor(?:y|ies)|essays?|posts?|reads|views)\b|bạn (?:còn|đã đọc|đã xem)(?: \w+){1,4} miễn phí\b",
    re.IGNORECASE,
)
# "Theo dõi bản đồ bão trực tuyến TẠI ĐÂY": of the link only its words are left; a sentence has a stop.
_HERE: Final = re.compile(rf"(?:{any_of(TABLES['invitations']['verbs'])})\b.{{0,100}}\btại đây[^\w.]*", re.IGNORECASE)
_INVITATIONS: Final = (*TABLES["invitations"]["holds"], *TABLES["invitations"]["notices"])
# "The post … appeared first on …": WordPress at the end of a feed's item.
_CLOSING: Final = re.compile(
    rf"\W{{0,9}}(?:{any_of(TABLES['closing']['starts'])}|the post .{{3,200}} (?:appeared first|first appeared) on |"
    r"bài viết .{3,200} (?:đã )?xuất hiện (?:đầu tiên|lần đầu) )",
    re.IGNORECASE,
)
# "(Báo Bến Sông, ngày 14/7/2025, trang 6)", "(Theo Bến Sông)": where a clipping is from.
_SOURCE: Final = re.compile(r"\((?:theo|báo|nguồn|tạp chí)[ :][^()]{2,80}\)\.?", re.IGNORECASE)
_CLOSING_HOLDS: Final = tuple(TABLES["closing"]["holds"])
_ABOUT_AUTHOR: Final = phrases(TABLES["closing"]["author"])
_READERS: Final = tuple(TABLES["closing"]["readers"])
_IMPRINT_START: Final = re.compile(rf"[^\w©(®]{{0,9}}(?:{any_of(TABLES['imprint']['starts'])})", re.IGNORECASE)
# "Copyright 2001 …", "© 2001-2024 …", "Bản quyền (c) 2019 …"
_COPYRIGHT: Final = re.compile(r"\W*(?:copyrights?|©|bản quyền|c\))\W*(?:\(?c\)\s*)?(?:19|20)\d\d\b", re.IGNORECASE)
# "Copyright The River Sun. Reproduced with permission.", not "Copyright law …"
_OWNER: Final = re.compile(
    r"\W*(?:(?i:copyright)|©|\([cC]\)) (?:by )?[A-ZĐ][\w&'’-]*(?: (?:of|the|and|&|[A-ZĐ][\w&'’-]*))*\.(?=\s|$)"
)
_SPONSOR: Final = re.compile(rf"(?:^\W{{0,9}}|\bis )(?:{any_of(TABLES['newsletter']['sponsors'])})\b", re.IGNORECASE)
_LETTERHEAD: Final = re.compile(
    r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam$|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc\W*$", re.IGNORECASE
)
_RIGHTS: Final = tuple(TABLES["imprint"]["holds"])


def is_call(text: str) -> bool:
    """Say whether *text* is the button of an advertisement."""
    return len(text) <= _PROMISE and words_of(text) in _CALLS


def is_field(text: str) -> bool:
    """Say whether *text* is the field of a form that asks for an e-mail address."""
    return len(text) <= _PROMISE and words_of(text) in _FIELDS


def promises(text: str) -> bool:
    """Say whether *text* may be what stands above such a field: short, and about news by mail or an offer."""
    return len(text) <= _PROMISE and bool(_ABOUT_MAIL.search(text) or _OFFERS.match(text))


def invites(text: str) -> bool:
    """Say whether the outlet speaks to its readers in this line: read on, follow us, support us, accept our cookies."""
    folded = text.casefold()
    return (
        len(text) <= 400
        and text[:1] not in '"“'
        and (
            _follows(text)
            or _DONATE.fullmatch(text) is not None
            or _BY_MAIL.match(text) is not None
            or _SUPPORT.match(text) is not None
            or _METER.match(text) is not None
            or _HERE.fullmatch(text) is not None
            or _INVITATION.match(text) is not None
            or any(phrase in folded for phrase in _INVITATIONS)
        )
    )


def _follows(text: str) -> bool:
    """Say whether the line asks readers to follow the outlet on social networks."""
    found = _ON_NETWORKS.match(text)
    return _FOLLOW.fullmatch(text) is not None or (found is not None and shares(found["networks"]))


def is_imprint(text: str) -> bool:
    """Say whether the line belongs to the imprint: rights, licence, editors, addresses."""
    return len(text) <= 400 and (
        states_rights(text) or is_letterhead(text) or (begins_imprint(text) and not is_prose(text))
    )


def is_letterhead(text: str) -> bool:
    """Say whether the line belongs to the head of a Vietnamese office's letter."""
    return _LETTERHEAD.search(text) is not None and not is_prose(text)


def begins_imprint(text: str) -> bool:
    """Say whether the line begins as one of an imprint does, whatever it goes on with."""
    return len(text) <= 400 and _IMPRINT_START.match(text) is not None


def sponsors(text: str) -> bool:
    """Say whether the line names who pays for a newsletter, above what they want to sell."""
    return len(text) <= _PROMISE and _SPONSOR.search(text) is not None and not is_prose(text)


def introduces_author(text: str) -> bool:
    """Say whether the line is the heading over an author's life."""
    return len(text) <= _PROMISE and words_of(text) in _ABOUT_AUTHOR


def closes_story(text: str) -> bool:
    """Say whether the outlet speaks in this line below a story: who helped, whose views they are, where to write to."""
    folded = text.casefold()
    if len(text) > 400:
        return False
    if _CLOSING.match(text) or _SOURCE.fullmatch(text) or any(phrase in folded for phrase in _CLOSING_HOLDS):
        return True
    return ("@" in text or begins_imprint(text)) and any(word in folded for word in _READERS)


def states_rights(text: str) -> bool:
    """Say whether the line says who may copy, in whatever words around it."""
    folded = text.casefold()
    owned = _COPYRIGHT.match(text) or _OWNER.match(text)
    return owned is not None or any(phrase in folded for phrase in _RIGHTS)
