"""Which citations stand behind which words of an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor import Answer, Citation

MARKED = re.compile(r"(?P<words>.*?)(?P<marks>(?:\s?\[\d+\])+)")
NUMBER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True)
class Stretch:
    """Some words of an answer and the citations they point to."""

    words: str
    citations: tuple[Citation, ...]


def stretches(answer: Answer) -> Iterator[Stretch]:
    """An answer cut behind its marks; the items of a list stand on the marks of its lead."""
    known = {citation.number: citation for citation in answer.citations}
    lead: tuple[Citation, ...] = ()
    for line in answer.text.splitlines():
        end, cited = 0, lead if line.startswith("- ") else ()
        for found in MARKED.finditer(line):
            cited = tuple(known[n] for n in map(int, NUMBER.findall(found["marks"])) if n in known)
            yield Stretch(found["words"], cited)
            end = found.end()
        if rest := line[end:].strip(" .|"):
            yield Stretch(rest, cited if line.startswith("- ") else ())
        if line.strip() and not line.startswith("- "):
            lead = cited


def shown_by(citation: Citation) -> str:
    """All that a citation shows of its passage."""
    date = citation.updated or ""
    return "\n".join((citation.section, citation.quote, citation.title, citation.publisher, date))
