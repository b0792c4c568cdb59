"""How many tokens a day may cost: counted in one small file that all processes on a machine share."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Annotated

from pydantic import BaseModel, Field

LONGEST = 200  # characters of a file that is ours


class _Count(BaseModel):
    day: str = ""
    tokens: Annotated[int, Field(ge=0)] = 0


def today() -> date:
    """The day, the same everywhere."""
    return datetime.now(UTC).date()


class Budget:
    """Tokens spent today against what a day may cost; with no limit nothing is counted."""

    def __init__(self, file: Path, limit: int | None, day: Callable[[], date] = today) -> None:
        self._file = file
        self._limit = limit
        self._day = day

    @classmethod
    def of(cls, folder: Path, limit: int | None) -> "Budget":
        """The one that is kept in a data folder."""
        return cls(folder / "model-tokens.json", limit)

    def reserve(self, tokens: int) -> bool:
        """Whether so many may still be spent today; if so they are, until `settle` says how many it really were.

        What cannot be counted may not be spent.
        """
        if self._limit is None:
            return True
        try:
            return self._add(tokens, self._limit)
        except OSError:
            return False

    def settle(self, reserved: int, used: int) -> None:
        """What a reservation came to."""
        if self._limit is not None:
            with suppress(OSError):
                self._add(used - reserved, None)

    def spent(self) -> int:
        """Tokens of today."""
        with self._open() as file:
            return self._read(file)

    def _add(self, tokens: int, limit: int | None) -> bool:
        """Count tokens; with a limit only where they fit."""
        with self._open() as file:
            spent = self._read(file) + tokens
            if limit is not None and spent > limit:
                return False
            file.seek(0)
            file.truncate()
            file.write(_Count(day=self._day().isoformat(), tokens=max(spent, 0)).model_dump_json())
            return True

    def _read(self, file: IO[str]) -> int:
        file.seek(0)
        try:
            found = _Count.model_validate_json(file.read(LONGEST) or "{}")
        except ValueError as error:
            raise OSError(f"{self._file} does not say how many were spent: delete it") from error
        return found.tokens if found.day == self._day().isoformat() else 0

    @contextmanager
    def _open(self) -> Iterator[IO[str]]:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
