"""What a citation points to, also when the index changes under a running server."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from index.bootstrap import build_index
from index.settings import Settings
from tests.api.conftest import Ask
from tests.api.serving import ROOT, serving_here, until

PURDUE = "how much is Purdue?"


def test_the_guides_are_listed(client: httpx.Client) -> None:
    guides = client.get("/v1/guides").json()
    assert {"techguide", "aifwd", "online-guide", "hakia"} <= {guide["slug"] for guide in guides}
    assert all(guide["title"] and guide["publisher"] and guide["passages"] > 0 for guide in guides)


def test_a_guide_leads_to_its_passages(client: httpx.Client) -> None:
    for guide in client.get("/v1/guides").json():
        contents = client.get(f"/v1/guides/{guide['slug']}").json()
        assert {key: contents[key] for key in guide} == guide
        names = [name for section in contents["sections"] for name in section["passages"]]
        assert len(names) == len(set(names)) == guide["passages"]
        passage = client.get(f"/v1/passages/{names[0]}").json()
        assert (passage["guide"], passage["section"]) == (guide["slug"], contents["sections"][0]["section"])


def test_a_citation_points_to_the_passage_it_quotes(client: httpx.Client, ask: Ask) -> None:
    for citation in ask("compare Purdue and Georgia Tech").citations:
        passage = client.get(f"/v1/passages/{citation.passage_id}").json()
        assert passage["text"] == citation.quote
        for key in ("guide", "title", "publisher", "author", "section", "updated", "url"):
            assert passage[key] == getattr(citation, key), key


@pytest.fixture
def changed(data: Path) -> Settings:
    """The corpus with one price changed, over a data folder whose index does not know of it yet."""
    corpus = data / "corpus"
    shutil.copytree(ROOT / "corpus", corpus)
    for guide in (corpus / "guides").glob("*.md"):
        guide.write_text(guide.read_text("utf-8").replace("22,500", "23,700"), "utf-8")
    return Settings(corpus=corpus, data=data, embedding=None, chroma_url=None)


@pytest.fixture
def running(data: Path) -> Iterator[httpx.Client]:
    with serving_here(data) as url, httpx.Client(base_url=url, timeout=60) as client:
        yield client


def test_a_new_index_is_picked_up_without_a_failed_request(running: httpx.Client, changed: Settings) -> None:
    first = running.post("/v1/chat", json={"message": PURDUE}).json()
    old = next(one for one in first["citations"] if "$22,500" in one["quote"])
    statuses: set[int] = set()
    said: set[tuple[str, bool]] = set()
    done = threading.Event()

    def visit() -> None:
        while not done.is_set():
            reply = running.post("/v1/chat", json={"message": PURDUE})
            statuses.update({reply.status_code, running.get("/health/ready").status_code})
            if reply.status_code == 200:
                said.add((reply.json()["index"], "$23,700" in reply.json()["answer"]))

    visitors = [threading.Thread(target=visit) for _ in range(4)]
    for visitor in visitors:
        visitor.start()
    try:
        build_index(changed)
        until(lambda: any(new for _, new in said), "an answer from the new index")
    finally:
        done.set()
        for visitor in visitors:
            visitor.join()
    assert statuses == {200}
    assert len(said) == 2, "one answer from each index, and none that mixes them"
    gone = running.get(f"/v1/passages/{old['passage_id']}")
    assert (gone.status_code, gone.json()["type"]) == (410, "urn:advisor:problem:old-passage")
    assert (gone.json()["guide"], gone.json()["section"]) == (old["guide"], old["section"])
    kept = running.get(f"/v1/conversations/{first['conversation_id']}").json()
    assert kept["messages"][0]["reply"] == first, "what was said stays as it was said"
    second = running.post("/v1/chat", json={"message": PURDUE, "conversation_id": first["conversation_id"]}).json()
    assert "$23,700" in second["answer"]
