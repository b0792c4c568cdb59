"""Killed builds, full disks, hung servers: the old index answers, and the next build mends it."""

import random
import re
import time
from errno import ENOSPC
from pathlib import Path

import pytest

from index.errors import DamagedIndexError, NoIndexError, StoreError
from index.library import Library
from index.storing.chroma import open_folder, open_server
from index.storing.folders import NAME, FolderStore
from index.storing.held import MARK
from index.storing.manifest import Manifest
from index.storing.servers import ServerStore
from index.storing.store import read_current
from tests.fakes import HashEmbedder
from tests.index.processes import Place, build_edition, build_with_small_files, running, talking
from tests.index.serving import chroma_server, halted
from tests.index.small import build_small, edition, editions

KILLS = 20
SECTIONS = 40


def generations(place: Place) -> set[str]:
    """The generations that take up room in a place."""
    if place.folder:
        return {path.name for path in place.folder.iterdir() if NAME.fullmatch(path.name)}
    names = open_server(place.url, 10).names()
    return {name.rsplit("-", 1)[0] for name in names if name.endswith(("passages", "records"))}


def test_a_build_killed_at_any_moment_leaves_an_index_that_answers(place: Place) -> None:
    moments = random.Random(7)
    build_small(place.store(), edition(0, SECTIONS))
    began = time.monotonic()
    with running(build_edition, place, 1, SECTIONS) as whole:
        whole.join()
        assert whole.exitcode == 0
    takes = time.monotonic() - began
    library, stands, finished = Library(place.store(), HashEmbedder()), "1", 0
    for number in range(2, KILLS + 2):
        with running(build_edition, place, number, SECTIONS) as build:
            build.join(moments.uniform(0, takes))
        found = editions(library)
        assert found in ({stands}, {str(number)}), "a mixture, or nothing"
        finished += found == {str(number)}
        stands = found.pop()
    assert finished < KILLS, "no build was killed in the middle"
    assert editions(Library(place.store(), HashEmbedder())) == {stands}
    build_small(place.store(), edition(98, SECTIONS))
    assert editions(library) == {"98"}
    del library
    build_small(place.store(), edition(99, SECTIONS))
    assert len(generations(place)) == (1 if place.folder else 2), "what killed builds left was not swept"


def test_what_a_reader_holds_is_removed_only_when_it_lets_go(tmp_path: Path) -> None:
    place = Place(tmp_path)
    build_small(place.store(), edition(1))
    held = read_current(place.store())
    assert held
    build_small(place.store(), edition(2))
    assert held.name in generations(place)
    held.release()
    held.release()
    build_small(place.store(), edition(2))
    assert generations(place) == {place.store().current()}


def test_a_generation_that_is_just_being_removed_is_gone_and_not_damaged(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    build_small(store, edition(1))
    held = read_current(store)
    assert held
    build_small(store, edition(2))
    (tmp_path / held.name / MARK).unlink()
    with pytest.raises(NoIndexError):
        store.read(held.name)
    held.release()


@pytest.mark.parametrize("limit", [150_000, 400_000, 900_000])
def test_a_disk_that_is_full_costs_nothing_but_the_build(tmp_path: Path, limit: int) -> None:
    place = Place(tmp_path / "index")
    build_small(place.store(), edition(1))
    with talking(build_with_small_files, place, 2, 400, limit) as builder:
        error, answered = builder.recv(), builder.recv()
    assert isinstance(error, StoreError)
    assert re.fullmatch(r"[^\n]*could not be written[^\n]*make room[^\n]*", str(error))
    assert answered == {"1"}
    assert len(generations(place)) == 1
    build_small(place.store(), edition(2, 400))
    assert editions(Library(place.store(), HashEmbedder())) == {"2"}


def test_the_switch_comes_after_everything_else(tmp_path: Path) -> None:
    class Unwritable(Manifest):
        def to_json(self) -> str:
            raise OSError(ENOSPC, "No space left on device")

    store = FolderStore(tmp_path)
    build_small(store, edition(1))
    before, generation = store.current(), read_current(store)
    assert generation
    parts = {name: getattr(generation.manifest, name) for name in Manifest.model_fields}
    with store.building(), pytest.raises(StoreError, match="No space left"):
        store.write(Unwritable(**parts), generation.chunks, generation.records)
    generation.release()
    assert store.current() == before
    assert generations(Place(tmp_path)) == {before}


def test_a_disk_that_cannot_even_be_read_with_is_not_called_damage(tmp_path: Path) -> None:
    place = Place(tmp_path / "index")
    build_small(place.store(), edition(1))
    with talking(build_with_small_files, place, 2, 400, 1000) as builder:
        builder.recv()
        error = builder.recv()
    assert isinstance(error, StoreError)
    assert not isinstance(error, DamagedIndexError)
    assert "has room" in str(error)


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match=r"^[^\n]*could not be written[^\n]*$"):
        build_small(Place(tmp_path / "file" / "index").store())


def test_a_server_that_hangs_costs_a_question_its_deadline_and_no_more(tmp_path: Path) -> None:
    with chroma_server(tmp_path) as (url, pid):
        build_small(ServerStore(url), edition(1, sections=150))
        library = Library(ServerStore(url, deadline=0.5), HashEmbedder())
        fresh = Library(ServerStore(url, deadline=0.5), HashEmbedder())
        opened = library.edition()
        with halted(pid):
            for ask in (library.search, opened.search, fresh.search):
                began = time.monotonic()
                with pytest.raises(StoreError, match=r"^the Chroma server at [^\n]*ADVISOR_CHROMA_URL$"):
                    ask("what part and its cost")
                assert 0.4 < time.monotonic() - began < 2
        assert editions(library) == editions(fresh) == {"1"}


def test_a_server_that_is_not_there_is_named_without_its_login() -> None:
    store = ServerStore("http://somebody:sesame@127.0.0.1:9", deadline=0.5)
    with pytest.raises(StoreError, match=r"^the Chroma server at 127\.0\.0\.1:9 [^\n]*ADVISOR_CHROMA_URL$") as refused:
        store.current()
    assert not isinstance(refused.value, NoIndexError)
    assert "sesame" not in str(refused.value)


def test_a_panic_inside_chroma_is_a_store_error(tmp_path: Path) -> None:
    class PanicException(BaseException):
        pass

    chroma = open_folder(tmp_path)
    with pytest.raises(StoreError, match="cannot be used"), chroma.told():
        raise PanicException("database disk image is malformed\nand more")
    with pytest.raises(KeyboardInterrupt), chroma.told():
        raise KeyboardInterrupt
    chroma.close()
    with pytest.raises(StoreError), chroma.told():
        chroma.names()
