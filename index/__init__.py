"""Guides read, cut, embedded, stored and searched."""

from index.cells.cell import UNKNOWN as UNKNOWN
from index.cells.cell import Cell as Cell
from index.cells.currencies import currency_in as currency_in
from index.cells.verdicts import Operator as Operator
from index.chunks import Chunk as Chunk
from index.chunks import ChunkKind as ChunkKind
from index.errors import BusyError as BusyError
from index.errors import DamagedIndexError as DamagedIndexError
from index.errors import EmbeddingError as EmbeddingError
from index.errors import GuideError as GuideError
from index.errors import LibraryError as LibraryError
from index.errors import NoIndexError as NoIndexError
from index.errors import ReaderError as ReaderError
from index.errors import SettingError as SettingError
from index.errors import StoreError as StoreError
from index.errors import VocabularyError as VocabularyError
from index.guides import Guide as Guide
from index.rows import VERSION as VERSION
from index.rows import Condition as Condition
from index.rows import Row as Row
from index.rows import Rows as Rows
from index.rows import Sifted as Sifted
from index.rows import meets as meets
from index.rows import meets_cell as meets_cell
from index.vocabulary import Attribute as Attribute
from index.vocabulary import LifeFact as LifeFact
from index.vocabulary import Role as Role
from index.vocabulary import Vocabulary as Vocabulary
from index.vocabulary import WordedCondition as WordedCondition
from index.words.units import Period as Period
from index.words.units import Residency as Residency
from index.words.units import Unit as Unit

__all__ = [
    "UNKNOWN",
    "VERSION",
    "Attribute",
    "BusyError",
    "Cell",
    "Chunk",
    "ChunkKind",
    "Condition",
    "DamagedIndexError",
    "EmbeddingError",
    "Guide",
    "GuideError",
    "LibraryError",
    "LifeFact",
    "NoIndexError",
    "Operator",
    "Period",
    "ReaderError",
    "Residency",
    "Role",
    "Row",
    "Rows",
    "SettingError",
    "Sifted",
    "StoreError",
    "Unit",
    "Vocabulary",
    "VocabularyError",
    "WordedCondition",
    "currency_in",
    "meets",
    "meets_cell",
]
