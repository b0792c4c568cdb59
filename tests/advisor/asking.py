"""Questions with what their answers must hold, asked of the real adviser."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from advisor import Answer
from advisor.chain import Adviser

FOLDER = Path(__file__).parent / "questions"
MARK = re.compile(r"\s*\[\d+\]")


@dataclass(frozen=True)
class Case:
    """A conversation and what its last answer must and must not say."""

    name: str
    slice: str
    messages: tuple[str, ...]
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]
    guides: frozenset[str]
    statuses: frozenset[str]


def read_cases(name: str) -> list[Case]:
    """The cases of one file."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines if line.strip()]


def _case(raw: dict[str, object]) -> Case:
    status = raw["status"]
    must, messages = raw["must"], raw["messages"]
    assert isinstance(must, list)
    assert isinstance(messages, list)
    return Case(
        name=str(raw["name"]),
        slice=str(raw["slice"]),
        messages=tuple(messages),
        must=tuple(tuple(forms) for forms in must),
        must_not=tuple(_texts(raw.get("must_not"))),
        guides=frozenset(_texts(raw.get("guides"))),
        statuses=frozenset([status] if isinstance(status, str) else _texts(status)),
    )


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def ask(adviser: Adviser, messages: tuple[str, ...]) -> Answer:
    """The last answer of a conversation."""
    reply = adviser.ask(messages[0])
    for message in messages[1:]:
        reply = adviser.ask(message, reply.conversation)
    return reply.answer


def faults(case: Case, answer: Answer) -> list[str]:
    """What is wrong with an answer, in words."""
    text = _plain(answer.text)
    cited = {citation.guide for citation in answer.citations}
    found = [f"lacks {' | '.join(forms)}" for forms in case.must if not any(_plain(form) in text for form in forms)]
    found += [f"says {wrong}" for wrong in case.must_not if _plain(wrong).strip() and _plain(wrong) in text]
    if case.guides and not case.guides & cited:
        found.append(f"cites {sorted(cited)}")
    if answer.status not in case.statuses:
        found.append(f"is {answer.status}")
    return found


def _plain(text: str) -> str:
    return MARK.sub("", text).lower().replace("’", "'").replace("\u00a0", " ")
