"""What a body may be: JSON, where there is one, and not too large."""

from starlette.types import Scope

from api.errors import ContentTypeError, TooLargeError

LARGEST = 64 * 1024  # bytes


def check_body(scope: Scope) -> None:
    """ContentTypeError where a request to the interface brings anything but JSON, TooLargeError where it says it is too large."""
    told = {name: value.decode("latin-1") for name, value in scope["headers"] if name.startswith(b"content-")}
    length = told.get(b"content-length", "")
    if length.isdecimal() and int(length) > LARGEST:
        raise TooLargeError(f"{LARGEST:,} bytes are the most")
    if scope["method"] != "POST" or not scope["path"].startswith("/v1/"):
        return
    kind = told.get(b"content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise ContentTypeError("send the body as application/json")
