"""What Prometheus is told: requests, how long each step takes, statuses, refusals, feedback, the index's age."""

import time
from collections.abc import Callable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from advisor import Answer, ByModel

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}  # a client may invent others without end
REFUSALS = {"not_covered", "out_of_scope"}
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
MEDIA_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """The numbers of one server."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        of = self._registry
        self._requests = Counter("advisor_requests", "Requests", ["method", "route", "status"], registry=of)
        self._seconds = Histogram(
            "advisor_request_seconds", "Time to the end of a reply", ["route"], buckets=SECONDS, registry=of
        )
        self._steps = Histogram(
            "advisor_step_seconds", "Time of one step of an answer", ["step"], buckets=SECONDS, registry=of
        )
        self._replies = Counter("advisor_replies", "Replies", ["status", "engine"], registry=of)
        self._refusals = Counter("advisor_refusals", "Replies that refuse", ["status"], registry=of)
        self._models = Counter("advisor_model_replies", "How a model's replies ended", ["ended"], registry=of)
        self._sentences = Counter("advisor_model_sentences", "What became of a model's", ["fate"], registry=of)
        self._faults = Counter("advisor_model_faults", "Why sentences were not shown", ["reason"], registry=of)
        self._lookups = Counter("advisor_model_lookups", "Look-ups that a model asked for", registry=of)
        self._tokens = Counter("advisor_model_tokens", "Tokens of a model", ["direction"], registry=of)
        self._feedback = Counter("advisor_feedback", "How replies were found", ["rating"], registry=of)
        self._streams = Gauge("advisor_streams", "Streams in flight", registry=of)
        self._age = Gauge("advisor_index_age_seconds", "Time since the index was built", registry=of)

    def requested(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request was served."""
        self._requests.labels(method if method in METHODS else "other", route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def stepped(self, step: str, seconds: float) -> None:
        """A step of an answer was taken."""
        self._steps.labels(step).observe(seconds)

    def replied(self, answer: Answer) -> None:
        """A question was answered."""
        self._replies.labels(answer.status, answer.engine).inc()
        if answer.status in REFUSALS:
            self._refusals.labels(answer.status).inc()
        if answer.model:
            self._written(answer.model)

    def _written(self, by_model: ByModel) -> None:
        """How a chat model took part."""
        self._models.labels(by_model.failure or ("cached" if by_model.cached else "whole")).inc()
        if by_model.cached:
            return
        for fate, many in (("shown", by_model.shown), ("replaced", by_model.replaced), ("left out", by_model.left_out)):
            self._sentences.labels(fate).inc(many)
        for reason, many in by_model.reasons.items():
            self._faults.labels(reason).inc(many)
        self._lookups.inc(by_model.lookups)
        self._tokens.labels("read").inc(by_model.tokens_read)
        self._tokens.labels("written").inc(by_model.tokens_written)

    def rated(self, rating: str) -> None:
        """A reply was marked."""
        self._feedback.labels(rating).inc()

    def streaming(self, change: int) -> None:
        """A stream began or ended."""
        self._streams.inc(change)

    def age_of(self, built: Callable[[], float | None]) -> None:
        """From when the index is; asked whenever the numbers are."""

        def age() -> float:
            since = built()
            return time.time() - since if since is not None else float("nan")

        self._age.set_function(age)

    def text(self) -> bytes:
        """All numbers in Prometheus's form."""
        return generate_latest(self._registry)
