"""What cannot be used is refused in one line that names the setting and the mend, and says no secret."""

import socket
from pathlib import Path

import pytest

from api.__main__ import main
from api.settings import read_settings


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("RATE_LIMIT", "thirty", "write 30/minute"),
        ("RATE_LIMIT", "0/minute", "write 30/minute"),
        ("RATE_LIMIT", "30/fortnight", "write 30/minute"),
        ("ADMIN_KEY", "short", "at least 16 characters"),
        ("RETENTION_DAYS", "-1", "greater than or equal to 0"),
        ("RETENTION_DAYS", "a month", "valid integer"),
        ("ALLOWED_ORIGINS", "school.example", "is not an origin"),
        ("ALLOWED_ORIGINS", "https://school.example/path", "is not an origin"),
        ("TRUSTED_PROXIES", "10.0.0.0/99", "10.0.0.0/99"),
        ("TRUSTED_PROXIES", "proxy", "proxy"),
        ("DATABASE_URL", "mysql://user:swordfish@host/name", "mysql is not known"),
        ("DATABASE_URL", "swordfish", "no database address"),
        ("REDIS_URL", "http://:swordfish@host", "write redis://"),
        ("REDIS_ULR", "redis://host", "did you mean ADVISOR_REDIS_URL?"),
        ("TRACING", "perhaps", "ADVISOR_TRACING cannot be used"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_in_one_line(
    name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(f"ADVISOR_{name}", value)
    assert main([]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert f"ADVISOR_{name}" in told.err
    assert says in told.err
    assert "swordfish" not in told.err


@pytest.mark.parametrize(
    "arguments", [["--port", "x"], ["--port", "70000"], ["--host"], ["frob"], ["gaps", "--days", "0"]]
)
def test_a_wrong_call_is_refused_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_port_or_host_that_cannot_be_used_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["--port", str(taken.getsockname()[1])]) == 2
    assert main(["--host", "no.such.host.invalid", "--port", "0"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_an_empty_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("ADMIN_KEY", "RATE_LIMIT", "RETENTION_DAYS", "DATABASE_URL", "ALLOWED_ORIGINS", "TRUSTED_PROXIES"):
        monkeypatch.setenv(f"ADVISOR_{name}", "")
    settings = read_settings(tmp_path / "none")
    assert (settings.admin_key, settings.rate_limit, settings.retention_days) == (None, "30/minute", 30)
    assert (settings.database_url, settings.allowed_origins, settings.trusted_proxies) == (None, (), ())


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADVISOR_ALLOWED_ORIGINS", "https://a.example, http://b.example:8080 ,")
    assert read_settings(tmp_path / "none").allowed_origins == ("https://a.example", "http://b.example:8080")


def test_settings_say_no_secret_of_theirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ADVISOR_ADMIN_KEY", "swordfish-swordfish")
    monkeypatch.setenv("ADVISOR_DATABASE_URL", "postgresql://user:swordfish@host/name")
    monkeypatch.setenv("ADVISOR_REDIS_URL", "redis://:swordfish@host")
    assert "swordfish" not in repr(read_settings(tmp_path / "none"))
