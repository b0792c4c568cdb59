"""A second opinion on readability and faithfulness by a chat model: always with a reason, reported apart, never gating."""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from advisor import Answer, ModelError
from evals.outcomes import Outcome

INSTRUCTIONS = Path(__file__).with_name("second_opinion.md")
AT_ONCE = 4
Reply = Callable[[str, str], str]  # instructions and a message in, what the model says out
Mark = Annotated[int, Field(ge=1, le=5)]


class Opinion(BaseModel):
    """What the judge thinks of one reply."""

    model_config = ConfigDict(frozen=True)

    readable: Mark
    faithful: Mark
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10)]


@dataclass(frozen=True)
class Judged:
    """The opinions by the names of their cases, and why there is none on others."""

    opinions: dict[str, Opinion]
    without: dict[str, str]

    @property
    def line(self) -> str:
        """All opinions in one line."""
        if not self.opinions:
            return f"second opinion: none, {len(self.without)} could not be had"
        means = [
            sum(getattr(one, of) for one in self.opinions.values()) / len(self.opinions)
            for of in ("readable", "faithful")
        ]
        return (
            f"second opinion on {len(self.opinions)}: readable {means[0]:.1f}, faithful {means[1]:.1f} of 5; "
            f"{len(self.without)} could not be had"
        )


def opinions(outcomes: Sequence[Outcome], reply: Reply) -> Judged:
    """The judge's opinion on every reply, asked a few at once."""
    instructions = INSTRUCTIONS.read_text("utf-8")

    def ask(outcome: Outcome) -> Opinion | str:
        try:
            return _read(reply(instructions, _put(outcome)))
        except ModelError as error:
            return str(error)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        said = dict(zip((o.case.name for o in outcomes), pool.map(ask, outcomes), strict=True))
    return Judged(
        {name: one for name, one in said.items() if isinstance(one, Opinion)},
        {name: one for name, one in said.items() if isinstance(one, str)},
    )


def _put(outcome: Outcome) -> str:
    answer: Answer = outcome.answer
    talk = [f"Person: {message}" for message in outcome.case.messages]
    passages = [f"[{one.number}] {one.title}, {one.section}: {one.quote}" for one in answer.citations]
    parts = {"conversation": talk, "reply": [answer.text], "passages": passages or ["none"]}
    return "\n\n".join(f"<<<{name}\n{_fenced(lines)}\n>>>" for name, lines in parts.items())


def _fenced(lines: Sequence[str]) -> str:
    return "\n".join(lines).replace("<<<", "‹‹‹").replace(">>>", "›››")


def _read(said: str) -> Opinion | str:
    found = re.search(r"\{.*\}", said, re.S)
    try:
        return Opinion.model_validate_json(found[0] if found else "")
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return f"not an opinion: {'.'.join(map(str, first['loc']))} {first['msg']}".replace("  ", " ")
