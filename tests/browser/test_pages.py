"""The pages themselves: what stands on the front page, and everything of it without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chat import Chat
from tests.browser.conftest import PATIENCE
from tests.browser.serving import Program

pytestmark = pytest.mark.part("browser")


@pytest.fixture
def plain(browser: Browser, program: Program) -> Iterator[Page]:
    """The front page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(program.url)
    yield page
    context.close()


def test_the_front_page_names_the_guides_with_their_dates_and_the_way_to_the_interface(front: Chat) -> None:
    guides = front.page.get_by_role("table")
    expect(guides.get_by_role("row")).to_have_count(5)
    expect(guides.get_by_role("row", name="TechGuide")).to_contain_text("2026-05-25")
    expect(guides.get_by_role("row", name="Hakia")).to_contain_text("undated")
    for name, target in (("the interface described", "/docs"), ("as OpenAPI", "/openapi.json")):
        expect(front.page.get_by_role("link", name=name)).to_have_attribute("href", target)


def test_the_lines_to_embed_it_can_be_copied_and_name_this_server(
    front: Chat, context: BrowserContext, program: Program
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=program.url)
    front.page.get_by_role("button", name="Copy", exact=True).click()
    expect(front.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = front.page.evaluate("navigator.clipboard.readText()")
    assert f'<script type="module" src="{program.url}/widget/advisor-chat.js"></script>' in copied
    assert f'<advisor-chat endpoint="{program.url}"' in copied


def test_the_front_page_loads_nothing_from_elsewhere_and_sets_no_cookie(
    page: Page, context: BrowserContext, program: Program
) -> None:
    fetched, told = list[str](), list[str]()
    page.on("request", lambda request: fetched.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    for path in ("/", "/docs"):
        page.goto(program.url + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="POST /v1/chat", exact=True)).to_be_visible()
    assert [one for one in fetched if not one.startswith((program.url, "data:"))] == []
    assert context.cookies() == []
    assert told == []


def test_without_javascript_a_question_is_answered_with_its_sources(plain: Page) -> None:
    expect(plain.get_by_text("Is it worth it?")).to_be_visible()
    plain.get_by_label("Your question").fill("Which programs cost less than $30,000?")
    plain.get_by_role("button", name="Ask").click()
    answer = plain.get_by_role("article", name="Answer")
    expect(answer.locator(".asked")).to_have_text("Which programs cost less than $30,000?")
    expect(answer.get_by_role("columnheader", name="Tuition")).to_be_visible()
    mark = answer.get_by_role("link", name="[1]").first
    expect(mark).to_have_attribute("href", "#source-1")
    expect(answer.locator("#source-1 blockquote")).not_to_be_empty()
    expect(plain.get_by_role("link", name="Begin anew")).to_be_visible()


def test_without_javascript_the_next_question_belongs_to_the_same_conversation(plain: Page) -> None:
    for question in ("How much is Purdue?", "And the GRE?"):
        plain.get_by_label("Your question").fill(question)
        plain.get_by_role("button", name="Ask").click()
        expect(plain.locator(".asked")).to_have_text(question)
    expect(plain.get_by_role("article")).to_contain_text("Purdue")


def test_without_javascript_markup_in_a_question_is_text_and_a_problem_is_told(plain: Page) -> None:
    plain.get_by_label("Your question").fill("<script>1</script><b>hello</b>")
    plain.get_by_role("button", name="Ask").click()
    expect(plain.locator(".asked")).to_have_text("<script>1</script><b>hello</b>")
    plain.get_by_label("Your question").fill("   ")
    plain.get_by_role("button", name="Ask").click()
    expect(plain.get_by_role("alert")).not_to_be_empty()
    expect(plain.get_by_label("Your question")).to_be_visible()
