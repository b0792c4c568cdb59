"""Something that comes piece by piece, within one deadline: a client's own timeout is of each read, and a slow drip has none."""

import queue
import threading
from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

from advisor.errors import LateModelError

T = TypeVar("T")


def within(make: Callable[[], Generator[T, None, None]], left: Callable[[], float]) -> Generator[T, None, None]:
    """What `make` gives, as it comes; LateModelError once there are no seconds `left`.

    A thread of its own waits for it. Who stops listening, or is late, leaves it behind: it ends with its next piece.
    """
    box: queue.SimpleQueue[tuple[T | None, BaseException | None]] = queue.SimpleQueue()
    gone = threading.Event()

    def listen() -> None:
        try:
            with closing(make()) as coming:
                for one in coming:
                    if gone.is_set():
                        return
                    box.put((one, None))
            box.put((None, _End()))
        except BaseException as error:
            box.put((None, error))

    threading.Thread(target=listen, name="model", daemon=True).start()
    try:
        while True:
            try:
                one, error = box.get(timeout=max(left(), 0.0))
            except queue.Empty:
                raise LateModelError("the model took longer than ADVISOR_MODEL_TIMEOUT allows") from None
            if isinstance(error, _End):
                return
            if error is not None:
                raise error
            assert one is not None
            yield one
    finally:
        gone.set()


class _End(Exception):  # noqa: N818 - no error: the end
    """All has come."""
