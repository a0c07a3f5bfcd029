"""The order of names in an index, as Vietnamese dictionaries have it; English names keep theirs."""

import unicodedata
from typing import Final

# Letters first: a with breve comes after a, đ after d. Tones tell only apart what is else the same: ba, bà, bả, bã, bá,
# bạ. F, j, w and z stand where they do in English.
_LETTERS: Final = {letter: place for place, letter in enumerate(" 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES: Final = {
    "\N{COMBINING GRAVE ACCENT}": 1,
    "\N{COMBINING HOOK ABOVE}": 2,
    "\N{COMBINING TILDE}": 3,
    "\N{COMBINING ACUTE ACCENT}": 4,
    "\N{COMBINING DOT BELOW}": 5,
}


def alphabetical(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a key that sorts *name* by its letters, then its tones, then as it is written."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", name.casefold()):
        parts = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        if letter:  # a tone without a letter is none
            letters.append(_LETTERS.get(letter, len(_LETTERS) + ord(letter[0])))
        tones.append(sum(_TONES.get(part, 0) for part in parts))
    return tuple(letters), tuple(tones), name
