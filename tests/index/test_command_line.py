"""The command line: what it says, where it says it, and how it ends."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from index.__main__ import main
from tests.index.small import BODIES

ROOT = Path(__file__).parents[2]
FRONT = "---\nslug: {slug}\ntitle: A guide\npublisher: A publisher\nlicense: ours\n---\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus and a data folder of our own."""
    for name in [name for name in os.environ if name.upper().startswith("ADVISOR_")]:
        monkeypatch.delenv(name)
    guides = tmp_path / "corpus" / "guides"
    guides.mkdir(parents=True)
    for slug, body in BODIES.items():
        (guides / f"{slug}.md").write_text(FRONT.format(slug=slug) + body)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of one call."""
    try:
        code = main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


NO_NETWORK = """
import sys
from index.__main__ import main

def refuse(event, what):
    if event == "socket.connect" and what[1][0] not in ("127.0.0.1", "::1") or event == "socket.getaddrinfo":
        raise SystemExit(f"something reached for the network: {what}")

sys.addaudithook(refuse)
"""


def in_a_process(home: Path, script: str) -> str:
    """What a Python process of its own says on standard output, and that it says nothing else."""
    command, environment = [sys.executable, "-c", NO_NETWORK + script], {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout


def test_progress_is_drawn_on_a_terminal_and_nowhere_else(capfd: pytest.CaptureFixture[str]) -> None:
    script = "from index.progress import progress_bar\nwith progress_bar('Reading') as on_progress: on_progress(1, 2)"
    terminal, theirs = pty.openpty()
    for stderr in (theirs, None):
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, stderr=stderr, check=True)
    assert "Reading" in os.read(terminal, 10_000).decode()
    assert capfd.readouterr().err == ""
    os.close(terminal)
    os.close(theirs)


def test_a_build_and_a_search_need_no_network_and_the_next_build_no_model(home: Path) -> None:
    out = in_a_process(home, "main(['build']); main(['search', 'how many months', '--k', '1'])")
    summary, *hits = out.splitlines()
    assert re.fullmatch(r"2 guides, \d+ passages: \d+ texts embedded, .* s \(index \w+\)", summary)
    assert "beta > How long does it take?" in hits[0]
    assert "16 months" in hits[1]

    out = in_a_process(home, "main(['build']); print('torch' in sys.modules)")
    assert re.fullmatch(r"2 guides, \d+ passages: nothing has changed, [^\n]*\nFalse\n", out)

    out = in_a_process(home, "main(['search', 'Mercer University price', '--k', '2', '--json'])")
    hits = json.loads(out)
    assert [hit["guide"] for hit in hits] == ["beta", "beta"]
    assert "$21,930" in hits[0]["text"]
    assert set(hits[0]) == {"id", "guide", "path", "kind", "text", "score", "dense", "keyword", "heading"}


def one_line(err: str, *parts: str) -> None:
    assert err.count("\n") == 1
    for part in parts:
        assert part in err


def test_without_an_index_a_search_says_how_to_make_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "search", "what does it cost")
    assert (code, out) == (1, "")
    one_line(err, "python -m index build")


def test_an_unknown_setting_is_a_wrong_call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_CORPSE", "x")
    code, _, err = run(capsys, "build")
    assert code == 2
    one_line(err, "ADVISOR_CORPUS")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["build", "--corpus", "nowhere"],
        ["search"],
        ["search", "x", "--k", "0"],
        ["search", "x", "--k", "many"],
        ["add"],
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    one_line(err, "--help")


def test_a_broken_guide_is_named_and_nothing_is_built(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "corpus" / "guides" / "broken.md").write_text("---\nslug: never closed")
    code, out, err = run(capsys, "build")
    assert (code, out) == (1, "")
    one_line(err, "broken.md")


def test_a_corpus_can_be_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "other" / "guides").mkdir(parents=True)
    code, _, err = run(capsys, "build", "--corpus", "other")
    assert code == 1
    one_line(err, "other")


def test_a_file_is_added_to_the_guides(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<html><title>Gamma</title><body><h1>Gamma</h1><p>Gamma asks $9,000 for a degree.</p></body></html>"
    (home / "gamma.html").write_text(page)
    code, out, err = run(capsys, "add", "gamma.html")
    assert (code, err) == (0, "")
    assert "gamma.md" in out
    assert "$9,000" in (home / "corpus" / "guides" / "gamma.md").read_text()


def test_a_file_that_cannot_be_added_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "add", "missing.html")
    assert code == 1
    one_line(err, "missing.html")
