"""Datelines: the line on a page that says when a story was published."""


def find_dateline(text: str) -> str | None:
    """Return the part of *text* that states a date, or None."""
    return None
