"""The library answers from the index that is current, and lets go of the one before."""

import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from index.errors import DamagedIndexError, NoIndexError
from index.library import Library
from tests.fakes import CountingEmbedder, HashEmbedder, MemoryStore
from tests.index.small import BODIES, build_small, edition, editions, guides


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def test_without_an_index_it_says_how_to_make_one() -> None:
    with pytest.raises(NoIndexError, match="python -m index build"):
        Library(MemoryStore(), HashEmbedder()).search("what does it cost")


def test_it_knows_what_the_index_knows(store: MemoryStore) -> None:
    build_small(store)
    library = Library(store, HashEmbedder())
    assert [guide.slug for guide in library.guides] == ["alpha", "beta"]
    assert library.manifest.model == "hash"
    assert {row.subject for row in library.rows.all} == {"Duke University", "Mercer University"}
    assert [entry.text for entry in library.headings.entries] == [
        "What does the degree cost?",
        "How long does it take?",
    ]
    assert [entry.group for entry in library.phrases.entries] == ["cost", "cost", "length"]
    assert library.vocabulary.acts["length"] == ("how long does it take",)
    hit = library.search("how long does the part-time student need", k=1)[0]
    assert library.chunks[hit.chunk.id] == hit.chunk


def test_a_passage_has_its_sentences_with_their_vectors(store: MemoryStore) -> None:
    embedder = HashEmbedder()
    build_small(store)
    library = Library(store, embedder)
    teachers = next(chunk for chunk in library.chunks.values() if chunk.heading == "Teachers")
    texts, matrix = library.sentences(teachers.id)
    assert texts == ["Ada teaches statistics.", "Grace teaches compilers."]
    assert (matrix == embedder.embed(texts)).all()
    row = next(chunk for chunk in library.chunks.values() if chunk.kind == "row")
    assert library.sentences(row.id)[0] == []


def test_the_next_question_after_a_build_sees_the_new_index(store: MemoryStore) -> None:
    build_small(store, edition(1))
    library = Library(store, HashEmbedder())
    assert editions(library) == {"1"}
    build_small(store, edition(2))
    assert editions(library) == {"2"}


def test_an_index_is_opened_once_for_many_questions(store: MemoryStore) -> None:
    build_small(store)
    library = Library(store, HashEmbedder())
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(library.search, ["what does it cost"] * 32))
    assert len(store.opened) == 1


def test_while_one_question_opens_the_new_index_others_are_answered_by_the_old(store: MemoryStore) -> None:
    build_small(store, edition(1))
    library = Library(store, HashEmbedder())
    library.edition()
    build_small(store, edition(2))
    store.hold_back = threading.Event()
    with ThreadPoolExecutor(1) as thread:
        opening = thread.submit(editions, library)
        store.reading.wait(10)
        assert editions(library) == {"1"}
        store.hold_back.set()
        assert opening.result() == {"2"}
    assert editions(library) == {"2"}


def test_an_edition_that_somebody_keeps_is_not_let_go(store: MemoryStore) -> None:
    build_small(store, edition(1))
    library = Library(store, HashEmbedder())
    kept = library.edition()
    build_small(store, edition(2))
    editions(library)
    old = store.opened[0]
    assert not old.released
    assert kept.search("part", k=1)[0].chunk.text.startswith("Edition 1")
    del kept
    gc.collect()
    assert old.released


def test_the_old_index_is_let_go_only_when_the_new_one_is_open(store: MemoryStore) -> None:
    build_small(store, edition(1))
    library = Library(store, HashEmbedder())
    library.edition()
    build_small(store, edition(2))
    store.damage = DamagedIndexError("damaged")
    with pytest.raises(DamagedIndexError):
        library.edition()
    gc.collect()
    assert not store.opened[0].released


def test_a_question_survives_the_removal_of_the_index_it_began_with(store: MemoryStore) -> None:
    build_small(store, edition(1, sections=150))
    library = Library(store, HashEmbedder())
    library.edition()
    store.opened[0].gone = True
    assert editions(library) == {"1"}
    assert len(store.opened) == 2


@pytest.mark.parametrize("embedder", [CountingEmbedder("other"), CountingEmbedder(dimension=65)])
def test_an_index_of_another_model_is_refused_with_its_mend(store: MemoryStore, embedder: CountingEmbedder) -> None:
    build_small(store, guides(BODIES))
    with pytest.raises(DamagedIndexError, match=r"^[^\n]*python -m index build --rebuild[^\n]*$"):
        Library(store, embedder).search("what does it cost")
    gc.collect()
    assert [generation.released for generation in store.opened] == [True]
