"""The look-ups that a model may ask for: the same that answer without it, what they find being numbered as evidence."""

import logging
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from advisor.composing.evidence import Evidence
from advisor.composing.fences import fenced
from advisor.composing.prompt import told
from advisor.draft import Block, DraftNote
from advisor.frame import Remark
from advisor.model import Call, Tool
from advisor.proving.verification import verify
from advisor.shelf import Shelf
from advisor.understanding.understand import understand
from advisor.writing import write

LOG = logging.getLogger("advisor.lookups")
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=300)]
HITS = 5  # passages of one search


class Arguments(BaseModel):
    """What a look-up is given; anything else is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Search(Arguments):
    """Find passages of the guides that speak of something."""

    question: Annotated[Words, Field(description="what to look for, as a question")]


class FindPrograms(Arguments):
    """List the programs that meet conditions, or put them in order."""

    conditions: Annotated[Words, Field(description='such as "online, part time, at most $30,000 in total"')]
    order: Annotated[Words | None, Field(description='such as "cheapest" or "shortest"')] = None
    most: Annotated[int | None, Field(ge=1, le=20, description="how many at the most")] = None


class Compare(Arguments):
    """Give what the guides say of one or more programs, side by side."""

    programs: Annotated[tuple[Words, ...], Field(min_length=1, max_length=5, description="schools, by name")]
    by: Annotated[
        tuple[Words, ...], Field(max_length=6, description='what to compare, such as "price" or "length"')
    ] = ()


class EstimateCost(Arguments):
    """Work a sum out, such as what so many credits cost at a rate with fees on top."""

    sum: Annotated[Words, Field(description='such as "30 credits at $900 a credit plus $500 in fees"')]


TOOLS: Mapping[str, type[Arguments]] = {
    "search_guides": Search,
    "find_programs": FindPrograms,
    "compare_programs": Compare,
    "estimate_cost": EstimateCost,
}


class GuideLookups:
    """Runs look-ups over one shelf; whatever they find joins the evidence."""

    offered: tuple[Tool, ...] = tuple(
        Tool(name, kind.__doc__ or "", kind.model_json_schema()) for name, kind in TOOLS.items()
    )

    def __init__(self, shelf: Shelf, evidence: Evidence, said: str, profile: Sequence[Remark]) -> None:
        self._shelf = shelf
        self._evidence = evidence
        self._said = said
        self._profile = profile
        self.notes: list[DraftNote] = []  # what must be said beside the facts that were found

    def run(self, call: Call) -> str:
        """What a call found, as fenced data; or what was wrong with it."""
        kind = TOOLS.get(call.name)
        if kind is None:
            return f"there is no tool of that name; there are {', '.join(TOOLS)}"
        try:
            asked = kind.model_validate(dict(call.arguments) if call.arguments is not None else None)
        except ValidationError as error:
            first: Any = error.errors(include_url=False, include_input=False)[0]
            return f"the arguments cannot be used: {'.'.join(map(str, first['loc']))} {first['msg']}".replace("  ", " ")
        try:
            return self._search(asked.question) if isinstance(asked, Search) else self._look_up(_as_question(asked))
        except Exception as error:  # what a model makes up must not cost the person the answer
            LOG.error("a look-up failed", extra={"tool": call.name, "cause": type(error).__name__})
            return "the look-up failed; answer without it"

    def _search(self, question: str) -> str:
        (vector,) = self._shelf.vectors([question])
        hits = self._shelf.find(question, vector, ())[:HITS]
        numbers = self._evidence.add(hit.chunk.id for hit in hits)
        return fenced({"passages": self._evidence.text(numbers)}) or (NO_ROOM if hits else NOTHING)

    def _look_up(self, question: str) -> str:
        """What the embedded writer has to say to a question, with its passages."""
        shelf = self._shelf
        understood = understand(question, shelf.knowledge, shelf.is_common, shelf.closeness)
        vectors = shelf.vectors([frame.text for frame in understood.frames])
        parts = write(understood, self._profile, vectors, shelf, None)
        blocks: list[Block] = [block for part in parts for block in part.blocks if part.status != "out_of_scope"]
        held = verify(blocks, shelf.shown, f"{self._said} {question}").blocks
        numbers = self._evidence.add_blocks(held)
        self.notes += [block for block in held if isinstance(block, DraftNote)]
        draft = told(held, self._evidence)
        if not self._evidence.affords(draft):
            return NO_ROOM
        return fenced({"passages": self._evidence.text(numbers), "draft": draft}) or NOTHING


NOTHING = "the guides have nothing on this"
NO_ROOM = "there is no room for more; answer from what you have"


def _as_question(asked: Arguments) -> str:
    match asked:
        case FindPrograms(conditions=conditions, order=order, most=most):
            which = f"{most or ''} {order or ''}".strip()
            return f"which {which} programs are {conditions}?".replace("  ", " ")
        case Compare(programs=programs, by=by):
            what = f" {', '.join(by)}" if by else ""
            return f"compare {' and '.join(programs)}{what}" if len(programs) > 1 else f"{programs[0]}{what}?"
        case EstimateCost(sum=words):
            return f"how much is {words}?"
    raise AssertionError(asked)
