"""The reply as JSON has the shape that the contract promises to programs."""

import json
from dataclasses import replace
from typing import TypeAlias

from advisor.answer import Answer, Figure, Table, TableCell
from advisor.wire import reply_json
from tests.advisor.scripted import PRICE, ScriptedAdviser

KEYS = "conversation_id message_id status answer citations table figures notes profile suggestions engine index model"
CITATION = "number guide title publisher author section updated quote passage_id url"


Plain: TypeAlias = "str | int | float | list[Plain] | dict[str, Plain] | None"


def wired(answer: Answer) -> dict[str, Plain]:
    reply: dict[str, Plain] = json.loads(reply_json(ScriptedAdviser(answer).ask("what"), "c", "m"))
    return reply


def test_a_reply_has_the_keys_of_the_contract_in_their_order() -> None:
    reply = wired(PRICE)
    assert " ".join(reply) == KEYS
    assert (reply["conversation_id"], reply["message_id"], reply["index"]) == ("c", "m", "abc")
    assert isinstance(reply["citations"], list)
    (citation,) = reply["citations"]
    assert isinstance(citation, dict)
    assert " ".join(citation) == CITATION
    assert citation["author"] is None
    assert reply["notes"] == [{"kind": "age", "text": "This is from 2021.", "citations": [1]}]
    assert reply["profile"] == [{"key": "budget", "text": "at most $9,000"}]


def test_a_reply_without_a_table_says_null() -> None:
    assert wired(PRICE)["table"] is None


def test_a_table_keeps_its_values_and_whole_numbers_are_whole() -> None:
    cells = (TableCell("$7,000", 7000.0, (1,)), TableCell("3.5", 3.5, ()), TableCell("unknown", None, ()))
    table = Table(("Price", "GPA", "GRE"), (cells,))
    text = reply_json(ScriptedAdviser(replace(PRICE, table=table)).ask("what"), "c", "m")
    assert '"value":7000,' in text
    assert json.loads(text)["table"] == {
        "columns": ["Price", "GPA", "GRE"],
        "rows": [
            [
                {"text": "$7,000", "value": 7000, "citations": [1]},
                {"text": "3.5", "value": 3.5, "citations": []},
                {"text": "unknown", "value": None, "citations": []},
            ]
        ],
    }


def test_a_figure_without_a_formula_says_null() -> None:
    figure = Figure("$7,000", "quoted", (1,), None)
    expected = {"text": "$7,000", "kind": "quoted", "citations": [1], "formula": None}
    assert wired(replace(PRICE, figures=(figure,)))["figures"] == [expected]
