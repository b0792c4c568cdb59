"""The chain: question -> understanding -> evidence -> draft -> verified answer with citations; read it top to bottom."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from langchain_core.runnables import Runnable, RunnableConfig
from langsmith import tracing_context

from advisor.answer import EMBEDDED, Answer, Remembered
from advisor.answering.closing import NOTHING_LEFT, closing_blocks, in_other_language, status_of, was_read
from advisor.answering.suggestions import suggest
from advisor.composing.embedded import EmbeddedWriter
from advisor.composing.task import Composition, Task, Writer
from advisor.conversation import Conversation, Exchange, remembered
from advisor.conversing.leaning import resolve
from advisor.conversing.personal import for_person, without_guides
from advisor.conversing.residents import with_home
from advisor.conversing.said_before import within_talk, without_repeating
from advisor.conversing.suggested import picked
from advisor.conversing.turns import RESHAPES, about_answer, answer_turn
from advisor.frame import Remark, Turn
from advisor.part import Part
from advisor.proving.rendering import render
from advisor.proving.verification import verify
from advisor.shelf import Shelf, Shelves
from advisor.steps import OnStep, timed
from advisor.understanding.itself import as_searched, of_itself
from advisor.understanding.language import in_english
from advisor.understanding.understand import Understanding, understand
from advisor.vectors import Vector
from advisor.writing import write

In = TypeVar("In")
Out = TypeVar("Out")


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
    """What is left of the draft after every figure was held against its passage, ready to be written down."""

    drafted: Drafted
    task: Task


@dataclass(frozen=True)
class Reply:
    """The answer and the conversation after it."""

    answer: Answer
    conversation: Conversation


OLD_TRACING = (
    "LANGCHAIN_TRACING",
    "LANGCHAIN_HANDLER",
)  # variables that LangChain no longer knows and refuses to run with


class Step(Runnable[In, Out]):
    """A step under a name of its own: LangChain's lambdas look up what their function takes twice as often."""

    def __init__(self, name: str, step: Callable[[In], Out]) -> None:
        self.name = name
        self._step = step

    def invoke(self, input: In, config: RunnableConfig | None = None, **_kwargs: object) -> Out:
        """Take the step."""
        return self._call_with_config(self._step, input, config)


class Adviser:
    """Answers messages; `stream` is the only way an answer is made, and `ask` drains it."""

    def __init__(
        self,
        shelves: Shelves,
        *,
        writer: Writer | None = None,
        tracing: bool = False,
        on_step: OnStep = lambda _name, _seconds: None,
    ) -> None:
        self._shelves = shelves
        self._writer = writer or EmbeddedWriter()
        self._tracing = tracing
        self._on_step = on_step
        for name in OLD_TRACING:
            os.environ.pop(name, None)
        self._chain: Runnable[Question, Checked] = (
            Step("understand", timed("understand", self._understand, on_step))
            | Step("evidence and draft", timed("draft", _draft, on_step))
            | Step("verify", timed("verify", _check, on_step))
        )

    def stream(self, message: str, conversation: Conversation | None = None) -> Iterator[str | Reply]:
        """The answer's sentences as they may be shown, then the whole reply."""
        checked = self._checked(message, conversation)
        start = time.perf_counter()
        composition = yield from self._writer.write(checked.task)
        yield _reply(checked, composition)
        self._on_step("write", time.perf_counter() - start)

    def ask(self, message: str, conversation: Conversation | None = None) -> Reply:
        """The whole reply to one message."""
        *_, reply = self.stream(message, conversation)
        assert isinstance(reply, Reply)
        return reply

    def recall(self, message: str, conversation: Conversation) -> Conversation:
        """The conversation after a message that was answered before: worked out again, and no model is asked."""
        checked = self._checked(message, conversation)
        return _reply(checked, Composition(checked.task.blocks)).conversation

    def _checked(self, message: str, conversation: Conversation | None) -> Checked:
        with tracing_context(enabled=self._tracing):
            return self._chain.invoke(Question(message.strip(), conversation or Conversation()))

    def _understand(self, question: Question) -> Read:
        """What is asked, about whom, on top of what was said before."""
        shelf = self._shelves.current()
        message = picked(question.message, question.conversation)
        question = replace(question, message=with_home(message, question.conversation.profile))
        english = in_english(question.message)
        heard = understand(english or question.message, shelf.knowledge, shelf.is_common, shelf.closeness)
        if (message := with_home(question.message, heard.remarks)) != question.message:  # "I'm in X, is there one here"
            heard = understand(message, shelf.knowledge, shelf.is_common, shelf.closeness)
        turn = about_answer(question.message, heard, question.conversation)
        understood = heard
        if turn == "new":
            understood = resolve(question.message, heard, question.conversation, shelf.in_order, shelf.knowledge)
        if turn == "others" and question.conversation.last:
            understood, turn = Understanding(without_guides(question.conversation.last.frames), ()), "new"
        profile = remembered(
            question.conversation.profile, understood, question.message, shelf.knowledge.vocabulary.life_facts
        )
        understood = for_person(understood, profile, shelf.knowledge)
        if not question.conversation.exchanges:
            understood = of_itself(understood)
        frames = understood.frames
        asked = [as_searched(frame, shelf.knowledge) for frame in frames]
        vectors = shelf.vectors([*asked, *(frame.around for frame in frames if frame.around)])[: len(frames)]
        return Read(question, shelf, understood, turn, profile, vectors, abroad=english is not None)


