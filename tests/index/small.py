"""A small corpus, and ways to build and ask it, for tests of storing."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from index.build import Built, build
from index.embedding.embedder import Embedder
from index.guides import Guide
from index.library import Library
from index.storing.store import Store
from index.vocabulary import Vocabulary
from tests.fakes import HashEmbedder

QUESTIONS = ("what does the degree cost", "how long does it take", "is a test required", "who teaches here")
WORDS = Vocabulary(acts={"cost": ("what does it cost", "how much is it"), "length": ("how long does it take",)})
BODIES = {
    "alpha": """# Alpha
## What does the degree cost?
Alpha asks $7,000 for the whole degree. The library is free.
## Teachers
Ada teaches statistics. Grace teaches compilers.
""",
    "beta": """# Beta
## Programs
| School | Total tuition (USD) | GRE |
|---|---|---|
| Duke University | $31,500 | Not required |
| Mercer University | $21,930 | Required |
## How long does it take?
Beta takes 16 months. A part-time student needs two years.
""",
}


def guide(slug: str, body: str) -> Guide:
    """A guide as if it had been read from a file."""
    digest = hashlib.sha256(body.encode()).hexdigest()
    updated = date(2026, 5, 25)
    return Guide(slug, slug.title(), "A publisher", None, None, updated, None, None, body, digest)


def guides(bodies: Mapping[str, str] = BODIES) -> list[Guide]:
    """The small corpus."""
    return [guide(slug, body) for slug, body in sorted(bodies.items())]


def edition(number: int, sections: int = 12) -> list[Guide]:
    """A guide of which every section names its edition, so that a mixture of two would show."""
    body = "".join(f"## Part {part}\nEdition {number} tells of part {part} and its cost.\n" for part in range(sections))
    return [guide("parts", "# Parts\n" + body)]


def build_small(
    store: Store,
    corpus: Sequence[Guide] | None = None,
    embedder: Embedder | None = None,
    vocabulary: Vocabulary = WORDS,
    *,
    rebuild: bool = False,
) -> Built:
    """Build the small corpus, or another, into a store."""
    corpus, embedder = corpus or guides(), embedder or HashEmbedder()
    return build(corpus, vocabulary, embedder, store, lambda _done, _of: None, rebuild=rebuild)


def answers(library: Library) -> dict[str, list[tuple[str, float]]]:
    """What a library finds for some questions, list for list."""
    found = {question: library.search(question, k=20) for question in QUESTIONS}
    return {question: [(hit.chunk.id, hit.score) for hit in hits] for question, hits in found.items()}


def editions(library: Library) -> set[str]:
    """Which editions of `edition` a library's one answer tells of."""
    return {hit.chunk.text.split()[1] for hit in library.search("what part and its cost", k=20)}
