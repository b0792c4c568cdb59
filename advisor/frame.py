"""A question as a frame: what is asked, about whom, which attributes, under which conditions, with which amounts."""

from dataclasses import dataclass, field
from typing import Literal

from advisor.lexicon import Name
from index import Condition, Period, Residency

Act = Literal[
    "explain", "list", "look_up", "compare", "filter", "rank", "count", "calculate", "recommend", "eligibility",
    "small_talk", "about", "out_of_scope",
]  # fmt: skip
SETS: frozenset[Act] = frozenset({"filter", "rank", "count", "recommend"})  # what asks for several of a kind
Turn = Literal[
    "new", "who_says", "sure", "shorter", "as_list", "as_table", "names_only", "why", "differ", "elsewhere", "more", "others",
]  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """One demand on a program, met when any of its conditions is, or all; `said` is how an answer names it."""

    conditions: tuple[Condition, ...]
    said: str
    assumed: bool = False
    negated: bool = False  # met where its conditions are not
    together: bool = False  # met where one value meets all its conditions: "between 20k and 30k"

    @property
    def attribute(self) -> str:
        """The attribute that all its conditions are about."""
        return self.conditions[0].attribute


@dataclass(frozen=True)
class Order:
    """A superlative: by which attribute, from which end."""

    attribute: str
    lowest: bool


@dataclass(frozen=True)
class Remark:
    """One thing that the person said about themselves, and what it demands of a program."""

    key: str
    text: str
    wish: Wish | None = None
    value: float | None = None
    asks: str | None = None  # what advice for this person has to answer, as a guide would ask it
    lacks: tuple[str, ...] = ()  # what they have not got, in the words of those who ask for it


@dataclass(frozen=True)
class Narrowing:
    """What in a question tells equal columns apart: a guide, a year, a place of study, a period, a residency."""

    guides: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    period: Period | None = None
    residency: Residency | None = None
    both_residencies: bool = False  # "in-state vs out-of-state"
    residency_at: tuple[tuple[str, Residency], ...] = ()  # which price holds where, for who told where they live
    currency: str | None = None  # "in euros"; None is the dollar, or nothing said
    headings: tuple[str, ...] = ()  # of the tables that are meant: "canadian degrees", where one stands below "Canada"


@dataclass(frozen=True)
class Frame:
    """One asked part of a message."""

    act: Act
    text: str
    subjects: tuple[Name, ...] = ()
    tie: tuple[Name, ...] = ()  # one mention that fits several subjects, undecided
    strangers: tuple[str, ...] = ()  # names that no guide knows
    attributes: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    order: Order | None = None
    limit: int | None = None
    place: int | None = None  # "the second cheapest"
    places: tuple[int, int] | None = None  # "second to fifth cheapest"
    after: Name | None = None  # "the cheapest after Purdue"
    kind: str | None = None  # what a set is made of: "school"
    narrowing: Narrowing = field(default_factory=Narrowing)
    weak: bool = False  # its attributes were named by a turn of phrase alone ("how long"), which needs a subject
    end: Literal["lowest", "highest"] | None = None  # "and the highest?": an end of whatever was put in order before
    excluded: tuple[Name, ...] = ()  # what a set goes without: "other than Purdue"
    taken: bool = False  # a clause that takes something for granted and asks nothing: "since all of them …"
    lives: tuple[str, ...] = ()  # what a guide would ask for the person's life, where the part asks in few words
    alone: bool = False  # nothing else is asked in its message
    asked: str = ""  # the part's own words, where `text` holds what stood before it too
    around: str = ""  # what was said around it, of itself or of the person: searched with too
    told: tuple[str, ...] = ()  # passages that were just quoted, where the part goes on from them: it asks for others
    found: bool = False  # its subjects are those whom the part before it found
    itself: bool = False  # "it" is what all guides are about, for nothing was named before
    unheld: tuple[str, ...] = ()  # what a set is to have that no column tells: "live classes"
    outside: float = 0.0  # by how much it is closer to what the adviser is not for than to anything else

    @property
    def names_somebody(self) -> bool:
        """Whether it names anybody: one that is known, one of several, or one that no guide knows."""
        return bool(self.subjects or self.tie or self.strangers)

    @property
    def own(self) -> str:
        """The part's own words."""
        return self.asked or self.text
