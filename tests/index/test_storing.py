"""What holds wherever the index is kept: in a folder of this machine, or on a Chroma server."""

from collections.abc import Callable

import numpy as np
import pytest

from index.errors import BusyError, DamagedIndexError, NoIndexError
from index.library import Library
from index.storing.store import Store, read_current
from tests.fakes import HashEmbedder
from tests.index.processes import Place, ask_on_and_on, talking
from tests.index.small import BODIES, answers, build_small, edition, editions, guide, guides

Places = Callable[[], Store]


def test_before_the_first_build_there_is_no_index(places: Places) -> None:
    assert places().current() is None
    with pytest.raises(NoIndexError, match="python -m index build"):
        Library(places(), HashEmbedder()).search("what does it cost")


def test_what_was_written_is_read_back_to_the_last_bit(places: Places) -> None:
    build_small(places())
    generation = read_current(places())
    assert generation
    chunks, records = generation.chunks, generation.records
    assert {chunk.kind for chunk in chunks} == {"prose", "question", "row"}
    assert next(cell for chunk in chunks for cell in chunk.cells if cell.value == 31_500).unit == "money"
    assert (records.matrix == HashEmbedder().embed([entry.text for entry in records.entries])).all()
    assert generation.vectors()[0] == [chunk.id for chunk in chunks]
    assert generation.manifest.guides[0].slug == "alpha"
    generation.release()


def test_the_nearest_are_the_nearest(places: Places) -> None:
    build_small(places(), edition(1, sections=40))
    generation = read_current(places())
    assert generation
    ids, matrix = generation.vectors()
    vector = HashEmbedder().embed(["tells of part 7"])[0]
    exact = sorted(zip((matrix @ vector).tolist(), ids, strict=True), reverse=True)[:10]
    found = generation.nearest(vector, 10)
    assert {id_ for id_, _ in found} == {id_ for _, id_ in exact}
    np.testing.assert_allclose([cosine for _, cosine in found], [cosine for cosine, _ in exact], atol=1e-5)
    assert len(generation.nearest(vector, 1000)) == 40
    generation.release()


def test_a_corpus_of_one_sentence_can_be_asked(places: Places) -> None:
    build_small(places(), [guide("one", "# One\nOnly this.\n")])
    assert len(Library(places(), HashEmbedder()).search("only this")) == 1


def test_the_same_corpus_built_twice_gives_the_same_lists(places: Places) -> None:
    built = build_small(places())
    first = answers(Library(places(), HashEmbedder()))
    again = build_small(places(), rebuild=True)
    assert again.changed
    assert again.id == built.id
    assert answers(Library(places(), HashEmbedder())) == first


def test_an_unchanged_corpus_makes_no_new_generation(places: Places) -> None:
    build_small(places())
    name = places().current()
    assert not build_small(places()).changed
    assert places().current() == name


def test_a_deleted_guide_is_gone_from_every_answer(places: Places) -> None:
    build_small(places())
    library = Library(places(), HashEmbedder())
    assert any(hit.chunk.guide == "alpha" for hit in library.search("Ada teaches statistics"))
    build_small(places(), guides({"beta": BODIES["beta"]}))
    for question in ("Ada teaches statistics", "what does the degree cost", "Alpha"):
        assert {hit.chunk.guide for hit in library.search(question, k=50)} == {"beta"}
    assert [entry.slug for entry in library.guides] == ["beta"]


def test_a_second_builder_is_refused_and_may_come_later(places: Places) -> None:
    first, second = places(), places()
    with first.building(), pytest.raises(BusyError, match="another build is running"), second.building():
        pass
    build_small(second)
    assert second.current()


def test_a_reader_that_was_open_keeps_its_index_through_a_build(places: Places) -> None:
    build_small(places(), edition(1, sections=150))
    library = Library(places(), HashEmbedder())
    kept = library.edition()
    build_small(places(), edition(2, sections=150))
    assert editions(library) == {"2"}
    assert kept.search("part", k=1)[0].chunk.text.startswith("Edition 1")
    places().read(kept.name).release()


def test_an_index_of_another_model_is_refused_with_its_mend(places: Places) -> None:
    build_small(places())
    other = HashEmbedder()
    other.name = "other"
    with pytest.raises(DamagedIndexError, match=r"^[^\n]*hash[^\n]*other[^\n]*python -m index build --rebuild[^\n]*$"):
        Library(places(), other).search("what does it cost")


def test_a_reader_in_another_process_works_through_builds_and_sees_the_newest_next(place: Place) -> None:
    build_small(place.store(), edition(1))
    with talking(ask_on_and_on, place) as reader:
        assert reader.recv() == "asking"
        for number in (2, 3, 4):
            build_small(place.store(), edition(number))
        reader.send("stop")
        seen, last = reader.recv()
    assert last == {"4"}
    assert all(len(found) == 1 for found in seen), "a mixture of two indexes"
    in_order = [next(iter(found)) for found in seen]
    assert in_order[0] == "1"
    assert in_order == sorted(in_order)
    assert len(in_order) > 3
