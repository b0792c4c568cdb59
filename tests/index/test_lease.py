"""One builder at a time on a shared server, whatever became of the one before."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from socket import gethostname

import pytest

from index.errors import BusyError, NoIndexError
from index.storing.chroma import Chroma, open_server
from index.storing.lease import LEASE, Lease
from index.storing.servers import ServerStore
from index.storing.store import read_current
from tests.index.small import build_small, edition


@pytest.fixture
def chroma(server_url: str) -> Iterator[Chroma]:
    chroma = open_server(server_url, 10)
    yield chroma
    chroma.close()


def claim(chroma: Chroma, host: str, pid: int, seconds: float) -> None:
    """Leave a lease of somebody else's."""
    notes = {"owner": "somebody", "host": host, "pid": str(pid), "until": str(time.time() + seconds)}
    chroma.create(LEASE, notes)


def test_a_builder_on_another_machine_is_waited_for(chroma: Chroma) -> None:
    claim(chroma, "elsewhere", 1, seconds=60)
    with pytest.raises(BusyError, match="wait for it to end"), Lease(chroma).held():
        pass


def test_a_builder_on_this_machine_that_lives_is_waited_for(chroma: Chroma) -> None:
    claim(chroma, gethostname(), os.getpid(), seconds=60)
    with pytest.raises(BusyError), Lease(chroma).held():
        pass


def test_a_builder_on_this_machine_that_died_is_followed_at_once(chroma: Chroma) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    claim(chroma, gethostname(), gone.pid, seconds=60)
    with Lease(chroma).held():
        assert chroma.open(LEASE).notes["pid"] == str(os.getpid())


@pytest.mark.parametrize("notes", [{"until": "soon"}, {"until": "99999999999", "pid": "x"}, {"owner": "somebody"}])
def test_a_claim_that_cannot_be_read_binds_nobody(chroma: Chroma, notes: dict[str, str]) -> None:
    chroma.create(LEASE, notes | {"host": gethostname()})
    with Lease(chroma).held():
        pass


def test_a_claim_on_another_machine_ends_with_its_time(chroma: Chroma) -> None:
    claim(chroma, "elsewhere", 1, seconds=-1)
    with Lease(chroma).held():
        assert chroma.open(LEASE).notes["owner"] != "somebody"


def test_a_lease_ends_with_its_build(chroma: Chroma) -> None:
    with Lease(chroma).held():
        pass
    with pytest.raises(NoIndexError):
        chroma.open(LEASE)


def test_of_many_who_follow_a_dead_builder_one_builds(chroma: Chroma, server_url: str) -> None:
    claim(chroma, "elsewhere", 1, seconds=-1)
    refused = threading.Semaphore(0)

    def follow(_: int) -> bool:
        try:
            with Lease(open_server(server_url, 10)).held():
                return all(refused.acquire(timeout=10) for _ in range(5))
        except BusyError:
            refused.release()
            return False

    with ThreadPoolExecutor(6) as builders:
        assert sorted(builders.map(follow, range(6))) == [False] * 5 + [True]


def test_a_builder_that_slept_through_its_time_does_not_switch(chroma: Chroma, server_url: str) -> None:
    build_small(ServerStore(server_url), edition(1))
    store = ServerStore(server_url)
    before = store.current()
    shelves = [name for name in chroma.names() if str(before) in name]
    generation = read_current(store)
    assert generation
    with store.building():
        chroma.open(LEASE).rename("advisor-stale-0")
        claim(chroma, "elsewhere", 1, seconds=60)
        theirs = "advisor-0123456789abcdef-01234567-passages"
        chroma.create(theirs)
        with pytest.raises(BusyError, match="took over"):
            store.write(generation.manifest, generation.chunks, generation.records)
    assert store.current() == before
    assert sorted(chroma.names()) == sorted([LEASE, theirs, "advisor-current", *shelves]), "ours are gone, theirs stay"
    assert chroma.open(LEASE).notes["owner"] == "somebody", "another's lease is not ended"
