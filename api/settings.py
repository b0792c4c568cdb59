"""What the api room can be told from outside, on top of what the rooms below it read."""

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import NoDecode
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from advisor.bootstrap import Settings as AdvisorSettings
from advisor.bootstrap import read_settings as read_advisor_settings
from index import SettingError
from index.settings import DOTENV, PREFIX

Names = Annotated[tuple[str, ...], NoDecode]
RATE = re.compile(r"(?P<count>[1-9]\d{0,5})\s*/\s*(?P<unit>second|minute|hour|day)", re.I)


class Settings(AdvisorSettings):
    """The settings of all rooms below and of this one; an empty value counts as not set."""

    database_url: str | None = Field(default=None, repr=False)  # may hold a password
    redis_url: str | None = Field(default=None, repr=False)
    allowed_origins: Names = ()
    allowed_hosts: Names = ()
    trusted_proxies: Names = ()
    rate_limit: str = "30/minute"
    admin_key: str | None = Field(default=None, repr=False, min_length=16)
    retention_days: int = Field(default=30, ge=0)

    @field_validator("allowed_origins", "allowed_hosts", "trusted_proxies", mode="before")
    @classmethod
    def _list(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip() for part in value.split(",") if part.strip())

    @field_validator("allowed_origins")
    @classmethod
    def _origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            if origin != "*" and not re.fullmatch(r"https?://[^/\s*]+", origin):
                raise ValueError(
                    f"{origin} is not an origin: write https://host or https://host:port, several with commas"
                )
        return origins

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, proxies: tuple[str, ...]) -> tuple[str, ...]:
        for proxy in proxies:
            ip_network(proxy, strict=False)
        return proxies

    @field_validator("rate_limit")
    @classmethod
    def _rate(cls, rate: str) -> str:
        if rate.lower() != "off" and not RATE.fullmatch(rate.strip()):
            raise ValueError("write 30/minute, or another number per second, minute, hour or day, or off")
        return rate.strip().lower()

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str | None) -> str | None:
        if url is None:
            return None
        try:
            backend = make_url(url).get_backend_name()
        except (ArgumentError, ValueError):  # whose words may hold a password
            raise ValueError("it is no database address: write sqlite:///FILE or postgresql://HOST/NAME") from None
        if backend not in {"sqlite", "postgresql"}:
            raise ValueError(f"{backend} is not known: write sqlite:///FILE or postgresql://HOST/NAME")
        return url

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, url: str | None) -> str | None:
        try:
            known = url is None or (urlsplit(url).scheme in {"redis", "rediss"} and urlsplit(url).port != 0)
        except ValueError:  # whose words may hold a password
            known = False
        if not known:
            raise ValueError("write redis://HOST:PORT/0")
        return url


def read_settings(dotenv: Path = DOTENV) -> Settings:
    """The settings as the environment, then `.env`, then the defaults have them."""
    read_advisor_settings(dotenv)  # refuses unknown names, and what the rooms below cannot use
    try:
        return Settings(_env_file=dotenv)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise SettingError(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}") from error
