"""The search is a LangChain retriever."""

from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from index.searching.retriever import GuideRetriever
from tests.index.test_search import CHUNKS, searcher


def test_a_passage_comes_as_a_document_that_says_where_it_stands() -> None:
    retriever: BaseRetriever = GuideRetriever(searching=searcher())
    best = retriever.invoke("Do I need a visa?")[0]
    hit = searcher().search("Do I need a visa?")[0]
    assert (best.id, best.page_content) == (CHUNKS[0].id, CHUNKS[0].text)
    assert best.metadata == {
        "guide": "old",
        "section": "Old > Do I need a visa?",
        "kind": "question",
        "check": False,
        "score": hit.score,
        "dense": hit.dense,
        "keyword": hit.keyword,
        "heading": hit.heading,
    }


def test_fields_narrow_every_search_and_arguments_one() -> None:
    retriever = GuideRetriever(searching=searcher(), k=2, guides={"old"})
    assert {document.metadata["guide"] for document in retriever.invoke("loans")} == {"old"}
    assert len(retriever.invoke("loans")) == 2
    assert len(retriever.invoke("loans", k=3)) == 3
    assert [document.id for document in retriever.invoke("loans", guides={"new"})] == ["money"]


def test_a_retriever_is_a_step_of_a_chain() -> None:
    chain = GuideRetriever(searching=searcher(), k=1) | RunnableLambda(lambda documents: documents[0].id)
    assert chain.invoke("Do I need a visa?") == "visa"
    assert chain.batch(["pets", "jobs of data engineers"]) == ["pets", "jobs"]
