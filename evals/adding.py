"""A miss becomes a case: a question, the reply that was wrong, and what is known of the right one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from pydantic import ValidationError

from advisor import Answer, Status
from evals.case import Case, Source
from evals.errors import CasesError

LONGEST = 60  # letters of a name


@dataclass(frozen=True)
class Known:
    """What the person who saw the miss can say of the right reply; all of it may be empty."""

    name: str | None = None
    slices: tuple[str, ...] = ("miss",)
    facts: tuple[str, ...] = ()  # "form | other form"
    wrong: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  # "guide" or "guide: heading"
    status: tuple[str, ...] = ()


def missed(messages: Sequence[str], reply: Answer, known: Known) -> Case:
    """The case: the same reply must not come again, and what is known must hold."""
    raw = {
        "name": known.name or _name(messages[-1]),
        "slices": known.slices,
        "messages": tuple(messages),
        "facts": tuple(tuple(form.strip() for form in fact.split("|")) for fact in known.facts),
        "wrong": known.wrong,
        "sources": tuple(_source(text) for text in known.sources),
        "status": known.status or get_args(Status),
        "rejected": reply.text,
    }
    try:
        return Case.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise CasesError(f"no case can be made of this: {first['loc'][0]}: {first['msg']}") from error


def _name(message: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", message.lower())[:LONGEST].strip("-") or "question"


def _source(text: str) -> Source:
    guide, _, heading = text.partition(":")
    return Source(guide=guide.strip(), heading=heading.strip() or None)
