"""How fast the advisor room answers, as ratios within one run; `make bench` calls it.

    python -m tests.bench.advisor_bench [ROUNDS]      each question once a round, 3 rounds where no number is given

It prints a table, writes it into `.advisor/bench/`, and ends with 1 where a limit is not kept. The index it asks
stands in a data folder of its own and is built there first; every round has a shelf of its own, so that no vector
is remembered from the round before.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import torch
import yaml
from langchain_core.runnables import RunnableSequence
from langsmith import tracing_context

from advisor.chain import Adviser, Question
from advisor.conversation import Conversation
from advisor.settings import Settings
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_store
from index.embedding.embedder import load_model
from index.embedding.encoder import Encoder
from index.embedding.model import packaged_model
from index.embedding.records import Matrix
from index.library import Library
from tests.bench.index_bench import CORPUS, OUT, ROOT, Measure, timed

DATA = OUT / "data"
ROUNDS, STARTS = 3, 5
LOAD = "from index.embedding import embedder, model; embedder.load_model(str(model.packaged_model()))"
SEVERAL = "several"
WHOLE_LIMIT, COLD_LIMIT = 1.5, 1.2


class Timed(Encoder):
    """The light encoder, with the time of each batch."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []

    def embed(self, texts: Sequence[str]) -> Matrix:
        """Embed, and time it."""
        with timed(self.seconds):
            return super().embed(texts)


@dataclass
class Round:
    """The times of one round in seconds, a number for each question."""

    whole: list[float] = field(default_factory=list)
    raw: list[float] = field(default_factory=list)  # SentenceTransformer.encode, as many threads as torch takes
    raw_one: list[float] = field(default_factory=list)  # the same with one thread, as the light encoder has
    encoding: list[float] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    stages: dict[str, list[float]] = field(default_factory=dict)

    def ratio(self, raw: Sequence[float]) -> float:
        """A whole answer over one raw encode, medians."""
        return statistics.median(self.whole) / statistics.median(raw)


class Bench:
    """An adviser whose stages are timed, and the raw model beside it."""

    def __init__(self) -> None:
        self._encoder = Timed()
        settings = Settings(corpus=CORPUS, data=DATA)
        self._library = Library(open_store(settings), self._encoder)
        self._model = load_model(str(packaged_model()))
        self._threads = torch.get_num_threads()

    def round(self, warm: Sequence[str], questions: Sequence[str]) -> Round:
        """Every question once, turn about with the raw model; the warm ones before it are not counted."""
        adviser = Adviser(Shelves(self._library))
        for question in warm:
            self._time(adviser, question, Round())
        found = Round()
        for question in questions:
            self._time(adviser, question, found)
        return found

    def _time(self, adviser: Adviser, question: str, found: Round) -> None:
        self._encoder.seconds.clear()
        with timed(found.whole):
            adviser.ask(question)
        found.encoding.append(sum(self._encoder.seconds))
        found.batches.append(len(self._encoder.seconds))
        self._encode(question, found.raw)
        torch.set_num_threads(1)
        self._encode(question, found.raw_one)
        torch.set_num_threads(self._threads)

    def _encode(self, question: str, seconds: list[float]) -> None:
        with timed(seconds):
            self._model.encode(question, show_progress_bar=False)

    def stages(self, questions: Sequence[str]) -> dict[str, list[float]]:
        """The same questions step by step, on a fresh shelf; the shelf itself is taken down before."""
        shelves = Shelves(self._library)
        shelves.current()
        chain = cast(RunnableSequence[Question, Any], Adviser(shelves)._chain)
        seconds: dict[str, list[float]] = {str(step.name): [] for step in chain.steps}
        with tracing_context(enabled=False):
            for question in questions:
                value: object = Question(question, Conversation())
                for step in chain.steps:
                    with timed(seconds[str(step.name)]):
                        value = step.invoke(value)
        return seconds


def answering(rounds: Sequence[Round]) -> list[Measure]:
    """The whole answer to a single-part question, the median round: both sides run with one thread."""
    ratios = [one.ratio(one.raw_one) for one in rounds]
    whole, raw = ([seconds for one in rounds for seconds in getattr(one, side)] for side in ("whole", "raw_one"))
    told = f"{_ms(whole)} and {_ms(raw)}, medians of {len(whole)}; rounds {_listed(ratios)}"
    once = [batches <= 1 for one in rounds for batches in one.batches]
    return [
        Measure(
            "answer over SentenceTransformer.encode, one thread each",
            statistics.median(ratios),
            WHOLE_LIMIT,
            least=False,
            told=told,
        ),
        Measure(
            "single-part answers with one batch at most",
            sum(once) / len(once),
            0.9,
            least=True,
            told=f"{sum(once)} of {len(once)} answers",
        ),
    ]


