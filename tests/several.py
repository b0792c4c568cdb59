"""The tests in several processes (`pytest -n 2`): who runs what, and what is shared."""

import fcntl
import os
import shutil
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

# Folders that stay in one process, for their fixtures cost more than their tests: one run of all cases, and one browser
# with its server. Everywhere else the tests of a file stay together.
TOGETHER = ("evals", "browser")
Told = dict[str, list[str]]  # headline -> lines


def process_of_its_own() -> bool:
    """Whether this is one of several processes."""
    return "PYTEST_XDIST_WORKER" in os.environ


class Scheduling(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
    """Gives a process a file at a time, or a whole folder."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def in_turn(items: list[pytest.Item], costly: str) -> None:
    """Put the tests in such an order that whoever makes the costly fixture holds nobody up.

    The longest of all begins and makes it; beside it goes what does without it, and then the rest.
    """
    needing = {group_of(item.nodeid) for item in items if costly in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: _turn(group_of(item.nodeid), needing))


def group_of(nodeid: str) -> str:
    """The folder or the file that a test belongs to: "tests/evals/test_house.py::test_…" is of the evals."""
    file = nodeid.partition("::")[0]
    return next((folder for folder in TOGETHER if file.startswith(f"tests/{folder}/")), file)


def _turn(group: str, needing: Collection[str]) -> int:
    return 0 if group == TOGETHER[0] else 1 if group not in needing else 2 if group in TOGETHER else 3


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this process's own: made here, or a copy of what another process of this run has made."""
    own, base = factory.mktemp(name), factory.getbasetemp()
    if not process_of_its_own():
        make(own)
        return own
    first = base.parent / name
    with first.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not first.exists():
            make(own)
            shutil.copytree(own, first)
            return own
    shutil.copytree(first, own, dirs_exist_ok=True)
    return own


def hand_over(config: pytest.Config, told: Told) -> None:
    """What this process has to say at the end, for the one that says it."""
    if process_of_its_own():
        config.workeroutput["told"] = told  # type: ignore[attr-defined]


def handed_over(node: Any) -> Told:
    """What another process has to say."""
    found: Told = getattr(node, "workeroutput", {}).get("told", {})
    return found
