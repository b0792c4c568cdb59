"""Which hosts are served: on a loopback address only its own names, so that no other site can point a name at it."""

from collections.abc import Sequence
from ipaddress import ip_address

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def allowed_hosts(configured: Sequence[str], bound_to: str) -> tuple[str, ...]:
    """The hosts that are served: those configured; else loopback's own where we listen there alone; else any."""
    if configured:
        return tuple(host.lower() for host in configured)
    return LOOPBACK if _is_loopback(bound_to) else ("*",)


def is_served(host_header: str, allowed: Sequence[str]) -> bool:
    """Whether a request's Host is one of them; `*.example.org` takes in every name below."""
    host = _without_port(host_header.strip().lower())
    return "*" in allowed or host in allowed or any(_is_below(host, one) for one in allowed)


def _is_below(host: str, pattern: str) -> bool:
    return pattern.startswith("*.") and host.endswith(pattern[1:]) and len(host) >= len(pattern)


def _without_port(host: str) -> str:
    name, _, port = host.rpartition(":")
    return name if port.isdecimal() else host


def _is_loopback(bound_to: str) -> bool:
    try:
        return bound_to == "localhost" or ip_address(bound_to).is_loopback
    except ValueError:
        return False
