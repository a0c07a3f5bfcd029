"""The story's own tables, where a program wrote each cell on a line of its own."""

from itertools import groupby
from typing import Final

from diemtin.clean.dumps.reading import Reading

_WORDS: Final = 6  # of a cell
_CELLS: Final = 6  # of a table
_ROWS: Final = 2  # in which numbers stand beside each other; a widget or a list of goods has one beside each name


def keep_numbers(reading: Reading) -> None:
    """Keep the numbers that stand among short lines of the story, as its prices and scores do; a share bar has buttons
    between its numbers.
    """
    for is_table, run in groupby(reading.story, key=lambda place: _is_cell(reading, place)):
        cells = list(run)
        rows = groupby(cells, key=lambda place: bool(reading.rules[place]))
        several = sum(is_number and len(list(row)) > 1 for is_number, row in rows)
        if is_table and len(cells) >= _CELLS and several >= _ROWS:
            for place in cells:
                reading.rules[place] = ""


def _is_cell(reading: Reading, place: int) -> bool:
    """Say whether the line is a number alone, or a few words that are left in."""
    text, rule = reading.paragraphs[place].text, reading.rules[place]
    if rule == "furniture":
        return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
    return not rule and len(text.split()) <= _WORDS and not reading.is_story(place)
