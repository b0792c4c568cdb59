"""Seals: files and entries that must stay as they were written, and files that are there whole or not at all."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from index.errors import DamagedIndexError
from index.storing.manifest import MEND, Seal, SealedFile

CHANGING = "chroma.sqlite3"  # SQLite writes to its files whenever it opens them; its rows are sealed by content


def write_whole(path: Path, text: str) -> None:
    """Write a file in one step: a reader, and a machine that stops, sees the old one or the new one."""
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def seal_entries(passages: Mapping[str, str], pages: Mapping[str, str]) -> Seal:
    """Count and hash what is in the store, given as fingerprints by id, in whatever order it came."""
    kept = sorted([*passages.items(), *pages.items()])
    ids, prints = _digest(id_ for id_, _ in kept), _digest(fingerprint for _, fingerprint in kept)
    return Seal(passages=len(passages), pages=len(pages), ids=ids, content=prints)


def seal_files(folder: Path) -> tuple[SealedFile, ...]:
    """Bring the files of vectors safely to the disk, and note their sizes and hashes."""
    return tuple(_sealed(path, folder) for path in sorted(_files(folder)))


def check_files(folder: Path, sealed: Iterable[SealedFile]) -> None:
    """Refuse files of vectors that are not as they were written."""
    for file in sealed:
        path = folder / file.path
        if not path.is_file():
            raise DamagedIndexError(f"the index's file {path} is missing: {MEND}")
        if path.stat().st_size != file.size or _sha256(path) != file.sha256:
            raise DamagedIndexError(f"the index's file {path} is damaged: {MEND}")


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(CHANGING))


def _sealed(path: Path, folder: Path) -> SealedFile:
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return SealedFile(path=str(path.relative_to(folder)), size=path.stat().st_size, sha256=_sha256(path))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
