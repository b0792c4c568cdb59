"""How quick the widget is in a real browser; `make bench` calls it.

    python -m tests.bench.widget_bench

It prints the size of what a page loads, the first paint of the widget and how a conversation of 200 messages scrolls,
writes them into `.advisor/bench/`, and ends with 1 where a limit is not kept. A page of plain paragraphs is scrolled turn
about, so that a busy machine is seen.
"""

import gzip
import json
import shutil
import statistics
import sys

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.index_bench import OUT, Measure
from tests.browser.chat import Chat, host_page
from tests.browser.conftest import QUIET
from tests.browser.replies import compared, reply
from tests.browser.serving import WIDGET, Site, site
from tests.browser.serving import Page as Given

LOADS, MESSAGES, STEPS = 20, 200, 120
LARGEST_KB, FRAME_MS = 15.0, 50.0
# From the arrival of the first script to the frame after the one in which the element's panel stands.
WATCH = """window.painted = new Promise((done) => {
  const look = () => {
    const panel = document.querySelector("advisor-chat")?.shadowRoot?.querySelector("[part=panel]");
    if (!panel?.offsetHeight) return requestAnimationFrame(look);
    requestAnimationFrame((at) => {
      const script = performance.getEntriesByType("resource").find((one) => one.name.endsWith("/widget/advisor-chat.js"));
      done(at - script.responseEnd);
    });
  };
  requestAnimationFrame(look);
})"""
# The time between frames while a box is scrolled from its end to its start and back.
SCROLLED = """([box, steps]) => new Promise((done) => {
  const frames = [], most = () => box.scrollHeight - box.clientHeight;
  let step = 0, before = 0;
  const next = (at) => {
    if (before) frames.push(at - before);
    before = at;
    if (step > 2 * steps) return done(frames);
    box.scrollTop = most() * Math.abs(1 - step++ / steps);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})"""
PLAIN = "<!doctype html><div id=box style='height:30em;overflow:auto'>" + "<p>Some words of a page.</p>" * 4_000


def size() -> Measure:
    """What a page loads, each file gzipped."""
    sizes = {file.stem: len(gzip.compress(file.read_bytes())) for file in sorted(WIDGET.glob("*.js"))}
    told = ", ".join(f"{name} {count}" for name, count in sizes.items())
    return Measure("widget, kB gzipped", sum(sizes.values()) / 1000, LARGEST_KB, least=False, told=told)


def first_paint(browser: Browser, server: Site) -> str:
    """Median of some loads, each by somebody who was never here; no limit, for it is the machine's as much as ours."""
    server.pages["/"] = Given(host_page(server.url, 'mode="inline"'))
    times = list[float]()
    for _ in range(LOADS):
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(server.url)
        times.append(page.evaluate("painted"))
        context.close()
    late = sorted(times)[round(0.95 * (LOADS - 1))]
    return f"First paint {statistics.median(times):.0f} ms after the script's arrival, median of {LOADS} loads; 95 % within {late:.0f} ms."


def scrolling(page: Page, server: Site) -> Measure:
    """The slowest frame of a long conversation, the better of three scrolls, beside that of a plain page."""
    kept = [turn(number) for number in range(MESSAGES)]
    conversation = json.dumps({"id": "conversation-of-a-test", "turns": kept, "profile": []})
    server.pages["/"] = Given(host_page(server.url, 'mode="inline"'))
    server.pages["/plain"] = Given(PLAIN)
    page.goto(server.url)
    page.evaluate("kept => sessionStorage.setItem(`advisor-chat ${location.origin}`, kept)", conversation)
    ours, plain = list[list[float]](), list[list[float]]()
    for _ in range(3):
        page.goto(server.url)
        chat = Chat(page)
        chat.turns.nth(MESSAGES - 1).wait_for(state="attached")
        ours.append(page.evaluate(SCROLLED, [chat.scroller.element_handle(), STEPS]))
        page.goto(server.url + "/plain")
        plain.append(page.evaluate(SCROLLED, [page.locator("#box").element_handle(), STEPS]))
    best = min(ours, key=max)
    told = f"{len(best)} frames, median {statistics.median(best):.1f} ms; a plain page's slowest {min(map(max, plain)):.1f} ms"
    return Measure(f"slowest frame of {MESSAGES} messages, ms", max(best), FRAME_MS, least=False, told=told)


def turn(number: int) -> dict[str, object]:
    """One question with its reply, as the tab keeps it; every tenth has a table and a chart."""
    whole = compared().events[-1][1] if number % 10 == 0 else reply(f"Answer {number}. " + "Some more words. " * 12)
    return {
        "question": f"Question {number}?",
        "key": str(number),
        "into": None,
        "text": whole["answer"],
        "state": "done",
        "reply": whole,
    }


def main() -> int:
    """Measure, print, write."""
    with sync_playwright() as playwright, site(with_widget=True) as server:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        paint = first_paint(browser, server)
        measures = [size(), scrolling(browser.new_page(), server)]
        browser.close()
    lines = ["# The widget's speed", "", "| measure | reached | limit | kept | told |", "|---|---|---|---|---|"]
    text = "\n".join([*lines, *(measure.line for measure in measures), "", paint]) + "\n"
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "widget.md").write_text(text, "utf-8")
    print(text + f"\nwritten to {OUT / 'widget.md'}")
    return 0 if all(measure.kept for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
