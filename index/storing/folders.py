"""The store in a folder: a folder a generation with Chroma in it, and a file that points to the one that answers."""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from index.chunks import Chunk
from index.embedding.records import Records
from index.errors import BusyError, DamagedIndexError, NoIndexError, StoreError
from index.storing.chroma import open_folder
from index.storing.generations import StoredGeneration, fill, load, new_name
from index.storing.held import MARK, hold, only_one, remove_unheld
from index.storing.manifest import MEND, Manifest, read_manifest
from index.storing.sealing import check_files, seal_files, write_whole

CHROMA = "chroma"
ABOUT_THE_DISK = (8, 10, 13, 14)  # SQLite's codes for: read-only, input or output fails, full, cannot open
NAME = re.compile(r"[0-9a-f]{16}-[0-9a-f]{8}")


class FolderStore:
    """Generations in a folder of this machine, for any number of readers and one builder at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pointer = root / "current"

    def current(self) -> str | None:
        """The name of the generation that answers."""
        try:
            name = self._pointer.read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise DamagedIndexError(f"{self._pointer} cannot be read: {MEND}") from error
        if not NAME.fullmatch(name):
            raise DamagedIndexError(f"{self._pointer} names no index: {MEND}")
        return name

    def read(self, name: str) -> StoredGeneration:
        """Open and hold a generation."""
        folder = self._root / name
        held = ExitStack()
        try:
            held.enter_context(hold(folder))
            manifest = read_manifest((folder / "manifest.json").read_text("utf-8"))
            check_files(folder / CHROMA, manifest.seal.files)
            chroma = held.enter_context(closing(open_folder(folder / CHROMA)))
            return load(chroma, "", name, manifest, held.close)
        except BaseException as error:
            held.close()
            if isinstance(error, StoreError | OSError | UnicodeDecodeError):
                raise _unreadable(folder, error) from error
            raise

    def write(self, manifest: Manifest, chunks: Sequence[Chunk], records: Records) -> str:
        """Write a new generation beside the old one and switch to it."""
        name = new_name(manifest)
        folder = self._root / name
        with self._plainly():
            try:
                folder.mkdir()
                (folder / MARK).touch()
                with closing(open_folder(folder / CHROMA)) as chroma:
                    seal = fill(chroma, "", manifest, chunks, records)
                seal = seal.model_copy(update={"files": seal_files(folder / CHROMA)})
                write_whole(folder / "manifest.json", manifest.with_seal(seal).to_json())
                write_whole(self._pointer, name)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            self._sweep()
        return name

    @contextmanager
    def building(self) -> Iterator[None]:
        """Be the only builder for a while; what killed builds left behind goes first."""
        with ExitStack() as alone:
            with self._plainly():
                self._root.mkdir(parents=True, exist_ok=True)
                alone.enter_context(only_one(self._root / "building"))
                self._sweep()
            yield

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Say what a build that could not write means for the reader: Chroma says nothing of a full disk."""
        try:
            yield
        except BusyError:
            raise
        except (OSError, StoreError) as error:
            raise StoreError(
                f"the index could not be written to {self._root} ({_room(self._root)} MB free): make room or mend its"
                f" permissions and build again; an index that was there still answers ({error})"
            ) from error

    def _sweep(self) -> None:
        """Remove every generation but the current one, as far as nobody holds it."""
        with suppress(DamagedIndexError):  # with no pointer to trust nothing is removed
            current = self.current()
            for folder in self._root.iterdir():
                if NAME.fullmatch(folder.name) and folder.name != current:
                    remove_unheld(folder)


def _unreadable(folder: Path, error: Exception) -> StoreError:
    """What it means that an index cannot be opened: something is wrong with it, or with the disk around it."""
    if isinstance(error, DamagedIndexError | NoIndexError):
        return error
    code = re.search(r"\(code: (\d+)\)", str(error))
    if isinstance(error, PermissionError) or (code and int(code[1]) % 256 in ABOUT_THE_DISK):
        return StoreError(
            f"the index in {folder} cannot be opened ({error}): see that its disk has room and is writable"
        )
    return DamagedIndexError(f"the index in {folder} cannot be opened ({error}): {MEND}")


def _room(folder: Path) -> int:
    """How many megabytes are free where the folder is, or would be."""
    there = next(place for place in (folder.resolve(), *folder.resolve().parents) if place.exists())
    return shutil.disk_usage(there).free // 1_000_000
