"""Short forms are written out, and only where they are meant."""

import pytest

from index.searching.names import Names

NAMES = Names(
    {
        "school": {
            "Carnegie Mellon University": ["CMU", "cmu", "Carnegie Mellon"],
            "University of North Texas": ["UNT", "unt"],
            "Penn State": ["PSU"],
        },
        "role": {"Machine learning engineer": ["ML engineer", "cmu"]},
    }
)


@pytest.mark.parametrize(
    ("question", "spelled"),
    [
        ("cmu price?", "cmu (Carnegie Mellon University) price?"),
        ("price of CARNEGIE MELLON", "price of CARNEGIE MELLON (Carnegie Mellon University)"),
        ("is cmu's gre needed", "is cmu (Carnegie Mellon University)'s gre needed"),
        ("ml engineer or unt", "ml engineer (Machine learning engineer) or unt (University of North Texas)"),
        ("one unit, Unt, psu", "one unit, Unt, psu"),
        ("carnegie mellon university", "carnegie mellon university"),
        ("penn state", "penn state"),
        ("", ""),
    ],
)
def test_a_short_form_is_followed_by_its_name(question: str, spelled: str) -> None:
    assert NAMES.spell_out(question) == spelled


def test_without_a_vocabulary_questions_stay_as_they_are() -> None:
    assert Names({}).spell_out("cmu price?") == "cmu price?"
    assert Names({"school": {}}).spell_out("cmu price?") == "cmu price?"
