"""Who asks: the address of a client, told by a proxy only where that proxy is trusted."""

from collections.abc import Sequence
from ipaddress import ip_address, ip_network

from starlette.types import Scope

UNKNOWN = "unknown"


def client_of(scope: Scope, trusted: Sequence[str]) -> str:
    """The address nearest to us that is no trusted proxy."""
    peer = scope["client"][0] if scope.get("client") else UNKNOWN
    if not _is_trusted(peer, trusted):
        return str(peer)
    told = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
    hops = [hop.strip() for hop in ",".join(told).split(",") if hop.strip()]
    for hop in reversed(hops):
        if not _is_trusted(hop, trusted):
            return hop if _is_address(hop) else str(peer)
    return str(peer)


def _is_trusted(address: str, trusted: Sequence[str]) -> bool:
    return _is_address(address) and any(ip_address(address) in ip_network(one, strict=False) for one in trusted)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
