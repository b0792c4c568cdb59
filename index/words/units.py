"""The closed sets of words that say what a figure is: its unit, its period, and for whom it holds."""

from typing import Literal

Unit = Literal["money", "number", "percent", "duration", "date", "choice", "text"]
AskedUnit = Literal[Unit, "rank", "gpa"]  # some numbers are asked for in a way of their own; cells hold numbers
Period = Literal["total", "year", "semester", "month", "week", "hour", "course", "credit"]
Residency = Literal["in-state", "out-of-state", "home", "international"]
