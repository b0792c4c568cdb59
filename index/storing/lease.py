"""A lease: the one builder of a shared Chroma server, and how a dead builder's claim ends."""

import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from index.errors import BusyError, NoIndexError, StoreError
from index.storing.chroma import Chroma, Shelf

LEASE = "advisor-building"
STALE = "advisor-stale-"
LASTS = 60.0  # seconds; builders on several machines are trusted to have clocks closer than this
RENEWED = 15.0


class Lease:
    """The claim of one builder, renewed by a thread of its own while it builds."""

    def __init__(self, chroma: Chroma) -> None:
        self._chroma = chroma
        self._owner = secrets.token_hex(8)
        self._over = threading.Event()

    def check(self) -> None:
        """BusyError if another builder took over, as it may when this one slept past its time."""
        try:
            holds = self._chroma.open(LEASE).notes.get("owner") == self._owner
        except NoIndexError:
            holds = False
        if not holds:
            raise BusyError("another build took over while this one was not running: build again")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lease for a while, or BusyError."""
        shelf = self._take()
        threading.Thread(target=self._renew, args=(shelf,), daemon=True).start()
        try:
            yield
        finally:
            self._over.set()
            with suppress(StoreError):
                _end(self._chroma, shelf)

    def _take(self) -> Shelf:
        for _ in range(2):
            with suppress(StoreError):  # there is one already; or the server is out of reach, which `open` says
                return self._chroma.create(LEASE, self._claim())
            with suppress(NoIndexError):  # it ended in between
                found = self._chroma.open(LEASE)
                if _alive(found.notes):
                    break
                with suppress(StoreError):  # another ends it at this moment; a server that is gone, `open` tells of
                    _end(self._chroma, found)
        raise BusyError(f"another build is running on {self._chroma.place}: wait for it to end, then build again")

    def _renew(self, shelf: Shelf) -> None:
        while not self._over.wait(RENEWED):
            with suppress(StoreError):  # the next renewal may succeed, and `check` decides in the end
                shelf.note(self._claim())

    def _claim(self) -> dict[str, str]:
        until = str(time.time() + LASTS)
        return {"owner": self._owner, "host": socket.gethostname(), "pid": str(os.getpid()), "until": until}


def _end(chroma: Chroma, shelf: Shelf) -> None:
    """Remove this very lease: renaming goes by Chroma's own id, so a newer lease of the same name is safe."""
    aside = STALE + secrets.token_hex(8)
    shelf.rename(aside)
    chroma.drop(aside)


def _alive(claim: dict[str, str]) -> bool:
    """Whether the claim's time is not up and, on this machine, its process still runs."""
    try:
        if float(claim["until"]) < time.time():
            return False
        if claim["host"] == socket.gethostname():
            os.kill(int(claim["pid"]), 0)
    except PermissionError:
        return True  # the process lives, and is another user's
    except (KeyError, ValueError, OSError):
        return False
    return True
