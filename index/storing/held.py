"""Locks that the kernel keeps: they end with the process that holds them, also after kill -9."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from index.errors import BusyError, NoIndexError

MARK = "held"


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Be the only one to hold this file for a while, or BusyError."""
    with path.open("a") as lock:
        if not _taken(lock):
            raise BusyError(f"another build is running in {path.parent}: wait for it to end, then build again")
        yield


def hold(folder: Path) -> IO[str]:
    """Hold a folder against `remove_unheld` until the answer is closed; NoIndexError if the folder is gone."""
    try:
        mark = (folder / MARK).open()
    except FileNotFoundError as error:
        raise NoIndexError(f"{folder} is gone") from error
    fcntl.flock(mark, fcntl.LOCK_SH)
    if os.fstat(mark.fileno()).st_nlink == 0:  # removed while this waited for the lock
        mark.close()
        raise NoIndexError(f"{folder} is gone")
    return mark


def remove_unheld(folder: Path) -> None:
    """Remove a folder, unless somebody holds it: then the next build will."""
    with (folder / MARK).open("a") as mark:
        if _taken(mark):
            shutil.rmtree(folder, ignore_errors=True)


def _taken(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
