"""The search as a LangChain retriever, for chains: the one door to langchain_core in this room."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol, runtime_checkable

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from index.chunks import ChunkKind
from index.rows import Condition
from index.searching.search import Hit


@runtime_checkable
class Searching(Protocol):
    """A Library, an Edition or a Searcher."""

    def search(
        self,
        question: str,
        *,
        k: int = ...,
        guides: Collection[str] | None = ...,
        kinds: Collection[ChunkKind] | None = ...,
        since: date | None = ...,
        conditions: Sequence[Condition] = ...,
    ) -> list[Hit]:
        """The k best of the passages that pass the filters."""


class GuideRetriever(BaseRetriever):
    """Passages as Documents; `invoke("…", k=4, guides={"…"})` narrows one search, the fields narrow every one."""

    searching: Searching
    k: int = 8
    guides: Collection[str] | None = None
    kinds: Collection[ChunkKind] | None = None
    since: date | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain hands it over by name
        k: int | None = None,
        guides: Collection[str] | None = None,
        kinds: Collection[ChunkKind] | None = None,
        since: date | None = None,
        conditions: Sequence[Condition] = (),
    ) -> list[Document]:
        hits = self.searching.search(
            query,
            k=k or self.k,
            guides=self.guides if guides is None else guides,
            kinds=self.kinds if kinds is None else kinds,
            since=since or self.since,
            conditions=conditions,
        )
        return [document(hit) for hit in hits]


def document(hit: Hit) -> Document:
    """A hit in LangChain's words: the passage as the guide has it, and beside it where it stands and why it came."""
    chunk = hit.chunk
    return Document(
        id=chunk.id,
        page_content=chunk.text,
        metadata={
            "guide": chunk.guide,
            "section": " > ".join(chunk.path),
            "kind": chunk.kind,
            "check": chunk.check,
            "score": hit.score,
            "dense": hit.dense,
            "keyword": hit.keyword,
            "heading": hit.heading,
        },
    )
