"""Data in a prompt: fenced, so that nothing in it can pass for an instruction's end, and measured in tokens."""

from collections.abc import Mapping

OPEN, CLOSE = "<<<", ">>>"
LETTERS = 4  # of a token, about: vendors count in ways of their own


def fenced(parts: Mapping[str, str]) -> str:
    """Each part between a line that opens it by its name and one that closes it; empty ones are left out."""
    return "\n\n".join(f"{OPEN}{name}\n{_inside(text)}\n{CLOSE}{name}" for name, text in parts.items() if text.strip())


def _inside(text: str) -> str:
    return text.replace(OPEN, "‹‹‹").replace(CLOSE, "›››").strip()


def tokens_of(text: str) -> int:
    """About how many tokens a text is."""
    return len(text) // LETTERS + 1
