"""The real parts that the tests of this room share."""

from tests.api.parts import chroma, postgres, redis

__all__ = ["chroma", "postgres", "redis"]
