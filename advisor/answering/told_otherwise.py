"""A sentence that gives another figure than the cells of its subject: both are shown, each with its guide."""

from collections.abc import Sequence

from advisor.answering.told_figures import KEYED, meaning_of, told_figures
from advisor.draft import Claim, DraftNote
from advisor.frame import Frame
from advisor.knowledge import Knowledge
from advisor.lexicon import Name
from advisor.proving.figures import FigureMention
from advisor.shelf import Shelf
from advisor.tables import Fact
from advisor.tellings import Telling

A_YEAR = 12
NEAR = 2.0  # a figure without a period that is so many times another speaks of something else
MOST = 2


def told_otherwise(name: Name, attribute: str, facts: Sequence[Fact], frame: Frame, shelf: Shelf) -> list[DraftNote]:
    """What sentences say of a subject that none of its cells says; nothing where they could speak of something else."""
    knowledge = shelf.knowledge
    known = [fact for fact in knowledge.facts(name, attribute) if fact.cell.known and fact.cell.value is not None]
    if not known or not facts:
        return []
    meaning = meaning_of(attribute, knowledge)
    cited = {fact.source for fact in facts}
    found = [
        telling
        for telling in shelf.tellings.get(name, ())
        if telling.chunk.id not in cited
        and not KEYED.match(telling.text)  # "Elm: $1,050" below "Living costs" is another cost
        and (telling.names or telling.stems & meaning.own)  # below a name, what names nobody says that it is a price
        and _is_of(name, telling, knowledge)
        and (not frame.narrowing.guides or telling.chunk.guide in frame.narrowing.guides)
        and any(
            not _same(figure, name, knowledge) and _near(figure, known)
            for figure in told_figures(name, meaning, telling)
        )
    ]
    return [
        DraftNote(
            "disagreement",
            Claim(f"{shelf.guides[one.chunk.guide].tag}, has another figure: {_ended(one.text)}", (one.chunk.id,)),
        )
        for one in found[:MOST]
    ]


def _is_of(name: Name, telling: Telling, knowledge: Knowledge) -> bool:
    """Whether a sentence is about the subject: what is no school is named itself, and no school beside it."""
    named = {one for _, one in telling.names}
    return name.kind == knowledge.main_kind or (
        name in named and not any(one.kind == knowledge.main_kind for one in named)
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _same(figure: FigureMention, name: Name, knowledge: Knowledge) -> bool:
    """Whether any cell of the subject has the figure, or a range that it stands in."""
    each = _each(figure)
    cells = [cell for row in knowledge.rows.get(name, ()) for cell in row.cells[1:] if cell.value is not None]
    return any(
        (cell.value or 0.0) <= value <= (cell.high if cell.high is not None else cell.value or 0.0)
        or (cell.or_more and value >= (cell.value or 0.0))
        for cell in cells
        for value in each
    )


def _near(figure: FigureMention, known: Sequence[Fact]) -> bool:
    """Whether a figure can be held against a cell: of its own period, or of none and of its size."""
    same = [fact for fact in known if figure.period and fact.cell.period == figure.period]
    if figure.period and not same:
        return False
    values = [fact.cell.value or 0.0 for fact in same or known]
    return any(value and 1 / NEAR <= each / value <= NEAR for each in _each(figure) for value in values)


def _each(figure: FigureMention) -> list[float]:
    return [value * A_YEAR if figure.unit == "year" else value for value in figure.values]
