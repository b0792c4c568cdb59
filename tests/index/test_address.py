"""The address of a Chroma server."""

import base64

import pytest

from index.storing.address import read_address


@pytest.mark.parametrize(
    ("url", "shown", "encrypted"),
    [
        ("http://chroma", "chroma:8000", False),
        ("http://127.0.0.1:9000/", "127.0.0.1:9000", False),
        ("https://chroma.example", "chroma.example:443", True),
        ("http://[::1]:8000", "::1:8000", False),
    ],
)
def test_an_address_is_a_host_a_port_and_whether_it_is_encrypted(url: str, shown: str, encrypted: bool) -> None:
    address = read_address(url)
    assert (str(address), address.encrypted, address.headers) == (shown, encrypted, None)


def test_a_login_goes_to_the_server_and_nowhere_else() -> None:
    address = read_address("https://some%40body:se%3Asame@chroma")
    told = base64.b64encode(b"some@body:se:same").decode()
    assert address.headers == {"Authorization": f"Basic {told}"}
    assert told not in repr(address)


@pytest.mark.parametrize("url", ["", "chroma", "chroma:8000", "ftp://chroma", "http://", "http://h/p", "http://h?q=1"])
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="http://HOST:PORT"):
        read_address(url)
