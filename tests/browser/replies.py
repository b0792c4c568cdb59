"""Replies in the form of the contract, for the scripted server."""

from typing import Any

from tests.browser.serving import Act

Json = dict[str, Any]


def citation(number: int, **given: object) -> Json:
    """A citation; any field may be given."""
    return {
        "number": number, "guide": "techguide", "title": f"Guide {number}", "publisher": "TechGuide", "author": None,
        "section": "Costs > Tuition", "updated": "2026-05-25", "quote": f"Passage {number}, word for word.",
        "passage_id": f"p{number}", "url": None, **given,
    }  # fmt: skip


def reply(answer: str, **given: object) -> Json:
    """A whole reply; any field may be given."""
    return {
        "conversation_id": "conversation-of-a-test", "message_id": "message-of-a-test", "status": "answered",
        "answer": answer, "citations": [], "table": None, "figures": [], "notes": [], "profile": [], "suggestions": [],
        "engine": "embedded", "index": "0", **given,
    }  # fmt: skip


def said(answer: str, **given: object) -> Act:
    """The events of a whole reply, its answer in one piece."""
    return Act([START, ("delta", {"text": answer}), ("done", reply(answer, **given))])


START = ("start", {"conversation_id": "conversation-of-a-test", "message_id": "message-of-a-test"})
ROWS = [
    ("North", "$9,500 in total", 9500),
    ("South", "~$21,000 in total", 21000),
    ("East", "$13,604.98 in total", 13604.98),
]


def cell(text: str, value: float | None = None, *marks: int) -> Json:
    """A cell of a table."""
    return {"text": text, "value": value, "citations": list(marks)}


def compared() -> Act:
    """An answer with everything in it: a table of amounts, a note on guides that differ, facts, suggestions."""
    rows = [[cell(name), cell(price, value, at + 1), cell("TechGuide")] for at, (name, price, value) in enumerate(ROWS)]
    lines = [f"| {name} | {price} [{at + 1}] | TechGuide |" for at, (name, price, _) in enumerate(ROWS)]
    answer = "\n".join(
        [
            "Three **schools** match [1].\n\n| School | Tuition | Guide |\n| --- | --- | --- |",
            *lines,
            "\nThe guides differ on the price [1][2].\n\n- a first thing\n- a second thing [3]",
        ]
    )
    return said(
        answer,
        citations=[citation(1), citation(2, updated=None), citation(3, url="https://guides.example/three")],
        table={"columns": ["School", "Tuition", "Guide"], "rows": rows},
        notes=[{"kind": "disagreement", "text": "The guides differ on the price.", "citations": [1, 2]}],
        profile=[{"key": "budget", "text": "at most $25,000"}, {"key": "home", "text": "lives in Texas"}],
        suggestions=["What about the GRE?", "Which is the cheapest?"],
    )
