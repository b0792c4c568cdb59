"""Places that a message names by a town rather than a state."""

from collections.abc import Collection, Sequence

from advisor.frame import Wish
from advisor.knowledge import Knowledge
from advisor.understanding.mentions import AND_OR, NEGATIONS, Mentions
from advisor.understanding.subjects import PLACES
from index import Condition


def towns(mentions: Mentions, knowledge: Knowledge) -> dict[str, Wish]:
    """The wishes for towns that are named as places to study, by their forms: "in Boston or Chicago", "Boston schools"."""
    said = [token.word for token in mentions.tokens]
    kinds_at = {mention.span.start for mention in mentions.kinds}
    places_end = {m.span.end for m in mentions.subjects if any(name.kind in knowledge.places for name in m.meant)}
    found: dict[str, Wish] = {}
    end, denied = 0, False  # of the town before
    for at in range(len(said)):
        form = _town(said, at, knowledge)
        if form is None or any(m.span.start == at and len(m.span) > len(form.split()) for m in mentions.subjects):
            continue  # "Boston University" is no town
        before = said[at - 1] if at else ""
        joined = bool(found) and (at == end or (at == end + 1 and before in AND_OR))
        joined = joined or (before in AND_OR and at - 1 in places_end)  # "in New York or Boston"
        end = at + len(form.split())
        follows = end in kinds_at or (said[end : end + 1] == ["or"] and _town_of(said, end + 1, kinds_at, knowledge))
        if joined or follows or (before in PLACES and before != "from"):
            denied = (
                denied
                if joined and found
                else before == "outside" or bool(NEGATIONS & set(said[max(0, at - 2) : at - 1]))
            )
            attribute, town = knowledge.towns[form]
            where = f"not in {town}" if denied else f"in {town}"
            found[form] = Wish((Condition(attribute, "contains", town),), where, negated=denied)
    return found


def _town(said: Sequence[str], at: int, knowledge: Knowledge) -> str | None:
    """The town that is named at a place, if nothing but places is called so."""
    forms = (" ".join(said[at : at + width]) for width in (3, 2, 1))
    form = next((form for form in forms if form in knowledge.towns), None)
    others = knowledge.lexicon.subjects.get(form or "", ())
    return form if not others or any(name.kind in knowledge.places for name in others) else None


def _town_of(said: Sequence[str], at: int, kinds_at: Collection[int], knowledge: Knowledge) -> bool:
    """Whether a town stands there, before what is looked for in it."""
    form = _town(said, at, knowledge)
    return form is not None and at + len(form.split()) in kinds_at
