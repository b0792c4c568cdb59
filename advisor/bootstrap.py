"""Where the advisor room is put together: settings in, an adviser out."""

import math
import sys

from advisor.chain import Adviser, Reply
from advisor.composing.asking import Asker
from advisor.composing.breaker import Breaker
from advisor.composing.budget import Budget
from advisor.composing.embedded import EmbeddedWriter
from advisor.composing.task import Writer
from advisor.composing.writer import ModelWriter
from advisor.conversation import Conversation
from advisor.message import read_message
from advisor.model import ChatModel, open_model
from advisor.settings import Settings, read_settings, with_model
from advisor.shelf import Shelf, Shelves
from advisor.wire import ReplyModel, reply_model
from index.bootstrap import build_index, open_library, open_store, told
from index.progress import progress_bar

__all__ = [
    "Adviser",
    "ChatModel",
    "Conversation",
    "Reply",
    "ReplyModel",
    "Settings",
    "Shelf",
    "Shelves",
    "build_where_missing",
    "open_adviser",
    "open_model",
    "open_shelves",
    "open_writer",
    "read_message",
    "read_settings",
    "reply_model",
    "with_model",
]


def open_adviser(settings: Settings, *, build: bool = False, insists: bool = False) -> Adviser:
    """The adviser that these settings name; with `build` an index is made first where there is none.

    With `insists` a model that fails is asked again for the next answer all the same, as a measurement has to.
    """
    if build:
        build_where_missing(settings)
    writer = open_writer(settings, insists=insists)
    return Adviser(open_shelves(settings), writer=writer, tracing=settings.tracing == "langsmith")


def open_writer(settings: Settings, *, insists: bool = False) -> Writer:
    """Who writes the answers: the model that these settings name, else the embedded writer."""
    model = open_model(settings)
    if model is None:
        return EmbeddedWriter()
    asker = Asker(model, Budget.of(settings.data, settings.model_daily_tokens), settings.model_timeout)
    breaker = Breaker(most=math.inf) if insists else Breaker()
    return ModelWriter(asker, breaker, settings.model_evidence_tokens)


def open_shelves(settings: Settings) -> Shelves:
    """The guides that these settings name, made ready for questions."""
    return Shelves(open_library(settings))


def build_where_missing(settings: Settings) -> None:
    """Make an index where there is none."""
    if open_store(settings).current() is None:
        sys.stderr.write("building the index (once)\n")
        with progress_bar("Reading the guides into vectors") as on_progress:
            built = build_index(settings, on_progress=on_progress)
        sys.stderr.writelines(f"{line}\n" for line in told(built.left_out))
