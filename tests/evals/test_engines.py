"""Two engines measured side by side: what each passes, what became of the model's sentences, in every form of the report."""

import json
from pathlib import Path

from tests.chat_server import chat_server, saying
from tests.evals.test_command_line import evals, place

__all__ = ["place"]


def test_a_model_is_measured_beside_the_embedded_writer_and_decides_nothing(place: Path) -> None:
    with chat_server(saying("It costs $9,000 in total [1]. The degree costs $7,000 in total [1].")) as server:
        dotenv = f"ADVISOR_MODEL_URL={server.openai_url}\nADVISOR_MODEL=openai:never-asked\n"
        (place / ".env").write_text(dotenv, "utf-8")
        ran = evals(place, "--model", "openai:scripted", "--report", "report")
        asked = [one.model for one in server.requests]
    assert ran.returncode == 0, ran.stderr
    assert asked == ["scripted"]  # what is refused is refused without it
    assert "openai:scripted: 2 of 2 passed" in ran.stdout
    assert "not shown because of: figure 1" in ran.stdout
    run = json.loads((place / "report" / "run.json").read_text("utf-8"))
    assert {case["engine"] for case in run["cases"]} == {"embedded"}
    assert [case["engine"] for case in run["beside"]["cases"]] == ["openai:scripted", "embedded"]
    assert run["beside"]["sentences"]["shown"] == 1
    assert "| engine | embedded | openai:scripted |" in (place / "report" / "summary.md").read_text("utf-8")
    assert "Two engines" in (place / "report" / "index.html").read_text("utf-8")
