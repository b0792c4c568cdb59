"""A question understood, answered from evidence, checked and cited."""

from advisor.answer import Answer as Answer
from advisor.answer import ByModel as ByModel
from advisor.answer import Citation as Citation
from advisor.answer import Figure as Figure
from advisor.answer import FigureKind as FigureKind
from advisor.answer import Note as Note
from advisor.answer import NoteKind as NoteKind
from advisor.answer import Remembered as Remembered
from advisor.answer import Status as Status
from advisor.answer import Table as Table
from advisor.answer import TableCell as TableCell
from advisor.errors import AdviserError as AdviserError
from advisor.errors import AnswerError as AnswerError
from advisor.errors import MessageError as MessageError
from advisor.errors import ModelError as ModelError

__all__ = [
    "AdviserError",
    "Answer",
    "AnswerError",
    "ByModel",
    "Citation",
    "Figure",
    "FigureKind",
    "MessageError",
    "ModelError",
    "Note",
    "NoteKind",
    "Remembered",
    "Status",
    "Table",
    "TableCell",
]
