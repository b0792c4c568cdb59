"""The real browser that the widget's tests stand on."""

import pytest
from playwright.sync_api import Page


@pytest.mark.part("browser")
def test_a_real_browser_starts_and_shows_a_page(page: Page) -> None:
    page.set_content("<h1>Advisor</h1>")
    assert page.inner_text("h1") == "Advisor"
