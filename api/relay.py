"""A synchronous stream of work relayed to the event loop: one worker thread runs it, and stops when nobody listens."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Generator
from concurrent.futures import Executor
from contextlib import closing
from contextvars import copy_context
from typing import TypeVar

T = TypeVar("T")


class _End:
    """What stands behind the last event."""


def relay(make: Callable[[], Generator[T, None, None]], pool: Executor) -> AsyncGenerator[T, None]:
    """The events of a generator that is run in a thread of the pool; leaving early closes it at its next event.

    The work begins at once: a client that leaves before it hears a word must not leave undone what the work would clear up.
    """
    loop = asyncio.get_running_loop()
    box: asyncio.Queue[T | BaseException | _End] = asyncio.Queue()
    gone = threading.Event()

    def post(event: T | BaseException | _End) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(box.put_nowait, event)

    def work() -> None:
        try:
            with closing(make()) as events:
                for event in events:
                    if gone.is_set():
                        return
                    post(event)
        except BaseException as error:  # whatever it is, the one who listens must learn of it
            post(error)
        else:
            post(_End())

    pool.submit(copy_context().run, work)  # what is told of the work is told of this request
    return _listen(box, gone)


async def _listen(box: "asyncio.Queue[T | BaseException | _End]", gone: threading.Event) -> AsyncGenerator[T, None]:
    try:
        while not isinstance(event := await box.get(), _End):
            if isinstance(event, BaseException):
                raise event
            yield event
    finally:
        gone.set()
