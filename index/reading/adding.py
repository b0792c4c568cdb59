"""Files of other kinds added to the corpus: each becomes a guide file that a person can edit, or is refused whole."""

import contextlib
import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import uuid4

from index.errors import ReaderError
from index.reading.guide_form import compose
from index.reading.markdown_file import read_markdown_file
from index.reading.original import Kind, Original, open_original, why
from index.reading.pdf_file import read_pdf
from index.reading.plain_text import read_text
from index.reading.quotable import one_line
from index.reading.reading import Reading
from index.reading.web_page import read_html
from index.reading.word_file import read_word

READERS: dict[Kind, Callable[[Original], Reading]] = {
    "html": lambda original: read_html(original.text),
    "markdown": lambda original: read_markdown_file(original.text),
    "text": lambda original: read_text(original.text),
    "pdf": lambda original: read_pdf(original.content),
    "word": lambda original: read_word(original.content),
}
NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}  # file systems without links


class NotAddedError(ReaderError):
    """Some files could not be added; `added` are the guides made of the others, which stay."""

    def __init__(self, problems: Sequence[str], added: Sequence[Path]) -> None:
        self.problems, self.added = tuple(problems), tuple(added)
        tail = f" (added: {', '.join(path.name for path in added)})" if added else ""
        super().__init__("; ".join(problems) + tail)


def add(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Make a guide file in the folder of each file; those that cannot be read are named together at the end."""
    added: list[Path] = []
    problems: list[str] = []
    for path in paths:
        try:
            added.append(add_one(path, folder))
        except ReaderError as problem:
            problems.append(one_line(f"{path}: {problem}"))
    if problems:
        raise NotAddedError(problems, added)
    return added


def add_one(path: Path, folder: Path) -> Path:
    """Make a guide file of one file."""
    original = open_original(path)
    try:
        slug, text = compose(READERS[original.kind](original), path.stem)
    except RecursionError as problem:
        raise ReaderError("it is nested too deeply; save it in a simpler form") from problem
    return write_new(folder / f"{slug}.md", text)


def write_new(target: Path, text: str) -> Path:
    """Write a file whole or not at all, and never over another."""
    half = target.with_name(f".{target.name}.{uuid4().hex}.half")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with half.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if not put_in_place(half, target):
            raise ReaderError(f"the guide {target} is there already; rename or delete that one first")
    except OSError as problem:
        raise ReaderError(f"the guide {target} cannot be written ({why(problem)}); mend that first") from problem
    finally:
        with contextlib.suppress(OSError):
            half.unlink()
    return target


def put_in_place(half: Path, target: Path) -> bool:
    """Give a finished file its name in one step; False when the name is taken."""
    try:
        os.link(half, target)
    except FileExistsError:
        return False
    except OSError as problem:
        if problem.errno not in NO_LINKS:
            raise
        if target.exists():
            return False
        half.rename(target)
    return True
