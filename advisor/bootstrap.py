"""Where the advisor room is put together: settings in, an adviser out."""

import sys

from advisor.chain import Adviser, Reply
from advisor.conversation import Conversation
from advisor.settings import Settings, read_settings
from advisor.shelf import Shelves
from index.bootstrap import build_index, open_library, open_store
from index.progress import progress_bar

__all__ = ["Adviser", "Conversation", "Reply", "Settings", "open_adviser", "read_settings"]


def open_adviser(settings: Settings, *, build: bool = False) -> Adviser:
    """The adviser that these settings name; with `build` an index is made first where there is none."""
    if build and open_store(settings).current() is None:
        sys.stderr.write("building the index (once)\n")
        with progress_bar("Reading the guides into vectors") as on_progress:
            build_index(settings, on_progress=on_progress)
    return Adviser(Shelves(open_library(settings)), tracing=settings.tracing)
