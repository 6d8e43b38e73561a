"""What we say when something is wrong: what, where, and what to do next. Never a child's data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass
class Refused(Exception):
    """Something could not be done. `what` names it and where; `do` is the next step, in plain words.

    >>> print(Refused("episodes.csv is empty.", do="Export it again from the case system."))
    episodes.csv is empty.
    Export it again from the case system.
    """

    what: str
    do: str = ""

    def __str__(self) -> str:
        return f"{self.what}\n{self.do}".strip()


@dataclass(frozen=True)
class Fault:
    """One thing wrong in what was received: the file, the line in it (the heading is line 1), the
    column, and a sentence; and how many lines are set aside for it. A value is repeated only in the list an
    analyst may open, never in a log."""

    file: str
    line: int | None
    column: str | None
    says: str
    do: str = "Correct it in the case system and export again."
    aside: int = 0

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        column = f", {self.column}" if self.column else ""
        return f"{self.file}{line}{column}: {self.says} {self.do}".strip()


def together(faults: Iterable[Fault]) -> list[list[Fault]]:
    """Faults that say the same of a column, whichever value they repeat, together; most first."""
    found: defaultdict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        found[(without_values(fault.says), fault.column or "")].append(fault)
    return sorted(found.values(), key=len, reverse=True)


def without_values(says: str) -> str:
    """A fault's sentence with every value that it repeats left out."""
    return re.sub("“[^”]*”", "“…”", says)
