"""Spans of a request and of its steps reach a real collector's door; what a visitor wrote, and whose talk it is, do not."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from index.settings import Settings
from tests.api.dairies import FEE, build_edition
from tests.api.serving import serving, until

WORD = "Rumpelstilzchen"
STEPS = {"understand", "draft", "verify", "write"}


@dataclass
class Collector:
    """What was sent to it."""

    bodies: list[tuple[str, bytes]] = field(default_factory=list)

    def spans(self) -> list[Span]:
        """Every span so far."""
        sent = [ExportTraceServiceRequest.FromString(body) for path, body in self.bodies if path == "/v1/traces"]
        return [span for one in sent for of in one.resource_spans for scope in of.scope_spans for span in scope.spans]


@pytest.fixture
def collector() -> Iterator[tuple[str, Collector]]:
    """The door of an OTLP collector, over HTTP."""
    heard = Collector()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.bodies.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()
        thread.join()


def test_spans_tell_of_steps_and_requests_without_words_or_names(
    collector: tuple[str, Collector], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, heard = collector
    settings = Settings(corpus=tmp_path / "corpus", data=tmp_path / "data", embedding=None, chroma_url=None)
    build_edition(settings, 450)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", url)
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "100")
    with serving(settings.data, corpus=str(settings.corpus), tracing="opentelemetry") as server:
        with server.client() as client:
            told = client.post("/v1/chat", json={"message": f"{FEE}, asks {WORD}"}).json()
            owner = told["conversation_id"]
            assert client.get(f"/v1/conversations/{owner}", params={"q": WORD}).status_code == 200
            streamed = {"message": f"and {WORD}?", "conversation_id": owner}
            said = client.post("/v1/chat", json=streamed, headers={"Accept": "text/event-stream"}).text
        assert "event: done" in said
        until(lambda: {span.name for span in heard.spans()} >= STEPS, "the steps are told")
        until(lambda: len([span for span in heard.spans() if "/v1/chat" in span.name]) >= 2, "the requests are told")
    names = {span.name for span in heard.spans()}
    assert "GET /v1/conversations/{conversation_id}" in names
    asked = {span.span_id: span.trace_id for span in heard.spans() if span.name == "POST /v1/chat"}
    steps = [span for span in heard.spans() if span.name in STEPS and span.parent_span_id]
    assert len(asked) == 2
    assert len(steps) == 2 * len(STEPS)
    assert all(asked[span.parent_span_id] == span.trace_id for span in steps)
    assert all(span.end_time_unix_nano >= span.start_time_unix_nano > 0 for span in heard.spans())
    everything = b"".join(body for _, body in heard.bodies)
    assert WORD.encode() not in everything
    assert owner.encode() not in everything
    assert b"advisor" in everything
