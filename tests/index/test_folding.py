"""Repetitions are one find; whatever differs in a figure, a name or a "not" is none."""

from dataclasses import replace

import pytest

from index.chunks import Chunk
from index.searching.folding import Said

TEXT = "Duke University asks for two letters of recommendation and a short statement of purpose."
CHUNK = Chunk("1", "guide", ("Guide", "Documents"), "prose", TEXT)
ELSEWHERE = replace(CHUNK, id="2", path=("Guide", "Applying"))


def repeats(one: Chunk, other: Chunk) -> bool:
    assert Said.by(one).repeats(Said.by(other)) == Said.by(other).repeats(Said.by(one))
    return Said.by(one).repeats(Said.by(other))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace(" and a short", ", and a short"),
        TEXT.replace("a short statement", "one short statement"),
    ],
)
def test_the_same_words_in_two_places_of_one_guide_are_one(text: str) -> None:
    assert repeats(CHUNK, replace(ELSEWHERE, text=text))


@pytest.mark.parametrize(
    "other",
    [
        replace(ELSEWHERE, text=TEXT.replace("Duke", "Drexel")),
        replace(ELSEWHERE, text=TEXT.replace("two letters", "2 letters")),
        replace(ELSEWHERE, text=TEXT.replace("a short", "a 1.5")),
        replace(ELSEWHERE, text=TEXT.replace("asks", "never asks")),
        replace(ELSEWHERE, text="Costs and fees of the first year are listed in the table below, by school."),
        replace(ELSEWHERE, guide="other"),
        replace(ELSEWHERE, kind="list"),
        replace(ELSEWHERE, check=True),
    ],
)
def test_what_says_something_else_stays(other: Chunk) -> None:
    assert not repeats(CHUNK, other)


def test_short_answers_to_two_questions_stay_apart() -> None:
    yes = Chunk("1", "guide", ("Guide", "Is it online?"), "question", "Yes, Duke says.")
    assert not repeats(yes, replace(yes, id="2", path=("Guide", "Is it long?")))
    assert repeats(yes, replace(yes, id="2"))


def test_equal_rows_of_two_tables_stay_apart() -> None:
    row = Chunk("1", "guide", ("Guide", "Ranking 2025"), "row", "School: Mercer University; Rank: 9; City: Macon")
    assert not repeats(row, replace(row, id="2", path=("Guide", "Ranking 2026")))
    assert not repeats(row, replace(row, id="2", text=row.text.replace("9", "8")))
    assert repeats(row, replace(row, id="2"))
