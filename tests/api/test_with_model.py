"""A server whose answers a model writes: streamed as they hold, counted, and worked out again without asking it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.advisor.modelled import mark
from tests.api.serving import Server, events_of, serving
from tests.chat_server import Asked, ChatServer, Cut, Say, Step, chat_server


def model(asked: Asked) -> Iterator[Step]:
    """Right about credits, wrong about a price, and gone in the middle of a third sentence where Duke is asked about."""
    if "duke" in asked.messages[-1].text.partition("<<<question")[2]:
        yield Say("Duke")
        yield Cut()
        return
    own = mark(asked, "Purdue Credits: 30")
    yield Say(f"You need 30 credits at Purdue {own}. It costs $99 in total {own}.")


@pytest.fixture(scope="module")
def chat() -> Iterator[ChatServer]:
    with chat_server(model) as running:
        yield running


@pytest.fixture
def written(data: Path, chat: ChatServer) -> Iterator[Server]:
    with serving(data, model="openai:scripted", model_url=chat.openai_url) as running:
        yield running


def test_a_models_answer_is_streamed_told_counted_and_kept(written: Server, chat: ChatServer) -> None:
    with written.client() as client:
        streamed = client.post("/v1/chat", json={"message": "purdue credits?"}, headers={"Accept": "text/event-stream"})
        events = events_of(streamed.text)
        texts = [body["text"] for name, body in events if name == "delta"]
        done = events[-1][1]
        assert texts[0] == "You need 30 credits at Purdue [1]."
        assert "".join(texts) == done["answer"]
        assert "$99" not in done["answer"]
        assert done["engine"] == "openai:scripted"
        assert (done["model"]["shown"], done["model"]["reasons"], done["model"]["failure"]) == (1, {"figure": 1}, None)
        broken = client.post("/v1/chat", json={"message": "duke credits?"}).json()
        assert (broken["engine"], broken["model"]["failure"]) == ("embedded", "unreachable")
        assert written.number("advisor_model_replies_total", ended="whole") == 1
        assert written.number("advisor_model_replies_total", ended="unreachable") == 1
        assert written.number("advisor_model_sentences_total", fate="shown") == 1
        assert written.number("advisor_model_faults_total", reason="figure") == 1
        assert written.number("advisor_model_tokens_total", direction="read") > 100
        asked = len(chat.requests)
        kept = client.get(f"/v1/conversations/{done['conversation_id']}").json()
        assert "You need 30 credits" in str(kept)
        official = client.post(
            "/v1/chat/completions",
            json={
                "messages": [
                    {"role": "user", "content": "purdue credits?"},
                    {"role": "assistant", "content": "30"},
                    {"role": "user", "content": "thanks"},
                ]
            },
        )
        assert official.status_code == 200
        assert len(chat.requests) == asked  # what was said before is worked out again without the model
