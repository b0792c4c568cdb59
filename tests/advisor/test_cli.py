"""The commands with the real model and a small corpus that is built on the first question."""

import json
import os
import pty
import re
import select
import subprocess
from pathlib import Path

import pytest

from tests.advisor.commands import GUIDE, Done, advisor, command, environment, write_corpus


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus of one guide and no index."""
    return write_corpus(tmp_path_factory.mktemp("place"))


@pytest.fixture(scope="module")
def first(place: Path) -> Done:
    """The first question ever asked there."""
    return advisor(place, "ask", "what does the degree cost", "--json")


def test_the_first_question_builds_the_index_and_is_answered(first: Done) -> None:
    assert first.returncode == 0, first.stderr
    assert first.stderr == "building the index (once)\n"
    reply = json.loads(first.stdout)
    assert reply["citations"][0]["guide"] == "small"
    assert "$7,000" in reply["answer"]


def test_asking_prints_the_answer_and_its_sources(place: Path, first: Done) -> None:
    asked = advisor(place, "ask", "what does the degree cost")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert json.loads(first.stdout)["answer"] in asked.stdout
    assert "Small guide (Tests, 2026-05-25)" in asked.stdout


@pytest.mark.usefixtures("first")
def test_questions_can_be_piped_into_a_chat(place: Path) -> None:
    held = advisor(place, "chat", typed="what does the degree cost\n/sources\n")
    assert (held.returncode, held.stderr) == (0, "")
    assert "> what does the degree cost" in held.stdout
    assert "Books are not included" in held.stdout
    assert held.stdout.endswith("Goodbye.\n")
    assert "\x1b" not in held.stdout


@pytest.mark.usefixtures("first")
def test_questions_can_be_typed_and_the_end_of_input_leaves(place: Path) -> None:
    ours, theirs = pty.openpty()
    chat = subprocess.Popen(command("chat"), cwd=place, env=environment(), stdin=theirs, stdout=theirs, stderr=theirs)
    with chat, os.fdopen(ours, "wb", buffering=0) as keys:
        os.close(theirs)
        assert _shown_until(ours, b"> ")
        keys.write(b"what does the degree cost\n")
        assert b"Sources" in _shown_until(ours, b"\n> ")
        keys.write(b"\x04")
        assert b"Goodbye." in _shown_until(ours, b"Goodbye.")
        assert chat.wait(30) == 0


def _shown_until(terminal: int, mark: bytes) -> bytes:
    """What is shown up to a mark, with the escapes left out; nothing comes for a minute only where something hangs."""
    shown = b""
    while mark not in (plain := re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", shown).replace(b"\r", b"")):
        assert select.select([terminal], [], [], 60)[0], plain
        shown += os.read(terminal, 65536)
    return plain


@pytest.mark.usefixtures("first")
def test_a_reply_line_comes_before_the_next_request_line_is_written(place: Path) -> None:
    with subprocess.Popen(
        command("chat", "--json"), cwd=place, env=environment(), stdin=-1, stdout=-1, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        for message in ("hi", "what does it cost", ""):
            process.stdin.write(json.dumps({"message": message, "conversation_id": "a"}) + "\n")
            process.stdin.flush()
            assert select.select([process.stdout], [], [], 60)[0], "no line came"
            assert ("error" in json.loads(process.stdout.readline())) == (message == "")
        process.stdin.close()
        assert process.wait(30) == 0


@pytest.mark.usefixtures("first")
def test_the_doctor_finds_all_well_then_a_changed_guide_then_a_damaged_index(place: Path) -> None:
    well = advisor(place, "doctor")
    assert (well.returncode, well.stderr) == (0, "")
    assert "2026-05-25" in well.stdout
    assert "answered in" in well.stdout
    assert "changed since" not in well.stdout
    write_corpus(place, GUIDE + "\nMore.\n")
    changed = advisor(place, "doctor")
    assert changed.returncode == 0
    assert "changed since it was built: small; bring it up to date with `python -m index build`" in changed.stdout
    (place / ".advisor" / "index" / "current").write_text("nothing", "utf-8")
    damaged = advisor(place, "doctor")
    assert damaged.returncode == 1
    assert damaged.stderr.startswith("error: ")
    assert "python -m index build --rebuild" in damaged.stderr
