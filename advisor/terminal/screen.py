"""What a reply looks like: drawn on a terminal, plain text elsewhere; the advisor room's one door to rich."""

import re
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.markdown import Markdown
from rich.padding import Padding
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from advisor.answer import Answer, Citation, Note, NoteKind, Remembered
from advisor.chain import Reply
from advisor.errors import AnswerError
from advisor.terminal.references import origin_line, printable, source_lines, written_by

MARKS = re.compile(r"\s*(?:\[\d+\])+")
LABELS: dict[NoteKind, str] = {
    "disagreement": "guides differ",
    "age": "age",
    "check": "check",
    "premise": "correction",
    "assumption": "assumed",
}


class Screen:
    """Where a conversation is shown; no colour and no drawing where nobody looks at a terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._drawing = console.is_terminal and not console.is_dumb_terminal

    def answer(self, stream: Iterable[str | Reply]) -> Reply:
        """Show an answer sentence by sentence, and give the whole reply."""
        reply = self._draw(stream) if self._drawing else self._write(stream)
        self._console.print()
        return reply

    def below(self, answer: Answer, *, numbered: bool) -> None:
        """What stands under an answer: its sources, what is remembered, what could be asked next."""
        self.listed("Sources", source_lines(answer.citations))
        self.listed("About you", facts(answer.profile))
        self.listed("Written by", written_by(answer))
        marks = [f"{number}." if numbered else "-" for number in range(1, len(answer.suggestions) + 1)]
        self.listed("Ask next", [f"{mark} {text}" for mark, text in zip(marks, answer.suggestions, strict=True)])

    def passages(self, citations: Sequence[Citation]) -> None:
        """Every source of an answer with the passage itself."""
        for citation in citations:
            self.listed(origin_line(citation), [citation.section, *citation.quote.splitlines()])

    def listed(self, title: str, lines: Sequence[str]) -> None:
        """A few lines under a title, or nothing."""
        if lines:
            self.say(title, "bold")
            for line in lines:
                text = printable(line).lstrip(" ")
                inward = 2 + len(line) - len(line.lstrip(" "))
                self._print(Padding(Text(text), (0, 0, 0, inward)) if self._drawing else " " * inward + text)
            self._console.print()

    def say(self, text: str, style: str = "") -> None:
        """One line of the program's own."""
        self._print(Text(printable(text), style))

    def _print(self, what: RenderableType, end: str = "\n") -> None:
        self._console.print(what, end=end, markup=False, highlight=False, emoji=False, soft_wrap=not self._drawing)

    def _write(self, stream: Iterable[str | Reply]) -> Reply:
        for piece in stream:
            if isinstance(piece, Reply):
                self._console.print()
                return piece
            self._print(printable(piece), end="")
            self._console.file.flush()
        raise AnswerError("the answer broke off: ask again")

    def _draw(self, stream: Iterable[str | Reply]) -> Reply:
        text = ""
        with Live(Spinner("dots"), console=self._console) as live:
            for piece in stream:
                if isinstance(piece, Reply):
                    live.update(drawn(text, piece.answer.notes), refresh=True)
                    return piece
                text += printable(piece)
                live.update(drawn(text), refresh=True)
        raise AnswerError("the answer broke off: ask again")


def drawn(text: str, notes: Sequence[Note] = ()) -> RenderableType:
    """An answer for a terminal: tables as tables, notes beside what they are."""
    kinds = {_words(note.text): note.kind for note in notes}
    shown: list[RenderableType] = []
    for block in re.split(r"\n{2,}", text.strip()):
        shown += [""] * bool(shown)
        kind = kinds.get(_words(block))
        shown.append(_note(LABELS[kind], block) if kind else Markdown(block, hyperlinks=False))
    return Group(*shown)


def facts(profile: Sequence[Remembered]) -> list[str]:
    """What is remembered of the person, a line a fact."""
    return [f"{fact.key}: {fact.text}" for fact in profile]


def _note(label: str, block: str) -> RenderableType:
    note = Table.grid(padding=(0, 1))
    note.add_row(Text(f"▌{label}", "yellow"), Markdown(block, hyperlinks=False))
    return note


def _words(text: str) -> str:
    """A sentence without its marks and its stop, to know it again."""
    return MARKS.sub("", text).strip().rstrip(".!?:…")
