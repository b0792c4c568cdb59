"""Guides without one table: what their sentences say of the schools that they name is found, and nobody gets another's figure."""

import re
from pathlib import Path

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_library
from index.settings import Settings

LETTERS = """---
title: Letters from five programs
updated: 2026-03-01
---
# Letters from five programs

## Elm University: small and expensive
Elm University charges $54,100 for its online degree and does not apologise. The cohort is small, forty students a year.
You need a 3.0 GPA and no GRE. Applications close on July 1 for the fall.

## Oak State and Ash Tech: two neighbours
Oak State asks for $45,600 from non-residents. The GRE is required there, with 308 as the number people quoted to me.
Ash Tech is dearer at $51,500 and dropped the GRE in 2024.

## Fir Institute, for contrast
Fir Institute asks CHF 730 a semester. The exam in the first winter sends a quarter of the class home.

## Should I do a bootcamp first?
Only if you have never programmed. A bootcamp of twelve weeks costs about $13,500.

## What do banks want?
Co-signer : a person who pays if you do not; foreign students nearly always need one
DTI : debt-to-income ratio, at most 43% for most lenders
Deferment : a pause in payments, granted for up to 36 months
"""
WORDS = """
subjects:
  school: {Oak State University: [Oak State]}
  other_school: {Elm University: [Elm], Ash Tech: [], Fir Institute: [], Yew University: [Yew]}
  degree: {Bootcamp: [bootcamps]}
attributes:
  tuition: {label: tuition, unit: money, headers: [tuition], better: low, of: [school], asked: [tuition, price, cost, fees, how much]}
  gre: {label: GRE rule, unit: choice, headers: [gre], of: [school], asked: [gre]}
  gpa: {label: minimum GPA, unit: gpa, headers: [gpa], of: [school], asked: [gpa, what gpa]}
  deadline: {label: application deadlines, unit: text, of: [school], asked: [deadline, applications close]}
kinds: {school: [university, universities, program, programs]}
background: [degree]
"""
MARK = re.compile(r"\s*\[\d+\]")


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    """Who has read this one guide."""
    folder: Path = tmp_path_factory.mktemp("prose")
    (folder / "guides").mkdir()
    (folder / "guides" / "letters.md").write_text(LETTERS, "utf-8")
    (folder / "vocabulary.yaml").write_text(WORDS, "utf-8")
    chosen = Settings(corpus=folder, data=folder / "data", embedding=None, chroma_url=None)
    build_index(chosen)
    return Adviser(Shelves(open_library(chosen)))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("how much is elm", "Elm University charges $54,100"),
        ("elm deadline", "Applications close on July 1 for the fall."),
        ("what gpa do i need for elm", "You need a 3.0 GPA and no GRE."),
        ("oak state gre", "The GRE is required there"),
        ("fir institute fees", "Fir Institute asks CHF 730 a semester."),
        ("how many students at elm", "forty students a year"),
        ("how much does a bootcamp cost", "costs about $13,500"),
    ],
)
def test_what_a_sentence_says_of_a_school_is_told(adviser: Adviser, question: str, shown: str) -> None:
    answer = adviser.ask(question).answer
    assert answer.status == "answered"
    assert shown in MARK.sub("", answer.text)


def test_two_schools_are_told_side_by_side_where_only_sentences_speak_of_them(adviser: Adviser) -> None:
    answer = adviser.ask("elm or oak state, which is cheaper").answer
    assert "$54,100" in answer.text
    assert "$45,600" in answer.text


def test_a_sentence_below_two_names_belongs_to_the_one_before_it(adviser: Adviser) -> None:
    answer = adviser.ask("ash tech gre").answer
    assert "dropped the GRE in 2024" in answer.text
    assert "required there" not in answer.text


def test_who_is_in_no_sentence_is_said_to_be_in_none(adviser: Adviser) -> None:
    answer = adviser.ask("yew tuition").answer
    assert (answer.status, answer.text) == ("not_covered", "The guides say nothing about Yew University.")


def test_what_no_sentence_says_of_a_school_is_not_answered_by_others(adviser: Adviser) -> None:
    assert adviser.ask("oak state deadline").answer.status == "not_covered"


def test_of_a_glossary_only_the_term_is_told(adviser: Adviser) -> None:
    answer = adviser.ask("what does DTI mean").answer
    assert "debt-to-income" in answer.text
    assert "Deferment" not in answer.text