def _draft(read: Read) -> Drafted:
    """Evidence for every frame, put into words that name their sources."""
    last, told = read.question.conversation.last, read.question.conversation.last_told(read.turn in RESHAPES)
    if read.turn != "new" and told is not None:
        return Drafted(read, (answer_turn(read.turn, read.question.message, told, read.shelf),))
    parts = write(read.understood, read.profile, read.vectors, read.shelf, last)
    before = last.answer if last else None
    return Drafted(read, without_repeating(within_talk(parts, before), before))


SUMMED = {"calculate", "look_up"}
TURNS_BACK = 4  # a turn about an answer may repeat figures that the person gave a few messages ago


def _check(drafted: Drafted) -> Checked:
    """Every figure held against the passage it cites; what does not hold is not shown."""
    read = drafted.read
    earlier = read.question.conversation.exchanges[-TURNS_BACK:] if read.turn != "new" else ()
    limits = [wish.said for part in drafted.parts for wish in part.frame.wishes]  # a follow-up keeps earlier ones
    sums = [part.frame.text for part in drafted.parts if part.frame.act in SUMMED]  # so does the last sum
    years = [year for part in drafted.parts for year in part.frame.narrowing.years]
    names = [name.name for part in drafted.parts for name in part.frame.subjects]  # "XPedition 2" is a name
    asked = [*(exchange.message for exchange in earlier), read.question.message]
    told = " ".join([*asked, *limits, *sums, *years, *names])
    said = told + read.shelf.told(read.profile)
    parts = tuple((part, verify(part.blocks, read.shelf.shown, said).blocks) for part in drafted.parts)
    shown = [block for _, blocks in parts for block in blocks]
    closing = closing_blocks(drafted.parts, shown, read.shelf.knowledge) if shown else [NOTHING_LEFT]
    opening = [in_other_language(read.shelf.knowledge)] if read.abroad else []
    if read.abroad and not was_read(drafted.parts):
        parts, closing = (), []
    task = Task(
        question=read.question.message,
        conversation=read.question.conversation,
        profile=read.profile,
        shelf=read.shelf,
        opening=verify(opening, read.shelf.shown, said).blocks,
        parts=parts,
        closing=verify(closing, read.shelf.shown, said).blocks,
        said=said,
    )
    return Checked(drafted, task)


def _led_nowhere(parts: tuple[Part, ...], answer: Answer) -> bool:
    """Whether a message named nobody and nothing, and no guide had an answer."""
    named = any(part.shown or part.frame.attributes or part.frame.wishes or part.frame.strangers for part in parts)
    return answer.status == "not_covered" and not named and all(part.frame.act == "explain" for part in parts)


def _reply(checked: Checked, written: Composition) -> Reply:
    """Marks, citations, tables and notes; and the conversation as it stands now."""
    drafted, read = checked.drafted, checked.drafted.read
    rendered = render(written.blocks, read.shelf.cited)
    answer = Answer(
        status=status_of(drafted.parts, written.blocks),
        text=rendered.text,
        citations=rendered.citations,
        table=rendered.table,
        figures=rendered.figures,
        notes=rendered.notes,
        profile=tuple(Remembered(remark.key, remark.text) for remark in read.profile),
        suggestions=suggest(drafted.parts, read.vectors, rendered.citations, read.shelf),
        engine=written.by_model.name if written.by_model and written.by_model.shown else EMBEDDED,
        index=read.shelf.edition.manifest.id,
        model=written.by_model,
    )
    frames = tuple(
        part.frame for part in drafted.parts if part.frame.act not in {"small_talk", "about", "out_of_scope"}
    )
    shown = tuple(dict.fromkeys(name for part in drafted.parts for name in part.shown))
    if _led_nowhere(drafted.parts, answer):
        frames = ()  # the talk stays where it was
    sourced = read.turn not in {"new", *RESHAPES}
    exchange = Exchange(read.question.message, frames, shown, answer, sourced)
    return Reply(answer, read.question.conversation.after(exchange, read.profile))
