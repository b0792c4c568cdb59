"""The real browser that the widget's tests stand on."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-dev-shm-usage",
]


@pytest.mark.part("browser")
def test_a_real_browser_starts_and_shows_a_page() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        page = browser.new_page()
        page.set_content("<h1>Advisor</h1>")
        assert page.inner_text("h1") == "Advisor"
        browser.close()
