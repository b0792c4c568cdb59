"""OpenTelemetry, where ADVISOR_TRACING asks for it: spans of requests and of the steps of an answer, without their words."""

import time

from fastapi.telemetry import TelemetryConfig
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

OFF: TelemetryConfig = {
    "tracing": False, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": False,
}  # fmt: skip
TELLING = ("url.path", "url.query")  # may hold the name of a conversation, or anything else


class _Withheld(SpanProcessor):
    """Takes from a span what nobody else may know; its route stays."""

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:  # noqa: ARG002
        """A span begins."""
        for name in TELLING:
            if name in (span.attributes or {}):
                span.set_attribute(name, "REDACTED")


class Spans:
    """Sends spans where OTEL_EXPORTER_OTLP_ENDPOINT says."""

    def __init__(self) -> None:
        self._provider = TracerProvider(resource=Resource.create({"service.name": "advisor"}))
        self._provider.add_span_processor(_Withheld())
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("advisor")

    @property
    def telemetry(self) -> TelemetryConfig:
        """What the framework is told: requests are traced; what people wrote is not recorded."""
        return {**OFF, "tracing": True, "tracer_provider": self._provider}

    def stepped(self, step: str, seconds: float) -> None:
        """A step of an answer was taken."""
        end = time.time_ns()
        self._tracer.start_span(step, start_time=end - int(seconds * 1e9)).end(end)

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()
