"""Rows joined by subject and program, look-ups that choose among them, and sets told apart in three."""

from dataclasses import replace

import pytest

from advisor.facts import differ, distinct, look_up, old_year, wish_met, years_of
from advisor.frame import Frame, Narrowing, Order, Wish
from advisor.knowledge import price_attribute
from advisor.lexicon import Name
from advisor.sets import Sifting, rank, sift, tied
from advisor.tables import Fact
from index import Condition
from tests.advisor.world import BLUE, GULL, KESTREL, SHORE, WIND, world

ASKED = Frame("look_up", "")


def given(name: Name, attribute: str, narrowing: Narrowing = Narrowing(), text: str = "") -> list[str]:  # noqa: B008
    return [f.cell.text for f in look_up(name, attribute, replace(ASKED, text=text, narrowing=narrowing), world()[0])]


def names(sifting: Sifting) -> tuple[list[str], list[str], list[str]]:
    sides = (sifting.matching, sifting.failing, sifting.unknown)
    found = [[listing.name.name.split()[0] + listing.name.name.split()[1][:1] for listing in side] for side in sides]
    return found[0], found[1], found[2]


def wish(condition: Condition) -> Wish:
    return Wish((condition,), "so")


def test_a_subject_has_its_rows_of_all_guides_however_the_tables_write_it() -> None:
    assert {row.guide for row in world()[0].rows[BLUE]} == {"pilot", "tide"}


def test_a_program_is_a_listing_of_its_own() -> None:
    mine = [listing for listing in world()[0].listings if listing.name == KESTREL]
    assert [listing.program for listing in mine] == ["Coastal Skipper", "Ocean Navigation"]
    assert [[f.cell.text for f in listing.of("length")] for listing in mine] == [["3 months"], ["6 months"]]


def test_what_the_tables_tell_of_words_is_known() -> None:
    knowledge = world()[0]
    assert price_attribute(knowledge) == "price"
    assert knowledge.places == {"coast"}
    assert knowledge.ungiven == {"meals"}
    assert knowledge.units["wind"] == "text"
    assert knowledge.units["boats"] == "number"
    assert knowledge.holders["school", "cornwall"] == ("coast",)
    assert len(knowledge.checks) == 1
    assert knowledge.rarity("deck") > knowledge.rarity("school")


@pytest.mark.parametrize(
    ("text", "told"), [("so i cannot swim now", True), ("i cannot", False), ("we can't swim", True), ("", False)]
)
def test_words_of_a_life_are_heard_as_whole_words(text: str, told: bool) -> None:
    assert world()[0].tells_of_a_life(" ".join(text.replace("'", "").split())) == told


def test_an_empty_cell_is_no_fact() -> None:
    assert given(GULL, "price") == []
    assert given(SHORE, "passed") == []


def test_a_look_up_gives_every_guide_its_widest_price_unless_a_period_or_a_guide_is_asked() -> None:
    assert given(BLUE, "price") == ["$2,400", "$900"]
    assert given(BLUE, "price", Narrowing(period="year")) == ["$900"]
    assert given(BLUE, "price", Narrowing(guides=("pilot",))) == ["$2,400"]
    assert given(BLUE, "price", Narrowing(period="month")) == []


def test_of_two_years_the_newest_counts_unless_one_is_asked() -> None:
    assert given(WIND, "place") == ["1"]
    assert given(WIND, "place", Narrowing(years=("2025",))) == ["3"]
    assert given(WIND, "place", Narrowing(years=("2019",))) == []


def test_a_program_named_by_its_words_leaves_the_others_out() -> None:
    assert given(KESTREL, "price") == ["$4,000", "$6,500"]
    assert given(KESTREL, "price", text="ocean navigation at kestrel") == ["$6,500"]


def test_facts_differ_only_where_both_cannot_hold() -> None:
    knowledge = world()[0]

    def facts(name: Name, attribute: str) -> list[Fact]:
        return look_up(name, attribute, ASKED, knowledge)

    assert differ(facts(WIND, "swim"))
    assert differ(facts(BLUE, "boats"))
    assert not differ(facts(WIND, "boats"))
    assert not differ(facts(BLUE, "price"))  # a year is no total
    assert len(distinct(facts(WIND, "boats"))) == 2  # a guide each


def test_a_figure_much_older_than_its_guide_has_its_year_told() -> None:
    knowledge, guides, _ = world()
    (old,) = look_up(GULL, "length", ASKED, knowledge)
    assert years_of(old) == ["2021"]
    assert old_year(old, guides["tide"].updated) == "2021"
    assert old_year(look_up(WIND, "place", ASKED, knowledge)[0], guides["pilot"].updated) is None


def test_a_wish_is_met_missed_or_not_to_be_told() -> None:
    knowledge = world()[0]
    dear = wish(Condition("price", "at_least", 2000.0))
    assert wish_met(knowledge.facts(WIND, "price"), dear) is True
    assert wish_met(knowledge.facts(SHORE, "price"), dear) is False
    assert wish_met(knowledge.facts(GULL, "price"), dear) is None


def test_a_set_is_told_apart_guide_by_guide_and_the_unknown_is_no_miss() -> None:
    many, few = sift(Frame("filter", "", kind="school"), [wish(Condition("swim", "is", "not required"))], world()[0])
    assert (many.guide, few.guide) == ("pilot", "tide")
    assert names(many) == (["NorthW", "NorthS"], ["BlueH", "GullP"], ["KestrelY"])
    assert (many.considered, few.considered, few.matching) == (4, 2, ())


def test_programs_are_counted_one_by_one_where_the_wish_is_about_programs() -> None:
    (sifting,) = sift(Frame("filter", "", subjects=(KESTREL,)), [wish(Condition("length", "at_most", 4.0))], world()[0])
    assert [listing.program for listing in sifting.matching] == ["Coastal Skipper"]
    assert [listing.program for listing in sifting.failing] == ["Ocean Navigation"]


def test_a_ranking_orders_one_guide_in_one_period_and_keeps_who_has_no_value_apart() -> None:
    knowledge = world()[0]
    mine = [listing for listing in knowledge.listings if listing.guide == "pilot" and listing.name.kind == "school"]
    ranked = rank(mine, Order("price", lowest=True), Narrowing(), knowledge)
    assert ranked is not None
    assert [fact.cell.text for _, fact in ranked.entries] == ["$1,800", "$2,400", "$3,100", "$4,000", "$6,500"]
    assert (ranked.period, [listing.name for listing in ranked.unknown]) == ("total", [GULL])
    back = rank(mine, Order("price", lowest=False), Narrowing(), knowledge)
    assert back is not None
    assert back.entries == ranked.entries[::-1]
    assert rank(mine, Order("meals", lowest=True), Narrowing(), knowledge) is None
    assert tied(ranked.entries, 2, Order("price", lowest=True)) == 0
    assert tied((*ranked.entries[:1], ranked.entries[0]), 1, Order("price", lowest=True)) == 1
