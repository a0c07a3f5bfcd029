"""Posts of a channel or a forum: each ends with how often it was seen or begins with its number; the longest is the
story.
"""

import re
from itertools import pairwise
from typing import Final

from diemtin.clean.dumps.reading import Reading
from diemtin.clean.dumps.vocabulary import TABLES, any_of, phrases, words_of

# "4.7K views edited 07:12": Telegram's last line of each message.
_SEEN: Final = re.compile(
    rf"[\d.,]+\s?[KMN]?\s*(?:{any_of(TABLES['posts']['views'])})\W*(?:(?:{any_of(TABLES['posts']['edited'])})\W*)?"
    r"\d{1,2}:\d{2}(?:\s?[AP]M)?",
    re.IGNORECASE,
)
_STARTER: Final = phrases(TABLES["posts"]["starter"])
_FORUM: Final = _STARTER | phrases(TABLES["posts"]["forum"])
_NUMBER: Final = re.compile(r"#\d{1,5}")
_FEW: Final = 2  # posts


def leave_out_other_posts(reading: Reading) -> None:
    """Leave out all posts but the one that tells most."""
    ends = [place + 1 for place, one in enumerate(reading.paragraphs) if _SEEN.fullmatch(one.text)]
    starts = _numbered(reading)
    edges = sorted({*starts, len(reading.rules)} if starts else {0, *ends, len(reading.rules)})
    posts = [range(start, stop) for start, stop in pairwise(edges)]
    if len(posts) < _FEW:
        return
    longest = max(posts, key=reading.told)
    for place in range(edges[0], len(reading.rules)):
        if place not in longest:
            reading.rules[place] = reading.rules[place] or "another post"


def _numbered(reading: Reading) -> list[int]:
    """Return the places of a forum's numbers, which stand at the head of each post and count up."""
    places = [place for place, one in enumerate(reading.paragraphs) if _NUMBER.fullmatch(one.text)]
    if not places or not any(words_of(one.text) in _FORUM for one in reading.paragraphs):
        return []  # the ranks of a list
    numbers = [int(reading.paragraphs[place].text[1:]) for place in places]
    return places if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else []


def names_starter(reading: Reading, place: int) -> bool:
    """Say whether the line is the label of who began a forum's thread."""
    return words_of(reading.paragraphs[place].text) in _STARTER if place < len(reading.paragraphs) else False
