"""Two files or sheets of one list, of the same day: a draft and the final one, or one list in parts. What is
added up must not be the same children twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from throughline.errors import Fault, Refused
from throughline.record.rows import Table
from throughline.returns.headings import who
from throughline.returns.kinds import Received, Return


def two_of_one(given: Return, mine: Sequence[Received], do: str) -> list[Fault]:
    """A fault for each of several files or sheets of one list, of one day, whose children are others: they
    are parts of it, and all are read. Raises `Refused`, with the question, if two share a child."""
    faults = []
    for table, several in by_table(mine).items():
        for one, other in combinations(several, 2):
            if shared := in_both(table, one, other):
                what = (
                    f"{one.sheet.name} and {other.sheet.name} are both {given.named(table)} of the same day"
                )
                raise Refused(
                    f"{what}, and {shared:,} of those in one are in the other. Which is meant?", do=do
                )
        if len(several) > 1:
            says = f"there is another file or sheet of {given.named(table)} of the same day; all are read."
            faults += [
                Fault(one.sheet.name, None, None, says, "Make sure that they are parts of one list.")
                for one in several
            ]
    return faults


def by_table(mine: Sequence[Received]) -> dict[type[Table], list[Received]]:
    """The files and sheets of each list that have any lines, by their names; the same bytes twice are one."""
    found: dict[type[Table], dict[tuple[str, str], Received]] = {}
    for one in sorted(mine, key=lambda one: one.sheet.name):
        if one.lines.height:
            found.setdefault(one.table, {}).setdefault((one.sheet.sha256, one.sheet.title), one)
    return {table: list(several.values()) for table, several in found.items()}


def in_both(table: type[Table], one: Received, other: Received) -> int:
    """How many of those whom one is about are in the other too."""
    column = who(table)
    assert column, "each list that is true of a day is about somebody, or something"
    first, second = (set(each.lines.get_column(column.name).drop_nulls()) for each in (one, other))
    return len(first & second)
