"""Parts of one message that go on from each other past what stands between them."""

import re

import pytest

from advisor.chain import Adviser
from advisor.shelf import Shelves
from index.library import Library


@pytest.fixture(scope="module")
def adviser(library: Library) -> Adviser:
    return Adviser(Shelves(library))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "what do data scientists do all day, is it boring, and what do they make",
            ["Data scientist, main task", "Data scientist, pay"],
            ["do not give"],
        ),
        (
            "is 45 credits normal? who has the fewest?",
            ["lowest credits, 30"],
            ["fastest"],
        ),
        (
            "i want to do nlp. which school is best for it",
            ["Columbia University; Johns Hopkins University"],
            ["do not give"],
        ),
        (
            "whats the cheapest public and the cheapest private and are they online",
            ["Georgia Tech | University of Central Florida | University of Southern California"],
            [],
        ),
        (
            "cheapest 3 online with price and credits and then tell me which has no gre",
            ["| Credits (TechGuide)", "| GRE rule (TechGuide)"],
            ["Johns Hopkins"],
        ),
        (
            "is the gre hard, do i need it for drexel and whats drexels price",
            ["Drexel University, GRE rule", "Drexel University, tuition"],
            ["price group"],
        ),
        (
            "what companies hire grads of northeastern, how long is the program, is there a co-op",
            ["Northeastern University, length", "12–20 months", "co-op"],
            ["Most online machine learning programs"],
        ),
        (
            "should i go full time or part time, which is cheaper and which is faster",
            ["2.5–4 years, compared with 1.5–2 years full-time"],
            ["Georgia Tech", "shortest length"],
        ),
        (
            "50k saved, want to finish in under 2 years, no gre. whats there",
            ["These fit best:", "I went by: total price at most $50,000 and no gre", "Set aside"],
            ["No program is known to match"],
        ),
        (
            "i want a public school in california, online, no gre, max 15k. what do you recommend",
            ["Set aside, because no program is known to meet it as well: in California."],
            [],
        ),
    ],
)
def test_a_part_goes_on_from_what_it_points_at(
    adviser: Adviser, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = re.sub(r"\s*\[\d+\]", "", adviser.ask(question).answer.text)
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []


def test_a_condition_that_a_reason_leaves_unsaid_is_cited(adviser: Adviser) -> None:
    answer = adviser.ask("50k saved, no gre. whats out there").answer
    assert any("GRE" in citation.section for citation in answer.citations)
