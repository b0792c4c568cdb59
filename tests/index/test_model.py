"""The model's files are found, known and verified without loading anything."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.embedding.model import Shape, packaged_model, read_shape, verify_weights
from index.errors import EmbeddingError


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The packaged model's small files, to be changed."""
    shutil.copytree(packaged_model(), tmp_path / "model", ignore=shutil.ignore_patterns("*.safetensors", "vocab.txt"))
    return tmp_path / "model"


def test_the_packaged_model_is_found_without_running_its_package() -> None:
    script = "import sys; from index.embedding.model import *; print(packaged_model()); print(PACKAGE in sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    folder, imported = found.stdout.splitlines()
    assert (Path(folder) / "model.safetensors").is_file()
    assert imported == "False"


def test_the_packaged_weights_are_the_agreed_ones() -> None:
    verify_weights(packaged_model())


def test_other_weights_are_refused_with_the_way_to_mend_them(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the agreed weights")
    with pytest.raises(EmbeddingError, match=r"not the agreed ones.*make setup"):
        verify_weights(tmp_path)


def test_missing_weights_are_refused_too(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="cannot be read"):
        verify_weights(tmp_path)


def test_the_shape_is_read_from_the_files() -> None:
    assert read_shape(packaged_model()) == Shape(dimension=384, window=256, layers=6, heads=12, eps=1e-12)


@pytest.mark.parametrize(
    ("file", "key", "value"),
    [
        ("config.json", "model_type", "roberta"),
        ("config.json", "hidden_act", "relu"),
        ("config.json", "num_hidden_layers", "many"),
        ("1_Pooling/config.json", "pooling_mode_cls_token", True),
        ("1_Pooling/config.json", "pooling_mode_mean_tokens", False),
    ],
)
def test_a_model_of_another_form_has_no_plain_shape(copied: Path, file: str, key: str, value: object) -> None:
    config = json.loads((copied / file).read_text("utf-8"))
    (copied / file).write_text(json.dumps(config | {key: value}), "utf-8")
    assert read_shape(copied) is None


@pytest.mark.parametrize("text", ["", "[]", "{", "[1]", "null", '[{"type": "Transformer"}]'])
def test_files_that_say_something_else_have_no_plain_shape(copied: Path, text: str) -> None:
    (copied / "modules.json").write_text(text, "utf-8")
    assert read_shape(copied) is None


def test_a_folder_without_a_model_has_no_plain_shape(tmp_path: Path) -> None:
    assert read_shape(tmp_path) is None
