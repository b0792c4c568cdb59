"""The house stands as drawn: imports run one way, faces are deliberate, importing a room is cheap."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("index", "advisor", "api", "evals")
HEAVY = ("chromadb", "torch", "sentence_transformers", "langchain_core", "fastapi", "pydantic", "numpy")
VENDORS = (
    "anthropic", "bm25s", "chromadb", "html_to_markdown", "jinja2", "langchain", "langchain_anthropic", "langchain_core",
    "langchain_ollama", "langchain_openai", "langsmith", "mammoth", "markdown_it", "ollama", "openai", "pdfplumber", "rich",
    "safetensors", "sentence_transformers", "Stemmer", "threadpoolctl", "tokenizers", "torch", "transformers", "yaml",
)  # fmt: skip


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of a checkout."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the rooms whose imports may be spoiled."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    for room in ROOMS:
        for source in (ROOT / room).rglob("*.py"):
            copy = tmp_path / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
    assert lint(tmp_path).returncode == 0
    return tmp_path


def spoil(file: Path, *modules: str) -> None:
    """Let a file import what it must not."""
    file.write_text(file.read_text("utf-8") + "".join(f"\nimport {module}" for module in modules) + "\n", "utf-8")


def test_a_contract_breaks_when_a_lower_room_imports_a_higher_one(checkout: Path) -> None:
    spoil(checkout / "index" / "errors.py", "advisor")
    broken = lint(checkout)
    assert broken.returncode == 1
    assert "index is not allowed to import advisor" in broken.stdout


def test_a_contract_breaks_when_a_vendor_gets_a_second_door(checkout: Path) -> None:
    spoil(checkout / "index" / "errors.py", *VENDORS)
    broken = lint(checkout).stdout
    assert {vendor for vendor in VENDORS if f"index.errors -> {vendor} (l." not in broken} == set()


def test_a_contract_breaks_when_a_room_is_used_past_its_face(checkout: Path) -> None:
    spoil(checkout / "evals" / "__init__.py", "index.cells.cell", "index.bootstrap")
    broken = lint(checkout).stdout
    assert "evals -> index.cells.cell (l." in broken
    assert "index.bootstrap (l." not in broken


def test_a_contract_breaks_when_a_file_has_no_layer(checkout: Path) -> None:
    for place in ("index", "index/cells", "index/reading/html"):
        (checkout / place / "helpers.py").touch()
    broken = lint(checkout).stdout
    assert "3 broken." in broken


def test_every_top_level_folder_is_one_of_the_design() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = {line.split("/")[0] for line in tracked.splitlines() if "/" in line}
    assert folders <= {*ROOMS, "corpus", "tests", ".ci", ".github"}


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_loads_nothing_heavy(room: str) -> None:
    script = f"import sys, {room}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(loaded.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_is_cheap(room: str) -> None:
    """At most twice what the standard library's own server costs, best of five each, by the processor's clock."""

    def best(script: str) -> float:
        timed = f"import time; start = time.process_time(); {script}; print(time.process_time() - start)"
        runs = [
            subprocess.run([sys.executable, "-c", timed], cwd=ROOT, capture_output=True, text=True, check=True)
            for _ in range(5)
        ]
        return min(float(run.stdout) for run in runs)

    assert best(f"import {room}") <= 2 * best("import asyncio, http.server")


@pytest.mark.parametrize("room", ROOMS)
def test_a_face_names_what_it_gives(room: str) -> None:
    face = importlib.import_module(room)
    names = sorted(getattr(face, "__all__", []))
    assert names == FACES[room], "the face changed: if that was meant, say so here and in the changelog"


FACES: dict[str, list[str]] = {
    "index": [
        "Attribute", "BusyError", "Cell", "Chunk", "ChunkKind", "Condition", "DamagedIndexError", "EmbeddingError",
        "Guide", "GuideError", "LibraryError", "LifeFact", "NoIndexError", "Operator", "Period", "ReaderError",
        "Residency", "Role", "Row", "Rows", "SettingError", "Sifted", "StoreError", "UNKNOWN",
        "Unit", "VERSION", "Vocabulary", "VocabularyError", "WordedCondition", "currency_in", "meets", "meets_cell",
    ],
    "advisor": [
        "AdviserError", "Answer", "AnswerError", "ByModel", "Citation", "Figure", "FigureKind", "MessageError", "ModelError", "Note",
        "NoteKind", "Remembered", "Status", "Table", "TableCell",
    ],
    "api": [],
    "evals": [],
}  # fmt: skip
