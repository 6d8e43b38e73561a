"""Many arrays in one file, read where they lie: one open file, however many measures there are. (With a file
for each there were more than a process may have open.)"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

FILE = "arrays.bin"
ALIGNED = 64  # bytes: each array begins at a multiple of this
Place = tuple[str, list[int], int]  # what an array holds, its shape, and where it begins


class Written:
    """A file that arrays are written to, one after another; `places` says where each is."""

    def __init__(self, folder: Path) -> None:
        self.places: dict[str, Place] = {}
        self.file = (folder / FILE).open("wb")
        self.file.write(bytes(ALIGNED))

    def keep(self, name: str, array: np.ndarray[Any, Any]) -> None:
        """Write one array, under a name of its own."""
        self.places[name] = (array.dtype.str, list(array.shape), self.file.tell())
        self.file.write(np.ascontiguousarray(array).tobytes())
        self.file.write(bytes(-self.file.tell() % ALIGNED))

    def close(self) -> None:
        """All is written."""
        self.file.close()


class Opened:
    """A file of arrays, opened once by memory map."""

    def __init__(self, folder: Path, places: Mapping[str, Place]) -> None:
        self.places, self.whole = places, np.memmap(folder / FILE, np.uint8, "r")

    def __getitem__(self, name: str) -> Any:
        """One array; its bytes stay on disk until they are read, and cannot be written."""
        dtype, shape, begins = self.places[name]
        return np.ndarray(tuple(shape), dtype, buffer=self.whole, offset=begins)
