"""What can go wrong between a message and its answer, each error with its mend."""


class AdviserError(Exception):
    """The root: everything the advisor room raises on purpose."""


class MessageError(AdviserError, ValueError):
    """A message that is empty or too long."""


class AnswerError(AdviserError):
    """A message that could not be answered, though nothing was wrong with it."""


class ModelError(AdviserError):
    """A chat model that cannot be reached, or says nothing whole in time."""
