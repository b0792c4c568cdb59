"""What every test shares: parts that could not be installed are named at the end, and fail where CI asks for them."""

import gc
import os
import shutil
from pathlib import Path

import pytest

from index.bootstrap import Library, build_index, open_library
from index.settings import Settings
from tests.api.parts import has_postgres, has_redis

PARTS = {
    "browser": lambda: shutil.which("chromium") is not None or playwright_browser(),
    "node": lambda: shutil.which("node") is not None,
    "postgres": has_postgres,
    "redis": has_redis,
}
CORPUS = Path(__file__).parents[1] / "corpus"
NOT_TRIED = pytest.StashKey[set[str]]()


def playwright_browser() -> bool:
    """Whether Playwright's own Chromium is installed."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where no system browser is found

    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(100_000, 50, 1000)  # a whole run holds some gigabytes; looking through them often takes a while
    config.stash[NOT_TRIED] = set()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("part"):
        part = mark.args[0]
        if PARTS[part]():
            continue
        if os.environ.get("CI") == "true":
            pytest.fail(f"the part {part!r} is not installed, and CI must try everything", pytrace=False)
        item.config.stash[NOT_TRIED].add(part)
        pytest.skip(f"not tried: the part {part!r} could not be installed here")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    missing: set[str] = config.stash[NOT_TRIED]
    if missing:
        terminalreporter.section("parts that were not tried")
        terminalreporter.line(", ".join(sorted(missing)) + ": run `make test` where they can be installed")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The real corpus, made into an index by the packaged model once for all tests."""
    settings = Settings(corpus=CORPUS, data=tmp_path_factory.mktemp("library"), embedding=None, chroma_url=None)
    build_index(settings)
    return settings


@pytest.fixture(scope="session")
def library(built: Settings) -> Library:
    """The real corpus behind the packaged model and an embedded Chroma, for all tests that ask it."""
    return open_library(built)
