"""Answers made by hand, and advisers that give them, for tests of the evals that take no time."""

from dataclasses import replace

from advisor import Answer, Citation, Figure, Note, Status
from advisor.bootstrap import Conversation, Reply
from evals.case import Case, Source
from evals.outcomes import Outcome, judged

FEE = Citation(
    number=1,
    guide="pilot",
    title="Pilot",
    publisher="Harbour Press",
    author=None,
    section="Schools > What does sailing cost?",
    updated="2026-05-25",
    quote="Blue Harbor costs $1,200 in total and keeps 14 boats at its pier.",
    passage_id="fee",
    url=None,
)
TEST = replace(
    FEE,
    number=2,
    guide="sextant",
    section="Tests",
    quote="A swimming test is required at North Wind before the first lesson.",
    passage_id="test",
)
GOOD = Answer(
    status="answered",
    text="Blue Harbor costs $1,200 in total [1].\n\nNorth Wind asks for a swimming test before the first lesson [2].",
    citations=(FEE, TEST),
    figures=(Figure("$1,200", "quoted", (1,), None),),
    index="made-by-hand",
)
DIFFER = Note("disagreement", "The guides differ.", (1, 2))


def case(name: str = "fee", **changes: object) -> Case:
    """A case that GOOD passes, but for the changes."""
    usual: dict[str, object] = {
        "name": name,
        "slices": ("look_up", "figure"),
        "messages": ("how much is the harbor one and is there a test",),
        "facts": (("$1,200", "1,200 dollars"), ("swimming test",)),
        "wrong": ("$2,400",),
        "sources": (Source(guide="pilot", heading="What does sailing cost?"),),
        "status": ("answered",),
    }
    return Case.model_validate(usual | changes)


def outcome(name: str, *, passed: bool, status: Status = "answered", **changes: object) -> Outcome:
    """What became of a case that passes, or fails for want of a fact."""
    asked = case(name, **changes)
    text = GOOD.text if passed else "Nothing of the kind is known here."
    return judged(asked, (replace(GOOD, text=text, status=status),))


class Says:
    """An adviser that gives the same answer to everything."""

    def __init__(self, answer: Answer = GOOD) -> None:
        self._answer = answer
        self.heard: list[str] = []

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        self.heard.append(message)
        return Reply(self._answer, conversation or Conversation())


class Breaks:
    """An adviser that breaks on every question."""

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        raise KeyError(message)
