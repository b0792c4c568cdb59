"""The embedded writer: writes down what was drafted, as it is."""

from collections.abc import Generator

from advisor.composing.task import Composition, Task
from advisor.proving.rendering import Pen


class EmbeddedWriter:
    """Needs nobody."""

    def write(self, task: Task) -> Generator[str, None, Composition]:
        """Block by block."""
        pen = Pen()
        for block in task.blocks:
            yield from pen.block(block)
        return Composition(pen.blocks)
