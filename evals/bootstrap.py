"""Where the evals room is put together: settings in, an adviser over an index that is up to date."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from advisor.bootstrap import Adviser, ChatModel, Settings, open_adviser, open_model, read_settings, with_model
from index.bootstrap import build_index, open_library
from index.progress import progress_bar

__all__ = [
    "HOUSE_BASELINE",
    "HOUSE_CASES",
    "Adviser",
    "ChatModel",
    "Settings",
    "counter",
    "of_corpus",
    "open_best_score",
    "open_measured",
    "open_model",
    "open_written",
    "read_settings",
]

HOUSE_CASES = Path(__file__).with_name("faq.jsonl")
HOUSE_BASELINE = Path(__file__).with_name("baseline.json")


def of_corpus(settings: Settings, corpus: Path | None) -> Settings:
    """The settings for another corpus: its index lives beside the house's, so that neither is built twice."""
    if corpus is None:
        return settings
    place = hashlib.sha256(str(corpus.resolve()).encode()).hexdigest()[:12]
    return settings.model_copy(update={"corpus": corpus, "data": settings.data / "evals" / place, "chroma_url": None})


def open_measured(settings: Settings) -> Adviser:
    """The adviser over the corpus as it stands now; the index is brought up to date first."""
    with progress_bar("Reading the guides into vectors") as on_progress:
        build_index(settings, on_progress=on_progress)
    return open_adviser(settings.model_copy(update={"model": None}))


def open_written(settings: Settings, name: str) -> Adviser:
    """The same adviser with a chat model as its writer."""
    return open_adviser(with_model(settings, name), insists=True)


def open_best_score(settings: Settings) -> Callable[[str], float]:
    """How close the best passage comes to a question."""
    library = open_library(settings)

    def best(question: str) -> float:
        hits = library.search(question, k=1)
        return hits[0].score if hits else 0.0

    return best


def counter(of_what: str) -> Callable[[int, int], None]:
    """Progress on one line of a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda _done, _of: None

    def show(done: int, of: int) -> None:
        sys.stderr.write(f"\r{of_what}: {done} of {of}" + ("\r\x1b[K" if done == of else ""))
        sys.stderr.flush()

    return show
