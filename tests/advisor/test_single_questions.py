"""Single questions of every kind: what is asked is what is answered, with the fact that was asked in front."""

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("best uni for robotics", ["No guide names schools for this", "GRASP Lab", "RASC"]),
        ("best school for a data scientist", ["Clark University", "common roles of graduates"]),
        ("which schools have evening classes", ["University of Washington", "Campus (evening)"]),
    ],
)
def test_a_field_that_no_guide_names_schools_for_is_found_in_their_own_rows(
    adviser: Adviser, question: str, told: list[str]
) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "answered"
    assert all(words in answer.text for words in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("should a program cover rag and llms nowadays", "newer skills"),
        ("best uni for cybersecurity", "nine concentrations, from cybersecurity to robotics"),
    ],
)
def test_what_was_hardly_looked_up_and_has_no_cell_is_answered_in_words(
    adviser: Adviser, question: str, told: str
) -> None:
    assert told in adviser.ask(question).answer.text


def test_a_difference_stands_beside_what_is_asked_and_is_no_number(adviser: Adviser) -> None:
    text = adviser.ask("diff between uiuc n gatech in price n gre").answer.text
    assert "$14,000" in text
    assert "| GRE rule" in text


def test_a_claim_that_one_guide_bears_out_and_another_does_not_hears_both(adviser: Adviser) -> None:
    text = adviser.ask("since columbia doesnt need gre i can apply there right").answer.text
    assert "Required (Online ML Master's Guide" in text
    assert "Optional (TechGuide" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many schools did hakia look at", "127 accredited programs"),
        ("how many programs did the online guide compare", "ten online"),
        ("how many schools does techguide rank", "TechGuide ranks 10 campus programs and 6 online programs"),
    ],
)
def test_how_many_a_guide_looked_at_is_as_it_says_itself(adviser: Adviser, question: str, told: str) -> None:
    assert told in adviser.ask(question).answer.text.split(" [1]")[0]


def test_what_is_set_aside_is_not_what_is_asked(adviser: Adviser) -> None:
    text = adviser.ask("gpa aside what do they care about").answer.text
    assert text.startswith("Admissions committees also weigh work experience")


def test_a_degree_of_another_level_is_told_by_its_own_row(adviser: Adviser) -> None:
    text = adviser.ask("how long is the undergrad degree in cs with ml at clark").answer.text
    assert text.startswith("Clark University takes 4 years")


def test_how_many_years_asks_also_behind_what_is_told_of_a_life(adviser: Adviser) -> None:
    assert "2.5–4 years" in adviser.ask("if i go slow and keep my job how many years r we talking").answer.text


def test_which_one_is_searched_with_what_it_is_for(adviser: Adviser) -> None:
    text = adviser.ask("i want to do research later, which online one").answer.text
    assert text.startswith("Carnegie Mellon University and Columbia University")


def test_anything_in_a_place_asks_for_schools(adviser: Adviser) -> None:
    assert "University of North Texas" in adviser.ask("anything in texas thats cheap").answer.text


def test_a_specialty_is_no_job(adviser: Adviser) -> None:
    assert "$165,000" in adviser.ask("which speciality makes the most money").answer.text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("would our son work on real company projects at northwestern", "Northwestern University students practice"),
        ("does a thesis or catch-up class lengthen the degree", "A thesis can take longer"),
        ("grad plus loan", "The Online ML Master's Guide warns that Grad PLUS loans"),
    ],
)
def test_the_sentence_that_answers_comes_first_where_the_section_was_asked_otherwise(
    adviser: Adviser, question: str, first: str
) -> None:
    assert adviser.ask(question).answer.text.startswith(first)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is upenns ai thing for a working backend dev", "suits professionals who already have a background"),
        ("is omscs for beginners", "with a computer science foundation"),
        ("Drexel good if me not CS guy?", "without a strong computer science background"),
    ],
)
def test_whether_it_is_for_such_people_is_told_by_whom_it_suits(adviser: Adviser, question: str, told: str) -> None:
    answer = adviser.ask(question).answer
    assert told in answer.text.split(" [1]")[0]


def test_the_ends_of_an_order_are_set_apart_with_what_is_doubted_of_them(adviser: Adviser) -> None:
    text = adviser.ask("difference between cheapest and most expensive campus program").answer.text
    assert "$231,585.02" in text
    assert "the figure looks wrong" in text
    assert "$60,750" in adviser.ask("how much cheaper is the cheapest online than the dearest").answer.text


def test_a_word_of_every_day_names_no_school(adviser: Adviser) -> None:
    text = adviser.ask("can i change pace later if life gets in the way").answer.text
    assert text.startswith("Many programs let students switch between part-time and full-time")


def test_a_state_in_a_sentence_points_at_no_school(adviser: Adviser) -> None:
    reply = adviser.ask("where r most of the programs, which state")
    assert reply.answer.text.startswith("California has the most")
    assert reply.answer.table is None


def test_a_length_that_is_usual_is_told_in_words(adviser: Adviser) -> None:
    answer = adviser.ask("avg time to finish online").answer
    assert "1.5 to 2 years full-time" in answer.text
    assert answer.table is None


def test_a_short_name_with_the_s_of_what_it_has_is_that_name(adviser: Adviser) -> None:
    text = adviser.ask("are hakia and techguide in agreement about cmus price").answer.text
    assert "$62,260 a year (Hakia" in text
    assert "$31,500 in total (TechGuide" in text


def test_the_place_named_beside_a_name_of_several_decides_whom_it_means(adviser: Adviser) -> None:
    answer = adviser.ask("penn's ai masters, do i have to be in philly").answer
    assert answer.status == "answered"
    assert "Pennsylvania State" not in answer.text


def test_a_town_beside_a_state_stays_a_town(adviser: Adviser) -> None:
    text = adviser.ask("give me schools in new york or boston").answer.text
    assert "Northeastern University" in text
    assert "Clark University" not in text


def test_who_is_called_the_best_is_told_by_the_guides_own_rankings(adviser: Adviser) -> None:
    text = adviser.ask("everyone says carnegie is the best, do the guides agree").answer.text
    assert "comes first in Hakia" in text
    assert "comes first in TechGuide" in text


def test_a_word_in_another_form_is_no_strange_word(adviser: Adviser) -> None:
    assert "gaming and entertainment" in adviser.ask("i wanna make games, which one").answer.text


def test_a_place_in_an_order_that_no_cell_gives_is_answered_in_words(adviser: Adviser) -> None:
    text = adviser.ask("is ml engineer one of the fastest growing jobs, i read linkedin said so").answer.text
    assert "fourth in its 2022 Jobs on the Rise list" in text


def test_a_background_beside_a_grade_is_answered_by_the_sentence_that_names_it(adviser: Adviser) -> None:
    text = adviser.ask("i have a 3.5 in physics, can i get into cmu").answer.text
    assert "People from mathematics, physics, statistics and engineering often enter" in text


def test_what_a_recommendation_went_by_is_said_once(adviser: Adviser) -> None:
    text = adviser.ask("30k saved, work full time, no gre pls, what do u suggest").answer.text
    assert text.count("no gre") == 1
    assert "Not required" not in text
