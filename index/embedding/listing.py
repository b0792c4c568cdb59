"""The list of everything that gets a vector: passages, the questions they answer, their sentences, and phrasings."""

from collections.abc import Sequence

from index.chunks import Chunk
from index.embedding.records import Record
from index.vocabulary import Vocabulary
from index.words.sentences import sentences

LISTING = "2"  # the version of this list; another one stores other records of the same chunks


def list_records(chunks: Sequence[Chunk], vocabulary: Vocabulary) -> list[Record]:
    """The records of an index, each role by itself and in the order of the guides."""
    passages = [Record(chunk.id, "passage", chunk.spoken, chunk.id) for chunk in chunks]
    asking = [chunk for chunk in chunks if chunk.kind == "question"]
    headings = [Record(f"{chunk.id}:heading", "heading", chunk.heading, chunk.id) for chunk in asking]
    asked = [
        Record(f"{chunk.id}:asked:{number}", "asked", text, chunk.id)
        for chunk in chunks
        for number, text in enumerate(chunk.asked)
    ]
    return [*passages, *headings, *asked, *_sentences(chunks), *_phrases(vocabulary)]


def _sentences(chunks: Sequence[Chunk]) -> list[Record]:
    return [
        Record(f"{chunk.id}:{number}", "sentence", text, chunk.id)
        for chunk in chunks
        if chunk.kind in ("question", "prose")
        for number, text in enumerate(sentences(chunk.text))
    ]


def _phrases(vocabulary: Vocabulary) -> list[Record]:
    return [
        Record(f"{act}:{number}", "phrase", text, None, act)
        for act, phrasings in vocabulary.acts.items()
        for number, text in enumerate(phrasings)
    ]
