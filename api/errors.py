"""What can go wrong between a request and its reply, each with the status and the stable type it is told under."""

from collections.abc import Mapping


class ApiError(Exception):
    """The root: everything the api room raises on purpose."""

    status = 500
    type = "internal"
    title = "Something went wrong here"

    def __init__(self, detail: str, *, extra: Mapping[str, str] | None = None, retry_after: int | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extra = dict(extra or {})
        self.retry_after = retry_after


class WrongRequestError(ApiError):
    """A request that cannot be understood."""

    status, type, title = 422, "wrong-request", "The request cannot be used"


class UnreadableError(ApiError):
    """A body that is not JSON in UTF-8."""

    status, type, title = 400, "unreadable", "The body cannot be read"


class ContentTypeError(ApiError):
    """A body of another type than JSON."""

    status, type, title = 415, "content-type", "Send JSON"


class TooLargeError(ApiError):
    """A body that is too large."""

    status, type, title = 413, "too-large", "The body is too large"


class UnknownConversationError(ApiError):
    """A conversation that is not there, or not any more."""

    status, type, title = 404, "unknown-conversation", "There is no such conversation"


class UnknownMessageError(ApiError):
    """A message that is not there, or not any more."""

    status, type, title = 404, "unknown-message", "There is no such message"


class UnknownGuideError(ApiError):
    """A guide that the library does not have."""

    status, type, title = 404, "unknown-guide", "There is no such guide"


class UnknownPassageError(ApiError):
    """A passage that no index had."""

    status, type, title = 404, "unknown-passage", "There is no such passage"


class UnknownModelError(ApiError):
    """A model that is not offered."""

    status, type, title = 404, "unknown-model", "There is no such model"


class OldPassageError(ApiError):
    """A passage of an index that has been replaced."""

    status, type, title = 410, "old-passage", "The passage was of an older index"


class NotFoundError(ApiError):
    """An address that is none."""

    status, type, title = 404, "not-found", "There is nothing here"


class MethodError(ApiError):
    """A method that an address does not have."""

    status, type, title = 405, "method", "This address is not used like that"


class BusyConversationError(ApiError):
    """A second question while the first of its conversation is being answered."""

    status, type, title = 409, "conversation-busy", "The last question is still being answered"


class FullConversationError(ApiError):
    """A conversation that has grown too long."""

    status, type, title = 409, "conversation-full", "The conversation is full"


class KeyReusedError(ApiError):
    """An idempotency key that was used for another request."""

    status, type, title = 422, "idempotency-key", "The idempotency key was used for another request"


class RateLimitError(ApiError):
    """Too many requests."""

    status, type, title = 429, "rate-limit", "Too many requests"


class WrongHostError(ApiError):
    """A request for another host."""

    status, type, title = 421, "wrong-host", "This host is not served here"


class NotAllowedError(ApiError):
    """An admin route without its key."""

    status, type, title = 401, "not-allowed", "The admin key is missing or wrong"


class NotReadyError(ApiError):
    """The index is not loaded yet, or cannot be."""

    status, type, title = 503, "not-ready", "Not ready yet"


class CannotAnswerError(ApiError):
    """A question that could not be answered, though nothing was wrong with it."""

    status, type, title = 500, "cannot-answer", "The question could not be answered"


class StorageError(ApiError):
    """The database cannot be used just now."""

    status, type, title = 503, "storage", "Conversations cannot be kept just now"
