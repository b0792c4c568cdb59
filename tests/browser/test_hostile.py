"""Whatever stands in a reply, a citation or an error: it is shown as text, and nothing else happens."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.replies import START, cell, citation, said
from tests.browser.serving import Act, Site

pytestmark = pytest.mark.part("browser")

HTML = "<img src=/caught onerror=\"document.title='caught'\"><script>document.title='caught'</script>"
LINKS = "[click](javascript:alert(1)) <a href=https://evil.example>x</a> ![i](https://evil.example/i.png) https://evil.example"
RIGHT_TO_LEFT = "כמה עולה תואר שני? \u202eevil\u202c"
BAD = f"{HTML} {LINKS} {RIGHT_TO_LEFT} \x00 {{{{7*7}}}} ]]> &lt;b&gt;"
CELLS = "| --- | --- |"
STARTS = """all => all.map((one) => {
  const range = document.createRange();
  range.setStart(one.firstChild, 0);
  range.setEnd(one.firstChild, 1);
  const box = one.getBoundingClientRect();
  return range.getBoundingClientRect().x - box.x < box.width / 2 ? "left" : "right";
})"""


def hostile() -> Act:
    """Every field of a reply that a text can stand in."""
    table = {
        "columns": [BAD, BAD],
        "rows": [[cell(BAD), cell(f"$5 {BAD}", 5, 1)], [cell(BAD), cell(f"$7 {BAD}", 7, 2)]],
    }
    flat = BAD.replace("|", "")
    return said(
        f"{BAD} [1]\n\n| {flat} | {flat} |\n{CELLS}\n| {flat} | $5 |\n\n- {BAD} [2]\n\n**{BAD}** [3] [99]",
        citations=[
            citation(
                1,
                title=BAD,
                publisher=BAD,
                section=BAD,
                quote=BAD,
                updated=BAD,
                url="javascript:document.title='caught'",
            ),
            citation(2, title=BAD, quote=BAD, url="data:text/html,<script>alert(1)</script>"),
            citation(3, title=BAD, quote=BAD, url="https://guides.example/three"),
        ],
        table=table,
        notes=[{"kind": f'check" onclick="{BAD}', "text": BAD, "citations": [1]}],
        profile=[{"key": "../../../x?y#z", "text": BAD}],
        suggestions=[BAD],
        engine=BAD,
    )


def test_nothing_in_a_reply_becomes_markup_a_script_or_a_link(embed: Open, scripted: Site) -> None:
    scripted.acts = [hostile()]
    quoted = (
        json.dumps(BAD.replace("\x00", ""))[1:-1].replace("&", "&amp;").replace("'", "&#39;").replace('\\"', "&quot;")
    )
    chat = embed(
        f"mode='inline' heading='{quoted}' greeting='{quoted}' suggestions='{quoted}' accent='red;background:url(/caught)'"
    )
    turn = chat.ask(BAD)
    expect(turn.locator(".text")).to_contain_text("<script>document.title='caught'</script>")
    expect(turn.locator(".question")).to_contain_text("<img src=/caught")
    for number in (1, 2, 3):
        turn.locator(".mark", has_text=str(number)).first.click()
        expect(turn.locator("blockquote")).to_contain_text("<img src=/caught")
    expect(turn.locator("a")).to_have_count(1)
    expect(turn.locator("a")).to_have_attribute("href", "https://guides.example/three")
    expect(turn.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    expect(chat.root.locator("img, script, iframe, object, style, base, link, form[action]")).to_have_count(0)
    assert chat.page.title() == "A school"
    assert (
        chat.root.evaluate(
            "host => [...host.shadowRoot.querySelectorAll('*')].flatMap(node => [...node.attributes])"
            ".filter(one => /^on|^style$|^src/.test(one.name)).length"
        )
        == 0
    )
    assert [path for _, path, _, _ in scripted.asked if "caught" in path] == []


def test_a_key_of_a_fact_cannot_leave_its_place_in_the_address(embed: Open, scripted: Site) -> None:
    scripted.acts = [hostile()]
    chat = embed()
    chat.ask("facts")
    chat.chips.get_by_role("button").click()
    expect(chat.chips).to_be_hidden()
    deleted = [path for method, path, _, _ in scripted.asked if method == "DELETE"]
    assert deleted == ["/v1/conversations/conversation-of-a-test/profile/..%2F..%2F..%2Fx%3Fy%23z"]


@pytest.mark.parametrize(
    "act",
    [
        Act(status=500, problem={"detail": BAD, "type": BAD}),
        Act(status=422, problem={"detail": BAD}),
        Act([START, ("problem", {"status": 500, "detail": BAD})]),
    ],
    ids=["server", "refused", "event"],
)
def test_nothing_in_an_error_becomes_markup(embed: Open, scripted: Site, act: Act) -> None:
    scripted.acts = [act]
    chat = embed()
    chat.type("Tell me")
    expect(chat.last.locator(".failed")).to_contain_text("<img src=/caught")
    expect(chat.root.locator("img, script, a")).to_have_count(0)
    assert chat.page.title() == "A school"


def test_text_written_right_to_left_stands_so_and_the_page_is_mirrored(embed: Open, scripted: Site) -> None:
    hebrew = "תואר שני עולה כך."
    scripted.acts = [said(f"{hebrew} [1]\n\nIn English.", citations=[citation(1, quote=hebrew)])]
    chat = embed(lang='lang="he" dir="rtl"')
    turn = chat.ask(hebrew)
    starts = turn.locator(".text > p").evaluate_all(STARTS)
    assert starts == ["right", "left"]
    asked, panel = turn.locator(".question").bounding_box(), chat.panel.bounding_box()
    assert asked
    assert panel
    assert asked["x"] - panel["x"] < panel["width"] / 2, (
        "what was asked stands at the end of the line: on the left here"
    )
    send, box = chat.button("Send").bounding_box(), chat.input.bounding_box()
    assert send
    assert box
    assert send["x"] < box["x"]
    assert chat.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_chart_is_drawn_left_to_right_on_a_mirrored_page(embed: Open) -> None:
    chat = embed(lang='lang="he" dir="rtl"')
    chart = chat.ask("compare").get_by_role("img")
    whole, label = chart.bounding_box(), chart.locator("text").first.bounding_box()
    assert whole
    assert label
    assert label["x"] >= whole["x"] - 1
