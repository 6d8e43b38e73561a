"""What a check of figures finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["total", "two values", "percentage", "change"]


@dataclass(frozen=True)
class Found:
    """One conflict: what it is, in a sentence; the figures it is between; and of these the ones that are to
    be looked at (of a total and its parts, the total)."""

    kind: Kind
    says: str
    rows: tuple[str, ...]
    blames: tuple[str, ...]
