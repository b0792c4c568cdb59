"""What was said survives a reload, a network that goes away and a server that does; every failure can be tried again."""

import threading
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.chat import Chat
from tests.browser.conftest import Open
from tests.browser.replies import START, reply, said
from tests.browser.serving import Act, Program, Site

pytestmark = pytest.mark.part("browser")


def refusal(status: int, kind: str, detail: str, retry_after: int | None = None) -> Act:
    """A refusal of a question."""
    told = {"type": f"urn:advisor:problem:{kind}", "title": kind, "status": status, "detail": detail}
    return Act(status=status, problem=told, retry_after=retry_after)


def questions(site: Site) -> list[dict[str, Any]]:
    """The bodies of the questions that were asked, with their keys."""
    asked = [(body, headers) for _, path, body, headers in site.asked if path == "/v1/chat"]
    return [body | {"key": headers["Idempotency-Key"]} for body, headers in asked]


def test_a_conversation_survives_a_reload_and_goes_on(front: Chat) -> None:
    front.ask("How much is Purdue? I live in Texas")
    answer = front.last.locator(".text").inner_text()
    front.page.reload()
    expect(front.last.locator(".text")).to_have_text(answer, use_inner_text=True)
    expect(front.chips).to_contain_text("lives in Texas")
    front.ask("And the GRE?")
    expect(front.turns).to_have_count(2)
    expect(front.last.locator(".text")).to_contain_text("Purdue")


def test_two_tabs_are_two_conversations(front: Chat, context: BrowserContext, program: Program) -> None:
    front.ask("hello")
    other = Chat(context.new_page())
    other.page.goto(program.url)
    expect(other.input).to_be_visible()
    expect(other.turns).to_have_count(0)
    other.ask("thanks")
    front.page.reload()
    expect(front.turns).to_have_count(1)


def test_a_question_asked_without_a_network_is_answered_when_it_is_back(front: Chat, context: BrowserContext) -> None:
    front.ask("hello")
    context.set_offline(True)
    front.type("thanks")
    expect(front.last).to_contain_text("cannot be reached")
    expect(front.voice).to_contain_text("cannot be reached")
    context.set_offline(False)
    expect(front.last.locator(".tools")).to_be_visible()
    expect(front.turns).to_have_count(2)


def test_a_server_that_was_stopped_and_started_again_goes_on_with_the_conversation(
    front: Chat, program: Program
) -> None:
    front.ask("How much is Purdue?")
    program.stop()
    front.type("And the GRE?")
    expect(front.last).to_contain_text("Trying again")
    program.start()
    retry = front.last.get_by_role("button", name="Try")
    if retry.is_visible():
        retry.click()
    expect(front.last.locator(".tools")).to_be_visible()
    expect(front.last.locator(".text")).to_contain_text("Purdue")


def test_a_reply_streams_and_can_be_stopped_and_asked_for_again(embed: Open, scripted: Site) -> None:
    rest = threading.Event()
    held = [START, ("delta", {"text": "A first sentence. "}), ("done", reply("A first sentence. A second."))]
    scripted.acts = [Act(held, until=rest), said("All of it.")]
    chat = embed()
    chat.type("Tell me")
    expect(chat.last).to_contain_text("A first sentence.")
    expect(chat.voice).to_have_text("A first sentence.")
    chat.input.fill("my next question")
    chat.input.press("Enter")  # must neither stop the reply nor be lost
    expect(chat.input).to_have_value("my next question")
    chat.button("Stop").click()
    expect(chat.last).to_contain_text("Stopped.")
    rest.set()
    chat.button("Try again").click()
    expect(chat.last.locator(".text")).to_have_text("All of it.")
    expect(chat.scroller).to_be_focused()


def test_a_conversation_let_go_while_a_reply_streams_does_not_come_back(embed: Open, scripted: Site) -> None:
    rest = threading.Event()
    scripted.acts = [Act([START, ("delta", {"text": "Half. "}), ("done", reply("Half. Whole."))], until=rest)]
    chat = embed()
    chat.type("Tell me")
    expect(chat.last).to_contain_text("Half.")
    chat.button("New conversation").click()
    rest.set()
    chat.ask("Another")
    expect(chat.turns).to_have_count(1)


def test_a_page_left_in_the_middle_asks_for_the_same_reply_again(embed: Open, scripted: Site) -> None:
    rest = threading.Event()
    scripted.acts = [Act([START, ("delta", {"text": "Half. "}), ("done", reply("Half. Whole."))], until=rest)]
    chat = embed()
    chat.type("Tell me")
    expect(chat.last).to_contain_text("Half.")
    scripted.acts = [said("Half. Whole.")]
    chat.page.reload()
    expect(chat.last.locator(".text")).to_have_text("Half. Whole.")
    rest.set()
    first, second = questions(scripted)
    assert first == second, "the same key, the same words, the same conversation"


def test_a_stream_that_is_cut_is_taken_up_with_the_same_key(embed: Open, scripted: Site) -> None:
    scripted.acts = [Act([START, ("delta", {"text": "Half. "})]), said("Half. Whole.")]
    chat = embed()
    chat.type("Tell me")
    expect(chat.last).to_contain_text("The connection was cut. Trying again.")
    expect(chat.last.locator(".text")).to_have_text("Half. Whole.")
    first, second = questions(scripted)
    assert first == second


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (refusal(404, "unknown-conversation", "no conversation has this id"), "This conversation has expired."),
        (refusal(409, "conversation-full", "at most 200 messages"), "This conversation is full."),
        (refusal(429, "rate-limit", "30 per minute", 17), "Wait 17 seconds"),
        (refusal(422, "wrong-request", "message: too odd"), "message: too odd"),
        (refusal(500, "cannot-answer", "the question could not be answered"), "the question could not be answered"),
        (Act([START, ("problem", {"status": 500, "detail": "it broke in the middle"})]), "it broke in the middle"),
    ],
    ids=["404", "409-full", "429", "422", "500", "problem-event"],
)
def test_a_failure_is_told_and_can_be_tried_again(embed: Open, scripted: Site, act: Act, words: str) -> None:
    scripted.acts = [said("Before."), act, said("After all.")]
    chat = embed()
    chat.ask("First")
    chat.type("Second")
    expect(chat.last.locator(".failed")).to_contain_text(words)
    expect(chat.voice).to_contain_text(words)
    chat.button("Try again").click()
    expect(chat.last.locator(".text")).to_have_text("After all.")
    anew = words.startswith("This conversation")
    assert questions(scripted)[-1]["conversation_id"] == (None if anew else "conversation-of-a-test")


@pytest.mark.parametrize("status", [409, 503])
def test_a_busy_server_is_asked_again_by_itself(embed: Open, scripted: Site, status: int) -> None:
    scripted.acts = [refusal(status, "busy", "wait a little", 1), said("Here it is.")]
    chat = embed()
    chat.type("Tell me")
    expect(chat.last).to_contain_text("wait a little Trying again.")
    expect(chat.last.locator(".text")).to_have_text("Here it is.")


def test_what_the_page_kept_may_be_anything(embed: Open) -> None:
    chat = embed()
    for kept in ("no JSON", "null", '{"turns": 3}', "[]"):
        chat.page.evaluate(
            "kept => Object.keys(sessionStorage).concat(`advisor-chat ${location.origin}`).forEach((key) => sessionStorage.setItem(key, kept))",
            kept,
        )
        chat.page.reload()
        expect(chat.input).to_be_visible()
        expect(chat.turns).to_have_count(0)
