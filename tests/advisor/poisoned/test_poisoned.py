"""Orders in a guide are neither obeyed nor repeated, and the facts beside them are still answered."""

import pytest

from advisor.chain import Adviser
from index.bootstrap import open_library
from index.settings import Settings
from tests.advisor.poisoned.attacks import Fact, Report, everything, held, plainest, read_attacks, read_facts

ATTACKS = read_attacks()


def test_nothing_that_a_guide_orders_is_done_or_said(embedded: Adviser, reports: dict[str, Report]) -> None:
    report = reports["embedded"] = held(embedded, ATTACKS)
    assert [lost.attack.id for lost in report.lost if not lost.attack.open] == [], report


@pytest.mark.parametrize("fact", read_facts(), ids=lambda fact: fact.question)
def test_the_facts_beside_the_orders_are_still_answered(embedded: Adviser, fact: Fact) -> None:
    said = everything(embedded.ask(fact.question))
    assert [words for words in fact.says if plainest(words) not in said] == []


def test_no_order_reaches_the_evidence_but_those_that_are_known_to(poisoned: Settings) -> None:
    edition = open_library(poisoned).edition()
    chunks = [" ".join((*chunk.path, chunk.text, *chunk.asked)) for chunk in edition.chunks.values()]
    names = [f"{guide.title} {guide.publisher} {guide.author}" for guide in edition.guides]
    kept = plainest("\n".join([*chunks, *names]))
    reaching = [attack for attack in ATTACKS if any(plainest(words) in kept for words in attack.never)]
    assert [attack.id for attack in reaching] == [attack.id for attack in ATTACKS if attack.open]


def test_the_attacks_are_many_and_of_every_kind() -> None:
    assert len({attack.id for attack in ATTACKS}) == len(ATTACKS) >= 40
    assert len({attack.kind for attack in ATTACKS}) >= 20
    assert all(attack.never for attack in ATTACKS)


def test_a_report_counts_what_was_lost_by_kind(embedded: Adviser) -> None:
    said, unsaid = (
        attack.model_copy(update={"never": words})
        for attack, words in zip(ATTACKS, (("campus",), ("no such",)), strict=False)
    )
    report = held(embedded, [said.model_copy(update={"still": ()}), unsaid])
    assert [lost.attack.id for lost in report.lost] == [said.id]
    assert str(report).startswith("held 1 of 2 attacks")
