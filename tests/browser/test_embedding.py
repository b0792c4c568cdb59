"""On a page of another origin, under a strict policy, beside looks of its own: it works and keeps to itself."""

import gzip
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from api.pages.front import PARTS, PROPERTIES
from tests.browser.chat import Chat, host_page
from tests.browser.conftest import Open
from tests.browser.serving import WIDGET, Program, Site
from tests.browser.serving import Page as Given

pytestmark = pytest.mark.part("browser")

LARGEST = 15_000  # bytes of all files together, each gzipped
LOUD = (
    "<style>html{font-size:62.5%}*{text-transform:uppercase;letter-spacing:9px}button,p,table{display:none!important}"
    "main{text-align:center;line-height:3;white-space:pre;font:italic bold 40px serif}</style>"
)


def test_all_that_a_page_loads_is_small() -> None:
    sizes = {file.name: len(gzip.compress(file.read_bytes())) for file in WIDGET.glob("*.js")}
    assert sum(sizes.values()) <= LARGEST, sizes


def test_every_file_of_the_widget_is_asked_for_at_once() -> None:
    named = set(re.findall(r'"\./([\w-]+\.js)"', (WIDGET / "advisor-chat.js").read_text("utf-8")))
    assert named == {file.name for file in WIDGET.glob("*.js")} - {"advisor-chat.js"}


def test_the_front_page_names_every_property_and_part() -> None:
    written = "".join(file.read_text("utf-8") for file in WIDGET.glob("*.js"))
    assert set(re.findall(r"var\((--advisor-[a-z]+)", written)) == set(PROPERTIES)
    assert set(re.findall(r'part: "([a-z]+)"', written)) == set(PARTS)


def test_it_answers_in_a_page_of_another_origin_under_a_strict_policy(
    page: Page, context: BrowserContext, program: Program, elsewhere: Site
) -> None:
    policy = (
        f"default-src 'none'; script-src {program.url}; connect-src {program.url}; require-trusted-types-for 'script'"
    )
    elsewhere.pages["/"] = Given(host_page(program.url, 'mode="bubble"'), {"Content-Security-Policy": policy})
    told, fetched = list[str](), set[str]()
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: fetched.add("/".join(request.url.split("/")[:3])))
    page.goto(elsewhere.url)
    chat = Chat(page)
    chat.bubble.click()
    turn = chat.ask("Which programs cost less than $30,000?")
    turn.locator(".mark").first.click()
    expect(turn.locator("blockquote")).not_to_be_empty()
    assert chat.panel.evaluate("panel => getComputedStyle(panel).display") == "flex", "the looks are there"
    assert [one for one in told if "favicon" not in one and "404" not in one] == []
    assert fetched <= {program.url, elsewhere.url}
    assert context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_an_origin_that_was_not_let_in_is_told_so(page: Page, program: Program, scripted: Site) -> None:
    scripted.pages["/"] = Given(host_page(program.url, f'mode="inline" endpoint="{program.url}"'))
    page.goto(scripted.url)
    chat = Chat(page)
    chat.type("hello")
    expect(chat.last).to_contain_text("The adviser cannot be reached.")
    expect(chat.button("Try now")).to_be_visible()


def test_events_and_methods_are_those_of_the_contract(embed: Open, scripted: Site) -> None:
    chat = embed('mode="bubble"')
    chat.page.evaluate(
        "window.told = []; for (const name of ['asked', 'answered', 'failed'])"
        "document.addEventListener('advisor-' + name, (event) => told.push([name, Object.keys(event.detail)]))"
    )
    expect(chat.panel).to_be_hidden()
    chat.root.evaluate("host => { host.open(); host.ask('Tell me') }")
    expect(chat.last.locator(".tools")).to_be_visible()
    assert chat.page.evaluate("told") == [["asked", ["message"]], ["answered", ["reply"]]]
    chat.root.evaluate("host => host.close()")
    expect(chat.panel).to_be_hidden()
    chat.root.evaluate("host => host.reset()")
    expect(chat.turns).to_have_count(0)
    scripted.otherwise = None
    chat.root.evaluate("host => { host.ask('Fail') }")
    expect(chat.last.locator(".failed")).to_be_visible()
    assert chat.page.evaluate("told.at(-1)") == ["failed", ["kind", "detail"]]


@pytest.mark.parametrize("mode", ["inline", "bubble", "page"])
def test_the_looks_of_a_loud_page_stay_outside(embed: Open, mode: str) -> None:
    chat = embed(f'mode="{mode}"', head=LOUD)
    if mode == "bubble":
        chat.bubble.click()
    turn = chat.ask("compare")
    looks = turn.locator(".text").evaluate(
        "text => { const { fontSize, textTransform, letterSpacing, textAlign, fontStyle, whiteSpaceCollapse } = getComputedStyle(text);"
        "return [fontSize, textTransform, letterSpacing, textAlign, fontStyle, whiteSpaceCollapse] }"
    )
    assert looks == ["16px", "none", "normal", "start", "normal", "collapse"]
    expect(turn.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("accent", ["#ffd400", "#c2185b", "#00695c", "#e65100", "#8040ff", "#808080", "white", "black"])
def test_words_on_any_accent_can_be_read(embed: Open, accent: str) -> None:
    chat = embed(f'mode="inline" accent="{accent}"')
    chat.ask("compare")
    ground, ink = chat.last.locator(".question").evaluate(
        """one => {
          const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
          const light = (color) => {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
              const share = part / 255;
              return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const { backgroundColor, color } = getComputedStyle(one);
          return [light(backgroundColor), light(color)];
        }"""
    )
    assert (max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) >= 4.5


def test_custom_properties_and_parts_reach_inside(embed: Open) -> None:
    head = "<style>advisor-chat{--advisor-accent:rgb(1,2,3);--advisor-radius:3px}advisor-chat::part(heading){color:rgb(9,8,7)}</style>"
    chat = embed('mode="inline" heading="Ask us"', head=head)
    colour = "one => getComputedStyle(one).color"
    assert chat.root.get_by_role("heading", name="Ask us").evaluate(colour) == "rgb(9, 8, 7)"
    assert chat.button("Send").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(1, 2, 3)"
    assert chat.panel.evaluate("one => getComputedStyle(one).borderRadius") == "3px"


def test_an_attribute_changed_later_is_seen(embed: Open) -> None:
    chat = embed('mode="inline"')
    chat.ask("compare")
    chat.root.evaluate("host => { host.setAttribute('heading', 'Anew'); host.setAttribute('mode', 'bubble') }")
    expect(chat.bubble).to_be_visible()
    chat.bubble.click()
    expect(chat.root.get_by_role("heading", name="Anew")).to_be_visible()
    expect(chat.turns).to_have_count(1)
