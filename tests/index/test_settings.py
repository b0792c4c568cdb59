"""Settings come from the environment or `.env`, every name is known, and secrets stay secret."""

import os
from pathlib import Path

import pytest

from index.errors import SettingError
from index.settings import HOUSE_SETTINGS, Settings, read_settings, refuse_unknown


@pytest.fixture(autouse=True)
def dotenv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment without any of our settings, and a place for a `.env`."""
    for name in [name for name in os.environ if name.upper().startswith("ADVISOR_")]:
        monkeypatch.delenv(name)
    return tmp_path / ".env"


def test_nothing_needs_to_be_set(dotenv: Path) -> None:
    settings = read_settings(dotenv)
    assert (settings.corpus, settings.data) == (Path("corpus"), Path(".advisor"))
    assert (settings.embedding, settings.chroma_url) == (None, None)


def test_the_environment_goes_before_dotenv(dotenv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv.write_text("ADVISOR_CORPUS=from-dotenv\nADVISOR_DATA='in dotenv'\nPATH_OF_OTHERS=1\n")
    monkeypatch.setenv("ADVISOR_CORPUS", "from-environment")
    settings = read_settings(dotenv)
    assert (settings.corpus, settings.data) == (Path("from-environment"), Path("in dotenv"))


def test_an_empty_value_counts_as_not_set(dotenv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv.write_text("ADVISOR_CHROMA_URL=\nADVISOR_EMBEDDING=named\n")
    monkeypatch.setenv("ADVISOR_DATA", "")
    monkeypatch.setenv("ADVISOR_EMBEDDING", "")
    settings = read_settings(dotenv)
    assert (settings.data, settings.chroma_url, settings.embedding) == (Path(".advisor"), None, "named")


@pytest.mark.parametrize("name", HOUSE_SETTINGS)
def test_every_name_of_the_house_is_known(name: str, dotenv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "http://localhost:8000")
    read_settings(dotenv)


def test_every_field_has_a_name_of_the_house() -> None:
    assert {f"ADVISOR_{field.upper()}" for field in Settings.model_fields} <= set(HOUSE_SETTINGS)


def test_the_names_of_the_contract_are_the_names_of_the_house() -> None:
    assert len(HOUSE_SETTINGS) == len(set(HOUSE_SETTINGS)) == 21


@pytest.mark.parametrize("written", ["environment", "dotenv"])
def test_an_unknown_name_is_refused_with_the_nearest(
    written: str, dotenv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if written == "dotenv":
        dotenv.write_text("ADVISOR_CHROMAURL=http://localhost\n")
    else:
        monkeypatch.setenv("ADVISOR_CHROMAURL", "http://localhost")
    with pytest.raises(SettingError, match=r"^ADVISOR_CHROMAURL is not a setting: did you mean ADVISOR_CHROMA_URL\?$"):
        read_settings(dotenv)


def test_a_name_that_is_near_nothing_still_gets_a_hint() -> None:
    with pytest.raises(SettingError, match=r"did you mean ADVISOR_\w+\?"):
        refuse_unknown(["ADVISOR_"])


@pytest.mark.parametrize(
    "url", ["localhost:8000", "ftp://sesame@host", "http://", "http://sesame@host/path", "http://sesame:x@h:99999"]
)
def test_a_server_that_cannot_be_one_is_refused_without_showing_it(
    url: str, dotenv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_CHROMA_URL", url)
    with pytest.raises(SettingError, match=r"^ADVISOR_CHROMA_URL cannot be used: [^\n]+$") as refused:
        read_settings(dotenv)
    assert "sesame" not in str(refused.value)


def test_settings_shown_show_no_login(dotenv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_CHROMA_URL", "https://somebody:sesame@chroma.example")
    settings = read_settings(dotenv)
    assert settings.chroma_url
    assert "sesame" not in f"{settings!r} {settings}"


def test_a_dotenv_that_is_no_text_is_named(dotenv: Path) -> None:
    dotenv.write_bytes(b"ADVISOR_DATA=\xff\xfe\n")
    with pytest.raises(SettingError, match="not UTF-8"):
        read_settings(dotenv)
