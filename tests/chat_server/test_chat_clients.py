"""LangChain's clients for OpenAI's wire and Ollama's: what each raises or gives, which the product is built on."""

import json
from contextlib import nullcontext
from functools import reduce
from operator import add
from typing import Any, Literal

import httpx
import ollama
import openai
import pydantic
import pytest
from langchain.chat_models import init_chat_model
from langchain_core.exceptions import ModelConnectionError, ModelRateLimitError, ModelTimeoutError
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, ToolMessage

from tests.chat_server import (
    Call,
    ChatServer,
    Cut,
    Drip,
    Endless,
    Fail,
    Finish,
    Garbage,
    Hang,
    Refuse,
    Say,
    Step,
    chat_server,
    failing,
    saying,
)

Provider = Literal["openai", "ollama"]
BOTH = pytest.mark.parametrize("provider", ["openai", "ollama"])
PROMPT = [("system", "Be brief."), ("human", "What does it cost?")]
LOOK_UP = {
    "name": "look_up",
    "description": "Looks up a city.",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
}


def model(provider: Provider, server: ChatServer, timeout: float = 5.0) -> BaseChatModel:
    """A client with everything that it takes from its surroundings said to it."""
    own: dict[str, Any] = {"client_kwargs": {"timeout": timeout, "verify": False}, "num_predict": 300}
    url = server.ollama_url
    if provider == "openai":
        own = {"api_key": "none", "timeout": timeout, "max_retries": 0, "max_tokens": 300, "stream_usage": True}
        url = server.openai_url
    made: BaseChatModel = init_chat_model(f"{provider}:any", base_url=url, temperature=0, **own)
    return made


def streamed(provider: Provider, *steps: Step, timeout: float = 5.0) -> AIMessageChunk:
    """The sum of the chunks, with a tool bound."""
    with chat_server(lambda asked: steps) as server:
        chunks = list(model(provider, server, timeout).bind_tools([LOOK_UP]).stream(PROMPT))
    return reduce(add, [chunk for chunk in chunks if isinstance(chunk, AIMessageChunk)])


def ended(message: AIMessageChunk) -> str | None:
    """Why a reply ended; None where its end did not come."""
    said = message.response_metadata
    reason = said.get("finish_reason") or said.get("done_reason")
    return None if reason is None else str(reason)


# -- what is said -------------------------------------------------------------------------------------------------


@BOTH
def test_a_reply_is_the_same_whole_and_streamed(provider: Provider) -> None:
    with chat_server(saying("It costs 9,000 [1].")) as server:
        whole = model(provider, server).invoke(PROMPT)
        asked = server.requests[0]
    told = streamed(provider, Say("It costs 9,000 [1]."))
    assert whole.text == told.text == "It costs 9,000 [1]."
    assert ended(told) == "stop"
    assert told.usage_metadata
    assert told.usage_metadata["output_tokens"] == 4
    assert [(message.role, message.text) for message in asked.messages] == [
        ("system", "Be brief."),
        ("user", "What does it cost?"),
    ]
    assert (asked.model, asked.temperature, asked.max_tokens) == ("any", 0, 300)


@BOTH
def test_a_text_in_any_script_arrives_as_it_was_said(provider: Provider) -> None:
    text = "Łódź \u2028 \u202eאבג ﷺ 👩‍🎓 e\u0301 \0 \\n </s>"
    assert streamed(provider, Say(text)).text == text


@BOTH
def test_two_calls_beside_a_text(provider: Provider) -> None:
    calls = [Call("look_up", {"city": "Bath"}), Call("look_up", {"city": "Łódź"})]
    told = streamed(provider, Say("Let me see."), *calls)
    assert told.text == "Let me see."
    assert [(call["name"], call["args"]) for call in told.tool_calls] == [(call.name, call.arguments) for call in calls]
    assert ended(told) == ("tool_calls" if provider == "openai" else "stop")


@BOTH
def test_the_tools_and_their_results_reach_the_model(provider: Provider) -> None:
    with chat_server(lambda asked: [Say("9,000")] if asked.results else [Call("look_up", {"city": "Bath"})]) as server:
        bound = model(provider, server).bind_tools([LOOK_UP])
        called = bound.invoke(PROMPT)
        result = ToolMessage("9,000", tool_call_id=called.tool_calls[0]["id"])
        assert bound.invoke([*PROMPT, called, result]).text == "9,000"
        first, second = server.requests
    assert (first.tools[0].name, first.tools[0].schema) == ("look_up", LOOK_UP["parameters"])
    assert second.messages[2].calls[0].name == "look_up"
    assert second.results[0].text == "9,000"
    assert second.results[0].answers == ("call_0" if provider == "openai" else None)  # Ollama goes by their order


def test_openai_mends_arguments_that_were_cut_short_without_a_word() -> None:
    """So the arguments must be read from the sum of the pieces, as they came."""
    told = streamed("openai", Call("look_up", '{"city": "Bat'))
    assert (told.tool_calls[0]["args"], told.invalid_tool_calls) == ({"city": "Bat"}, [])
    assert told.tool_call_chunks[0]["args"] == '{"city": "Bat'


