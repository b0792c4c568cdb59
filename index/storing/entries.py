"""An entry: what the store keeps beside a vector, and the fingerprint it is known by."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Metadata: TypeAlias = Mapping[str, str | int]


@dataclass(frozen=True)
class Entry:
    """One thing to keep; its vector stands in the matrix that is given beside it."""

    id: str
    metadata: Metadata
    document: str | None = None  # for those who look into the store; what is read back is the metadata

    @property
    def fingerprint(self) -> str:
        """The hash of its id and metadata."""
        told = [self.id, *(f"{key}={value}" for key, value in sorted(self.metadata.items()))]
        return hashlib.sha256("\0".join(told).encode()).hexdigest()
