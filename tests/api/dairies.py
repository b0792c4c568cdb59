"""A small corpus about something else, whose figures change from edition to edition, built without loading torch."""

from pathlib import Path

from index.bootstrap import open_store
from index.build import build
from index.embedding.encoder import Encoder
from index.guides import read_guides
from index.settings import Settings
from index.vocabulary import read_vocabulary

GUIDE = """---
slug: alpine
title: Dairies of the Alps
publisher: Alpine Post
updated: 2026-04-02
---
# Dairies of the Alps

## Dairies
| Dairy | Monthly fee (USD) | Cows |
|---|---|---|
| Hollow Creek | ${fee} | 32 |
| Granite Ridge | $610 | 80 |

## How is a wheel of cheese turned?
A wheel is turned by hand every morning for the first six weeks. After that it rests on spruce boards.
"""
FEE = "what is the monthly fee at Hollow Creek"


def write_edition(corpus: Path, fee: int) -> None:
    """The guide with this fee."""
    (corpus / "guides").mkdir(parents=True, exist_ok=True)
    (corpus / "guides" / "alpine.md").write_text(GUIDE.replace("{fee}", str(fee)), "utf-8")


def build_edition(settings: Settings, fee: int) -> str:
    """Write the guide with this fee and build it; the id of what answers then."""
    write_edition(settings.corpus, fee)
    guides, vocabulary = read_guides(settings.corpus / "guides"), read_vocabulary(settings.corpus / "vocabulary.yaml")
    store = open_store(settings)
    build(guides, vocabulary, Encoder(), store, lambda _done, _of: None)
    name = store.current()
    assert name
    generation = store.read(name)
    generation.release()
    return generation.manifest.id
