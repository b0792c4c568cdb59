"""Prices that depend on where somebody lives: both of each school that has two, for who asks which of them holds."""

from collections.abc import Mapping, Sequence

from advisor.answering.not_listed import nowhere
from advisor.draft import Block, Bullets, Claim, Paragraph
from advisor.frame import Frame, Remark
from advisor.knowledge import Knowledge, price_attribute
from advisor.part import Part
from advisor.saying import GuideCard, label_of, version_of
from advisor.tables import Fact, Listing
from advisor.understanding.aside import at_home

BY_HOME = "in-state", "out-of-state"
MOST = 6


def answer_by_residence(
    frame: Frame, profile: Sequence[Remark], knowledge: Knowledge, guides: Mapping[str, GuideCard]
) -> Part | None:
    """ "I'm from X, which price do I pay": the prices for residents and for others; None where none is told apart."""
    price = price_attribute(knowledge)
    of_home = bool(frame.wishes) and all(at_home(wish, profile) for wish in frame.wishes)
    both = frame.narrowing.both_residencies and not frame.wishes
    if (
        price is None
        or frame.attributes != (price,)
        or not (of_home or both)
        or frame.subjects
        or frame.kind not in {None, knowledge.main_kind}
    ):
        return None
    found = [(listing, two) for listing in knowledge.listings if (two := _two(listing, price))][:MOST]
    if not found or frame.order or frame.tie or frame.strangers or frame.narrowing.guides:
        return None
    publishers = dict.fromkeys(guides[listing.guide].publisher for listing, _ in found)
    lead = f"The {label_of(price, knowledge)} depends on where you live at these schools ({', '.join(publishers)}):"
    first = [two[0] for _, two in found]
    items = tuple(_item(two, [fact for fact in first if fact.row.subject == two[0].row.subject]) for _, two in found)
    gone = nowhere(frame.wishes, knowledge)
    silent = [Paragraph((Claim(f"The guides list nothing in {gone}.", kind="plain"),))] if gone else []
    blocks: tuple[Block, ...] = (Bullets(Claim(lead, (), "given"), items), *silent)
    return Part(frame, "answered", blocks, tuple(dict.fromkeys(x.name for x, _ in found)), frozenset({"cost"}))


def _two(listing: Listing, price: str) -> list[Fact]:
    """The total for residents and the one for others, where both are given."""
    known = [fact for fact in listing.of(price) if fact.cell.known and fact.cell.period == "total"]
    two = [next((fact for fact in known if fact.cell.residency == home), None) for home in BY_HOME]
    return [fact for fact in two if fact] if all(two) else []


def _item(two: Sequence[Fact], among: Sequence[Fact]) -> Claim:
    said, version = ", ".join(f"{fact.cell.text} {fact.cell.residency}" for fact in two), version_of(two[0], among)
    return Claim(
        f"{two[0].row.subject}{f' ({version})' if version else ''}: {said}",
        tuple(dict.fromkeys(fact.source for fact in two)),
    )
