"""What can go wrong between a folder of guides and a hit, each error with its mend."""


class LibraryError(Exception):
    """The root: everything the index room raises on purpose."""


class SettingError(LibraryError):
    """A setting that cannot be used."""


class GuideError(LibraryError):
    """A guide that cannot be read; the message names the file and the line."""


class VocabularyError(LibraryError):
    """A vocabulary that cannot be read; the message names the entry."""


class ReaderError(LibraryError):
    """A foreign file (HTML, Word, PDF, text) that cannot be turned into a guide."""


class EmbeddingError(LibraryError):
    """A model that cannot be loaded, or whose weights are not the ones that were agreed."""


class StoreError(LibraryError):
    """The store cannot be written or reached: a full disk, a server that is down or hangs."""


class NoIndexError(StoreError):
    """There is no index yet."""


class DamagedIndexError(StoreError):
    """The index is there and cannot be trusted: damaged, of another model, of another version."""


class BusyError(StoreError):
    """Another build is running on the same folder or server."""
