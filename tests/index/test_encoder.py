"""The light encoder gives sentence-transformers' own vectors, sooner."""

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedding.embedder import load_model
from index.embedding.encoder import AT_ONCE, Encoder
from index.embedding.model import packaged_model
from index.errors import EmbeddingError

if TYPE_CHECKING:  # importing it before `load_model` would leave its threads spinning
    from sentence_transformers import SentenceTransformer

HERE = Path(__file__).parent
GUIDES = HERE.parents[1] / "corpus" / "guides"
ODD = [
    "",
    " ",
    "?!",
    "a",
    "ÀÉÎõü naïve café",
    "机器学习硕士 多少钱",
    "🤖🎓 gre???",
    "$31,500 – 3.0 · C++ / M.S.",
    "\ttabs\nand lines\x00",
    "x" * 500,
    "supercalifragilistic" * 30,
    "fees and credits " * 200,
    "[CLS] [SEP] [MASK]",
    "مرحبا بالعالم",
]


def questions() -> list[str]:
    files = [HERE / f"questions-{part}.jsonl" for part in ("tuning", "held")]
    return [json.loads(line)["question"] for file in files for line in file.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def reference() -> "SentenceTransformer":
    """The real one, as anybody would load it."""
    return load_model(str(packaged_model()))


def test_its_vectors_are_those_of_sentence_transformers(encoder: Encoder, reference: "SentenceTransformer") -> None:
    paragraphs = [text for guide in sorted(GUIDES.glob("*.md")) for text in guide.read_text("utf-8").split("\n\n")]
    texts = [*ODD, *questions(), *(text[:240] for text in paragraphs[:: len(paragraphs) // 120])]
    assert len(texts) >= 300
    assert np.abs(encoder.embed(texts) - reference.encode(texts, normalize_embeddings=True)).max() < 1e-5
    for text in texts:
        assert encoder.count_tokens(text) == len(reference.tokenizer(text, verbose=False)["input_ids"]), text


def test_a_batch_gives_what_its_texts_give_alone(encoder: Encoder) -> None:
    texts = [*ODD, *questions()]
    assert sum(min(256, encoder.count_tokens(text)) for text in texts) > AT_ONCE
    alone = np.concatenate([encoder.embed([text]) for text in texts])
    assert np.abs(encoder.embed(texts) - alone).max() < 1e-6


def test_the_same_question_gives_the_same_vector_to_the_last_bit(encoder: Encoder) -> None:
    assert (encoder.embed(["how much"]) == Encoder().embed(["how much"])).all()


def test_a_cold_start_takes_less_than_a_breath() -> None:
    script = "from index.embedding.encoder import Encoder; Encoder().embed(['how much is it'])"

    def started(script: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", script], check=True)
        return time.perf_counter() - start

    assert min(started(script) for _ in range(4)) - min(started("pass") for _ in range(4)) < 0.6


def test_a_question_takes_no_longer_than_with_sentence_transformers(
    encoder: Encoder, reference: "SentenceTransformer"
) -> None:
    """Turn about, so that a busy machine is busy for both."""

    def seconds(embed: Callable[[list[str]], object], question: str) -> float:
        start = time.perf_counter()
        embed([question])
        return time.perf_counter() - start

    light, heavy = list[float](), list[float]()
    for question in questions()[:60]:
        light.append(seconds(encoder.embed, question))
        heavy.append(seconds(reference.encode, question))
    assert statistics.median(light) <= statistics.median(heavy)


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("content", [None, b"", b"not what it was"])
def test_broken_files_are_named(tmp_path: Path, file: str, content: bytes | None) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged_model(), folder, copy_function=lambda source, copy: Path(copy).symlink_to(source))
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_bytes(content)
    with pytest.raises(EmbeddingError, match=r"cannot be read.*install"):
        Encoder(folder)


def test_a_model_of_another_form_is_left_to_sentence_transformers(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="use sentence-transformers"):
        Encoder(tmp_path)
