"""Related stories share rare tags, are near in time, and cost no more than the stories do."""

from collections import defaultdict
from types import SimpleNamespace

from diemtin.editions.related import RELATED, relate


def related(tagged: list[str]) -> list[list[int]]:
    articles = [SimpleNamespace(story_id=place, related_articles=None) for place in range(len(tagged))]
    tags = defaultdict(list)
    for article, names in zip(articles, tagged, strict=True):
        for name in names.split():
            tags[name].append(article)
    relate(articles, tags.values())
    return [[other.story_id for other in article.related_articles] for article in articles]


def test_a_rare_tag_weighs_more_than_a_common_one_and_the_nearer_story_wins() -> None:
    assert related(["a b", "a", "a", "a b", "a"])[0][:2] == [3, 1]


def test_a_story_is_not_related_to_itself_nor_to_one_without_a_common_tag() -> None:
    assert related(["a", "b", "a"]) == [[2], [], [0]]


def test_there_are_never_more_than_fit_below_a_story() -> None:
    assert {len(others) for others in related(["a"] * 100)} == {RELATED}
