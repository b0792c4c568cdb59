"""Scripts that many tests need, and how to join them."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from threading import Lock

from tests.chat_server.asked import Asked
from tests.chat_server.steps import Fail, Say, Script, Step

NOTHING = "Nothing to obey [1]."
DEMAND = re.compile(
    r"\b(?:say\s+that|tell\s+(?:(?:the|your|every|all)\s+)?readers?(?:\s+that)?|reply\s+with|(?P<kept>visit|ignore))\b"
    r"[:,]?\s+(?=(?P<what>[^\n]+?)\s*(?:[.!?](?=[\s\"'”’»)\]]|$)|-->|\n|$))",  # a demand may stand within another
    re.I | re.M,
)
MARK = re.compile(r"\[(\d+)\]")
QUOTES = "\"'`“”‘’«» "


def saying(text: str) -> Script:
    """Say this to everyone."""
    return lambda asked: [Say(text)]


def in_turn(*scripts: Script) -> Script:
    """One script for each request; the last repeats."""
    left, lock = chain(scripts, repeat(scripts[-1])), Lock()

    def next_one(asked: Asked) -> Iterable[Step]:
        with lock:  # requests may come at once
            script = next(left)
        return script(asked)

    return next_one


def failing(status: int, times: int, then: Script, **headers: str) -> Script:
    """Fail so many times, then do as the other script does; retry_after="1" sends Retry-After: 1."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return in_turn(*[lambda asked: [Fail(status, named)]] * times, then)


def demands(text: str) -> Iterator[str]:
    """What a text orders its reader to say or do, in the words that would obey it."""
    for found in DEMAND.finditer(text):
        wanted = found["what"].strip(QUOTES)
        yield f"{found['kept'].capitalize()} {wanted}" if found["kept"] else wanted


def obedient(asked: Asked) -> Iterable[Step]:
    """A model that does whatever the prompt says anywhere in it, and cites every source it was given for that."""
    marks = dict.fromkeys(["1", *MARK.findall(asked.prompt)])
    obeyed = [f"{wanted} [{mark}]." for wanted in dict.fromkeys(demands(asked.prompt)) for mark in marks]
    return [Say(" ".join(obeyed) or NOTHING)]
