"""What the vocabulary promises: one form, one meaning, and nothing in the guides' tables that it does not know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest

from tests.corpus.reading import UNKNOWN, own_tables
from tests.corpus.words import forms, subjects_named, vocabulary

WORDS = vocabulary()
KIND_OF_HEADER = {
    "Degree": "degree",
    "Role": "role",
    "State": "state",
    "Specialization": "specialization",
    "Employer": "employer",
}


def twice(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(word.casefold() for word in words).items() if times > 1]


def first_column(header: str) -> set[str]:
    return {cell for table in own_tables() if table.header[0] == header for cell in table.column(0)}


def cells_under(headers: tuple[str, ...]) -> set[str]:
    """The known cells of every column of the four guides whose header opens with one of these."""
    columns = [(table, index) for table in own_tables() for index, _ in enumerate(table.header)]
    found = [table.column(index) for table, index in columns if table.header[index].casefold().startswith(headers)]
    return {cell for column in found for cell in column} - {UNKNOWN}


def test_every_alias_points_to_one_subject() -> None:
    meant = defaultdict(set)
    for form, subject in forms(WORDS):
        meant[form.casefold()].add(subject)
    assert {form: sorted(subjects) for form, subjects in meant.items() if len(subjects) > 1} == {}


def test_a_form_is_listed_once_for_its_subject() -> None:
    repeated = [form for (form, _), times in Counter(forms(WORDS)).items() if times > 1]
    assert repeated == []


def test_an_ambiguous_form_is_no_alias() -> None:
    aliases = {a.casefold() for kind in WORDS["subjects"].values() for given in kind.values() for a in given}
    assert [form for form in WORDS["ambiguous"] if form.casefold() in aliases] == []


def test_an_ambiguous_form_that_is_a_subject_lists_that_subject_too() -> None:
    canonical = {subject.split(": ", 1)[1]: subject for _, subject in forms(WORDS)}
    missing = [
        form
        for form, names in WORDS["ambiguous"].items()
        if form in canonical and canonical[form] not in [s for name in names for s in subjects_named(WORDS, name)]
    ]
    assert missing == []


def test_an_ambiguous_form_names_two_known_subjects_or_more() -> None:
    assert [form for form, names in WORDS["ambiguous"].items() if len(set(names)) < 2] == []
    unclear = [n for names in WORDS["ambiguous"].values() for n in names if len(subjects_named(WORDS, n)) != 1]
    assert unclear == []


def test_every_school_in_a_table_of_the_four_guides_is_known_by_that_name() -> None:
    assert sorted(first_column("School") - set(WORDS["subjects"]["school"])) == []


@pytest.mark.parametrize(("header", "kind"), KIND_OF_HEADER.items())
def test_every_other_subject_in_a_table_of_the_four_guides_is_known(header: str, kind: str) -> None:
    known = {form.casefold() for form, subject in forms(WORDS) if subject.startswith(f"{kind}: ")}
    assert sorted(cell for cell in first_column(header) if cell.casefold() not in known) == []


def test_every_school_named_as_a_top_program_is_known() -> None:
    named = {c for t in own_tables() if "Top program" in t.header for c in t.column(t.header.index("Top program"))}
    assert sorted(named - set(WORDS["subjects"]["school"])) == []


def test_a_school_is_either_in_the_guides_or_not() -> None:
    schools, others = (set(WORDS["subjects"][kind]) for kind in ("school", "other_school"))
    assert schools & others == set()
    assert first_column("School") & others == set()


def test_a_question_word_asks_for_one_attribute() -> None:
    assert twice(word for attribute in WORDS["attributes"].values() for word in attribute["asked"]) == []


def test_a_column_header_belongs_to_one_attribute() -> None:
    assert twice(header for attribute in WORDS["attributes"].values() for header in attribute["headers"]) == []


def test_every_attribute_of_the_guides_has_a_header_that_opens_a_column_of_theirs() -> None:
    columns = [header.casefold() for table in own_tables() for header in table.header]
    given = [a for a in WORDS["attributes"].values() if a["label"] not in OF_GUIDES_TO_COME]
    named = [[h for h in a["headers"] if any(column.startswith(h) for column in columns)] for a in given]
    assert [a["label"] for a, headers in zip(given, named, strict=True) if a["headers"] and not headers] == []


OF_GUIDES_TO_COME = {
    "start dates",
    "TOEFL or IELTS scores",
    "scholarship amounts",
}  # no guide here gives them for a school


def test_every_choice_in_the_guides_is_one_that_people_can_ask_for() -> None:
    for attribute in WORDS["attributes"].values():
        words = tuple(word for given in attribute.get("values", {}).values() for word in given)
        cells = cells_under(tuple(attribute["headers"])) if words else set()
        assert sorted(cell for cell in cells if not cell.casefold().startswith(words)) == [], attribute["label"]


def test_a_word_makes_one_choice_of_an_attribute() -> None:
    repeated = [twice(w for given in a.get("values", {}).values() for w in given) for a in WORDS["attributes"].values()]
    assert [words for words in repeated if words] == []


def test_a_word_sets_one_condition() -> None:
    assert twice(word for condition in WORDS["conditions"] for word in condition["words"]) == []


def test_a_word_tells_one_life_fact() -> None:
    assert twice(word for fact in WORDS["life_facts"] for word in fact["words"]) == []


def test_an_example_phrasing_shows_one_act() -> None:
    assert twice(phrase for phrases in WORDS["acts"].values() for phrase in phrases) == []


def test_a_word_tells_one_topic() -> None:
    assert twice(word for words in WORDS["topics"].values() for word in words) == []


def test_what_a_life_fact_assumes_is_not_also_a_plain_condition() -> None:
    plain = {word.casefold() for condition in WORDS["conditions"] for word in condition["words"]}
    assert [word for fact in WORDS["life_facts"] for word in fact["words"] if word.casefold() in plain] == []