def test_openai_keeps_arguments_that_are_no_json_apart() -> None:
    told = streamed("openai", Call("look_up", "{'city': 'Bath'}"))
    assert (told.tool_calls, told.invalid_tool_calls[0]["args"]) == ([], "{'city': 'Bath'}")


def test_ollama_raises_for_arguments_that_are_no_json() -> None:
    with pytest.raises(pydantic.ValidationError):
        streamed("ollama", Call("look_up", '{"city": "Bat'))


def test_openai_drops_a_refusal_from_a_stream() -> None:
    """So an empty reply without calls must count as one."""
    told = streamed("openai", Refuse("I cannot."))
    assert (told.text, told.additional_kwargs, ended(told)) == ("", {}, "stop")
    with chat_server(lambda asked: [Refuse("I cannot.")]) as server:
        assert model("openai", server).invoke(PROMPT).additional_kwargs == {"refusal": "I cannot."}
    assert streamed("ollama", Refuse("I cannot.")).text == "I cannot."


# -- how it ends --------------------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("reason", ["length", "content_filter"])
def test_why_a_reply_ended_is_told(provider: Provider, reason: str) -> None:
    assert ended(streamed(provider, Say("Half of"), Finish(reason))) == reason


@BOTH
def test_a_tidy_cut_shows_only_by_the_missing_reason(provider: Provider) -> None:
    cut = streamed(provider, Say("Half of"), Cut(tidy=True))
    assert (cut.text, cut.chunk_position, ended(cut)) == ("Half of", "last", None)


@pytest.mark.parametrize(
    ("provider", "steps", "error"),
    [
        ("openai", [Say("Half of"), Cut()], ModelConnectionError),
        ("ollama", [Say("Half of"), Cut()], httpx.RemoteProtocolError),
        ("openai", [Say("Half of"), Hang()], ModelTimeoutError),
        ("ollama", [Say("Half of"), Hang()], httpx.ReadTimeout),
        ("openai", [Hang()], openai.APITimeoutError),
        ("ollama", [Hang()], httpx.ReadTimeout),
        ("openai", [Say("Half of"), Garbage(b"data: {nope\n\n")], json.JSONDecodeError),
        ("ollama", [Say("Half of"), Garbage(b"{nope\n")], json.JSONDecodeError),
        ("openai", [Say("Half of"), Garbage(b'data: {"error": {"message": "full"}}\n\n')], openai.APIError),
        ("ollama", [Say("Half of"), Garbage(b'{"error": "full"}\n')], ollama.ResponseError),
        ("ollama", [Cut(tidy=True)], ValueError),
    ],
)
def test_what_is_raised_in_the_middle(provider: Provider, steps: list[Step], error: type[Exception]) -> None:
    with pytest.raises(error):
        streamed(provider, *steps, timeout=0.3 if Hang() in steps else 5.0)


@BOTH
def test_a_slow_server_never_times_out(provider: Provider) -> None:
    """So whoever waits must keep the time itself."""
    assert streamed(provider, Drip("Slow but sure", 0.1), timeout=1.0).text == "Slow but sure"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 429, 500, 503])
def test_openai_tells_the_status_and_the_headers_of_a_failure(status: int) -> None:
    with pytest.raises(openai.APIStatusError) as raised:
        streamed("openai", Fail(status, {"Retry-After": "7"}))
    assert (raised.value.status_code, raised.value.response.headers["Retry-After"]) == (status, "7")
    assert isinstance(raised.value, ModelRateLimitError) is (status == 429)


@pytest.mark.parametrize("status", [400, 404, 429, 503])
def test_ollama_tells_the_status_of_a_failure_and_the_whole_body(status: int) -> None:
    with pytest.raises(ollama.ResponseError, match="<h1>no</h1>") as raised:
        streamed("ollama", Fail(status, {"Retry-After": "7"}, "<h1>no</h1>"))
    assert raised.value.status_code == status


@pytest.mark.parametrize(("retries", "requests"), [(0, 1), (1, 2)])
def test_openai_tries_again_where_it_is_let(retries: int, requests: int) -> None:
    with chat_server(failing(503, 1, saying("Yes."), retry_after="0.01")) as server:
        trying = init_chat_model("openai:any", base_url=server.openai_url, api_key="none", max_retries=retries)
        with nullcontext() if retries else pytest.raises(openai.InternalServerError):
            assert trying.invoke(PROMPT).text == "Yes."
        assert len(server.requests) == requests


@BOTH
def test_a_stream_that_is_closed_leaves_the_server(provider: Provider) -> None:
    with chat_server(lambda asked: [Endless("on and on ")]) as server:
        chunks = model(provider, server).stream(PROMPT)
        next(chunks)
        chunks.close()  # type: ignore[attr-defined]
        assert server.until(lambda: server.left == 1)


def test_ollama_is_deaf_to_the_words_that_openai_knows() -> None:
    """So its limits must be given in its own: num_predict, and the timeout among the client's."""
    with chat_server(saying("Yes.")) as server:
        deaf = init_chat_model("ollama:any", base_url=server.ollama_url, api_key="key", max_tokens=300, timeout=0.1)
        deaf.invoke(PROMPT)
        assert (server.requests[0].max_tokens, server.requests[0].headers.get("authorization")) == (None, None)
