"""What a reader should know beside a looked-up value: that guides differ, that it is old."""

from collections.abc import Mapping, Sequence

from advisor.draft import Block, Claim, DraftNote
from advisor.facts import old_year
from advisor.saying import GuideCard, sentence, value_phrase
from advisor.tables import Fact


def difference(label: str, facts: Sequence[Fact], guides: Mapping[str, GuideCard]) -> DraftNote:
    """That the guides differ, or one guide with itself."""
    publishers = list(dict.fromkeys(guides[fact.guide].publisher for fact in facts))
    who = "The guides differ" if len(publishers) > 1 else f"{publishers[0]} gives more than one value"
    text = f"{who} on the {label}; programs or years may differ."
    return DraftNote("disagreement", Claim(text, tuple(dict.fromkeys(fact.source for fact in facts)), "plain"))


def ages(facts: Sequence[Fact], guides: Mapping[str, GuideCard]) -> list[Block]:
    """That a value is old, where it is."""
    notes: list[Block] = []
    for fact in facts:
        year = old_year(fact, guides[fact.guide].updated)
        if year and not notes:
            which = "This figure" if len(facts) == 1 else f"The figure of {value_phrase(fact.cell)}"
            notes.append(DraftNote("age", Claim(sentence(f"{which} is from {year}"), (fact.source,))))
    return notes
