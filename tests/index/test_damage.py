"""Damage of every kind is refused in one line that names its mend, and the next build mends it."""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import DamagedIndexError
from index.library import Library
from index.storing.folders import FolderStore
from index.storing.manifest import FORMAT
from tests.fakes import HashEmbedder
from tests.index.small import answers, build_small, edition

Damage = Callable[[Path], object]

SECTIONS = 140
VECTOR_FILES = ("data_level0.bin", "header.bin", "index_metadata.pickle", "length.bin", "link_lists.bin")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound index, to be copied."""
    root = tmp_path_factory.mktemp("sound")
    build_small(FolderStore(root), edition(1, SECTIONS))
    return root


@pytest.fixture
def root(sound: Path, tmp_path: Path) -> Path:
    """A sound index, to be damaged."""
    return shutil.copytree(sound, tmp_path / "index")


def open_it(root: Path) -> Library:
    library = Library(FolderStore(root), HashEmbedder())
    library.edition()
    return library


def biggest(root: Path, name: str) -> Path:
    """The file of that name that holds the passages."""
    return max(root.rglob(name), key=lambda path: path.stat().st_size)


def sqlite(root: Path) -> Path:
    return next(root.rglob("chroma.sqlite3"))


def flip(path: Path, place: float) -> None:
    """Change one byte in a file."""
    content = bytearray(path.read_bytes())
    content[int(place * (len(content) - 1))] ^= 0xFF
    path.write_bytes(content)


def cut(path: Path, keep: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])


def change_rows(statement: str) -> Damage:
    def damage(root: Path) -> None:
        with closing(sqlite3.connect(sqlite(root))) as rows, rows:
            assert rows.execute(statement).rowcount > 0

    return damage


def change_manifest(**changes: object) -> Damage:
    def damage(root: Path) -> None:
        path = next(root.rglob("manifest.json"))
        stored = json.loads(path.read_text())
        stored["manifest"] |= changes
        path.write_text(json.dumps(stored))

    return damage


def missing(name: str) -> Damage:
    return lambda root: biggest(root, name).unlink()


def shorter(name: str) -> Damage:
    return lambda root: cut(biggest(root, name), 0.7)


def flipped(name: str) -> Damage:
    return lambda root: flip(biggest(root, name), 0.5)


DAMAGES: dict[str, Damage] = {
    **{f"{name} missing": missing(name) for name in VECTOR_FILES},
    **{f"{name} cut": shorter(name) for name in VECTOR_FILES},
    **{f"{name} with another byte": flipped(name) for name in VECTOR_FILES},
    "vectors missing": lambda root: shutil.rmtree(biggest(root, "data_level0.bin").parent),
    "SQLite missing": lambda root: sqlite(root).unlink(),
    "SQLite empty": lambda root: sqlite(root).write_bytes(b""),
    "SQLite cut": lambda root: cut(sqlite(root), 0.6),
    "SQLite header broken": lambda root: flip(sqlite(root), 0),
    "a passage changed": change_rows(
        "UPDATE embedding_metadata SET string_value = replace(string_value, 'cost', 'gain')"
    ),
    "a passage lost": change_rows("DELETE FROM embeddings WHERE id = 7"),
    "its words lost": change_rows("DELETE FROM embedding_metadata WHERE id = 7"),
    "everything lost": change_rows("DELETE FROM embeddings"),
    "manifest missing": lambda root: next(root.rglob("manifest.json")).unlink(),
    "manifest cut": lambda root: cut(next(root.rglob("manifest.json")), 0.5),
    "manifest of another model": change_manifest(model="other"),
    "manifest of another version": change_manifest(format=FORMAT + 1),
    "manifest with a key too many": change_manifest(surprise=1),
    "manifest with another seal": change_manifest(seal={"passages": 1, "pages": 1, "ids": "", "content": ""}),
    "manifest no JSON object": lambda root: next(root.rglob("manifest.json")).write_text("[]"),
    "pointer empty": lambda root: (root / "current").write_text(""),
    "pointer to nowhere": lambda root: (root / "current").write_text("0123456789abcdef-01234567"),
    "pointer out of the folder": lambda root: (root / "current").write_text("../../etc"),
    "pointer no text": lambda root: (root / "current").write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_refused_in_one_line_that_names_its_mend(root: Path, kind: str) -> None:
    DAMAGES[kind](root)
    with pytest.raises(DamagedIndexError, match=r"^[^\n]*: mend it with `python -m index build --rebuild`$"):
        open_it(root)


@pytest.mark.parametrize(
    "kind", ["data_level0.bin cut", "SQLite cut", "a passage lost", "manifest cut", "pointer empty"]
)
def test_damage_is_mended_by_the_next_build(root: Path, kind: str) -> None:
    expected = answers(open_it(root))
    DAMAGES[kind](root)
    assert build_small(FolderStore(root), edition(1, SECTIONS)).changed
    assert answers(open_it(root)) == expected


def test_an_index_may_be_opened_again_and_again(root: Path) -> None:
    assert answers(open_it(root)) == answers(open_it(root)) == answers(open_it(root))


@pytest.mark.parametrize("sections", [1, 2, 60, 130])
def test_opening_an_index_of_any_size_does_not_change_its_files(tmp_path: Path, sections: int) -> None:
    build_small(FolderStore(tmp_path), edition(1, sections))
    first = answers(open_it(tmp_path))
    assert answers(open_it(tmp_path)) == first


def test_random_damage_to_sqlite_is_found_or_does_no_harm(sound: Path, tmp_path: Path) -> None:
    dice, expected, refused = random.Random(3), answers(open_it(sound)), 0
    for number in range(16):
        root = shutil.copytree(sound, tmp_path / str(number))
        content = bytearray(sqlite(root).read_bytes())
        start = dice.randrange(len(content) - 4096)
        content[start : start + 4096] = dice.randbytes(4096)
        sqlite(root).write_bytes(content)
        try:
            assert answers(open_it(root)) == expected
        except DamagedIndexError:
            refused += 1
    assert refused


def test_an_unknown_version_is_named(root: Path) -> None:
    change_manifest(format=FORMAT + 1)(root)
    with pytest.raises(
        DamagedIndexError, match=rf"has format {FORMAT + 1} and this Advisor reads {FORMAT}: mend it with"
    ):
        open_it(root)
