"""What a model is given for a question: the parts that are known, and their evidence."""

from collections.abc import Sequence

from advisor.composing.evidence import Evidence
from advisor.composing.prompt import opening
from advisor.composing.task import Task
from advisor.draft import Block, DraftNote
from advisor.model import Said
from advisor.proving.showing import claims_of

FOUND = 5  # passages that are found for a part, beside those of its draft


def known(task: Task) -> Sequence[Block]:
    """What the embedded writer says to the parts that it can answer; only these are a model's to tell."""
    return [block for part, blocks in task.parts if part.status == "answered" for block in blocks]


def is_worth_asking(task: Task) -> bool:
    """Whether any of it rests on passages: greetings, sums of one's own and refusals are the program's."""
    return any(claim.sources for block in known(task) for claim, _ in claims_of(block))


def brief(task: Task, evidence: Evidence) -> tuple[Said, ...]:
    """The question with its evidence: what the draft cites, then what is found besides."""
    draft = known(task)
    numbers = evidence.add_blocks(draft)
    frames = [part.frame for part, _ in task.parts if part.status == "answered"]
    for frame, vector in zip(frames, task.shelf.vectors([frame.text for frame in frames]), strict=True):
        hits = task.shelf.find(frame.text, vector, frame.narrowing.guides)
        numbers += evidence.add(hit.chunk.id for hit in hits[:FOUND])
    told = [block for block in draft if not isinstance(block, DraftNote)]  # notes are the program's to add
    return opening(task.question, task.conversation, task.profile, evidence, sorted(set(numbers)), told)
