"""Towns: smaller places that no table is about and that some cell names."""

from dataclasses import replace

import pytest

from advisor.understanding.mentions import find_mentions
from advisor.understanding.towns import towns
from tests.advisor.test_computed import real


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schools in boston", ["in Boston"]),
        ("schools not in pittsburgh", ["not in Pittsburgh"]),
        ("programs near san diego", ["in San Diego"]),
        ("schools in philly", ["in Philadelphia"]),
        ("schools in new york", []),  # the state
        ("the boston price", []),
    ],
)
def test_a_town_is_not_widened_to_its_state(text: str, said: list[str]) -> None:
    knowledge, *_ = real()
    found = towns(find_mentions(text, knowledge.lexicon, lambda word: word in knowledge.words), knowledge)
    assert [wish.said for wish in found.values()] == said
    assert {wish.attribute for wish in found.values()} <= {"city"}


def test_without_a_column_for_places_there_are_no_towns() -> None:
    knowledge, *_ = real()
    none = replace(knowledge, values={})
    assert none.towns == {}
