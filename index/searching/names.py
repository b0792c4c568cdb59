"""The names behind the short forms: what "cmu" and "omscs" stand for, written out beside them."""

import re
from collections.abc import Iterator, Mapping, Sequence

SHORT = 7  # letters: "compsci"
EXACT = 4  # a form of up to four letters counts only as it is spelled: "unit" is not UNT, "us" is not US


class Names:
    """The vocabulary's names by their other forms."""

    def __init__(self, subjects: Mapping[str, Mapping[str, Sequence[str]]], background: Sequence[str] = ()) -> None:
        self._names: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        for form, name in _forms({kind: known for kind, known in subjects.items() if kind not in background}):
            self._names.setdefault(form if len(form) <= EXACT else form.casefold(), name)
        for form, name in _abbreviations({kind: known for kind, known in subjects.items() if kind in background}):
            if form not in self._names:
                self._plain.setdefault(form.casefold(), name)
        longest_first = sorted({*self._names, *self._plain}, key=lambda form: (-len(form), form))
        forms = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) if forms else None

    def spell_out(self, question: str) -> str:
        """The question with the full name after each short form: "cmu (Carnegie Mellon University) price"."""
        return self._pattern.sub(self._spelled, question) if self._pattern else question

    def _spelled(self, match: re.Match[str]) -> str:
        written = match[0]
        if plain := self._plain.get(written.casefold()):
            return plain
        name = self._names.get(written if len(written) <= EXACT else written.casefold())
        return written if name is None or name.casefold() == written.casefold() else f"{written} ({name})"


def _forms(subjects: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    """Every way to write every name, the name itself first, so that no other form takes it."""
    for known in subjects.values():
        yield from ((name, name) for name in known)
    for known in subjects.values():
        yield from ((form, name) for name, forms in known.items() for form in forms)


def _abbreviations(subjects: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    """Abbreviations of what is named in passing, each with its plain words: "ml" is "machine learning", no title of a degree."""
    for known in subjects.values():
        for name, forms in known.items():
            plain = next((form for form in forms if len(form) > EXACT), name)
            yield from ((form, plain) for form in forms if " " not in form and len(form) <= SHORT and form not in plain)
