"""Words in common are counted as people write them, and their score means the same for every question."""

import pytest

from index.searching.keywords import Keywords

TEXTS = [
    "Purdue University takes 30 credits and $25,000 in all.",
    "The M.S. in C++ needs a GPA of 3.0.",
    "Duke University requires no GRE.",
    "R and Python are taught in the first semester.",
    "C and C# are taught in the second.",
]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("25,000", 0),
        ("$25000", 0),
        ("25k", 0),
        ("3.0", 1),
        ("c++", 1),
        ("c", 4),
        ("c#", 4),
        ("m.s.", 1),
        ("MS", 1),
        ("r", 3),
        ("UNIVERSITIES with credit", 0),
    ],
)
def test_figures_signs_abbreviations_and_single_letters_are_words(question: str, text: int) -> None:
    scores = Keywords(TEXTS).scores(question)
    assert scores.argmax() == text
    assert scores[text] > 0


@pytest.mark.parametrize("question", ["", "?!", "zebra", "25", "3"])
def test_words_that_no_text_has_score_nothing(question: str) -> None:
    assert Keywords(TEXTS).scores(question).tolist() == [0.0] * len(TEXTS)


def test_scores_lie_between_nothing_and_everything() -> None:
    keywords = Keywords(TEXTS)
    for question in [*TEXTS, "credits credits credits", "duke", "university duke purdue gre"]:
        scores = keywords.scores(question)
        assert scores.min() >= 0
        assert scores.max() <= 1.00001
    assert keywords.scores("Duke")[2] == pytest.approx(1)


def test_a_question_of_which_half_is_unknown_scores_half_as_sure() -> None:
    keywords = Keywords(TEXTS)
    assert keywords.scores("duke zebra")[2] == pytest.approx(keywords.scores("duke")[2] / 2, rel=0.1)


def test_saying_a_word_twice_changes_nothing() -> None:
    keywords = Keywords(TEXTS)
    assert keywords.scores("duke duke purdue").tolist() == keywords.scores("duke purdue").tolist()


@pytest.mark.parametrize("texts", [[], [""], ["", "–"]])
def test_texts_without_words_can_be_searched(texts: list[str]) -> None:
    assert Keywords(texts).scores("duke").tolist() == [0.0] * len(texts)
