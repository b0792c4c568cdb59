"""What every test shares: parts that could not be installed are named at the end, and fail where CI asks for them."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.bootstrap import Library, build_index, open_library
from index.settings import Settings
from tests.api.parts import has_postgres, has_redis
from tests.several import Scheduling, Told, hand_over, handed_over, in_turn, made_once, process_of_its_own

PARTS = {
    "browser": lambda: shutil.which("chromium") is not None or playwright_browser(),
    "node": lambda: shutil.which("node") is not None,
    "postgres": has_postgres,
    "redis": has_redis,
}
CORPUS = Path(__file__).parents[1] / "corpus"
NOT_TRIED = "parts that were not tried"
TOLD = pytest.StashKey[Told]()  # what is said at the end


def playwright_browser() -> bool:
    """Whether Playwright's own Chromium is installed."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where no system browser is found

    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(100_000, 50, 1000)  # a whole run holds some gigabytes; looking through them often takes a while
    config.stash[TOLD] = {}


def told(config: pytest.Config, headline: str, *lines: str) -> None:
    """Lines to be said at the end, each once."""
    kept = config.stash[TOLD].setdefault(headline, [])
    kept += [line for line in lines if line not in kept]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    config.option.loadscopereorder = False
    return Scheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if process_of_its_own():
        in_turn(items, costly="built")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    hand_over(session.config, session.config.stash[TOLD])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    for headline, lines in handed_over(node).items():
        told(node.config, headline, *lines)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("part"):
        part = mark.args[0]
        if PARTS[part]():
            continue
        if os.environ.get("CI") == "true":
            pytest.fail(f"the part {part!r} is not installed, and CI must try everything", pytrace=False)
        told(item.config, NOT_TRIED, f"{part}: run `make test` where it can be installed")
        pytest.skip(f"not tried: the part {part!r} could not be installed here")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for headline, lines in config.stash[TOLD].items():
        terminalreporter.section(headline)
        for line in lines:
            terminalreporter.line(line)


@pytest.fixture(autouse=True)
def _own_logs() -> Iterator[None]:
    """A command that is run here sends the logs of the process to its own standard error, which is gone after it."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The real corpus, made into an index by the packaged model once for all tests."""

    def kept_in(data: Path) -> Settings:
        return Settings(corpus=CORPUS, data=data, embedding=None, chroma_url=None)

    return kept_in(made_once(tmp_path_factory, "library", lambda data: build_index(kept_in(data))))


@pytest.fixture(scope="session")
def library(built: Settings) -> Library:
    """The real corpus behind the packaged model and an embedded Chroma, for all tests that ask it."""
    return open_library(built)
