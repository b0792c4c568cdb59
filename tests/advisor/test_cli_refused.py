"""A wrong call, a wrong setting, an index that is not there: one line says it, and the exit code which."""

from pathlib import Path

import pytest

from advisor.__main__ import main
from tests.advisor.commands import advisor


@pytest.mark.parametrize(
    ("arguments", "settings", "says"),
    [
        (["ask", "  "], {}, "the message is empty"),
        (["ask", "a" * 2001], {}, "2,000 are the most"),
        (["doctor"], {"ADVISOR_TRACIN": "1"}, "did you mean ADVISOR_TRACING?"),
        (["chat"], {"ADVISOR_TRACING": "perhaps"}, "ADVISOR_TRACING cannot be used"),
    ],
)
def test_a_wrong_message_or_setting_ends_with_2(
    arguments: list[str],
    settings: dict[str, str],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert says in told.err


@pytest.mark.parametrize("arguments", [[], ["ask"], ["tell"], ["ask", "what", "--loud"]])
def test_a_wrong_call_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "--help" in told.err


def test_where_nothing_can_be_built_an_answer_cannot_be_given(tmp_path: Path) -> None:
    asked = advisor(tmp_path, "ask", "what does it cost")
    assert (asked.returncode, asked.stdout) == (1, "")
    assert "this folder of guides cannot be read" in asked.stderr.splitlines()[-1]


def test_the_doctor_says_that_there_is_no_index(tmp_path: Path) -> None:
    found = advisor(tmp_path, "doctor")
    assert found.returncode == 1
    assert found.stderr == "error: there is no index yet: make it with `python -m index build`\n"
