"""What the index room can be told from outside: environment or `.env`, every name known, no secret shown."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingError
from index.storing.address import read_address

PREFIX = "ADVISOR_"
DOTENV = Path(".env")

HOUSE_SETTINGS = (  # every name of the house: each room reads its own, and a name beside these is a slip
    "ADVISOR_CORPUS",
    "ADVISOR_DATA",
    "ADVISOR_EMBEDDING",
    "ADVISOR_MODEL",
    "ADVISOR_MODEL_TIMEOUT",
    "ADVISOR_CHROMA_URL",
    "ADVISOR_DATABASE_URL",
    "ADVISOR_REDIS_URL",
    "ADVISOR_ALLOWED_ORIGINS",
    "ADVISOR_RATE_LIMIT",
    "ADVISOR_ADMIN_KEY",
    "ADVISOR_RETENTION_DAYS",
    "ADVISOR_TRUSTED_PROXIES",
    "ADVISOR_ALLOWED_HOSTS",
    "ADVISOR_MODEL_URL",
    "ADVISOR_MODEL_KEY",
    "ADVISOR_MODEL_DAILY_TOKENS",
    "ADVISOR_MODEL_TEMPERATURE",
    "ADVISOR_MODEL_TOKENS",
    "ADVISOR_MODEL_EVIDENCE_TOKENS",
    "ADVISOR_TRACING",
)


class Settings(BaseSettings):
    """The index room's settings; an empty value counts as not set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    corpus: Path = Path("corpus")
    data: Path = Path(".advisor")
    embedding: str | None = None
    chroma_url: str | None = Field(default=None, repr=False)  # may hold a password

    @field_validator("chroma_url")
    @classmethod
    def _a_server(cls, url: str | None) -> str | None:
        if url:
            read_address(url)
        return url


def read_settings(dotenv: Path = DOTENV) -> Settings:
    """The settings as the environment, then `.env`, then the defaults have them."""
    try:
        refuse_unknown({*os.environ, *dotenv_values(dotenv)})
        return Settings(_env_file=dotenv)
    except UnicodeDecodeError as error:
        raise SettingError(f"{dotenv} is not UTF-8: save it as UTF-8") from error
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingError(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}") from error


def refuse_unknown(names: Iterable[str]) -> None:
    """SettingError for the first `ADVISOR_` name that no room knows, with the nearest that one does."""
    for name in sorted(names):
        if name.upper().startswith(PREFIX) and name.upper() not in HOUSE_SETTINGS:
            nearest = get_close_matches(name.upper(), HOUSE_SETTINGS, n=1, cutoff=0)[0]
            raise SettingError(f"{name} is not a setting: did you mean {nearest}?")
