"""Where the index room is put together: settings in, a library or a build out."""

from dataclasses import replace

from index.build import Built, Progress, build
from index.cutting.left_out import told
from index.edition import Edition
from index.embedding.embedder import SentenceTransformerEmbedder
from index.embedding.encoder import question_embedder
from index.embedding.gathering import Gathering
from index.guides import read_guides, unread_files
from index.library import Library
from index.searching.search import Hit
from index.settings import Settings
from index.storing.folders import FolderStore
from index.storing.servers import ServerStore
from index.storing.store import Store
from index.vocabulary import read_vocabulary

__all__ = ["Edition", "Hit", "Library", "build_index", "open_library", "open_store", "told"]


def open_library(settings: Settings) -> Library:
    """The library that these settings name; the index itself is opened with the first question."""
    return Library(open_store(settings), Gathering(question_embedder(settings.embedding)))


def build_index(settings: Settings, *, rebuild: bool = False, on_progress: Progress = lambda _done, _of: None) -> Built:
    """Bring the index up to what the corpus says; the model is loaded only if something changed."""
    folder = settings.corpus / "guides"
    built = build(
        read_guides(folder),
        read_vocabulary(settings.corpus / "vocabulary.yaml"),
        SentenceTransformerEmbedder(settings.embedding),
        open_store(settings),
        on_progress,
        rebuild=rebuild,
    )
    return replace(built, remarks=(*unread_files(folder), *built.remarks))


def open_store(settings: Settings) -> Store:
    """Where the index is kept: on the Chroma server that is named, else in a folder."""
    if settings.chroma_url:
        return ServerStore(settings.chroma_url)
    return FolderStore(settings.data / "index")
