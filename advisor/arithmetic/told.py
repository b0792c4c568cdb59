"""The figures of a message by what they do to a price."""

from dataclasses import dataclass, field

from advisor.proving.figures import FigureMention


@dataclass(frozen=True)
class Amount:
    """An amount of money in a message and what it is counted for."""

    value: float
    each: str | None = None  # "year", "month"
    living: bool = False


@dataclass
class Told:
    """The figures of a message, by what they do to a price."""

    added: list[Amount] = field(default_factory=list)
    taken: list[Amount] = field(default_factory=list)
    gains: list[Amount] = field(default_factory=list)
    part: FigureMention | None = None  # "half of", "25% of"
    off: FigureMention | None = None  # "25% off"
    whole: float | None = None  # "what percent of 20k": what a price is held against
    credits: list[float] = field(default_factory=list)
    waived: float | None = None
    in_course: float | None = None  # credits of one course
    courses: float | None = None
    lengths: dict[str, float] = field(default_factory=dict)  # "for 2 years"
    each: str | None = None  # "per month": what the result is asked for
    lent: bool = False  # paid back in instalments
    strange: bool = False  # a figure that does none of this

    @property
    def split(self) -> bool:
        """Whether a price is asked for by the month, semester or year of so many."""
        return self.each in self.lengths or (self.each == "month" and "year" in self.lengths)

    @property
    def changes(self) -> bool:
        """Whether some figure changes a whole price."""
        return bool(self.added or self.taken or self.part or self.off)
