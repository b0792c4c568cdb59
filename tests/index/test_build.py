"""A build embeds what is new, and nothing twice."""

import pytest

from index.build import build
from index.errors import BusyError, DamagedIndexError, GuideError
from index.storing.store import read_current
from index.vocabulary import Vocabulary
from tests.fakes import CountingEmbedder, MemoryStore
from tests.index.small import BODIES, WORDS, build_small, guide, guides


def test_a_first_build_embeds_passages_headings_sentences_and_phrasings() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    built = build_small(store, embedder=embedder)
    manifest, chunks, records = store.written[0]
    assert built.changed
    assert (built.guides, built.passages, built.embedded) == (2, len(chunks), len(embedder.embedded))
    assert {entry.role for entry in records.entries} == {"passage", "heading", "sentence", "phrase"}
    assert [entry.id for entry in records.of("passage").entries] == [chunk.id for chunk in chunks]
    assert "How long does it take?" in [entry.text for entry in records.of("heading").entries]
    assert {entry.group for entry in records.of("phrase").entries} == {"cost", "length"}
    assert manifest.id == built.id
    assert len(records.matrix) == len(records.entries)


def test_each_record_has_the_vector_of_its_own_text() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    build_small(store, embedder=embedder)
    _, _, records = store.written[0]
    assert (records.matrix == embedder.embed([entry.text for entry in records.entries])).all()


def test_the_same_corpus_again_embeds_nothing_and_writes_nothing() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    first, again = build_small(store), build_small(store, embedder=embedder)
    assert (again.id, again.passages, again.embedded, again.changed) == (first.id, first.passages, 0, False)
    assert embedder.embedded == []
    assert len(store.written) == 1


def test_editing_one_guide_embeds_only_what_it_changes() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    build_small(store)
    edited = BODIES | {"alpha": BODIES["alpha"].replace("Grace teaches compilers.", "Grace teaches proofs.")}
    build_small(store, guides(edited), embedder)
    assert sorted(embedder.embedded) == sorted(
        {"Teachers\nAda teaches statistics. Grace teaches proofs.", "Grace teaches proofs."}
    )


def test_a_new_phrasing_in_the_vocabulary_is_the_only_thing_embedded() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    build_small(store)
    built = build_small(store, embedder=embedder, vocabulary=Vocabulary(acts={"cost": ("what is the damage",)}))
    assert built.changed
    assert embedder.embedded == ["what is the damage"]


def test_a_deleted_guide_leaves_nothing_behind() -> None:
    store = MemoryStore()
    build_small(store)
    build_small(store, guides({"beta": BODIES["beta"]}))
    manifest, chunks, records = store.written[-1]
    assert [entry.slug for entry in manifest.guides] == ["beta"]
    assert {chunk.guide for chunk in chunks} == {"beta"}
    assert not any("Alpha" in entry.text for entry in records.entries)


def test_a_rebuild_embeds_everything_again() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    first = build_small(store)
    again = build_small(store, embedder=embedder, rebuild=True)
    assert (again.embedded, again.changed) == (first.embedded, True)


def test_another_model_gets_vectors_of_its_own() -> None:
    store = MemoryStore()
    first = build_small(store)
    for embedder in (CountingEmbedder("other"), CountingEmbedder("wide", dimension=65)):
        assert build_small(store, embedder=embedder).embedded == first.embedded


def test_a_text_that_stands_twice_is_embedded_once() -> None:
    body = "# One\n## Costs\nIt is free.\n## Fees\nIt is free.\n"
    embedder = CountingEmbedder()
    build_small(MemoryStore(), [guide("one", body)], embedder, Vocabulary())
    assert embedder.embedded.count("It is free.") == 1


def test_an_index_that_cannot_be_trusted_is_made_anew() -> None:
    store, embedder = MemoryStore(), CountingEmbedder()
    first = build_small(store)
    store.damage = DamagedIndexError("damaged")
    built = build_small(store, embedder=embedder)
    assert (built.changed, built.embedded) == (True, first.embedded)


def test_the_old_index_is_let_go_before_the_new_one_is_written() -> None:
    store = MemoryStore()
    build_small(store)
    build_small(store, guides({"beta": BODIES["beta"]}))
    build_small(store, guides({"beta": BODIES["beta"]}))
    assert [generation.released for generation in store.opened] == [True, True]


def test_progress_ends_when_everything_is_embedded() -> None:
    steps: list[tuple[int, int]] = []
    build(guides(), WORDS, CountingEmbedder(), MemoryStore(), lambda done, of: steps.append((done, of)))
    assert steps[-1][0] == steps[-1][1] > 0


def test_guides_without_any_text_are_refused_and_the_old_index_stays() -> None:
    store = MemoryStore()
    build_small(store)
    with pytest.raises(GuideError, match="hold no text"):
        build_small(store, [guide("empty", "# Nothing\n")])
    assert store.current() == "1"


def test_a_second_builder_is_refused() -> None:
    store = MemoryStore()
    with store.building(), pytest.raises(BusyError):
        build_small(store)
    assert read_current(store) is None
