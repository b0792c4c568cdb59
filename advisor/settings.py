"""What the advisor room can be told from outside, and where each setting came from."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator

from index import SettingError
from index.settings import DOTENV, HOUSE_SETTINGS, PREFIX
from index.settings import Settings as IndexSettings
from index.settings import read_settings as read_index_settings

Tracing = Literal["off", "langsmith", "opentelemetry"]
YES, NO = {"true", "1", "yes", "on"}, {"false", "0", "no"}
Origin = Literal["default", "environment", ".env"]


class Settings(IndexSettings):
    """The settings of the index room and of this one; an empty value counts as not set."""

    tracing: Tracing = "off"
    model: str | None = None
    model_url: str | None = Field(default=None, repr=False)  # may hold a password
    model_key: str | None = Field(default=None, repr=False)
    model_timeout: float = Field(default=30.0, gt=0)  # seconds, for all that a model does for one answer
    model_temperature: float = Field(default=0.0, ge=0, le=2)
    model_tokens: int = Field(default=700, gt=0)  # of one reply
    model_evidence_tokens: int = Field(default=2500, ge=200)  # of the passages that a model reads for one answer
    model_daily_tokens: int | None = Field(default=None, ge=0)  # read and written; None: as many as it takes

    @field_validator("model")
    @classmethod
    def _of_a_provider(cls, name: str | None) -> str | None:
        if name is not None and not all(name.partition(":")):
            raise ValueError("write provider:name, such as openai:NAME")
        return name

    @field_validator("model_url")
    @classmethod
    def _an_address(cls, url: str | None) -> str | None:
        if url is not None and not (urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname):
            raise ValueError("write an address such as http://127.0.0.1:11434")
        return url

    @field_validator("tracing", mode="before")
    @classmethod
    def _yes_or_no(cls, value: object) -> object:
        """`true` is LangSmith, as it was before there was a choice."""
        said = str(value).strip().lower()
        return "langsmith" if said in YES else "off" if said in NO else said


def read_settings(dotenv: Path = DOTENV) -> Settings:
    """The settings as the environment, then `.env`, then the defaults have them."""
    read_index_settings(dotenv)  # refuses unknown names, and what the index room cannot use
    return given(lambda: Settings(_env_file=dotenv))


def given(make: Callable[[], Settings]) -> Settings:
    """Settings as they come; SettingError for the first that cannot be used."""
    try:
        return make()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = setting_name(str(first["loc"][0]))
        raise SettingError(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}") from error


def with_model(settings: Settings, name: str) -> Settings:
    """The same settings with another chat model; one vendor's address and key are never sent to another."""
    same = settings.model is not None and settings.model.partition(":")[0] == name.partition(":")[0]
    own = {} if same or settings.model is None else {"model_url": None, "model_key": None}
    return given(lambda: Settings.model_validate(settings.model_dump() | own | {"model": name}))


def setting_name(field: str) -> str:
    """The name under which a field is set from outside."""
    return PREFIX + field.upper()


def origins(dotenv: Path = DOTENV) -> Mapping[str, Origin]:
    """Where each setting of the house comes from; an empty value counts as not set."""
    in_environment, in_file = _given(os.environ), _given(dotenv_values(dotenv))
    return {
        name: "environment" if name in in_environment else ".env" if name in in_file else "default"
        for name in HOUSE_SETTINGS
    }


def _given(values: Mapping[str, str | None]) -> set[str]:
    return {name.upper() for name, value in values.items() if value}