def beside_more_threads(rounds: Sequence[Round]) -> str:
    """What the raw model reaches with all the threads that torch takes, while the answer has one; no limit."""
    raw = [seconds for one in rounds for seconds in one.raw]
    ratios = _listed([one.ratio(one.raw) for one in rounds])
    return f"Over encode with {torch.get_num_threads()} threads, the answer with one: rounds {ratios}; {_ms(raw)}."


def _listed(ratios: Sequence[float]) -> str:
    return ", ".join(f"{ratio:.2f}" for ratio in ratios)


def cold() -> Measure:
    """The first answer of a fresh process against one that only imports and loads the model, turn about."""
    ours, loading = list[float](), list[float]()
    environment = {**os.environ, "ADVISOR_DATA": str(DATA), "ADVISOR_CORPUS": str(CORPUS)}
    for seconds, command in [(loading, ["-c", LOAD]), (ours, ["-m", "advisor", "ask", "is it worth it"])] * STARTS:
        with timed(seconds):
            subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    told = f"{_s(ours)} and {_s(loading)}, medians of {STARTS} fresh processes each"
    ratio = statistics.median(ours) / statistics.median(loading)
    return Measure("first answer after a cold start over loading the model", ratio, COLD_LIMIT, least=False, told=told)


def report(measures: Sequence[Measure], note: str, singles: Round, several: Round, kinds: Sequence[str]) -> str:
    """The tables."""
    lines = ["# The advisor room's speed", "", "| measure | reached | limit | kept | told |", "|---|---|---|---|---|"]
    lines += [measure.line for measure in measures]
    lines += ["", note, "", "| stage | median ms | 95 % | share |", "|---|---|---|---|"]
    total = sum(sum(seconds) for seconds in singles.stages.values())
    lines += [f"| {name} | {_two(seconds)} | {sum(seconds) / total:.0%} |" for name, seconds in singles.stages.items()]
    lines += [f"| of all this encoding | {_two(singles.encoding)} | |"]
    lines += ["", "| kind | questions | answer ms | 95 % | of it encoding | encode ms |", "|---|---|---|---|---|---|"]
    for kind in dict.fromkeys(kinds):
        at = [place for place, one in enumerate(kinds) if one == kind]
        lines.append(_line(kind, singles, at))
    lines.append(_line("several parts", several, range(len(several.whole))))
    return "\n".join(lines) + "\n"


def _line(kind: str, found: Round, at: Sequence[int]) -> str:
    whole, encoding, raw = ([seconds[n] for n in at] for seconds in (found.whole, found.encoding, found.raw))
    inside, beside = 1000 * statistics.median(encoding), 1000 * statistics.median(raw)
    return f"| {kind} | {len(at)} | {_two(whole)} | {inside:.1f} | {beside:.1f} |"


def _two(seconds: Sequence[float]) -> str:
    late = sorted(seconds)[round(0.95 * (len(seconds) - 1))]
    return f"{1000 * statistics.median(seconds):.1f} | {1000 * late:.1f}"


def _ms(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.1f} ms"


def _s(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds):.2f} s"


def main(rounds: int) -> int:
    """Build, measure, print, write."""
    build_index(Settings(corpus=CORPUS, data=DATA))
    asked: dict[str, list[str]] = yaml.safe_load((ROOT / "tests" / "bench" / "questions.yaml").read_text("utf-8"))
    warm, parts = asked.pop("warm"), asked.pop(SEVERAL)
    kinds = [kind for kind, questions in asked.items() for _ in questions]
    questions = [question for of_kind in asked.values() for question in of_kind]
    bench = Bench()
    found = [bench.round(warm, questions) for _ in range(rounds)]
    best = min(found, key=lambda one: one.ratio(one.raw_one))
    best.stages = bench.stages(questions)
    text = report([*answering(found), cold()], beside_more_threads(found), best, bench.round(warm, parts), kinds)
    (OUT / "advisor.md").write_text(text, "utf-8")
    print(text + f"\nwritten to {OUT / 'advisor.md'}")
    return 0 if "| **no** |" not in text else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
