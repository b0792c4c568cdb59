"""What can go wrong between a message and its answer, each error with its mend."""


class AdviserError(Exception):
    """The root: everything the advisor room raises on purpose."""


class MessageError(AdviserError, ValueError):
    """A message that is empty or too long."""


class AnswerError(AdviserError):
    """A message that could not be answered, though nothing was wrong with it."""


class ModelError(AdviserError):
    """A chat model that cannot be reached, or says nothing whole in time; the root of what a model can do wrong."""

    reason = "failed"  # one word, for replies and metrics


class UnreachableModelError(ModelError):
    """Nobody answers under its address, or the connection broke."""

    reason = "unreachable"


class BusyModelError(ModelError):
    """It answers that it is asked too much, or is in trouble itself; `after` is how long it asks to be left alone."""

    reason = "busy"

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class RefusedModelError(ModelError):
    """It will not answer: its key, its name or the form of the request is not accepted."""

    reason = "refused"


class DeclinedModelError(ModelError):
    """It does not want to answer this question; nothing is wrong with it."""

    reason = "declined"


class LateModelError(ModelError):
    """The time that it may take is over."""

    reason = "late"


class CutModelError(ModelError):
    """Its reply ends before its end: broken off, or longer than it may be."""

    reason = "cut"


class EmptyModelError(ModelError):
    """It says nothing at all, which is also how some refuse."""

    reason = "empty"
