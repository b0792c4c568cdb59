"""For everyone: by keyboard, by ear, enlarged, in any colours; axe finds nothing in any state."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chat import Chat, host_page
from tests.browser.conftest import PATIENCE, Open
from tests.browser.serving import Act, Program, Site
from tests.browser.serving import Page as Given

pytestmark = pytest.mark.part("browser")

SMALLEST = 24  # pixels of a target
FOCUSED = "() => { let one = document.activeElement; while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; return one.getAttribute('aria-label') ?? one.textContent }"


def clean(page: Page, state: str) -> None:
    """Fail where axe finds something."""
    found = Axe().run(page)
    assert found.violations_count == 0, f"{state}:\n{found.generate_report()}"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("mode", ["bubble", "inline", "page"])
def test_axe_finds_nothing_in_any_state(browser: Browser, scripted: Site, mode: str, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 800, "height": 700})
    context.set_default_timeout(PATIENCE)
    scripted.pages["/"] = Given(host_page(scripted.url, f'mode="{mode}" theme="{theme}" suggestions="One?|Two?"'))
    chat = Chat(context.new_page())
    chat.page.goto(scripted.url)
    if mode == "bubble":
        expect(chat.bubble).to_be_visible()
        clean(chat.page, "closed")
        chat.bubble.click()
    expect(chat.input).to_be_visible()
    clean(chat.page, "empty")
    chat.ask("compare").locator("tbody .mark").first.click()
    chat.last.get_by_role("button", name="This helped").click()
    expect(chat.last.get_by_role("textbox", name="Why?")).to_be_visible()
    clean(chat.page, "answered")
    scripted.acts = [Act(status=500, problem={"detail": "it broke"})]
    chat.type("again")
    expect(chat.last.locator(".failed")).to_be_visible()
    clean(chat.page, "failed")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/docs"])
def test_axe_finds_nothing_on_the_pages(browser: Browser, program: Program, path: str, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    page.goto(program.url + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    clean(page, path)
    context.close()


def test_everything_can_be_done_by_keyboard(embed: Open) -> None:
    chat = embed('mode="bubble"')
    keys = chat.page.keyboard
    expect(chat.bubble).to_be_visible()
    keys.press("Tab")
    expect(chat.bubble).to_be_focused()
    expect(chat.bubble).to_have_attribute("aria-expanded", "false")
    keys.press("Enter")
    expect(chat.input).to_be_focused()
    keys.type("compare")
    keys.press("Enter")
    expect(chat.last.locator(".tools")).to_be_visible()
    expect(chat.input).to_be_focused()
    names = list[str]()
    while chat.page.evaluate(FOCUSED) != "Conversation":
        keys.press("Shift+Tab")
        names.append(chat.page.evaluate(FOCUSED))
        assert len(names) < 60, names
    for wanted in (
        "Forget: at most $25,000",
        "What about the GRE?",
        "Copy with sources",
        "Tuition",
        "Source 1: Guide 1",
    ):
        assert wanted in names
    while chat.page.evaluate(FOCUSED) != "Source 1: Guide 1":
        keys.press("Tab")
    keys.press("Enter")
    expect(chat.last.get_by_role("region", name="Source")).to_be_focused()
    keys.press("Escape")
    expect(chat.panel).to_be_visible()
    keys.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.bubble).to_be_focused()


def test_finished_sentences_are_announced_once(embed: Open, scripted: Site) -> None:
    done = scripted.otherwise("")  # type: ignore[misc]
    reply = done.events[-1][1]
    scripted.acts = [
        Act(
            [
                done.events[0],
                ("delta", {"text": "One. [1] "}),
                ("delta", {"text": "Two."}),
                ("done", reply | {"answer": "One. [1] Two."}),
            ]
        )
    ]
    chat = embed()
    chat.ask("Tell me")
    expect(chat.voice.locator("p")).to_have_text(["One.", "Two."])
    chat.ask("compare")
    expect(chat.voice).not_to_contain_text("One.")


def too_small(inside: Locator) -> list[str]:
    """The buttons that are smaller than a target may be."""
    return list(
        inside.locator("button:visible").evaluate_all(
            "(all, least) => all.filter((one) => { const { width, height } = one.getBoundingClientRect();"
            "return width < least || height < least }).map((one) => one.ariaLabel ?? one.textContent)",
            SMALLEST,
        )
    )


@pytest.mark.parametrize("mode", ["bubble", "inline", "page"])
def test_at_400_percent_nothing_scrolls_two_ways_and_targets_stay_large(embed: Open, scripted: Site, mode: str) -> None:
    chat = embed(f'mode="{mode}"')
    chat.page.set_viewport_size({"width": 320, "height": 256})
    if mode == "bubble":
        chat.bubble.click()
    chat.ask("compare").locator(".mark").first.click()
    chat.last.get_by_role("button", name="This helped").click()
    expect(chat.last.get_by_role("textbox", name="Why?")).to_be_visible()
    assert chat.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert chat.scroller.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert too_small(chat.root) == []
    chat.input.scroll_into_view_if_needed()
    expect(chat.input).to_be_in_viewport(ratio=1)


def test_on_a_phone_the_greeting_and_the_table_of_guides_are_seen_whole(front: Chat) -> None:
    front.page.set_viewport_size({"width": 390, "height": 800})
    front.page.reload()
    greeting, panel = front.root.locator("[part=greeting]"), front.root.locator("[part=header]")
    expect(greeting).to_be_visible()
    assert greeting.evaluate("one => one.getBoundingClientRect().top") >= panel.evaluate(
        "one => one.getBoundingClientRect().bottom"
    )
    guides = front.page.get_by_role("region", name="Guides and their dates")
    assert guides.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_the_front_page_fits_a_narrow_window(front: Chat) -> None:
    front.page.set_viewport_size({"width": 320, "height": 560})
    front.ask("Which programs cost less than $30,000?")
    assert front.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert too_small(front.page.locator("body")) == []


def test_the_description_of_the_interface_fits_a_narrow_window(page: Page, program: Program) -> None:
    page.set_viewport_size({"width": 320, "height": 560})
    page.goto(program.url + "/docs")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_system_s_own_colours_and_less_motion_are_kept(browser: Browser, scripted: Site) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    scripted.pages["/"] = Given(host_page(scripted.url))
    chat = Chat(context.new_page())
    chat.page.goto(scripted.url)
    turn = chat.ask("compare")
    canvas = chat.page.evaluate(
        "() => { document.body.style.color = 'CanvasText'; return getComputedStyle(document.body).color }"
    )
    assert turn.locator("rect").first.evaluate("one => getComputedStyle(one).fill") == canvas
    assert turn.locator(".question").evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    assert chat.page.evaluate("document.getAnimations().length") == 0
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1180), (1280, 900)])
def test_it_is_seen_at_every_size_in_both_themes(embed: Open, width: int, height: int, theme: str) -> None:
    chat = embed(f'mode="bubble" theme="{theme}"')
    chat.page.set_viewport_size({"width": width, "height": height})
    chat.bubble.click()
    chat.ask("compare")
    colours = chat.page.evaluate(
        """async (picture) => {
          const bitmap = await createImageBitmap(new Blob([Uint8Array.from(picture)], { type: "image/png" }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          canvas.drawImage(bitmap, 0, 0);
          const counts = new Map();
          const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
          for (let at = 0; at < data.length; at += 4) {
            const colour = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
            counts.set(colour, (counts.get(colour) ?? 0) + 1);
          }
          const [most, times] = [...counts].sort((one, other) => other[1] - one[1])[0];
          return { kinds: counts.size, most, share: times / (data.length / 4) };
        }""",
        list(chat.panel.screenshot()),
    )
    assert colours["kinds"] > 50
    assert colours["share"] < 0.97
    assert (colours["most"] >> 16 < 0x60) == (theme == "dark")
