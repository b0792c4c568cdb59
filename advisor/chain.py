"""The chain: question -> understanding -> evidence -> draft -> verified answer with citations; read it top to bottom."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from langchain_core.runnables import Runnable, RunnableLambda
from langsmith import tracing_context

from advisor.answer import Answer, Remembered
from advisor.answering.closing import closing_blocks, in_other_language, overall
from advisor.answering.suggestions import suggest
from advisor.conversation import Conversation, Exchange, remembered
from advisor.conversing.leaning import resolve
from advisor.conversing.personal import for_person, without_guides
from advisor.conversing.turns import about_answer, answer_turn
from advisor.frame import Remark, Turn
from advisor.part import Part
from advisor.proving.rendering import render, render_stream
from advisor.proving.verification import Verified, verify
from advisor.shelf import Shelf, Shelves
from advisor.steps import OnStep, timed
from advisor.understanding.language import in_english
from advisor.understanding.understand import Understanding, understand
from advisor.vectors import Vector
from advisor.writing import write


@dataclass(frozen=True)
class Question:
    """What comes in: a message and the conversation before it."""

    message: str
    conversation: Conversation


@dataclass(frozen=True)
class Read:
    """A message understood in its conversation, with a vector for each part that is searched."""

    question: Question
    shelf: Shelf
    understood: Understanding
    turn: Turn
    profile: tuple[Remark, ...]
    vectors: tuple[Vector, ...]
    abroad: bool = False  # whether the message is in another language


@dataclass(frozen=True)
class Drafted:
    """The parts that the frames came to."""

    read: Read
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Checked:
    """What is left of the draft after every figure was held against its passage."""

    drafted: Drafted
    verified: Verified


@dataclass(frozen=True)
class Reply:
    """The answer, the pieces it is streamed in, and the conversation after it."""

    answer: Answer
    pieces: tuple[str, ...]
    conversation: Conversation


OLD_TRACING = (
    "LANGCHAIN_TRACING",
    "LANGCHAIN_HANDLER",
)  # variables that LangChain no longer knows and refuses to run with


class Adviser:
    """Answers messages; `stream` is the only way an answer is made, and `ask` drains it."""

    def __init__(
        self, shelves: Shelves, *, tracing: bool = False, on_step: OnStep = lambda _name, _seconds: None
    ) -> None:
        self._shelves = shelves
        self._tracing = tracing
        for name in OLD_TRACING:
            os.environ.pop(name, None)
        self._chain: Runnable[Question, Reply] = (
            RunnableLambda(timed("understand", self._understand, on_step), name="understand")
            | RunnableLambda(timed("draft", _draft, on_step), name="evidence and draft")
            | RunnableLambda(timed("verify", _check, on_step), name="verify")
            | RunnableLambda(timed("cite", _render, on_step), name="cite")
        )

    def stream(self, message: str, conversation: Conversation | None = None) -> Iterator[str | Reply]:
        """The answer's sentences as they may be shown, then the whole reply."""
        with tracing_context(enabled=self._tracing):
            reply = self._chain.invoke(Question(message.strip(), conversation or Conversation()))
        yield from reply.pieces
        yield reply

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        """The whole reply to one message."""
        *_, reply = self.stream(message, conversation)
        assert isinstance(reply, Reply)
        return reply

    def _understand(self, question: Question) -> Read:
        """What is asked, about whom, on top of what was said before."""
        shelf = self._shelves.current()
        english = in_english(question.message)
        heard = understand(english or question.message, shelf.knowledge, shelf.is_common, shelf.closeness)
        turn = about_answer(question.message, heard, question.conversation)
        understood = heard
        if turn == "new":
            understood = resolve(question.message, heard, question.conversation, shelf.in_order, shelf.knowledge)
        if turn == "others" and question.conversation.last:
            understood, turn = Understanding(without_guides(question.conversation.last.frames), ()), "new"
        profile = remembered(
            question.conversation.profile, heard, question.message, shelf.knowledge.vocabulary.life_facts
        )
        understood = for_person(understood, profile)
        vectors = shelf.vectors([frame.text for frame in understood.frames])
        return Read(question, shelf, understood, turn, profile, vectors, abroad=english is not None)


def _draft(read: Read) -> Drafted:
    """Evidence for every frame, put into words that name their sources."""
    last = read.question.conversation.last
    if read.turn != "new" and last is not None:
        return Drafted(read, (answer_turn(read.turn, read.question.message, last, read.shelf),))
    return Drafted(read, write(read.understood, read.profile, read.vectors, read.shelf, last))


TURNS_BACK = 4  # a turn about an answer may repeat figures that the person gave a few messages ago


def _check(drafted: Drafted) -> Checked:
    """Every figure held against the passage it cites; what does not hold is not shown."""
    read = drafted.read
    blocks = [block for part in drafted.parts for block in part.blocks]
    blocks += closing_blocks(drafted.parts, blocks, read.shelf.knowledge)
    if read.abroad:
        blocks = in_other_language(blocks, drafted.parts, read.shelf.knowledge)
    earlier = read.question.conversation.exchanges[-TURNS_BACK:] if read.turn != "new" else ()
    limits = [wish.said for part in drafted.parts for wish in part.frame.wishes]  # a follow-up keeps earlier ones
    said = " ".join([*(exchange.message for exchange in earlier), read.question.message, *limits])
    return Checked(drafted, verify(blocks, read.shelf.shown, said + read.shelf.told(read.profile)))


def _render(checked: Checked) -> Reply:
    """Marks, citations, tables and notes; and the conversation as it stands now."""
    drafted, read = checked.drafted, checked.drafted.read
    blocks = checked.verified.blocks
    rendered = render(blocks, read.shelf.cited)
    answer = Answer(
        status=overall(drafted.parts),
        text=rendered.text,
        citations=rendered.citations,
        table=rendered.table,
        figures=rendered.figures,
        notes=rendered.notes,
        profile=tuple(Remembered(remark.key, remark.text) for remark in read.profile),
        suggestions=suggest(drafted.parts, read.vectors, rendered.citations, read.shelf),
        index=read.shelf.edition.manifest.id,
    )
    frames = tuple(
        part.frame for part in drafted.parts if part.frame.act not in {"small_talk", "about", "out_of_scope"}
    )
    shown = tuple(dict.fromkeys(name for part in drafted.parts for name in part.shown))
    exchange = Exchange(read.question.message, frames, shown, answer)
    conversation = read.question.conversation.after(exchange, read.profile)
    return Reply(answer, tuple(render_stream(blocks, read.shelf.cited)), conversation)
