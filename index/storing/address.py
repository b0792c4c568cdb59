"""Where a Chroma server is: its address taken apart, with the login kept out of sight."""

import base64
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

CHROMA_PORT = 8000


@dataclass(frozen=True)
class Address:
    """The address of a server, shown without its login."""

    host: str
    port: int
    encrypted: bool
    headers: dict[str, str] | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def read_address(url: str) -> Address:
    """The address in `http://HOST:PORT` or `https://NAME:WORD@HOST`; ValueError for anything else."""
    parts = urlsplit(url)
    encrypted = parts.scheme == "https"
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError("give it as http://HOST:PORT")
    headers = None
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers = {"Authorization": f"Basic {base64.b64encode(login.encode()).decode()}"}
    return Address(parts.hostname, parts.port or (443 if encrypted else CHROMA_PORT), encrypted, headers)
