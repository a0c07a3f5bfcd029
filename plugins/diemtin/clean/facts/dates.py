"""Dates as pages write them."""

import datetime as dt
from zoneinfo import ZoneInfo


def parse_date(text: str, zone: ZoneInfo, *, day_first: bool = True) -> dt.datetime | None:
    """Return the moment that *text* states, in *zone*, or None."""
    try:
        moment = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
