"""Cases on disk: one JSON object a line, every name once."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from evals.case import USUAL_WORDS, Case
from evals.errors import CasesError


def read_cases(file: Path) -> tuple[Case, ...]:
    """The cases of a file; CasesError names the line that cannot be used."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CasesError(
            f"{file} cannot be read as UTF-8 text: name a file of cases, one JSON object a line"
        ) from error
    cases = tuple(_read(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip())
    twice = [name for name, times in Counter(case.name for case in cases).items() if times > 1]
    if twice:
        raise CasesError(f"{file} names {', '.join(twice)} more than once: give every case a name of its own")
    if not cases:
        raise CasesError(f"{file} holds no case: add one with `python -m evals add`")
    return cases


def _read(line: str, where: str) -> Case:
    try:
        return Case.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise CasesError(f"{where} {place}: {first['msg']}") from error


def write_case(case: Case) -> str:
    """A case as its line; what is as usual is left out."""
    left_out = {"words"} if case.words == USUAL_WORDS else set()
    return case.model_dump_json(exclude_defaults=True, exclude=left_out)


def append_case(case: Case, file: Path) -> int:
    """Put a case below the others and give its line number."""
    known: Sequence[Case] = read_cases(file) if file.exists() else ()
    if any(one.name == case.name for one in known):
        raise CasesError(f"{file} has a case {case.name} already: give the new one another --name")
    before = file.read_text("utf-8") if file.exists() else ""
    joint = "" if not before or before.endswith("\n") else "\n"
    file.write_text(f"{before}{joint}{write_case(case)}\n", "utf-8")
    return len((before + joint).splitlines()) + 1


def of_slice(cases: Sequence[Case], name: str) -> tuple[Case, ...]:
    """The cases of one slice; CasesError where no case is in it."""
    found = tuple(case for case in cases if name in case.slices)
    if not found:
        known = ", ".join(sorted({one for case in cases for one in case.slices}))
        raise CasesError(f"no case is in the slice {name}: there are {known}")
    return found
