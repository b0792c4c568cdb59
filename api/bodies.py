"""What a body may be: JSON, where there is one."""

from starlette.types import Scope

from api.errors import ContentTypeError


def check_content_type(scope: Scope) -> None:
    """ContentTypeError where a request to the interface brings anything but JSON."""
    if scope["method"] != "POST" or not scope["path"].startswith("/v1/"):
        return
    told = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"content-type"), "")
    kind = told.partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise ContentTypeError("send the body as application/json")
