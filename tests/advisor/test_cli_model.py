"""The command line with a model: the doctor says whether it can be reached and what measuring it would take."""

import json
from pathlib import Path

import pytest

from advisor.answer import Answer, ByModel
from advisor.errors import RefusedModelError
from advisor.model import ChatModel, open_model
from advisor.settings import Settings, with_model
from advisor.shelf import Shelves
from advisor.terminal.model_doctor import about_model
from advisor.terminal.references import written_by
from index.bootstrap import Library
from tests.chat_server import Asked, Fail, Garbage, Step, chat_server, saying


def told(model: ChatModel, library: Library, tmp_path: Path) -> list[str]:
    cases = tmp_path / "cases.jsonl"
    cases.write_text("".join(json.dumps({"messages": [m]}) + "\n" for m in ("purdue credits?", "hi", "uiuc gre?")))
    settings = Settings(data=tmp_path, model=model.name, model_url=model.url, model_daily_tokens=9_000)
    return list(about_model(model, settings, Shelves(library), cases))


def test_the_doctor_tries_the_model_and_reckons_what_the_evals_would_cost(library: Library, tmp_path: Path) -> None:
    with chat_server(saying("ready")) as server:
        lines = told(ChatModel("openai:scripted", server.openai_url), library, tmp_path)
        assert len(server.requests) == 1
    assert lines[0].startswith("  openai:scripted answers: first words after ")
    assert lines[1] == "  0 of 9,000 tokens of today are spent"
    assert "would ask it about 2 times: about " in lines[2]
    assert "at most 1,400 to write" in lines[2]


def test_the_doctor_says_what_keeps_the_model_from_answering(library: Library, tmp_path: Path) -> None:
    with chat_server(lambda _: [Fail(401)]) as server:
        lines = told(ChatModel("openai:scripted", server.openai_url, "a secret"), library, tmp_path)
    assert "(refused): until it can be, the embedded writer answers" in lines[0]
    assert "secret" not in " ".join(lines)


def test_an_unknown_vendor_is_told_as_such(library: Library, tmp_path: Path) -> None:
    lines = told(ChatModel("nobody:knows"), library, tmp_path)
    assert "nobody:knows cannot be used (ValueError): see ADVISOR_MODEL" in lines[0]


def test_no_model_is_named_unless_a_setting_names_one() -> None:
    assert open_model(Settings(model=None)) is None
    model = open_model(Settings(model="ollama:any", model_temperature=0.5, model_tokens=99))
    assert model is not None
    assert (model.temperature, model.tokens) == (0.5, 99)


def test_the_terminal_says_who_wrote_and_what_was_not_shown() -> None:
    answer = Answer(
        "answered", "Yes.", engine="openai:any", model=ByModel("openai:any", shown=2, left_out=1, failure="late")
    )
    assert written_by(answer) == ["openai:any; 1 left out; openai:any: late"]
    assert written_by(Answer("answered", "Yes.")) == []


def test_one_vendors_key_is_not_sent_to_another() -> None:
    settings = Settings(model="openai:one", model_url="http://127.0.0.1:9/v1", model_key="swordfish")
    other, same = with_model(settings, "anthropic:two"), with_model(settings, "openai:two")
    assert (other.model_url, other.model_key) == (None, None)
    assert (same.model_url, same.model_key) == ("http://127.0.0.1:9/v1", "swordfish")


@pytest.mark.parametrize("vendor", ["openai", "ollama", "anthropic"])
def test_every_vendor_is_asked_where_the_settings_say(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_BASE", "OLLAMA_HOST", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with chat_server(lambda _: [Fail(404)]) as server:
        url = server.ollama_url if vendor == "ollama" else server.openai_url
        with pytest.raises(RefusedModelError):
            ChatModel(f"{vendor}:any", url).reply("be", "there")


def test_a_reason_that_comes_twice_is_one_reason() -> None:
    def end(asked: Asked) -> list[Step]:
        said = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        choice = {"index": 0, "delta": {"content": "Yes."}, "finish_reason": "stop"}
        line = f"data: {json.dumps(said | {'choices': [choice]})}\n\n".encode()
        return [Garbage(line), Garbage(line)]

    with chat_server(end) as server:
        assert ChatModel("openai:any", server.openai_url).reply("be", "there") == "Yes.Yes."
