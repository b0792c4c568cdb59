"""Questions that are counted out: "1) … 2) … 3) …", "a. … b. …"."""

import re

MARK = re.compile(r"(?:(?<=\s)|(?<=[:;,.?!])|^)\(?(?P<mark>[1-9a-i])\s?[.)]\s*(?=\D)", re.I)
FIRST = ("1", "a")
ANNOUNCES = re.compile(
    r"^$|\b(?:things?|questions?|points?|stuff|q'?s|items|list)\b[^?]*$", re.I
)  # "ok so three things:"
IF = re.compile(r"\s*if (?=(?:its?|it's|they|there|i|we|you)\b)", re.I)


def on_lines(message: str) -> str:
    """The message with every counted item on a line of its own, without its mark; any other message as it is."""
    marks = next((found for first in FIRST if len(found := _counted(message, first)) > 1), [])
    if not marks:
        return message
    ends = [*(mark.start() for mark in marks[1:]), len(message)]
    items = [message[mark.end() : end].strip(" ,;\n") for mark, end in zip(marks, ends, strict=True)]
    opening = message[: marks[0].start()].strip()
    return "\n".join(
        [*([] if ANNOUNCES.search(opening) else [opening]), *(IF.sub("whether ", item) for item in items if item)]
    )


def _counted(message: str, first: str) -> list[re.Match[str]]:
    """The marks that count up from the first one: "3." is none where no 2 stands before it."""
    found: list[re.Match[str]] = []
    wanted = ord(first)
    for match in MARK.finditer(message):
        if match["mark"].lower() == chr(wanted):
            found.append(match)
            wanted += 1
    return found
