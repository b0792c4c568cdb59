"""The shape of the vocabulary: the parts that the adviser reads, with the keys and choices it knows."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.words import Condition, LifeFact, choices, vocabulary

WORDS = vocabulary()
PARTS = {
    "subjects", "ambiguous", "attributes", "conditions", "life_facts", "acts", "topics", "kinds", "background", "replies",
    "other_levels", "titles", "everyday",
}  # fmt: skip
TOPICS = {"cost", "admission", "study", "standing", "place", "career", "research"}
MAY_HAVE = {"role", "periods", "values", "topic", "says", "least", "most"}
REPLIES = {
    "topic",
    "asked_for_pay",
    "asked_for_a_job",
    "reaction",
    "forgotten",
    "noted",
    "which",
    "greeting",
    "thanks",
    "goodbye",
    "pleasantry",
    "scope",
    "about",
    "advertising",
    "closing",
    "examples",
    "ask_gpa",
    "other_scale",
    "ask_experience",
    "ask_background",
}
KINDS = {"school", "other_school", "degree", "other_degree", "role", "state", "specialization", "employer"}
UNITS = {"money", "number", "percent", "duration", "choice", "text", "rank", "gpa"}
PERIODS = {"total", "year", "credit"}
BETTER = {"low", "high", "none"}
ACTS = {
    "explain", "list", "look_up", "compare", "filter", "rank", "count", "calculate", "recommend", "eligibility",
    "who_says", "small_talk", "about", "advertising", "out_of_scope",
}  # fmt: skip
NEEDED = {"label", "unit", "headers", "asked", "better", "of"}


def leaves(value: object) -> Iterator[object]:
    """Every scalar of the file, keys included, so that an unquoted `no` or `1` is found."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def unknown_choices(setting: Condition | LifeFact) -> list[str]:
    values = WORDS["attributes"][setting["attribute"]].get("values", {})
    return [choice for choice in choices(setting["is"]) if choice not in values]


def test_the_vocabulary_has_its_parts() -> None:
    assert set(WORDS) == PARTS
    assert set(WORDS["subjects"]) == KINDS


def test_everything_in_it_is_text_and_nothing_is_empty() -> None:
    assert [leaf for leaf in leaves(WORDS) if not isinstance(leaf, str) or not leaf.strip()] == []


def test_every_state_of_the_union_is_there() -> None:
    assert len(WORDS["subjects"]["state"]) == 51


def test_a_postal_code_is_written_in_capitals() -> None:
    codes = [alias for aliases in WORDS["subjects"]["state"].values() for alias in aliases if len(alias) == 2]
    assert [code for code in codes if not code.isupper()] == []


def test_an_attribute_has_its_keys_and_no_others() -> None:
    wrong = {name: set(a) ^ NEEDED for name, a in WORDS["attributes"].items() if set(a) - MAY_HAVE != NEEDED}
    assert wrong == {}


def test_an_attribute_uses_a_known_unit_and_direction() -> None:
    attributes = WORDS["attributes"].items()
    assert [name for name, a in attributes if a["unit"] not in UNITS or a["better"] not in BETTER] == []


def test_an_attribute_belongs_to_a_known_topic() -> None:
    assert [name for name, a in WORDS["attributes"].items() if a.get("topic", "cost") not in TOPICS] == []


def test_a_sentence_pattern_has_its_two_places() -> None:
    said = {name: a["says"] for name, a in WORDS["attributes"].items() if "says" in a}
    assert [name for name, pattern in said.items() if "{subject}" not in pattern or "{value}" not in pattern] == []


def test_superlatives_stand_only_where_values_have_an_order() -> None:
    ordered = {"money", "number", "percent", "duration", "rank", "gpa"}
    wrong = [n for n, a in WORDS["attributes"].items() if {"least", "most"} & set(a) and a["unit"] not in ordered]
    assert wrong == []


def test_the_fixed_replies_are_all_there() -> None:
    assert set(WORDS["replies"]) == REPLIES


def test_the_names_of_kinds_and_the_background_are_known_kinds() -> None:
    assert set(WORDS["kinds"]) <= KINDS
    assert set(WORDS["background"]) <= KINDS


def test_money_and_only_money_has_periods() -> None:
    attributes = WORDS["attributes"].items()
    assert [name for name, a in attributes if (a["unit"] == "money") != ("periods" in a)] == []
    assert [name for name, a in attributes if not set(a.get("periods", [])) <= PERIODS] == []


def test_a_choice_and_only_a_choice_has_values() -> None:
    assert [n for n, a in WORDS["attributes"].items() if (a["unit"] == "choice") != bool(a.get("values"))] == []


def test_an_attribute_describes_known_kinds_of_subject() -> None:
    assert [name for name, a in WORDS["attributes"].items() if not set(a["of"]) <= KINDS] == []


def test_labels_are_distinct() -> None:
    labels = [a["label"] for a in WORDS["attributes"].values()]
    assert sorted(set(labels)) == sorted(labels)


def test_headers_and_question_words_are_in_lower_case() -> None:
    words = [word for a in WORDS["attributes"].values() for word in (*a["headers"], *a["asked"])]
    assert [word for word in words if word != word.lower()] == []


def test_every_attribute_can_be_asked_for() -> None:
    assert [name for name, a in WORDS["attributes"].items() if len(a["asked"]) < 3] == []


def test_a_condition_sets_a_choice_that_its_attribute_has() -> None:
    assert [c for c in WORDS["conditions"] if set(c) != {"words", "attribute", "is"} or unknown_choices(c)] == []


def test_a_life_fact_makes_a_profile_entry() -> None:
    assert [fact for fact in WORDS["life_facts"] if not {"words", "profile", "text"} <= set(fact)] == []


def test_a_life_fact_that_sets_a_condition_says_its_assumption() -> None:
    extra = {"attribute", "is", "assumes"}
    setting = [fact for fact in WORDS["life_facts"] if set(fact) & extra]
    assert [fact for fact in setting if not extra <= set(fact) or unknown_choices(fact)] == []


MOST = {"out_of_scope": 60}  # the world is wide


def test_every_act_has_a_dozen_to_two_dozen_examples() -> None:
    assert set(WORDS["acts"]) == ACTS
    assert {
        act: len(phrases) for act, phrases in WORDS["acts"].items() if not 12 <= len(phrases) <= MOST.get(act, 25)
    } == {}


def test_an_example_is_what_a_person_would_type() -> None:
    assert [p for phrases in WORDS["acts"].values() for p in phrases if set(p) & set("{}<>[]")] == []


def test_every_topic_has_words() -> None:
    assert [topic for topic, words in WORDS["topics"].items() if len(words) < 3] == []
