"""Words folded for comparison, and the names of a vocabulary and of tables found among them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.words import phrase, plural, stem, tokens, words
from tests.advisor.world import BLUE, GULL, KESTREL, SHORE, WIND, mentioned, world


@given(st.text(max_size=80))
def test_every_word_of_any_text_remembers_where_it_stood(text: str) -> None:
    found = tokens(text)
    assert [text[token.start : token.end] for token in found] == [token.typed for token in found]
    assert all(0 <= one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Québec", "quebec"), ("café’s", "cafe"), ("U.S", "us"), ("heyyyy", "hey"), ("C++", "c++"), ("3.5", "3.5"), ("$$", "$$")],
)  # fmt: skip
def test_case_accents_dots_possessives_and_drawn_out_letters_do_not_count(typed: str, folded: str) -> None:
    assert words(typed) == (folded,)


def test_a_phrase_has_no_articles() -> None:
    assert phrase("The Blue Harbor's") == "blue harbor"


def test_a_stem_loses_its_plural_and_nothing_else() -> None:
    assert [stem(word) for word in ("academies", "boats", "glass", "bus", "this")] == [
        "academy", "boat", "glass", "bus", "this",
    ]  # fmt: skip
    assert [plural(word) for word in ("school", "dairy", "bay")] == ["schools", "dairies", "bays"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("blue harbor", (BLUE,)),
        ("BHS", (BLUE,)),
        ("Blue Harbor Sailing", (BLUE,)),  # without "School"
        ("gull poiint", (GULL,)),
        ("kestral", (KESTREL,)),
        ("north shore", (SHORE,)),
        ("the North Wind's", (WIND,)),
    ],
)
def test_a_subject_is_known_by_name_alias_short_form_and_with_a_slip(typed: str, meant: tuple[object, ...]) -> None:
    assert [mention.meant for mention in mentioned(f"what about {typed}").subjects] == [meant]


def test_a_form_of_two_subjects_names_both() -> None:
    (mention,) = mentioned("how about north").subjects
    assert set(mention.meant) == {WIND, SHORE}


def test_two_letter_forms_count_only_as_typed() -> None:
    assert [m.meant for m in mentioned("boats at NW").subjects] == [(WIND,)]
    assert mentioned("nw is nice").subjects == ()
    assert mentioned("NW IS NICE").subjects == ()


def test_a_negated_name_is_marked() -> None:
    assert [(m.form, m.negated) for m in mentioned("Gull Point, not Kestrel").subjects] == [
        ("gull point", False), ("kestrel", True),
    ]  # fmt: skip


def test_the_longer_form_takes_the_words_of_the_shorter() -> None:
    found = mentioned("schools without a swimming test")
    assert [m.meant.values for m in found.demands] == [("not required",)]
    assert found.attributes == ()


def test_tables_give_their_own_columns_and_first_columns_as_words() -> None:
    found = mentioned("wind on the coasts")
    assert [m.meant for m in found.attributes] == [("wind",), ("coast",)]
    assert [m.meant for m in found.kinds] == ["coast"]


def test_a_mistyped_column_is_found_and_a_known_word_is_not_mended() -> None:
    assert [m.meant for m in mentioned("its lenght").attributes] == [("length",)]
    assert mentioned("soft shoes and a jacket").attributes == ()


def test_at_least_and_at_most_put_nothing_in_order() -> None:
    assert mentioned("at least 10 boats").orders == mentioned("at most ten boats").orders == ()
    assert [m.form for m in mentioned("most boats").orders] == ["most"]
    assert [m.meant for m in mentioned("the dearest").orders] == [("price", "high")]


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from("blue harbor north wind no swimming test price most".split())).map(" ".join)
)
def test_what_is_named_in_any_text_stands_inside_it(text: str) -> None:
    found = mentioned(text)
    assert all(0 <= span.start < span.end <= len(found.tokens) for span in found.spans())


def test_every_subject_of_a_table_has_a_form() -> None:
    knowledge = world()[0]
    assert set(knowledge.rows) <= {name for names in knowledge.lexicon.subjects.values() for name in names}
