"""A visit to the real adviser: every kind of reply, its sources, its table, and what can be done with it."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.chat import Chat
from tests.browser.serving import Program

pytestmark = pytest.mark.part("browser")

PAY = "What do machine learning engineers earn?"
UNDER = "Which programs cost less than $30,000?"


def test_a_first_visit_shows_what_it_is_and_examples_that_can_be_pressed(front: Chat) -> None:
    expect(front.panel).to_be_visible()
    expect(front.root.get_by_role("heading", name="Ask the Advisor")).to_be_visible()
    expect(front.turns).to_have_count(0)
    front.button("Is it worth it?").click()
    expect(front.last.locator(".question")).to_contain_text("Is it worth it?")
    expect(front.last.locator(".mark").first).to_be_visible()


def test_a_source_opens_beside_its_mark_with_guide_heading_and_date(front: Chat) -> None:
    turn = front.ask(PAY)
    mark = turn.get_by_role("button", name=re.compile("^Source 1:")).first
    mark.click()
    source = turn.get_by_role("region", name="Source")
    expect(source).to_be_focused()
    expect(source.locator(".from")).to_contain_text(re.compile(r"updated \d{4}-\d\d-\d\d|undated"))
    expect(source.locator(".heading")).not_to_be_empty()
    expect(source.locator("blockquote")).not_to_be_empty()
    expect(mark).to_have_attribute("aria-expanded", "true")
    front.page.keyboard.press("Escape")
    expect(source).to_be_hidden()
    expect(mark).to_be_focused()


def test_guides_that_disagree_and_old_figures_stand_apart(front: Chat) -> None:
    turn = front.ask(PAY)
    expect(turn.locator(".note.disagreement")).to_contain_text("The guides differ")
    expect(turn.locator(".note.age")).to_contain_text("from 2022")
    expect(turn.locator(".engine")).to_have_text("answered by: embedded")


def test_a_table_sorts_both_ways_and_has_a_chart(front: Chat) -> None:
    turn = front.ask(UNDER)
    header = turn.get_by_role("columnheader", name="Tuition")
    prices = turn.locator("tbody tr td:nth-child(2)")

    def shown() -> list[float]:
        found = (re.search(r"\$([\d,.]+\d)", text) for text in prices.all_inner_texts())
        return [float(one[1].replace(",", "")) for one in found if one]

    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    assert shown() == sorted(shown())
    assert len(shown()) > 5
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "descending")
    assert shown() == sorted(shown(), reverse=True)
    chart = turn.get_by_role("img", name=re.compile("^Tuition: "))
    expect(chart.locator("rect")).to_have_count(len(shown()))
    expect(chart.locator("text").first).to_be_visible()


def test_a_second_table_shows_what_stands_in_it(front: Chat) -> None:
    turn = front.ask("top five schools by hakia, which of them is cheapest")
    ranking, prices = turn.get_by_role("table").all()
    expect(ranking).to_contain_text("Place")
    expect(prices).not_to_contain_text("Place")
    expect(prices).to_contain_text("$11,524 a year")
    prices.get_by_role("button", name="Source").first.click()
    expect(turn.locator("[part=source]")).to_be_visible()


def test_the_table_scrolls_inside_its_own_box_on_a_phone(front: Chat) -> None:
    front.page.set_viewport_size({"width": 390, "height": 844})
    box = front.ask(UNDER).locator(".scroll")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert front.scroller.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert front.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("hello", "Ask me about master's programs"),
        ("penn, what does it cost", "?"),
        ("Does MIT offer parking?", "do not give"),
        ("What is the weather in Paris?", "I can only help with"),
    ],
)
def test_every_kind_of_reply_is_shown_with_what_to_ask_next(front: Chat, question: str, words: str) -> None:
    turn = front.ask(question)
    expect(turn.locator(".text")).to_contain_text(words)
    expect(turn.get_by_role("list", name="Ask next").get_by_role("button").first).to_be_visible()


def test_what_is_remembered_can_be_removed(front: Chat) -> None:
    front.ask("I have $25,000 and live in Texas: which programs fit?")
    expect(front.chips.get_by_role("listitem")).to_have_count(2)
    with front.page.expect_response(lambda response: "/profile/" in response.url) as deleted:
        front.button("Forget: lives in Texas").click()
    assert deleted.value.status == 204
    expect(front.chips.get_by_role("listitem")).to_have_count(1)
    expect(front.input).to_be_focused()
    front.page.reload()
    expect(front.chips.get_by_role("listitem")).to_have_text(["at most $25,000"])


def test_a_reply_can_be_rated_with_a_comment(front: Chat) -> None:
    turn = front.ask("hello")
    turn.get_by_role("button", name="This did not help").click()
    expect(turn.get_by_role("status")).to_have_text("Thank you")
    turn.get_by_role("textbox", name="Why?").fill("too short")
    with front.page.expect_request("**/v1/feedback") as sent:
        turn.get_by_role("button", name="Send comment").click()
    assert '"comment":"too short"' in (sent.value.post_data or "")
    down = turn.get_by_role("button", name="This did not help")
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(down).to_be_focused()
    expect(turn.locator(".comment")).to_be_hidden()


def test_an_answer_is_copied_with_its_sources(front: Chat, context: BrowserContext, program: Program) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=program.url)
    turn = front.ask(PAY)
    turn.get_by_role("button", name="Copy with sources").click()
    expect(turn.get_by_role("status")).to_have_text("Copied")
    copied = front.page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"^\[1\] .+ \((\d{4}-\d\d-\d\d|undated)\)$", copied, re.M)


def test_a_new_conversation_begins_empty_and_deletes_the_old_one(front: Chat) -> None:
    front.ask("I have $25,000")
    with front.page.expect_response(lambda response: response.request.method == "DELETE") as deleted:
        front.button("New conversation").click()
    assert deleted.value.status == 204
    expect(front.turns).to_have_count(0)
    expect(front.chips).to_be_hidden()
    expect(front.input).to_be_focused()
    front.page.reload()
    expect(front.input).to_be_visible()
    expect(front.turns).to_have_count(0)
