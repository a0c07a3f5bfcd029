"""Names in a byline."""


def split_authors(text: str) -> tuple[str, ...]:
    """Return the names of people in a byline."""
    return (text,) if text else ()
