"""A message as it may come in: trimmed, not empty, not longer than the contract allows."""

from advisor.errors import MessageError

LONGEST = 2000  # characters


def read_message(text: str) -> str:
    """The message without the space around it, or MessageError."""
    message = text.encode("utf-8", "replace").decode().strip()  # half a character is no character
    if not message:
        raise MessageError("the message is empty: ask something")
    if len(message) > LONGEST:
        raise MessageError(f"the message has {len(message):,} characters: {LONGEST:,} are the most, ask more briefly")
    return message
