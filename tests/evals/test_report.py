"""A run told in four forms: each says the same, stands by itself, and takes no text for markup."""

import json
import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import sync_playwright

from evals.baseline import Agreed, Baseline
from evals.errors import EvalsError
from evals.outcomes import judged
from evals.report.as_json import as_json
from evals.report.folder import write_report
from evals.report.junit import junit
from evals.report.markdown import markdown
from evals.report.page import page
from evals.report.summary import summary
from evals.run import Run, sum_up
from tests.browser.conftest import QUIET
from tests.evals.replies import GOOD, case, outcome

HOSTILE = "<script>document.title='taken'</script> | **bold** `x` <img src=x onerror=alert(document.title)> \x07"


@pytest.fixture
def told() -> Run:
    before = Baseline(
        floors={"look_up": 0.9},
        cases={
            "won": Agreed(passed=False, status="clarify", answer="which one?"),
            "lost": Agreed(passed=True, status="answered", answer=f"before {HOSTILE}"),
        },
    )
    hostile = replace(GOOD, status="not_covered", text=f"after {HOSTILE}")
    outcomes = (
        outcome("won", passed=True),
        outcome("kept", passed=True, held=True, slices=("list",)),
        judged(case("lost", messages=(HOSTILE,)), (hostile,), seconds=1.5),
        judged(case("refused", slices=("refusal",), status=("not_covered",), facts=(), sources=()), (hostile,)),
    )
    return sum_up(outcomes, lambda question: len(question) / 100, before)


def test_the_summary_ends_in_one_line_that_says_it_all(told: Run) -> None:
    text = summary(told, 3.2)
    assert text.splitlines()[-1] == (
        "fell short: 3 of 4 passed (75.0%); tuned 66.7%, held out 100.0% of 1; won 1, lost 1, in 3 s"
    )
    assert re.search(r"^look_up +1 of +2 +50\.0% +9\.5% – 90\.5% +90%$", text, re.M)
    assert "before [clarify] which one?" in text
    assert "figure: lost lost, and no case may be lost here" in text
    assert "1 of 2 refused that should be" not in text
    assert "refusals: 1 of 1 refused that should be, 2 of 3 answered that should be" in text


def test_the_json_is_complete_and_has_no_times(told: Run) -> None:
    report = json.loads(as_json(told))
    assert (report["good"], report["won"], report["lost"]) == (False, ["won"], ["lost"])
    assert [one["passed"] for one in report["cases"]] == [True, True, False, True]
    assert report["cases"][2]["faults"]["status right"] == "is not_covered and not answered"
    assert "1.5" not in re.sub(r'"(?:interval|share)".*', "", as_json(told)).replace("made-by-hand", "")
    later = replace(told, outcomes=tuple(replace(one, seconds=9.0) for one in told.outcomes))
    assert as_json(later) == as_json(told)


def test_build_servers_can_read_it(told: Run) -> None:
    suites = ElementTree.fromstring(junit(told))
    counts = {suite.get("name"): (suite.get("tests"), suite.get("failures")) for suite in suites}
    assert counts == {"gate": ("1", "1"), "list": ("1", "0"), "look_up": ("2", "1"), "refusal": ("1", "0")}
    assert suites.get("failures") == "2"  # the case, and the gate
    failure = suites.find(".//testcase[@name='lost']/failure")
    assert failure is not None
    assert "<script>" in (failure.text or "")


def test_markdown_takes_no_text_for_markup(told: Run) -> None:
    text = markdown(told)
    assert "**fell short: 3 of 4 passed" in text
    assert "<script>" not in re.sub(r"\\[<>]", "", text)
    assert "\\*\\*bold\\*\\*" in text
    assert text.index("Lost: 1") < text.index("Won: 1")


class Tags(HTMLParser):
    """Collects the tags and the addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "action"}]


def test_the_page_needs_nothing_else_and_takes_no_text_for_markup(told: Run) -> None:
    read = Tags()
    read.feed(page(told))
    assert read.addresses == []
    assert read.tags.count("script") == 1
    assert "img" not in read.tags


@pytest.mark.part("browser")
def test_the_page_filters_by_slice_verdict_and_words(told: Run, tmp_path: Path) -> None:
    write_report(told, tmp_path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        opened = browser.new_page()
        wrong: list[str] = []
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.goto((tmp_path / "index.html").as_uri())
        shown = opened.locator("#shown")
        assert shown.inner_text() == "4 of 4 cases"
        opened.locator("[name=slice]").select_option("look_up")
        assert shown.inner_text() == "2 of 4 cases"
        opened.locator("[name=verdict]").select_option("lost")
        assert shown.inner_text() == "1 of 4 cases"
        opened.locator("details.case:not([hidden])").click()
        assert opened.get_by_text("Before (answered)").is_visible()
        assert opened.get_by_text("is not_covered and not answered").first.is_visible()
        opened.locator("[name=words]").fill("no such words")
        assert shown.inner_text() == "0 of 4 cases"
        opened.reload()  # what is chosen stands in the address
        assert shown.inner_text() == "0 of 4 cases"
        assert opened.title() == "How well the adviser advises"
        browser.close()
    assert wrong == []


def test_a_folder_holds_all_four(told: Run, tmp_path: Path) -> None:
    write_report(told, tmp_path / "new" / "report")
    assert {file.name for file in (tmp_path / "new" / "report").iterdir()} == {
        "index.html", "summary.md", "junit.xml", "run.json",
    }  # fmt: skip


def test_a_folder_that_cannot_be_written_is_named(told: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(EvalsError, match="taken cannot be written"):
        write_report(told, tmp_path / "taken")
