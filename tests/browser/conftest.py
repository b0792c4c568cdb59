"""One browser, one real server and one scripted server for all tests of the widget."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from index.settings import Settings
from tests.browser.chat import Chat, host_page
from tests.browser.replies import compared
from tests.browser.serving import Page as Given
from tests.browser.serving import Program, Site, running, site

QUIET = ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-dev-shm-usage"]
PATIENCE = 20_000  # milliseconds, on a machine that others use too
Open = Callable[..., Chat]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser; of this package alone, because its loop would be in the way of other tests' own."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def elsewhere() -> Iterator[Site]:
    """A site of another origin, which the real server lets in."""
    with site() as school:
        yield school


@pytest.fixture(scope="package")
def program(built: Settings, elsewhere: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The real program with the real model over the real guides."""
    with running(built.data, tmp_path_factory.mktemp("served"), elsewhere.url) as program:
        yield program


@pytest.fixture
def scripted() -> Iterator[Site]:
    """A server that speaks the same events, and says what a test wants."""
    with site(with_widget=True) as server:
        server.otherwise = lambda _question: compared()
        yield server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A person who was never here before."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab in which nothing may go wrong unseen."""
    page = context.new_page()
    errors = list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


@pytest.fixture
def front(page: Page, program: Program) -> Chat:
    """The front page of the real server."""
    page.goto(program.url)
    return Chat(page)


@pytest.fixture
def embed(page: Page, scripted: Site) -> Open:
    """The widget in a page of the scripted server."""

    def embedded(attributes: str = 'mode="inline"', head: str = "", lang: str = 'lang="en"') -> Chat:
        scripted.pages["/"] = Given(host_page(scripted.url, attributes, head, lang))
        page.goto(scripted.url)
        return Chat(page)

    return embedded
