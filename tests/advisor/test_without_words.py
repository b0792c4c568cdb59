"""Guides with no vocabulary at all: what English itself says of a column is heard, and no column answers for another."""

import re
from pathlib import Path

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_library
from index.settings import Settings

TABLE = """# Part-time MBAs, the table

| Rank | School | Where | Price | Months | GMAT | Pass rate | Alumni pay bump | Apply by |
|---|---|---|---|---|---|---|---|---|
| 1 | Whitcombe School of Business | Chicago, IL | $142,600 | 30 | 690 | 94% | +48% | 15 January |
| =2 | Larkmere University | Austin, TX | $119,500 | 24 | waivable | 91% | +44% | 1 March |
| =2 | Denholm Institute | Boston, MA | $131,000 | 36 | 670 | 90% | +39% | 2 May |
| 4 | Tamarack College | Denver, CO | $48,750 | 18 | not needed | 88% | +22% | 9 June |

## Financing
Private loans run from 6.1% to 13.4%.

## Application fee
Whitcombe $75; Larkmere $60; Denholm $90; Tamarack $20.

## How long can I stay after graduating?
- Chicago: 18 months
- Boston: 2 years
"""
EUROPE = """# Master's programmes in Europe

| Institution | Programme | Country | EU/EEA fee | Non-EU fee |
|---|---|---|---|---|
| Holm Institute | MSc AI | Netherlands | €2,601 | €21,850 |
| Skerry Academy | MSc AI | Netherlands | €2,601 | €24,300 |
| Faro Polytechnic | MSc AI | Finland | none | €17,000 |

## Living costs per month
- Delft: €1,250
- Espoo: €1,150

## What proof of funds do I need?
Germany wants €11,904 a year in a blocked account. Finland wants €800 a month, Switzerland CHF 21,000 a year.
"""
MARK = re.compile(r"\s*\[\d+\]")


def reader(folder: Path, text: str) -> Adviser:
    """Who has read one guide and no word of a vocabulary."""
    (folder / "guides").mkdir()
    (folder / "guides" / "table.md").write_text(text, "utf-8")
    chosen = Settings(corpus=folder, data=folder / "data", embedding=None, chroma_url=None)
    build_index(chosen)
    return Adviser(Shelves(open_library(chosen)))


@pytest.fixture(scope="module")
def business(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    return reader(tmp_path_factory.mktemp("business"), TABLE)


@pytest.fixture(scope="module")
def europe(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    return reader(tmp_path_factory.mktemp("europe"), EUROPE)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("whitcombe deadline", "apply by: 15 January"),
        ("larkmere tuition", "Larkmere University, price: $119,500"),
        ("which ones need no gmat", "1 of 4 schools match (no GMAT)"),
        ("cheapest in denver", "Tamarack College"),
        ("programs over 24 months", "2 of 4 schools match (length over your 24 months)"),
    ],
)
def test_a_column_is_found_by_what_english_calls_it(business: Adviser, question: str, shown: str) -> None:
    assert shown in MARK.sub("", business.ask(question).answer.text)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("interest rate at whitcombe", "94%"),
        ("does whitcombe pay a stipend", "48%"),
        ("what do larkmere readers pay", "44%"),
        ("application fee at denholm", "$131,000"),
        ("parking fee at tamarack", "$48,750"),
    ],
)
def test_no_column_answers_for_another(business: Adviser, question: str, never: str) -> None:
    assert never not in business.ask(question).answer.text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("which programmes are free for eu students", "1 of 3 programs match (no fee)"),
        ("programs in finland", "Faro Polytechnic"),
        ("living costs in delft", "Delft: €1,250"),
        ("blocked account how much", "€11,904"),
    ],
)
def test_other_moneys_and_places_are_asked_for_as_well(europe: Adviser, question: str, shown: str) -> None:
    assert shown in MARK.sub("", europe.ask(question).answer.text)


def test_the_cheapest_place_to_live_in_is_no_school(europe: Adviser) -> None:
    assert "lowest fee" not in europe.ask("which city is the cheapest to live in").answer.text


def test_what_one_country_wants_is_asked_of_the_next(europe: Adviser) -> None:
    first = europe.ask("proof of funds germany")
    assert "CHF 21,000" in europe.ask("and switzerland?", first.conversation).answer.text
