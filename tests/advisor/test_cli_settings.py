"""The advisor room's settings are read once, known by name, and it can be told where each came from."""

import re
from pathlib import Path

import pytest

from advisor.settings import Settings, origins, read_settings, setting_name
from advisor.terminal.doctor import examine
from index import NoIndexError, SettingError, StoreError

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in origins(Path("nowhere")):
        monkeypatch.delenv(name, raising=False)


def examined(dotenv: Path, folder: Path) -> list[str]:
    lines = list[str]()
    told = examine(read_settings(dotenv).model_copy(update={"data": folder}), dotenv)
    with pytest.raises(NoIndexError, match="python -m index build"):
        lines.extend(told)
    return lines


def test_every_setting_of_the_room_stands_in_the_readme() -> None:
    named = set(re.findall(r"^\| `(ADVISOR_\w+)`", (ROOT / "README.md").read_text("utf-8"), re.M))
    assert {setting_name(field) for field in Settings.model_fields} <= named


def test_tracing_is_off_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    assert read_settings(tmp_path / ".env").tracing == "off"
    for said, meant in (
        ("true", "langsmith"),
        ("langsmith", "langsmith"),
        ("OpenTelemetry", "opentelemetry"),
        ("no", "off"),
    ):
        monkeypatch.setenv("ADVISOR_TRACING", said)
        assert read_settings(tmp_path / ".env").tracing == meant


def test_a_value_that_cannot_be_used_is_named_with_its_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_TRACING", "perhaps")
    with pytest.raises(SettingError, match="ADVISOR_TRACING cannot be used"):
        read_settings(Path("nowhere"))


def test_the_doctor_says_where_each_setting_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("ADVISOR_TRACING=1\nADVISOR_CORPUS=here\nADVISOR_EMBEDDING=\n", "utf-8")
    monkeypatch.setenv("ADVISOR_CORPUS", "there")
    told = [line.split() for line in examined(dotenv, tmp_path / "data")]
    assert ["ADVISOR_CORPUS", "there", "environment"] in told
    assert ["ADVISOR_TRACING", "langsmith", ".env"] in told
    assert ["ADVISOR_EMBEDDING", "(none)", "default"] in told


def test_the_doctor_shows_no_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_CHROMA_URL", "http://name:word@127.0.0.1:9")
    monkeypatch.setenv("ADVISOR_MODEL_KEY", "word")
    lines = list[str]()
    told = examine(read_settings(tmp_path / ".env"), tmp_path / ".env")
    with pytest.raises(StoreError, match=re.escape("127.0.0.1:9")) as refused:
        lines.extend(told)
    assert "word" not in str(refused.value)
    assert "word" not in " ".join(lines)


def test_the_doctor_names_a_setting_that_is_set_and_not_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_RATE_LIMIT", "off")
    lines = examined(tmp_path / ".env", tmp_path / "data")
    assert "  ADVISOR_RATE_LIMIT is set (environment), and the advisor room does not read it" in lines
