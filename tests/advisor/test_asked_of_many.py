"""Several at once and all of a kind: who is chosen among, what is listed of everybody, what most have."""

import pytest

from advisor.arithmetic.costs import read_sum
from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library
from tests.advisor.talks import last, names_shown


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("my employer covers 10k a year, degree 53k over 2 years, what do i pay", "$53,000 − 2 × $10,000 = $33,000"),
        ("tuition 20k a year for 2 years, employer pays 8k each year", "2 × ($20,000 − $8,000) = $24,000"),
        ("42k loan, expect 20k more salary, how many years till its paid", "$42,000 ÷ $20,000 = 2.1 years"),
        ("loan 54000 how long to repay if salary jumps 25k", "$54,000 ÷ $25,000 ≈ 2.2 years"),
    ],
)
def test_what_somebody_pays_every_year_is_taken_off_once_a_year(question: str, formula: str) -> None:
    found = read_sum(question)
    assert found is not None
    assert found.formula == formula


def test_a_benefit_told_over_several_sentences_is_one_sum(adviser: Adviser) -> None:
    text = adviser.ask("employer gives 12000/yr. usc is 62k, 2 yrs. out of pocket?").answer.text
    assert text.startswith("$62,000 − 2 × $12,000 = $38,000.")


def test_a_choice_after_two_names_stays_between_them(adviser: Adviser) -> None:
    cheaper = adviser.ask("is upenn or nyu better ranked and which cheaper").answer.text
    assert "University of Pennsylvania has the lower tuition" in cheaper
    assert "Georgia Tech" not in cheaper
    suited = last(adviser, "columbia vs cmu", "which is better for research").text
    assert "research roles" in suited
    assert "$" not in suited


def test_one_instead_of_another_is_set_against_it(adviser: Adviser) -> None:
    text = adviser.ask("how much would i save going unt instead of cmu campus").answer.text
    assert "$31,500 − $13,604.98" in text


def test_several_attributes_of_several_schools_are_a_table(adviser: Adviser) -> None:
    answer = adviser.ask("gatech uiuc purdue: gre, credits, price").answer
    assert names_shown(answer) == {f"{what} (Online ML Master's Guide)" for what in ("GRE rule", "Credits", "Tuition")}


def test_a_list_of_all_is_a_table_of_those_that_have_a_value(adviser: Adviser) -> None:
    answer = adviser.ask("list all states with their median tuition").answer
    assert answer.table is not None
    assert len(answer.table.rows) == 10
    ordered = adviser.ask("list states by number of programs").answer.text
    assert "| 1 | California: 23" in ordered


def test_what_programs_take_in_general_is_told_of_no_single_school(adviser: Adviser) -> None:
    text = adviser.ask("how many credits do they take").answer.text
    assert "30 credits for 13 of 17 programs; the others have 32, 33 or 45" in text
    assert "Syracuse" not in text


def test_a_sentence_that_names_several_stands_before_the_few_cells_with_a_word(adviser: Adviser) -> None:
    text = adviser.ask("which programs end with capstone").answer.text
    assert text.startswith("Northeastern University, Stevens Institute of Technology and Drexel University")


def test_a_sum_with_a_name_that_fits_two_is_done_with_each(adviser: Adviser) -> None:
    text = adviser.ask("how much cheaper is uw than usc").answer.text
    assert "than University of Washington: $66,640 − $11,524" in text
    assert "than University of Wisconsin–Madison: ~$62,000 − $33,000" in text


def test_a_condition_behind_the_name_that_bounds_is_kept(adviser: Adviser) -> None:
    assert "Colorado State University Global" in names_shown(adviser.ask("anything cheaper than purdue online").answer)
    assert "(online, tuition below" in adviser.ask("anything cheaper than purdue online").answer.text


def test_a_set_told_by_a_word_shows_the_columns_that_have_it(adviser: Adviser) -> None:
    table = adviser.ask("which schools does google hire from").answer.table
    assert table is not None
    assert all("Google" in " ".join(cell.text for cell in row) for row in table.rows)


def test_a_kind_of_thing_whose_name_asks_for_an_attribute_is_asked_of_who_is_named(adviser: Adviser) -> None:
    assert "Qualcomm" in adviser.ask("what employers hire from usc and nyu").answer.text


def test_what_a_figure_means_is_no_average(adviser: Adviser) -> None:
    assert "share of students who finish" in adviser.ask("what does graduation rate mean on hakia").answer.text
