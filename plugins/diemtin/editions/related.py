"""Stories that go with a story: those nearest in time that share its rarest tags, or its section."""

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

RELATED: Final = 5
# Of each tag or section only this many neighbours in time, before and after, are looked at: so the work grows with the
# stories, not with their square, and one new story changes few pages.
_WINDOW: Final = 12


def relate(articles: Sequence[Any], topics: Iterable[Sequence[Any]]) -> None:
    """Set ``related_articles`` of each article: at most ``RELATED``, by rarity of what they share, then nearness.

    *topics* are the stories of each tag and of each section. All are in the order of the edition (newest first).
    """
    rank = {article.story_id: place for place, article in enumerate(articles)}
    scores: list[dict[int, float]] = [{} for _ in articles]
    for members in topics:
        weight = math.log(1 + len(articles) / len(members))
        places = [rank[article.story_id] for article in members]
        for here, place in enumerate(places):
            score = scores[place]
            for other in places[max(0, here - _WINDOW) : here + _WINDOW + 1]:
                score[other] = score.get(other, 0.0) + weight
    for place, article in enumerate(articles):
        others = scores[place]
        others.pop(place, None)
        best = sorted(others, key=lambda other: (-round(others[other], 6), abs(other - place), other))[:RELATED]
        article.related_articles = [articles[other] for other in best]
