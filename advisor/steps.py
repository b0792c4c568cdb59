"""How long each step of the chain takes, told to whoever wants to know."""

import time
from collections.abc import Callable
from typing import TypeVar

OnStep = Callable[[str, float], None]  # the step's name and its seconds
In = TypeVar("In")
Out = TypeVar("Out")


def timed(name: str, step: Callable[[In], Out], on_step: OnStep) -> Callable[[In], Out]:
    """The same step, with its time told."""

    def run(given: In) -> Out:
        start = time.perf_counter()
        try:
            return step(given)
        finally:
            on_step(name, time.perf_counter() - start)

    return run
