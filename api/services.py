"""What every route works with, put together once."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from advisor.bootstrap import Adviser, Shelf, Shelves
from api.desk import Desk
from api.errors import NotReadyError
from api.memory import Memory
from api.metrics import Metrics
from api.settings import Settings
from api.storage.records import Records

Ready = Callable[[], bool]


@dataclass(frozen=True)
class Services:
    """The parts of a running server."""

    settings: Settings
    adviser: Adviser
    shelves: Shelves
    records: Records
    memory: Memory
    desk: Desk
    metrics: Metrics
    pool: Executor
    is_ready: Ready

    def shelf(self) -> Shelf:
        """The guides that answer now; NotReadyError while there are none."""
        self.check_ready()
        return self.shelves.current()

    def check_ready(self) -> None:
        """NotReadyError while there are no guides; takes no time."""
        if not self.is_ready():
            raise NotReadyError("the index is being opened: ask again in a while", retry_after=2)
