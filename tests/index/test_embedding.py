"""The building model is loaded when needed, only from this machine, and makes vectors of length one."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding.embedder import Embedder, SentenceTransformerEmbedder
from index.embedding.encoder import Encoder, question_embedder
from index.embedding.model import PACKAGED, packaged_model
from index.errors import EmbeddingError
from tests.fakes import HashEmbedder

TEXTS = ["How much is it?", "", "A longer text about credits, fees and loans. " * 20, "GRE"]


@pytest.fixture(scope="module", params=["sentence-transformers", "light", "fake"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    if request.param == "fake":
        return HashEmbedder()
    if request.param == "light":
        return Encoder()
    made: SentenceTransformerEmbedder = request.getfixturevalue("reference")
    return made


def test_each_text_has_one_row_of_length_one(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_rows_come_in_the_order_of_the_texts(embedder: Embedder) -> None:
    for row, text in zip(embedder.embed(TEXTS), TEXTS, strict=True):
        assert row == pytest.approx(embedder.embed([text])[0], abs=1e-5)


def test_no_texts_have_no_rows(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_tokens_are_counted_beyond_the_window(embedder: Embedder) -> None:
    assert embedder.count_tokens("fees " * 1000) == 1002
    assert embedder.window == 256


def test_nothing_is_loaded_until_a_text_must_be_embedded() -> None:
    script = """if True:
        import sys
        from index.embedding.embedder import SentenceTransformerEmbedder
        embedder = SentenceTransformerEmbedder()
        embedder.verify()
        assert (embedder.dimension, embedder.window, embedder.count_tokens("fees")) == (384, 256, 3)
        assert not embedder.loaded
        assert not {"torch", "sentence_transformers", "transformers"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_packaged_model_goes_by_its_own_name() -> None:
    assert SentenceTransformerEmbedder().name == SentenceTransformerEmbedder(PACKAGED).name == Encoder().name


def test_a_folder_can_be_named(reference: SentenceTransformerEmbedder) -> None:
    named = SentenceTransformerEmbedder(str(packaged_model()))
    assert named.name == str(packaged_model())
    assert (named.embed(TEXTS) == reference.embed(TEXTS)).all()


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no-such-model"])
def test_a_model_that_is_not_there_is_named_with_the_way_to_mend_it(name: str, tmp_path: Path) -> None:
    for missing in (name, str(tmp_path / name)):
        with pytest.raises(EmbeddingError, match=r"cannot be loaded.*ADVISOR_EMBEDDING") as refused:
            SentenceTransformerEmbedder(missing).embed(["text"])
        assert missing in str(refused.value)
        assert "\n" not in str(refused.value)


def test_questions_go_to_the_light_encoder_unless_another_model_is_named() -> None:
    assert isinstance(question_embedder(), Encoder)
    assert isinstance(question_embedder(PACKAGED), Encoder)
    assert isinstance(question_embedder(str(packaged_model())), SentenceTransformerEmbedder)
